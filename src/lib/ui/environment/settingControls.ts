/** How each setting is entered. Bounds are those of the environment file's schema, which has the last word. */
import type { SettingName } from '$lib/explain/settings';
import { FILTERING_METHOD_OPTIONS } from '$lib/explain/filteringMethods';
import type { SettingView } from '$lib/state/environment.svelte';
import { type Control, isChosen, textItems } from './controls/control';

const maxInt32 = 2_147_483_647;

/** Those whose kind does not follow from the default's type. */
const SETTING_CONTROLS: Readonly<Partial<Record<SettingName, Control>>> = {
	ignoreinternalemail: { kind: 'switch', inverted: true },
	trackingprefixhistory: { kind: 'lines', placeholder: 'OLD:', items: textItems },
	trackingtokenidbase: { kind: 'number', least: 0, most: maxInt32, ifEmpty: 0 },
	trackingtokeniddigits: { kind: 'number', least: 1, most: 10, ifEmpty: 3 },
	trackingtokencounterdigits: { kind: 'number', least: 1, most: 9, ifEmpty: 3 },
	hashfilterkeywords: { kind: 'text', monospace: true },
	hashmaxcount: { kind: 'number', least: 1, most: maxInt32, ifEmpty: 20 },
	hashdeltasubjectcount: { kind: 'number', least: 0, most: maxInt32, ifEmpty: 0 },
	hashminaddresscount: { kind: 'number', least: 0, most: maxInt32, ifEmpty: 2 },
	SSSForceFilteringMethodForUserMailboxes: {
		kind: 'choice',
		options: [
			{ value: -1, label: 'Off: each user’s own filter (-1)' },
			...FILTERING_METHOD_OPTIONS.map(({ value, label }) => ({ value, label: `${label} (${value})` }))
		]
	},
	MaximumSubjectLengthOnMailServer: { kind: 'number', least: 255, most: 400, ifEmpty: 255 },
	ExchangeSyncIdMappingPersistenceTimeInDays: { kind: 'number', least: 0, most: 14, ifEmpty: 3 },
	ClientDisableTrackingForReplyForwardEmails: { kind: 'number', least: 0, most: 1, ifEmpty: 0 },
	OverrideTrackInCrmBehaviour: { kind: 'number', least: 0, most: 1, ifEmpty: 0 },
	conversationIndexKey: {
		kind: 'choice',
		options: [
			{ value: 'header', label: 'The 22-byte header' },
			{ value: 'guid', label: 'The 16 bytes of its GUID' }
		]
	},
	tokeniser: {
		kind: 'choice',
		options: [
			{ value: 'whitespace', label: 'At white space' },
			{ value: 'punctuation', label: 'At punctuation, too' }
		]
	},
	forwardPrefixes: { kind: 'lines', placeholder: 'FW', items: textItems },
	smartMatchingWindowDays: { kind: 'number', least: 1, most: 36_500, ifEmpty: null },
	subjectChangedPattern: { kind: 'text', monospace: true },
	correlationOffStops: {
		kind: 'choice',
		options: [
			{ value: 'inReplyToAndConversationIndex', label: 'InReplyTo and ConversationIndex' },
			{ value: 'all', label: 'All four methods' }
		]
	}
};

export function settingControl(setting: SettingView): Control {
	const own = SETTING_CONTROLS[setting.name as SettingName];
	if (own) return own;
	return typeof setting.default === 'boolean' ? { kind: 'switch' } : { kind: 'text' };
}

/** A value as its control shows it: `On`, an option's label, a list in one line. */
export function shownValue(control: Control, value: unknown): string {
	if (control.kind === 'switch') return (value === true) === (control.inverted ?? false) ? 'Off' : 'On';
	if (control.kind === 'choice') {
		return control.options.find((option) => isChosen(option, value))?.label ?? String(value);
	}
	const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
	return text === '' ? 'empty' : text;
}

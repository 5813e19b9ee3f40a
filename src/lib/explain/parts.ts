/** Pieces that most sentences are made of. */
import type { ActivityId } from '../domain/columns';
import type { HeaderRef } from '../domain/message';
import type { EmailMention, Explanation } from '../engine/explanation';
import type { CodePart, EmailPart, HeaderPart, InstantPart, PlacePart, Sentence, SettingPart } from './sentence';
import { listOf, say } from './sentence';

/** Longer subjects are cut in sentences; the whole one is a click away. */
const maxSubjectInSentence = 80;

export function quoted(text: string): string {
	const cut = text.length > maxSubjectInSentence ? `${text.slice(0, maxSubjectInSentence - 1).trimEnd()}…` : text;
	return `“${cut}”`;
}

export function subjectOf(mention: EmailMention | undefined): string {
	if (!mention) return 'an email of this case';
	return mention.subject?.trim() ? quoted(mention.subject.trim()) : 'an email without a subject';
}

function mentionOf(explanation: Explanation, activityId: ActivityId): EmailMention | undefined {
	return explanation.mentions.find((mention) => mention.activityId === activityId);
}

export function email(explanation: Explanation, activityId: ActivityId): EmailPart {
	return { email: activityId, text: subjectOf(mentionOf(explanation, activityId)) };
}

export function emails(explanation: Explanation, activityIds: readonly ActivityId[]): Sentence {
	return listOf(activityIds.map((activityId) => email(explanation, activityId)));
}

export function code(text: string): CodePart {
	return { code: text };
}

export function setting(name: string): SettingPart {
	return { setting: name };
}

/** The list of placements, by the title that the Environment page gives it. */
export const whereFilesLay: PlacePart = { place: '/placements', text: '“Where files lay”' };

export function instant(utcMs: number): InstantPart {
	return { instantUtcMs: utcMs };
}

export function header(ref: HeaderRef, text = ref.field): HeaderPart {
	return { header: ref, text };
}

/** The field as a link to its first mention in `from`, or as plain text when the email does not have it. */
export function field(from: readonly HeaderRef[], name: string): HeaderPart | string {
	const ref = from.find((candidate) => candidate.field.toLowerCase() === name.toLowerCase());
	return ref ? header(ref, name) : name;
}

/** "1 email", "2 emails"; no digit grouping. */
export function count(amount: number, singular: string, plural = `${singular}s`): string {
	return `${amount} ${amount === 1 ? singular : plural}`;
}

export function codes(texts: readonly string[]): Sentence {
	return listOf(texts.map(code));
}

export type SettingValue = Explanation['settings'][string];

function settingText(value: SettingValue | undefined): string {
	if (value === undefined) return 'not described';
	if (value === null) return 'not set';
	if (value === '') return 'empty';
	if (Array.isArray(value)) return value.length === 0 ? 'empty' : value.join(', ');
	return String(value);
}

/** "emailcorrelationenabled is false". */
export function settingIs(explanation: Explanation, name: string): Sentence {
	return say`${setting(name)} is ${code(settingText(explanation.settings[name]))}`;
}

/** What is done to emails by hand: its words on buttons, in notices and beside the decision. */
import type { ManualChange, PlaceRefusal, PlaceRefused } from '../domain/markChange';
import type { Explanation } from '../engine/explanation';
import { checkOf } from './checks/words';
import { count } from './parts';

export interface MarkAction {
	readonly change: ManualChange;
	readonly label: string;
	/** What it stands for in Dynamics 365 and Outlook. */
	readonly means: string;
}

export const TRACK_ACTIONS: readonly MarkAction[] = [
	{
		change: { kind: 'track', tracked: 'manual' },
		label: 'Track',
		means: 'As tracked in App for Outlook, or by the category “Tracked to Dynamics 365”.'
	},
	{
		change: { kind: 'track', tracked: 'sent' },
		label: 'Sent from Dynamics 365',
		means: 'As written and sent in Dynamics 365: outgoing, and stored when it was sent.'
	},
	{
		change: { kind: 'track', tracked: 'untracked' },
		label: 'Untrack',
		means: 'As untracked in Outlook: it is not stored, and no later email is linked to it.'
	},
	{
		change: { kind: 'clear' },
		label: 'Clear mark',
		means: 'Nothing was done by hand: server-side synchronization decides, and Regarding is inherited.'
	}
];

/** Only where mailboxes are described. */
export const PLACE_ACTIONS: readonly MarkAction[] = [
	{
		change: { kind: 'category' },
		label: 'Track by category',
		means: 'Puts the category “Tracked to Dynamics 365” on the email where it lies.'
	},
	{
		change: { kind: 'folder' },
		label: 'Track its folder',
		means: 'Folder-level tracking: all email in the same folder of the same mailbox is tracked.'
	}
];

/** What removing emails does. */
export const REMOVAL_MEANS =
	'Takes the email out of this case, and decides the rest again. Your files stay as they are.';

/** Of emails that have been changed: "marked as tracked by hand". */
function done(change: ManualChange): string {
	switch (change.kind) {
		case 'track':
			return `marked as ${TRACKED[change.tracked]}`;
		case 'setRegarding':
			return change.regarding === null
				? 'marked: Regarding is empty'
				: `marked: Regarding is “${change.regarding.name || change.regarding.id}”`;
		case 'inheritRegarding':
			return 'marked: Regarding is inherited again';
		case 'clear':
			return 'no longer marked';
		case 'category':
			return 'tracked by category';
		case 'folder':
			return 'in a tracked folder now';
	}
}

const TRACKED = {
	manual: 'tracked by hand',
	sent: 'sent from Dynamics 365',
	untracked: 'untracked'
} as const;

const REFUSALS: Readonly<Record<PlaceRefusal, string>> = {
	noMailbox: 'no mailbox of the environment holds it',
	severalMailboxes: 'several mailboxes hold it; say under “Where files lay” in which one it has the category',
	categoryTrackingOff: 'TrackCategorizedItems is false',
	tooManyFiles: 'so many categories are better described under “Where files lay” in the environment',
	queueMailbox: 'folder-level tracking is not for queue mailboxes',
	inboxItself: 'it lies in the Inbox itself, which is looked at anyway',
	notBelowInbox: 'only folders below the Inbox can be tracked',
	notThereAtSync: 'no synchronization came upon it while it lay below the Inbox',
	tooManyFolders: 'a user can have at most 25 tracked folders'
};

function refusedText(refused: readonly PlaceRefused[]): string {
	if (refused.length === 0) return '';
	const reasons = refused.map(({ code, emails }) => `${count(emails, 'email')}: ${REFUSALS[code]}.`);
	return `Not done for ${reasons.join(' ')} “Track” marks email as tracked by hand wherever it lies.`;
}

export interface MarkingWords {
	readonly title: string;
	readonly text: string;
}

export function emailsMarkedWords(
	change: ManualChange,
	emails: number,
	refused: readonly PlaceRefused[]
): MarkingWords {
	return {
		title: `${count(emails, 'email')} ${done(change)}`,
		text: refusedText(refused) || 'Every email has been decided again.'
	};
}

export function marksUnchangedWords(
	change: ManualChange,
	emails: number,
	refused: readonly PlaceRefused[]
): MarkingWords {
	if (refused.length > 0) return { title: 'Nothing was changed', text: refusedText(refused) };
	return { title: 'Nothing to change', text: `${count(emails, 'email')}: ${already(change)}.` };
}

function already(change: ManualChange): string {
	switch (change.kind) {
		case 'clear':
			return 'not marked';
		case 'inheritRegarding':
			return 'Regarding is not set by hand';
		case 'track':
		case 'setRegarding':
		case 'category':
		case 'folder':
			return `already ${done(change)}`;
	}
}

/** What was done by hand to one email, as far as it shows in its decision; null for nothing. */
export function presentMark(explanation: Explanation): string | null {
	const tracked = checkOf(explanation, 'scope/mark')?.outcome ?? 'notMarked';
	const regarding = checkOf(explanation, 'population/regarding');
	const parts = [
		...(tracked === 'notMarked' ? [] : [TRACKED[tracked]]),
		...(regarding?.outcome !== 'setByMark'
			? []
			: [regarding.evidence.regarding === null ? 'Regarding emptied' : 'Regarding set'])
	];
	return parts.length === 0 ? null : `Marked: ${parts.join(', ')}`;
}

import { isBelowInbox, isInboxRoot } from '../../engine/scope/folder';
import type { Explanation } from '../../engine/explanation';
import { quoted, setting, settingIs } from '../parts';
import { say, sentenceStart, type Sentence } from '../sentence';
import { rule } from '../sources';
import { REMEDIES, TRACK_BY_HAND } from './remedies';
import type { CheckNamed, CheckWords, Said } from './words';

type FolderCheck = CheckNamed<'scope/folder'>;

export const folderWords: CheckWords<'scope/folder'> = {
	rules: [
		rule(
			'documented',
			'Only the Inbox itself is looked at, and subfolders that are configured for folder-level tracking. Moving an email back to the Inbox does not help.',
			'filteringAndCorrelation'
		),
		rule(
			'documented',
			'Folder-level tracking works for folders below the Inbox, for at most 25 of them per user, and not for queue mailboxes.',
			'folderTracking'
		),
		rule(
			'documented',
			'Email in Sent Items is looked at only where AutoTrackSentFolderItems is on.',
			'trackSentItems',
			'orgDbOrgSettings'
		),
		rule(
			'documented',
			'The category “Tracked to Dynamics 365” tracks an email whatever the filter says.',
			'categoryTracking',
			'filteringAndCorrelation'
		),
		rule(
			'assumed',
			'Email that is moved into a tracked folder is tracked there, though a filter refused it in the Inbox before. What a filter accepted before stays as it is, and takes the folder’s Regarding.',
			'folderTracking'
		),
		rule('assumed', 'Folder names compare without letter case; the first 25 tracked folders listed count.')
	],
	said: (check, explanation): Said => {
		const { folder } = check.evidence;
		switch (check.outcome) {
			case 'inbox':
				return {
					outcome: 'Inbox',
					tone: 'good',
					sentence: isInboxRoot(folder)
						? say`It arrived in the Inbox, where server-side synchronization looks.`
						: say`It arrived in ${quoted(folder)}, and lay in the Inbox when Test & Enable Mailbox had it looked through again.`,
					details: categoryDetails(check, explanation)
				};
			case 'sentItems':
				return {
					outcome: 'Sent Items',
					tone: 'good',
					sentence: say`It lay in ${quoted(folder)}, which is looked at because ${settingIs(explanation, 'AutoTrackSentFolderItems')}.`,
					details: [say`It is outgoing, and judged by the filter of the mailbox’s owner.`]
				};
			case 'trackedFolder':
				return {
					outcome: 'Tracked folder',
					tone: 'good',
					sentence: say`It lay in ${quoted(folder)}, which is set up for folder-level tracking: email in it is tracked whatever the filter says.`,
					details: []
				};
			case 'category':
				return {
					outcome: 'Category',
					tone: 'good',
					sentence: say`It carries the category ${quoted(check.evidence.category ?? '')}: it is tracked whatever the filter says.`,
					details: [say`${sentenceStart(settingIs(explanation, 'TrackCategorizedItems'))}.`]
				};
			case 'failed':
				return {
					outcome: 'Not looked at',
					tone: 'bad',
					sentence: say`${sentenceStart(notLookedAt(check))}.`,
					details: [...REMEDIES_BY_CAUSE[check.evidence.why ?? 'notTracked'], ...categoryDetails(check, explanation)]
				};
		}
	}
};

/** "it lay in “Inbox/VIP”, a subfolder without folder-level tracking: ..." */
export function notLookedAt({ evidence: { folder, why } }: FolderCheck): Sentence {
	const lay = `it lay in ${quoted(folder)}`;
	switch (why) {
		case 'sentItemsOff':
			return say`${lay}, and sent items are not tracked automatically while ${setting('AutoTrackSentFolderItems')} is off`;
		case 'queueMailbox':
			return say`${lay}, which is listed as a tracked folder, but folder-level tracking does not work for the mailbox of a queue`;
		case 'beyondLimit':
			return say`${lay}, which is listed as a tracked folder, but after the first 25, and a user can have no more`;
		case 'notBelowInbox':
			return say`${lay}, which is listed as a tracked folder, but folder-level tracking works below the Inbox only`;
		case 'notTracked':
		case null:
			return isBelowInbox(folder)
				? say`${lay}, a subfolder without folder-level tracking: server-side synchronization looks at the Inbox root only`
				: say`${lay}, outside the Inbox: server-side synchronization looks at the Inbox root only`;
	}
}

const REMEDIES_BY_CAUSE: Readonly<Record<NonNullable<FolderCheck['evidence']['why']>, readonly Sentence[]>> = {
	notTracked: REMEDIES,
	sentItemsOff: [
		TRACK_BY_HAND,
		say`Or switch AutoTrackSentFolderItems on: sent items are then tracked by the filters of users and queues, on Exchange only.`
	],
	queueMailbox: [TRACK_BY_HAND, say`Or have the rule that moves it leave email in the Inbox of the queue’s mailbox.`],
	beyondLimit: [TRACK_BY_HAND, say`Or remove a tracked folder that is not needed.`],
	notBelowInbox: [TRACK_BY_HAND, say`Or move the tracked folder below the Inbox.`]
};

/** The tracking category, where it does not count. */
function categoryDetails({ evidence: { category } }: FolderCheck, explanation: Explanation): readonly Sentence[] {
	if (category === null) return [];
	return category.toLowerCase() === 'tracked to dynamics 365'
		? [
				say`Its category ${quoted(category)} does not count, because ${settingIs(explanation, 'TrackCategorizedItems')}.`
			]
		: [say`Its category ${quoted(category)} does not track an email.`];
}

/** Short messages on top of the page. The shapes are those of the worker's and the page's notices. */
import type { ManualChange, PlaceRefused } from '../domain/markChange';
import type { Tone } from './labels';
import type { DecisionChanges } from '../engine/decisionChanges';
import type { HashFilter } from '../engine/correlation/hashFilter';
import { caseFailureText, removalFailureText, type CaseFailure, type RemovalFailure } from './cases';
import { decisionChangesText } from './decisionChanges';
import { environmentImportedText, environmentImportedTitle, type EnvironmentImported } from './importedFiles';
import { emailsMarkedWords, marksUnchangedWords } from './marking';
import { count } from './parts';

export type NoticeData =
	| {
			readonly code: 'environment-activated' | 'environment-undone';
			readonly name: string;
			readonly changes: DecisionChanges | null;
	  }
	| ({ readonly code: 'environment-imported' } & EnvironmentImported)
	| {
			readonly code: 'pattern-refused';
			readonly setting: string;
			readonly why: string;
			readonly construct: string | null;
	  }
	| { readonly code: 'pattern-looks-escaped'; readonly pattern: string; readonly repaired: string }
	| {
			readonly code: 'snapshot-opened';
			readonly emails: number;
			readonly decidedBefore: number;
			readonly differences: number;
	  }
	| { readonly code: 'storage-full' }
	| { readonly code: 'store-upgraded-elsewhere' }
	| { readonly code: 'storage-unavailable'; readonly detail: string }
	| { readonly code: 'virtual-files'; readonly count: number }
	| { readonly code: 'not-a-file' }
	| { readonly code: 'files-not-handed-over'; readonly count: number }
	| { readonly code: 'exported'; readonly fileName: string; readonly emails: number | null }
	| { readonly code: 'everything-deleted' }
	| { readonly code: 'environment-deleted'; readonly name: string; readonly now: string }
	| { readonly code: 'recorded-kept'; readonly rows: number; readonly files: number }
	| { readonly code: 'case-opened' | 'case-duplicated' | 'case-deleted'; readonly name: string }
	| { readonly code: 'case-refused'; readonly failure: CaseFailure }
	| { readonly code: 'snapshot-gone' }
	| { readonly code: 'case-gone'; readonly name: string; readonly now: string }
	| { readonly code: 'import-given-up'; readonly name: string }
	| { readonly code: 'emails-removed' | 'import-removed' | 'removal-undone'; readonly emails: number }
	| { readonly code: 'removal-refused'; readonly failure: RemovalFailure }
	| {
			readonly code: 'emails-marked' | 'marks-unchanged';
			readonly change: ManualChange;
			readonly emails: number;
			readonly refused: readonly PlaceRefused[];
	  }
	| { readonly code: 'marking-read-only' }
	| { readonly code: 'action-failed'; readonly detail: string };

type PatternRefusal = Extract<HashFilter, { readonly ok: false }>['code'];

export interface NoticeWords {
	readonly tone: Tone;
	readonly title: string;
	/** Empty when the title says it all. */
	readonly text: string;
}

export function noticeWords(notice: NoticeData): NoticeWords {
	switch (notice.code) {
		case 'environment-activated':
			return words('good', `Environment “${notice.name}” is active`, whatChanged(notice.changes));
		case 'environment-imported':
			return words(
				notice.noMailboxes ? 'warn' : notice.changed ? 'good' : 'info',
				environmentImportedTitle(notice),
				environmentImportedText(notice)
			);
		case 'environment-undone':
			return words('good', `Environment “${notice.name}” is active again`, whatChanged(notice.changes));
		case 'environment-deleted':
			return words(
				'info',
				`Environment “${notice.name}” is deleted`,
				`“${notice.now}” is active. ${everyEmailDecided}`
			);
		case 'recorded-kept':
			return words(
				'good',
				`${count(notice.rows, 'recorded email')} from ${count(notice.files, 'file')}`,
				'Compare shows them beside what is modelled.'
			);
		case 'case-opened':
			return words('good', `Case “${notice.name}” is open`, '');
		case 'case-duplicated':
			return words('good', `Case “${notice.name}” is there`, 'It holds a copy of all mail and environments.');
		case 'case-deleted':
			return words('info', `Case “${notice.name}” is deleted`, '');
		case 'case-refused':
			return words('warn', 'That was not done', caseFailureText(notice.failure));
		case 'snapshot-gone':
			return words(
				'warn',
				'The snapshot was not opened',
				'Its file was moved, changed or deleted since it was dropped. Nothing was changed here: drop it again.'
			);
		case 'case-gone':
			return words(
				'warn',
				`Case “${notice.name}” is gone`,
				`Another tab has deleted it. This tab shows “${notice.now}” now.`
			);
		case 'import-given-up':
			return words(
				'warn',
				'Files were not imported',
				`Case “${notice.name}” was deleted meanwhile, or this tab went to another one. Nothing went into another case: drop the files again where they belong.`
			);
		case 'emails-removed':
			return words('info', `${count(notice.emails, 'email')} removed from this case`, removedText);
		case 'import-removed':
			return words('info', `Import removed, with ${count(notice.emails, 'email')}`, removedText);
		case 'removal-undone':
			return words('good', `${count(notice.emails, 'email')} brought back`, everyEmailDecided);
		case 'removal-refused':
			return words('warn', 'Nothing was changed', removalFailureText(notice.failure));
		case 'pattern-refused':
			return words('warn', `The pattern of ${notice.setting} is not used`, patternRefusedText(notice));
		case 'pattern-looks-escaped':
			return words(
				'warn',
				'HashFilterKeywords looks as if it lost or gained backslashes when it was pasted',
				`It is ${notice.pattern}, and was probably meant to be ${notice.repaired}. As it is, it strips nothing useful.`
			);
		case 'snapshot-opened':
			return words(
				notice.differences > 0 ? 'warn' : 'good',
				`Snapshot opened: ${count(notice.emails, 'email')}`,
				replayText(notice)
			);
		case 'storage-full':
			return words(
				'bad',
				'The browser’s storage is full',
				'What was saved before is safe. Export a snapshot, make room, and drop the remaining files again.'
			);
		case 'store-upgraded-elsewhere':
			return words('warn', 'Tracklens was updated in another tab', 'Reload this page to go on.');
		case 'storage-unavailable':
			return words(
				'bad',
				'The browser’s storage cannot be opened',
				`Private windows and strict settings do that. Nothing can be saved here. (${notice.detail})`
			);
		case 'virtual-files':
			return words(
				'warn',
				`${count(notice.count, 'email')} came without content`,
				'The mail program did not hand the bytes over. Save the emails as .eml files first, then drop those.'
			);
		case 'not-a-file':
			return words('warn', 'That was not a file', 'Drop .eml files or folders, or use “Add email files”.');
		case 'files-not-handed-over':
			return words(
				'warn',
				`${count(notice.count, 'file')} could not be opened`,
				'The browser did not hand them over; files in a cloud folder must be downloaded first.'
			);
		case 'exported':
			return words(
				'good',
				`Saved as ${notice.fileName}`,
				notice.emails === null ? '' : `${count(notice.emails, 'email')} in it.`
			);
		case 'everything-deleted':
			return words('good', 'All data is deleted', '');
		case 'emails-marked': {
			const { title, text } = emailsMarkedWords(notice.change, notice.emails, notice.refused);
			return words('good', title, text);
		}
		case 'marks-unchanged': {
			const { title, text } = marksUnchangedWords(notice.change, notice.emails, notice.refused);
			return words('info', title, text);
		}
		case 'marking-read-only':
			return words(
				'warn',
				'A snapshot opened read-only is not changed',
				'Go back to your data, or merge the snapshot into it, to mark emails.'
			);
		case 'action-failed':
			return words('bad', 'That did not work', notice.detail);
	}
}

function words(tone: Tone, title: string, text: string): NoticeWords {
	return { tone, title, text };
}

const removedText =
	'Every other email has been decided again. Undo is possible until Tracklens starts the next time with no other tab of it open; then it is erased.';

function whatChanged(changes: DecisionChanges | null): string {
	return changes === null ? everyEmailDecided : `${everyEmailDecided} ${decisionChangesText(changes)}`;
}

const everyEmailDecided = 'Every email has been decided again.';

const PATTERN_REFUSALS: Readonly<Record<PatternRefusal, string>> = {
	unsupported: 'It uses a part of .NET’s regular expressions that cannot be replayed here',
	syntax: 'It is not a valid regular expression',
	'too-long': 'It is too long',
	'timed-out': 'It takes too long on these subjects'
};

function isPatternRefusal(why: string): why is PatternRefusal {
	return Object.hasOwn(PATTERN_REFUSALS, why);
}

interface PatternRefused {
	readonly setting: string;
	readonly why: string;
	readonly construct: string | null;
}

export function patternRefusedText({ setting, why, construct }: PatternRefused): string {
	const then =
		setting === 'hashfilterkeywords'
			? 'SmartMatching cannot be decided until it is changed.'
			: 'Its default is used instead until it is changed.';
	return `${patternRefusedReason(why, construct)}. ${then}`;
}

/** Without its full stop. */
export function patternRefusedReason(why: string, construct: string | null): string {
	const reason = isPatternRefusal(why) ? PATTERN_REFUSALS[why] : `It was refused (${why})`;
	return `${reason}${construct === null ? '' : `: ${construct}`}`;
}

function replayText({ decidedBefore, differences }: { decidedBefore: number; differences: number }): string {
	if (decidedBefore === 0) return 'It holds no decisions to compare with.';
	return differences === 0
		? 'Replaying it gives the same decisions.'
		: `Here ${differences} of ${count(decidedBefore, 'email')} are decided otherwise: under another environment, beside other emails, or by another version.`;
}

import type { ManualChange, PlaceRefused } from '../domain/markChange';
import type { CaseFailure, EnvironmentFailure, Notice, RemovalFailure } from '../worker/api';

/** What the page itself has to say, beside the worker's notices. */
export type PageNotice =
	/** Dragged out of a mail program without bytes. */
	| { readonly code: 'virtual-files'; readonly count: number }
	/** A text or a link was dropped. */
	| { readonly code: 'not-a-file' }
	/** The browser would not hand these over while a folder was walked. */
	| { readonly code: 'files-not-handed-over'; readonly count: number }
	| { readonly code: 'exported'; readonly fileName: string; readonly emails: number | null }
	| { readonly code: 'everything-deleted' }
	/** Its file was moved or changed since it was dropped. */
	| { readonly code: 'snapshot-gone' }
	| { readonly code: 'case-opened' | 'case-duplicated' | 'case-deleted'; readonly name: string }
	| { readonly code: 'case-refused'; readonly failure: CaseFailure | EnvironmentFailure }
	/** Of all that were there, those that are not any more; of undone ones, those that are again. */
	| { readonly code: 'emails-removed' | 'import-removed' | 'removal-undone'; readonly emails: number }
	| { readonly code: 'removal-refused'; readonly failure: RemovalFailure }
	/** Of all that were chosen, those that have changed. */
	| {
			readonly code: 'emails-marked' | 'marks-unchanged';
			readonly change: ManualChange;
			readonly emails: number;
			readonly refused: readonly PlaceRefused[];
	  }
	| { readonly code: 'marking-read-only' }
	| { readonly code: 'action-failed'; readonly detail: string };

export type ShownNotice = { readonly id: number; readonly notice: Notice | PageNotice };

type Code = ShownNotice['notice']['code'];

/** What one can be undone as: each kind has its own history, of which the last step is undone first. */
export type UndoKind = 'environment' | 'removal';

/** Null: there is nothing to undo. */
export function undoKindOf(notice: ShownNotice['notice']): UndoKind | null {
	switch (notice.code) {
		case 'emails-removed':
		case 'import-removed':
			return 'removal';
		case 'environment-activated':
		case 'environment-deleted':
		case 'emails-marked':
			return 'environment';
		case 'environment-imported':
			return notice.changed ? 'environment' : null;
		default:
			return null;
	}
}

/** Nothing that was done before can be undone from its notice any more. */
const UNDONE: Readonly<Record<UndoKind, Code>> = { environment: 'environment-undone', removal: 'removal-undone' };

/** Speak of patterns of the environment that was active. */
const OF_PATTERNS: ReadonlySet<Code> = new Set(['pattern-refused', 'pattern-looks-escaped']);

/** Say that something went well: the next one takes the place of the last, unless that offers Undo. */
const FLEETING: ReadonlySet<Code> = new Set([
	'environment-activated',
	'environment-imported',
	'environment-undone',
	'environment-deleted',
	'recorded-kept',
	'case-opened',
	'case-duplicated',
	'case-deleted',
	'emails-marked',
	'marks-unchanged',
	'exported',
	'everything-deleted'
]);

/** Tell which case is open, or why another one is not. */
const OF_CASES: ReadonlySet<Code> = new Set([
	'case-opened',
	'case-duplicated',
	'case-deleted',
	'case-refused',
	'case-gone',
	'import-given-up'
]);

const REMOVALS: ReadonlySet<Code> = new Set(['emails-removed', 'import-removed', 'removal-undone']);

/** Offer to undo something of the case that is open. */
const OF_THE_CASE: ReadonlySet<Code> = new Set([
	...REMOVALS,
	'environment-activated',
	'environment-imported',
	'environment-undone',
	'environment-deleted',
	'emails-marked',
	'marks-unchanged'
]);

/** Messages on the page, newest last. The later replaces the earlier of its code, but no Undo that still holds. */
export class Notices {
	shown = $state.raw<readonly ShownNotice[]>([]);
	#nextId = 1;

	add(notice: Notice | PageNotice): void {
		const others = this.shown.filter((one) => !takesPlaceOf(notice, one.notice));
		this.shown = [...others, { id: this.#nextId++, notice }];
	}

	/** The page goes to another case. */
	leaveCase(): void {
		this.shown = this.shown.filter((one) => !OF_THE_CASE.has(one.notice.code));
	}

	/** Before another environment of the case becomes active: it tells of its own patterns. */
	leavePatterns(): void {
		this.shown = this.shown.filter((one) => !OF_PATTERNS.has(one.notice.code));
	}

	dismiss(id: number): void {
		this.shown = this.shown.filter((one) => one.id !== id);
	}

	/** Tells of a failed call instead of leaving it to the console. */
	failed(error: unknown): void {
		this.add({ code: 'action-failed', detail: error instanceof Error ? error.message : String(error) });
	}
}

function takesPlaceOf(notice: ShownNotice['notice'], before: ShownNotice['notice']): boolean {
	const undo = undoKindOf(before);
	if (undo !== null) return undoKindOf(notice) === undo || notice.code === UNDONE[undo];
	if (OF_CASES.has(notice.code) && OF_CASES.has(before.code) && FLEETING.has(before.code)) return true;
	return (
		notice.code === before.code ||
		[FLEETING, REMOVALS].some((group) => group.has(notice.code) && group.has(before.code))
	);
}

import type { ManualChange, PlaceRefused } from '../domain/markChange';
import type { CaseFailure, Notice, RemovalFailure } from '../worker/api';

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
	| { readonly code: 'environment-undone'; readonly name: string }
	| { readonly code: 'case-opened' | 'case-duplicated' | 'case-deleted'; readonly name: string }
	| { readonly code: 'case-refused'; readonly failure: CaseFailure }
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

/** Say that something went well: the next one takes the place of the last. */
const FLEETING: ReadonlySet<Code> = new Set([
	'environment-activated',
	'environment-imported',
	'environment-undone',
	'environment-deleted',
	'case-opened',
	'case-duplicated',
	'case-deleted',
	'emails-marked',
	'marks-unchanged',
	'exported',
	'everything-deleted'
]);

/** Stay for their Undo, each until the next of them. */
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

/** Messages on top of the page, newest last; one of each code, the later replaces the earlier. */
export class Notices {
	shown = $state.raw<readonly ShownNotice[]>([]);
	#nextId = 1;

	add(notice: Notice | PageNotice): void {
		const others = this.shown.filter((one) => !takesPlaceOf(notice.code, one.notice.code));
		this.shown = [...others, { id: this.#nextId++, notice }];
	}

	/** The page goes to another case. */
	leaveCase(): void {
		this.shown = this.shown.filter((one) => !OF_THE_CASE.has(one.notice.code));
	}

	dismiss(id: number): void {
		this.shown = this.shown.filter((one) => one.id !== id);
	}

	/** Tells of a failed call instead of leaving it to the console. */
	failed(error: unknown): void {
		this.add({ code: 'action-failed', detail: error instanceof Error ? error.message : String(error) });
	}
}

function takesPlaceOf(code: Code, before: Code): boolean {
	return code === before || [FLEETING, REMOVALS].some((group) => group.has(code) && group.has(before));
}

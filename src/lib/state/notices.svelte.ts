import type { Notice } from '../worker/api';

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
	| { readonly code: 'action-failed'; readonly detail: string };

export type ShownNotice = { readonly id: number; readonly notice: Notice | PageNotice };

/** Say that something went well: the next one takes the place of the last. */
const FLEETING: ReadonlySet<ShownNotice['notice']['code']> = new Set([
	'environment-activated',
	'environment-undone',
	'exported',
	'everything-deleted'
]);

/** Messages on top of the page, newest last; one of each code, the later replaces the earlier. */
export class Notices {
	shown = $state.raw<readonly ShownNotice[]>([]);
	#nextId = 1;

	add(notice: Notice | PageNotice): void {
		const others = this.shown.filter(
			(one) => one.notice.code !== notice.code && !(FLEETING.has(one.notice.code) && FLEETING.has(notice.code))
		);
		this.shown = [...others, { id: this.#nextId++, notice }];
	}

	dismiss(id: number): void {
		this.shown = this.shown.filter((one) => one.id !== id);
	}

	/** Tells of a failed call instead of leaving it to the console. */
	failed(error: unknown): void {
		this.add({ code: 'action-failed', detail: error instanceof Error ? error.message : String(error) });
	}
}

/** What a person does to emails by hand: to their marks, or to where the environment says they lie. */
import type { RecordReference } from './columns';
import type { Mark } from './environment';

export type MarkChange =
	| { readonly kind: 'track'; readonly tracked: NonNullable<Mark['tracked']> }
	/** Null empties it. */
	| { readonly kind: 'setRegarding'; readonly regarding: RecordReference | null }
	/** Regarding is taken over from the correlated email again. */
	| { readonly kind: 'inheritRegarding' }
	/** Nothing is done by hand any more: neither tracking nor Regarding. */
	| { readonly kind: 'clear' };

export type PlaceChange =
	/** The category that Exchange shows on tracked email. */
	| { readonly kind: 'category' }
	/** Folder-level tracking of the folder that the email lies in. */
	| { readonly kind: 'folder' };

export type ManualChange = MarkChange | PlaceChange;

/** Why a place could not be changed so that its email is tracked. */
export type PlaceRefusal =
	/** No mailbox that is described holds the email, or it came without a path. */
	| 'noMailbox'
	/** No placement holds the file and several mailboxes have the email: nobody says in which one the category is. */
	| 'severalMailboxes'
	| 'categoryTrackingOff'
	| 'tooManyFiles'
	| 'queueMailbox'
	/** The Inbox is looked at anyway. */
	| 'inboxItself'
	| 'notBelowInbox'
	/** It lay below the Inbox, but no sync cycle comes upon it there. */
	| 'notThereAtSync'
	| 'tooManyFolders';

export interface PlaceRefused {
	readonly code: PlaceRefusal;
	readonly emails: number;
}

/** Checks beside the correlation methods, with their evidence. `passed` lets the email through to the next one. */
import type { ActivityId, RecordReference } from '../domain/columns';
import type { ReasonName } from '../domain/decision';
import type { FilteringMethod } from '../domain/environment';
import type { HeaderRef } from '../domain/message';
import type { InternalMailResult } from './acceptance/internalMail';
import type { OwnerReason, QueueItemCause } from './population/evidence';
import type { RecipientField } from './resolution/recipients';
import type { SenderResolved } from './resolution/sender';
import type { Sighting } from './scope/sightings';
import type { NotTrackedWhy } from './scope/trackedFolders';

/** A row as evidence names it. */
export interface RowMention {
	readonly table: string;
	readonly id: string;
	readonly name: string;
	readonly active: boolean;
}
/** What one mailbox made of the email. */
export interface MailboxVerdict {
	readonly mailboxId: string;
	/** Where it arrived, or the tracked folder that decided. */
	readonly folder: string;
	/** `placement` says where the file lay; `address`: the owner's address is among the recipients. */
	readonly heldBy: 'placement' | 'address';
	readonly reason: ReasonName;
	/** The check that ended it there. */
	readonly endedBy: CheckResult['check'] | null;
	/** By which sync cycle; null where no cycles or moves are described, or neither Inbox nor a tracked folder is concerned. */
	readonly sighting: Sighting | null;
}
export interface OwnerMention {
	readonly id: string;
	/** Null where the environment does not describe the user or team. */
	readonly name: string | null;
}
export interface QueueItemMention {
	readonly queue: RowMention;
	readonly cause: QueueItemCause;
	readonly setting: string;
}
export interface AskedFilter {
	readonly entity: RowMention;
	/** How the entity came to be asked. */
	readonly via: RecipientField | 'owner';
	readonly filteringMethod: FilteringMethod;
	/** Set when OrgDBOrgSettings override the entity's own method. */
	readonly forcedBy: string | null;
	readonly accepts: boolean;
}

export type CheckResult =
	| {
			readonly check: 'scope/mark';
			readonly outcome: 'sent' | 'manual' | 'untracked' | 'notMarked';
			readonly evidence: { readonly by: 'messageid' | 'sha256' | null };
	  }
	| {
			readonly check: 'scope/mailbox';
			readonly outcome: 'held' | 'notHeld' | 'indeterminate' | 'notReached';
			/** In the environment's order. The checks below are those of the mailbox that decided. */
			readonly evidence: {
				readonly mailboxes: readonly MailboxVerdict[];
				/** The user or queue that From names, where no mailbox holds the email. */
				readonly sender: RowMention | null;
				readonly needs: readonly string[];
			};
	  }
	| {
			readonly check: 'scope/mailbox-state';
			readonly outcome: 'passed' | 'failed';
			readonly evidence: {
				readonly mailboxId: string;
				/** Column that stops the mailbox, with its value. */
				readonly column: string | null;
				readonly value: number | boolean | null;
			};
	  }
	| {
			readonly check: 'scope/folder';
			readonly outcome: 'inbox' | 'sentItems' | 'trackedFolder' | 'category' | 'failed';
			readonly evidence: {
				readonly folder: string;
				readonly category: string | null;
				readonly why: NotTrackedWhy | 'sentItemsOff' | null;
				readonly setting: string | null;
			};
	  }
	| {
			readonly check: 'scope/received-date';
			readonly outcome: 'passed' | 'failed' | 'indeterminate';
			readonly evidence: {
				readonly receivedAtUtcMs: number | null;
				readonly processEmailsFromUtcMs: number | null;
				/** Null where neither Inbox nor a tracked folder is concerned. */
				readonly sighting: Sighting | null;
				readonly from: readonly HeaderRef[];
			};
	  }
	| {
			readonly check: 'scope/restricted';
			readonly outcome: 'passed' | 'failed';
			readonly evidence: { readonly contentType: string | null };
	  }
	| {
			readonly check: 'scope/duplicate';
			readonly outcome: 'passed' | 'duplicate' | 'indeterminate' | 'notApplicable';
			readonly evidence: {
				readonly messageId: string | null;
				/** The stored email with this Message-ID and direction. */
				readonly first: ActivityId | null;
				/** An earlier copy whose own verdict is unknown, as `emails/<activityid>`. */
				readonly needs: readonly string[];
				/** Emails of the set with this Message-ID but other bytes, at most `maxListedCandidates`. */
				readonly sameMessageId: readonly ActivityId[];
				readonly from: readonly HeaderRef[];
			};
	  }
	| {
			readonly check: 'resolution/sender';
			readonly outcome: 'resolved' | 'unresolved' | 'invalid';
			readonly evidence: {
				readonly address: string | null;
				readonly row: RowMention | null;
				readonly why: SenderResolved['why'] | 'malformed';
				readonly candidates: readonly RowMention[];
				readonly from: readonly HeaderRef[];
			};
	  }
	| {
			readonly check: 'resolution/recipients';
			readonly outcome: 'resolved' | 'noUserOrQueue';
			readonly evidence: {
				readonly recipients: readonly {
					readonly field: RecipientField;
					readonly address: string;
					readonly rows: readonly RowMention[];
					readonly leftOut: readonly { readonly row: RowMention; readonly why: 'inactive' | 'severalMatch' }[];
				}[];
			};
	  }
	| {
			readonly check: 'acceptance/internal-mail';
			readonly outcome: 'passed' | 'failed';
			readonly evidence: InternalMailResult;
	  }
	| {
			readonly check: 'acceptance/filtering';
			readonly outcome: 'accepted' | 'rejected' | 'noRecipient';
			readonly evidence: {
				/** In the order asked; the first that accepts is the accepting entity. */
				readonly asked: readonly AskedFilter[];
				readonly onlySyncingMailbox: boolean;
				readonly outgoing: boolean;
			};
	  }
	| {
			readonly check: 'acceptance/all-mail';
			readonly outcome: 'accepted' | 'notReached';
			readonly evidence: { readonly filteringMethod: 0 };
	  }
	| {
			readonly check: 'population/regarding';
			readonly outcome: 'inherited' | 'setByMark' | 'setByFolder' | 'empty' | 'notReached';
			readonly evidence: { readonly regarding: RecordReference | null; readonly inheritedFrom: ActivityId | null };
	  }
	| {
			readonly check: 'population/owner';
			/** `unknown`: nobody can be named, see `why`. */
			readonly outcome: 'set' | 'unknown';
			readonly evidence: {
				readonly owner: OwnerMention | null;
				readonly why: OwnerReason;
				/** The list of recipients that counted. */
				readonly field: RecipientField | null;
				/** Lists with a user or queue, in order. */
				readonly lists: readonly {
					readonly field: RecipientField;
					readonly candidates: readonly {
						readonly recipient: RowMention;
						/** Owner of the recipient's mailbox; null where that is not described. */
						readonly owner: OwnerMention | null;
						readonly eligible: 'yes' | 'no' | 'unknown';
					}[];
				}[];
				readonly correlated: ActivityId | null;
				readonly correlatedOwner: OwnerMention | null;
				readonly senderRow: RowMention | null;
				readonly senderRowOwner: OwnerMention | null;
			};
	  }
	| {
			readonly check: 'population/queue-items';
			/** `byHand`: tracked by hand, for which nothing is documented. */
			readonly outcome: 'made' | 'none' | 'outgoing' | 'byHand';
			readonly evidence: {
				readonly made: readonly QueueItemMention[];
				/** Queues that get none, with the setting that is off. */
				readonly notMade: readonly QueueItemMention[];
				/** The email of the same Message-ID that was stored before, and gets these. */
				readonly storedEmail: ActivityId | null;
			};
	  }
	| {
			readonly check: 'population/contact';
			/** A sender whom no row has: tracking makes a contact, or an earlier tracked email has made it. */
			readonly outcome: 'made' | 'madeBefore';
			readonly evidence: {
				readonly address: string;
				/** The first tracked email of this sender. */
				readonly madeBy: ActivityId;
				/** A filter that goes by the sender refused, and a contact would have passed it. */
				readonly wouldBeAccepted: boolean;
			};
	  };

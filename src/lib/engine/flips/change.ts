/** One single change of an environment, as data, and the environment with it. */
import type { ActivityId } from '../../domain/columns';
import type { Environment, FilteringMethod, Mailbox, Mark, RecordRow } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import type { RowMention } from '../checks';
import { messageIdKey } from '../correlation/storedEmails';
import { folderKey } from '../scope/folder';

/** Keys and indexes as in the environment file. */
export type FlipPath = readonly (string | number)[];
export type SettingSectionName = 'organization' | 'orgDbOrgSettings' | 'modelOptions';
export type SettingValue = boolean | number | string | null | readonly string[];
/** Columns of a mailbox that say whether it is synchronized. */
export type MailboxColumn =
	'enabledforincomingemail' | 'incomingemaildeliverymethod' | 'emailrouteraccessapproval' | 'incomingemailstatus';
export type ProcessEmailsFromColumn = 'processemailreceivedafter' | 'profileprocessemailsreceivedafter';
/** Null: no mark. */
export type MarkValue = NonNullable<Mark['tracked']> | null;

export type FlipChange =
	| {
			readonly kind: 'setting';
			readonly path: FlipPath;
			readonly section: SettingSectionName;
			readonly name: string;
			readonly before: SettingValue;
			readonly after: SettingValue;
	  }
	| {
			readonly kind: 'filteringMethod';
			readonly path: FlipPath;
			readonly row: RowMention;
			readonly before: FilteringMethod;
			readonly after: FilteringMethod;
	  }
	| {
			readonly kind: 'active';
			readonly path: FlipPath;
			readonly row: RowMention;
			readonly before: boolean;
			readonly after: boolean;
	  }
	| {
			readonly kind: 'mailbox';
			readonly path: FlipPath;
			readonly mailboxId: string;
			readonly column: MailboxColumn;
			readonly before: boolean | number | null;
			readonly after: boolean | number;
	  }
	| {
			readonly kind: 'processEmailsFrom';
			readonly path: FlipPath;
			readonly mailboxId: string;
			readonly column: ProcessEmailsFromColumn;
			/** Milliseconds since 1970 UTC. */
			readonly before: number;
			readonly after: number;
	  }
	/** Test & Enable Mailbox at an instant at which the email lay in the Inbox. */
	| {
			readonly kind: 'testAndEnable';
			readonly path: FlipPath;
			readonly mailboxId: string;
			/** Milliseconds since 1970 UTC. */
			readonly before: number | null;
			readonly after: number;
	  }
	| {
			readonly kind: 'trackedFolder';
			readonly path: FlipPath;
			readonly mailboxId: string;
			readonly folder: string;
			/** The place in `trackedfolders` of the one to remove; null to add it. */
			readonly removes: number | null;
	  }
	/** The address is added to those of a user or queue. */
	| { readonly kind: 'address'; readonly path: FlipPath; readonly row: RowMention; readonly address: string }
	/** A contact with the address is added. */
	| { readonly kind: 'contact'; readonly path: FlipPath; readonly record: RecordRow }
	/** A prefix is added to trackingprefixhistory. */
	| { readonly kind: 'formerPrefix'; readonly path: FlipPath; readonly prefix: string }
	| {
			readonly kind: 'mark';
			readonly path: FlipPath;
			readonly activityId: ActivityId;
			readonly sha256: string;
			readonly messageId: string | null;
			/** The email that is looked at, or an earlier one on which its verdict or link can depend. */
			readonly of: 'this' | 'parent';
			readonly before: MarkValue;
			readonly after: MarkValue;
	  };

/** Changes of one thing are values of one setting or marks of one email. */
export function thingOf(change: FlipChange): string {
	switch (change.kind) {
		case 'mark':
			return `mark ${change.activityId}`;
		case 'address':
			return `address ${change.row.id} ${change.address}`;
		case 'formerPrefix':
			return `prefix ${change.prefix}`;
		case 'trackedFolder':
			return `folder ${JSON.stringify(change.path)} ${folderKey(change.folder)}`;
		default:
			return `${change.kind} ${JSON.stringify(change.path)}`;
	}
}

export function applyChange(environment: Environment, change: FlipChange): Environment {
	switch (change.kind) {
		case 'setting':
			return {
				...environment,
				[change.section]: { ...environment[change.section], [change.name]: change.after }
			};
		case 'filteringMethod':
			return withRow(environment, change.path, (row) => ({ ...row, incomingemailfilteringmethod: change.after }));
		case 'active':
			return withRow(environment, change.path, (row) => ({ ...row, active: change.after }));
		case 'mailbox':
			return withMailbox(environment, change.path, (mailbox) => ({ ...mailbox, [change.column]: change.after }));
		case 'processEmailsFrom':
			return withMailbox(environment, change.path, (mailbox) => ({
				...mailbox,
				[`${change.column}UtcMs` satisfies keyof Mailbox]: change.after
			}));
		case 'testAndEnable':
			return withMailbox(environment, change.path, (mailbox) => ({
				...mailbox,
				testedandenabledonUtcMs: change.after
			}));
		case 'trackedFolder':
			return withMailbox(environment, change.path, (mailbox) => ({
				...mailbox,
				trackedfolders:
					change.removes === null
						? [...mailbox.trackedfolders, { path: change.folder, regarding: null }]
						: mailbox.trackedfolders.toSpliced(change.removes, 1)
			}));
		case 'address':
			return withRow(environment, change.path, (row) => ({
				...row,
				emailaddresses: [...row.emailaddresses, change.address]
			}));
		case 'contact':
			return { ...environment, records: [...environment.records, change.record] };
		case 'formerPrefix': {
			const { organization } = environment;
			const trackingprefixhistory = [...organization.trackingprefixhistory, change.prefix];
			return { ...environment, organization: { ...organization, trackingprefixhistory } };
		}
		case 'mark':
			return { ...environment, marks: withMark(environment.marks, change, change.after) };
	}
}

/** By sha256, the mark names this one message; a Regarding that marks set stays. */
function withMark(
	marks: readonly Mark[],
	message: Pick<MessageFacts, 'sha256' | 'messageId'>,
	tracked: MarkValue
): readonly Mark[] {
	const key = message.messageId === null ? null : messageIdKey(message.messageId);
	const isExact = (mark: Mark) => mark.sha256 === message.sha256;
	const names = (mark: Mark) =>
		isExact(mark) ||
		(mark.sha256 === undefined && mark.messageid !== undefined && messageIdKey(mark.messageid) === key);
	// A new mark by sha256 goes before those by messageid; without one, all that name the message give way.
	const others = marks.flatMap((mark): Mark[] => {
		if (mark.tracked === undefined || !(tracked === null ? names(mark) : isExact(mark))) return [mark];
		const { tracked: _given, ...rest } = mark;
		return rest.regarding === undefined ? [] : [rest];
	});
	return tracked === null ? others : [...others, { sha256: message.sha256, tracked }];
}

type Receiver = Environment['users'][number] | Environment['queues'][number];

function withRow(environment: Environment, [list, index]: FlipPath, change: (row: Receiver) => Receiver): Environment {
	return list === 'users'
		? {
				...environment,
				users: environment.users.map((user, at) => (at === index ? { ...user, ...change(user) } : user))
			}
		: {
				...environment,
				queues: environment.queues.map((queue, at) => (at === index ? { ...queue, ...change(queue) } : queue))
			};
}

function withMailbox(
	environment: Environment,
	[, index]: FlipPath,
	change: (mailbox: Mailbox) => Mailbox
): Environment {
	return {
		...environment,
		mailboxes: environment.mailboxes.map((mailbox, at) => (at === index ? change(mailbox) : mailbox))
	};
}

/** Changes of the users, queues, mailboxes and records that this email is about. */
import type { FilteringMethod, Mailbox } from '../../domain/environment';
import { folderAt, isBelowInbox, isInboxRoot, sameFolder } from '../scope/folder';
import { staysOf, wasSeen } from '../scope/stays';
import { thingOf, type FlipChange, type MailboxColumn } from './change';
import { otherFilteringMethods } from './settings';
import { placeOf, type FlipTarget, type ReceiverPlace } from './target';

/** Unknown addresses of one email that are tried. */
const maxAddresses = 5;
/** Owners to whom an address is added where no mailbox holds the email. */
const maxOwners = 10;

export function filteringMethods({ environment, receivers }: FlipTarget): FlipChange[] {
	return receivers.flatMap(({ list, index, row }) => {
		const before: FilteringMethod = environment[list][index]?.incomingemailfilteringmethod ?? 1;
		const path = [list, index, 'incomingemailfilteringmethod'];
		return otherFilteringMethods(before).map((after): FlipChange => ({
			kind: 'filteringMethod',
			path,
			row,
			before,
			after
		}));
	});
}

export function activeReceivers({ receivers }: FlipTarget): FlipChange[] {
	return receivers.map(({ list, index, row }) => {
		const path = [list, index, 'active'];
		return { kind: 'active', path, row, before: row.active, after: !row.active };
	});
}

/** Values that let a mailbox be synchronized; those that stop it only where somebody would choose them to that end. */
const COLUMN_VALUES = {
	enabledforincomingemail: [true, false],
	incomingemaildeliverymethod: [2, 0],
	emailrouteraccessapproval: [1],
	incomingemailstatus: [1]
} as const satisfies Readonly<Record<MailboxColumn, readonly Mailbox[MailboxColumn][]>>;
const COLUMNS: readonly MailboxColumn[] = [
	'enabledforincomingemail',
	'incomingemaildeliverymethod',
	'emailrouteraccessapproval',
	'incomingemailstatus'
];

export function mailboxColumns({ mailboxes }: FlipTarget): FlipChange[] {
	return mailboxes.flatMap(({ mailbox, index }) =>
		COLUMNS.flatMap((column) => {
			const before = mailbox[column];
			const values: readonly (boolean | number)[] = COLUMN_VALUES[column];
			return values
				.filter((after) => after !== before)
				.map((after): FlipChange => ({
					kind: 'mailbox',
					path: ['mailboxes', index, column],
					mailboxId: mailbox.id,
					column,
					before,
					after
				}));
		})
	);
}

/** Down to when this email was received; the later of the two dates applies, so lowering one may not be enough. */
export function processEmailsFrom({ mailboxes, message }: FlipTarget): FlipChange[] {
	const after = message.receivedAtUtcMs;
	if (after === null) return [];
	return mailboxes.flatMap(({ mailbox, index }) =>
		(['processemailreceivedafter', 'profileprocessemailsreceivedafter'] as const).flatMap((column): FlipChange[] => {
			const before = mailbox[`${column}UtcMs`];
			const path = ['mailboxes', index, column];
			return before === null || before <= after
				? []
				: [{ kind: 'processEmailsFrom', path, mailboxId: mailbox.id, column, before, after }];
		})
	);
}

/**
 * Test & Enable Mailbox when the email had come to the Inbox for the last time: it looks again at all that lies there
 * from Process Emails From on.
 */
export function testAndEnable({ holdings, environment, message }: FlipTarget): FlipChange[] {
	const receivedAt = message.receivedAtUtcMs;
	if (receivedAt === null) return [];
	return holdings.flatMap(({ mailbox, folder, moves }): FlipChange[] => {
		const stays = [receivedAt, ...moves.map(({ atUtcMs }) => atUtcMs).filter((atUtcMs) => atUtcMs > receivedAt)];
		const after = stays.findLast((atUtcMs) => isInboxRoot(folderAt(folder, moves, atUtcMs)));
		const before = mailbox.testedandenabledonUtcMs;
		const index = environment.mailboxes.indexOf(mailbox);
		const path = ['mailboxes', index, 'testedandenabledon'];
		return after === undefined || after === before
			? []
			: [{ kind: 'testAndEnable', path, mailboxId: mailbox.id, before, after }];
	});
}

/** A folder below the Inbox in which the mailbox came upon the email, made a tracked one or no longer one. */
export function trackedFolders({ holdings, environment, message }: FlipTarget): FlipChange[] {
	const changes = new Map<string, FlipChange>();
	for (const holding of holdings) {
		const { mailbox } = holding;
		const path = ['mailboxes', environment.mailboxes.indexOf(mailbox), 'trackedfolders'];
		for (const { folder } of staysOf(holding, message.receivedAtUtcMs, isBelowInbox).filter(wasSeen)) {
			const at = mailbox.trackedfolders.findIndex((tracked) => sameFolder(tracked.path, folder));
			const removes = at < 0 ? null : at;
			const change: FlipChange = { kind: 'trackedFolder', path, mailboxId: mailbox.id, folder, removes };
			changes.set(thingOf(change), change);
		}
	}
	return [...changes.values()];
}

/**
 * An address in To or Cc that no row has is added to the owners of the mailboxes that hold the email, or where none
 * does, to owners who have an address of the same domain.
 */
export function addresses({ decisions, environment, holdings, message }: FlipTarget): FlipChange[] {
	const { scope } = decisions;
	if (scope === null) return [];
	const unknown = new Set(
		[...message.to, ...message.cc]
			.map(({ address }) => address.trim())
			.filter((address) => address !== '' && scope.receivers.directory.rowsWith(address).length === 0)
	);
	const holders = holdings.map(({ mailbox }) => mailbox);
	return [...unknown].slice(0, maxAddresses).flatMap((address) => {
		const owners = ownersOf(holders.length > 0 ? holders : environment.mailboxes).filter(
			(place) => holders.length > 0 || hasAddressAt(place, domainOf(address))
		);
		return owners.slice(0, maxOwners).map(({ list, index, row }): FlipChange => ({
			kind: 'address',
			path: [list, index, 'emailaddresses'],
			row,
			address
		}));
	});

	function ownersOf(mailboxes: readonly Mailbox[]): readonly ReceiverPlace[] {
		const ids = new Set(mailboxes.flatMap(({ ownerid }) => ownerid ?? []));
		return [...ids].flatMap((id) => placeOf(environment, id) ?? []);
	}

	function hasAddressAt({ list, index }: ReceiverPlace, domain: string): boolean {
		return environment[list][index]?.emailaddresses.some((own) => domainOf(own) === domain) ?? false;
	}
}

/** A contact for a sender whom no row has. */
export function contacts({ decisions, environment, message }: FlipTarget): FlipChange[] {
	const { scope } = decisions;
	const address = message.from?.address.trim() ?? '';
	if (scope === null || address === '' || scope.receivers.directory.rowsWith(address).length > 0) return [];
	const record = {
		id: `contact of ${address}`,
		table: 'contact',
		name: message.from?.name.trim() || address,
		emailaddresses: [address],
		ownerid: null,
		active: true,
		createdonUtcMs: null
	};
	return [{ kind: 'contact', path: ['records', environment.records.length], record }];
}

function domainOf(address: string): string {
	return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

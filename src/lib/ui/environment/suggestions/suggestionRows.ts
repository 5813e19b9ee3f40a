/** Suggestions as rows of the environment's lists. */
import type { ActiveEnvironment, EnvironmentFileContent } from '$lib/state/environment.svelte';
import { rowsOf, type ListName, type Row } from '$lib/state/environmentDraft';
import type { SuggestedAddress, Suggestions, SuggestionsFound } from '$lib/state/suggestions.svelte';
import { mailboxes as mailboxList } from '../lists/mailboxes';
import { LISTS } from '../lists/registry';

type PlacementFound = SuggestionsFound['placements'][number];

export type Kind = 'users' | 'queues' | 'records' | 'mailboxes' | 'placements';

/** What the draft lacks of the suggestions; a mailbox for each user and queue among them. */
export interface Offer {
	readonly users: readonly SuggestedAddress[];
	readonly queues: readonly SuggestedAddress[];
	readonly records: readonly SuggestedAddress[];
	readonly mailboxes: readonly SuggestedAddress[];
	readonly placements: readonly PlacementFound[];
}

export function keyOf(kind: Kind, name: string): string {
	return `${kind} ${name}`;
}

export function offerOf(found: SuggestionsFound, draft: EnvironmentFileContent): Offer {
	const described = new Set(
		(['users', 'queues', 'records'] as const).flatMap((list) => rowsOf(draft, list).flatMap(addressesOf))
	);
	const isNew = ({ address }: SuggestedAddress): boolean => !described.has(address);
	const placed = new Set(rowsOf(draft, 'placements').map(({ files }) => files));
	const users = found.users.filter(isNew);
	const queues = found.queues.filter(isNew);
	return {
		users,
		queues,
		records: found.records.filter(isNew),
		mailboxes: [...users, ...queues],
		placements: found.placements.filter(({ files }) => !placed.has(files))
	};
}

/** A mailbox goes with its owner. */
export function isOwnerTicked(
	suggestions: Suggestions,
	offer: Offer,
	{ address, preselected }: SuggestedAddress
): boolean {
	const kind = offer.users.some((user) => user.address === address) ? 'users' : 'queues';
	return suggestions.isTicked(keyOf(kind, address), preselected);
}

/** Adds what is ticked to the draft; returns how many rows that were. */
export function addTicked(environment: ActiveEnvironment, suggestions: Suggestions, offer: Offer): number {
	const ticked = (kind: 'users' | 'queues' | 'records'): readonly SuggestedAddress[] =>
		offer[kind].filter(({ address, preselected }) => suggestions.isTicked(keyOf(kind, address), preselected));
	const owners = offer.mailboxes.filter(
		(owner) => isOwnerTicked(suggestions, offer, owner) && suggestions.isTicked(keyOf('mailboxes', owner.address), true)
	);
	const { methods } = suggestions;
	let added = add(
		'users',
		ticked('users').map(({ name, address, aliases }) => ({
			fullname: name,
			emailaddresses: [address, ...aliases],
			incomingemailfilteringmethod: methods.users,
			active: true
		}))
	);
	added += add(
		'queues',
		ticked('queues').map(({ name, address }) => ({
			name,
			emailaddresses: [address],
			incomingemailfilteringmethod: methods.queues
		}))
	);
	added += add(
		'records',
		ticked('records').map(({ table, name, address }) => ({ table, name, emailaddresses: [address], active: true }))
	);
	added += add(
		'mailboxes',
		owners.flatMap(({ address }) => {
			const ownerid = ownerOf(address);
			return ownerid === null ? [] : [{ ...mailboxList.create(), ownerid }];
		})
	);
	const folders = offer.placements.filter(({ files, preselected }) =>
		suggestions.isTicked(keyOf('placements', files), preselected)
	);
	added += add(
		'placements',
		folders.flatMap(({ files, folder, address }) => {
			const mailboxid = mailboxOf(ownerOf(address));
			return mailboxid === null ? [] : [{ files, mailboxid, folder }];
		})
	);
	environment.openRow = null;
	return added;

	function add(list: ListName, rows: readonly Row[]): number {
		const naming = LISTS.find(({ name }) => name === list)?.naming ?? null;
		if (rows.length > 0) environment.addRows(list, rows, naming);
		return rows.length;
	}

	function ownerOf(address: string): string | null {
		const { draft } = environment;
		if (draft === null) return null;
		const owner = [...rowsOf(draft, 'users'), ...rowsOf(draft, 'queues')].find((row) =>
			addressesOf(row).includes(address)
		);
		return typeof owner?.id === 'string' ? owner.id : null;
	}

	function mailboxOf(ownerid: string | null): string | null {
		const { draft } = environment;
		if (draft === null || ownerid === null) return null;
		const mailbox = rowsOf(draft, 'mailboxes').find((row) => row.ownerid === ownerid);
		return typeof mailbox?.id === 'string' ? mailbox.id : null;
	}
}

function addressesOf({ emailaddresses }: Row): string[] {
	return Array.isArray(emailaddresses) ? emailaddresses.map((address) => String(address).toLowerCase()) : [];
}

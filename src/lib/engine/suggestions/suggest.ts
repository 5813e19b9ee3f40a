/**
 * What an environment could describe, read off the mail: our domains, users, queues, contacts, and where files lay. Each
 * suggestion says what speaks for it. One pass over the messages, so 20,000 of them take well under a second.
 */
import type { AutoReplyClass } from '../../domain/decision';
import type { Environment } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import { globPattern } from '../scope/glob';
import { displayName, isRobot, readAddressBook, type AddressBook, type AddressUse, type Exchange } from './addressBook';
import { suggestDomains, type Confidence, type DomainSuggestion } from './domains';
import { readFolders } from './folders';
import { folded, isRole, looksLikePerson, nameFromAddress } from './localParts';
import { suggestPlacements, type PlacementFound } from './placements';

export type { Confidence, DomainSuggestion, PlacementFound };

export interface AddressFound {
	readonly address: string;
	/** Further addresses of the same person: of our domains, under the same display name. */
	readonly aliases: readonly string[];
	/** The most frequent display name, else one made of the address. */
	readonly name: string;
	readonly table: 'systemuser' | 'queue' | 'contact' | 'account';
	readonly why:
		/** Own addresses. */
		| 'personWrites'
		| 'personOnlyReceives'
		| 'roleAddress'
		| 'onlyReceives'
		/** Others. */
		| 'conversation'
		| 'writesToUs'
		| 'weWriteTo';
	readonly confidence: Confidence;
	readonly preselected: boolean;
	/** Messages From it; with it in To, Cc, Bcc or Delivered-To; From it and answered by somebody else. */
	readonly from: number;
	readonly to: number;
	readonly answered: number;
	/** For contacts: messages between it and our addresses. */
	readonly withUs: number;
	/** Position of a message that uses it. */
	readonly example: number;
}

export interface Found {
	readonly messages: number;
	readonly domains: readonly DomainSuggestion[];
	/** Those taken as ours. */
	readonly ownDomains: readonly string[];
	/** The likeliest first, at most 300 of each; `total` counts all. */
	readonly users: readonly AddressFound[];
	readonly queues: readonly AddressFound[];
	readonly records: readonly AddressFound[];
	readonly total: { readonly users: number; readonly queues: number; readonly records: number };
	readonly placements: readonly PlacementFound[];
	/** Mailing lists of our domains, which are nobody's mailbox. */
	readonly lists: readonly string[];
}

const maxListed = 300;
const maxLists = 50;
/** An own address that only receives is likelier to be read by somebody the more it receives. */
const receivesOften = 3;

export interface SuggestInput {
	/** In processing order. */
	readonly messages: readonly MessageFacts[];
	readonly environment: Environment;
	classOf(position: number): AutoReplyClass;
	pathsOf(position: number): readonly string[];
	/** Null: those that the mail speaks for. */
	readonly ownDomains: readonly string[] | null;
}

export function suggest({ messages, environment, classOf, pathsOf, ownDomains }: SuggestInput): Found {
	const book = readAddressBook(messages, classOf);
	const folders = readFolders(messages.length, pathsOf);
	const domains = suggestDomains(book, folders);
	const own = new Set(ownDomains ?? domains.filter(({ preselected }) => preselected).map(({ domain }) => domain));
	const described = describedAddresses(environment);
	const isNew = ({ address }: AddressUse): boolean => !described.has(address);

	const ours = [...book.uses.values()].filter(({ domain }) => own.has(domain));
	const people = ours.filter((use) => isNew(use) && !use.isList && !isRobot(use)).map(ownAddress);
	const users = mergedByName(people.filter(({ table }) => table === 'systemuser').sort(likeliestFirst));
	const queues = people.filter(({ table }) => table === 'queue').sort(likeliestFirst);
	const records = contactsOf(book, own)
		.filter(({ address }) => !described.has(address))
		.sort(likeliestFirst);
	const patterns = environment.placements.map(({ files }) => globPattern(files));
	const unplaced = folders.filter(({ path }) => !patterns.some((pattern) => pattern.test(`${path}/a.eml`)));
	return {
		messages: messages.length,
		domains,
		ownDomains: [...own],
		users: users.slice(0, maxListed),
		queues: queues.slice(0, maxListed),
		records: records.slice(0, maxListed),
		total: { users: users.length, queues: queues.length, records: records.length },
		placements: suggestPlacements(unplaced, book, own),
		lists: ours
			.filter(({ isList }) => isList)
			.map(({ address }) => address)
			.slice(0, maxLists)
	};
}

function ownAddress(use: AddressUse): AddressFound {
	const given = displayName(use);
	const person = looksLikePerson(use.address, given);
	const name = given || nameFromAddress(use.address);
	if (isRole(use.address)) return found(use, name, 'queue', 'roleAddress', use.to > 0 ? 'high' : 'medium');
	if (use.fromPerson > 0) {
		const sure = use.fromPerson > 1 || use.answered > 0 || (use.to > 0 && person);
		return found(use, name, 'systemuser', 'personWrites', sure ? 'high' : 'medium');
	}
	const confidence = use.to >= receivesOften || use.deliveredTo > 0 ? 'medium' : 'low';
	return person
		? found(use, name, 'systemuser', 'personOnlyReceives', confidence)
		: found(use, name, 'queue', 'onlyReceives', confidence);
}

/** Two addresses of ours under one person's name are one user's. The likelier one stands for both. */
function mergedByName(users: readonly AddressFound[]): AddressFound[] {
	const byName = new Map<string, AddressFound>();
	for (const user of users) {
		const name = folded(user.name);
		// A name of one word is too common to tell people apart.
		const key = name.includes(' ') ? name : user.address;
		const first = byName.get(key);
		byName.set(
			key,
			first
				? {
						...first,
						aliases: [...first.aliases, user.address],
						from: first.from + user.from,
						to: first.to + user.to,
						answered: first.answered + user.answered
					}
				: user
		);
	}
	return [...byName.values()];
}

/** Of people outside: those who write to us or whom we write to. */
function contactsOf({ uses, exchanges }: AddressBook, own: ReadonlySet<string>): AddressFound[] {
	const dealings = new Map<AddressUse, { toUs: number; fromUs: number; answers: number }>();
	const dealingOf = (use: AddressUse) => {
		let dealing = dealings.get(use);
		if (!dealing) dealings.set(use, (dealing = { toUs: 0, fromUs: 0, answers: 0 }));
		return dealing;
	};
	const isOwn = (use: AddressUse | null): boolean => use !== null && own.has(use.domain);
	for (const exchange of exchanges) countDealings(exchange, isOwn, dealingOf);

	const contacts: AddressFound[] = [];
	for (const [use, { toUs, fromUs, answers }] of dealings) {
		if (!uses.has(use.address) || isOwn(use) || use.isList || isRobot(use)) continue;
		const name = displayName(use) || nameFromAddress(use.address);
		const table = isRole(use.address) ? 'account' : 'contact';
		const withUs = toUs + fromUs;
		const [why, confidence] =
			answers > 0 || (toUs > 0 && fromUs > 0)
				? (['conversation', 'high'] as const)
				: toUs > 0
					? (['writesToUs', toUs > 1 ? 'medium' : 'low'] as const)
					: (['weWriteTo', 'low'] as const);
		contacts.push({ ...found(use, name, table, why, confidence), withUs });
	}
	return contacts;
}

function countDealings(
	{ sender, recipients, byPerson, answers }: Exchange,
	isOwn: (use: AddressUse | null) => boolean,
	dealingOf: (use: AddressUse) => { toUs: number; fromUs: number; answers: number }
): void {
	if (isOwn(sender)) {
		for (const use of recipients) if (!isOwn(use)) dealingOf(use).fromUs++;
		if (answers && !isOwn(answers)) dealingOf(answers).answers++;
	} else if (sender && byPerson && recipients.some(isOwn)) {
		dealingOf(sender).toUs++;
		if (isOwn(answers)) dealingOf(sender).answers++;
	}
}

function found(
	{ address, from, to, answered, example }: AddressUse,
	name: string,
	table: AddressFound['table'],
	why: AddressFound['why'],
	confidence: Confidence
): AddressFound {
	const preselected = confidence !== 'low';
	return { address, aliases: [], name, table, why, confidence, preselected, from, to, answered, withUs: 0, example };
}

const ranks: Readonly<Record<Confidence, number>> = { high: 0, medium: 1, low: 2 };

function likeliestFirst(a: AddressFound, b: AddressFound): number {
	return (
		ranks[a.confidence] - ranks[b.confidence] || b.from + b.to - (a.from + a.to) || (a.address < b.address ? -1 : 1)
	);
}

function describedAddresses({ users, queues, records }: Environment): ReadonlySet<string> {
	return new Set(
		[...users, ...queues, ...records].flatMap(({ emailaddresses }) =>
			emailaddresses.map((address) => address.toLowerCase())
		)
	);
}

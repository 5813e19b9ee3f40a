/** Every address of the mail with how it is used: one pass over the messages, and a look-up of who answers whom. */
import type { AutoReplyClass } from '../../domain/decision';
import type { Address, MessageFacts } from '../../domain/message';
import { messageIdKey } from '../correlation/storedEmails';
import { domainOf, isRobotAddress } from './localParts';

/** Recipients of one message that are looked at; mass mail tells nothing more after these. */
const maxRecipients = 100;
/** Spellings of one display name that are counted. */
const maxSpellings = 10;
const maxNameLength = 100;

export interface AddressUse {
	/** Lower case. */
	readonly address: string;
	readonly domain: string;
	/** Messages From it. */
	from: number;
	/** Messages From it that no machine made. */
	fromPerson: number;
	/** Messages with it in To, Cc or Bcc, or, where it is in none of them, in Delivered-To. */
	to: number;
	deliveredTo: number;
	/** Messages From it that somebody else answers. */
	answered: number;
	/** A mailing list, by List-Id or List-Post. */
	isList: boolean;
	/** Position of the first message that uses it, From before the others. */
	example: number;
	exampleIsFrom: boolean;
	readonly spellings: Map<string, number>;
}

/** One message with its addresses looked up. */
export interface Exchange {
	readonly sender: AddressUse | null;
	/** Each once. */
	readonly recipients: readonly AddressUse[];
	readonly deliveredTo: readonly AddressUse[];
	/** A person wrote it, as far as its header fields tell. */
	readonly byPerson: boolean;
	/** Sender of the message that it answers. */
	readonly answers: AddressUse | null;
	/** It has a trace field: it was received by the mailbox it was saved from. */
	readonly wasReceived: boolean;
}

export interface AddressBook {
	readonly uses: ReadonlyMap<string, AddressUse>;
	/** By position. */
	readonly exchanges: readonly Exchange[];
}

/** `messages` in processing order; `classOf` by position. */
export function readAddressBook(
	messages: readonly MessageFacts[],
	classOf: (position: number) => AutoReplyClass
): AddressBook {
	const uses = new Map<string, AddressUse>();
	const lists = new Set<string>();
	const senders = new Map<string, AddressUse>();
	const exchanges: Exchange[] = [];

	messages.forEach((message, position) => {
		const list = listOfMessage(message);
		if (list) lists.add(list.address);
		const byPerson = isByPerson(classOf(position), list?.takesPosts ?? false);
		const sender = message.from === null ? null : useOf(message.from, position, true);
		const deliveredTo = unique(message.deliveredTo.map((address) => useOf({ name: '', address }, position, false)));
		const named = unique(
			[...message.to, ...message.cc, ...message.bcc]
				.slice(0, maxRecipients)
				.map((address) => useOf(address, position, false))
		);
		const recipients = [...new Set([...named, ...deliveredTo])];
		if (sender) {
			sender.from++;
			if (byPerson) sender.fromPerson++;
			if (message.messageId !== null && !senders.has(messageIdKey(message.messageId))) {
				senders.set(messageIdKey(message.messageId), sender);
			}
		}
		for (const use of recipients) use.to++;
		for (const use of deliveredTo) use.deliveredTo++;
		exchanges.push({
			sender,
			recipients,
			deliveredTo,
			byPerson,
			answers: null,
			wasReceived: message.receivedFrom === 'received'
		});
	});
	for (const address of lists) {
		const use = uses.get(address);
		if (use) use.isList = true;
	}
	return { uses, exchanges: exchanges.map((exchange, position) => withAnswer(exchange, messages[position])) };

	function useOf({ name, address }: Address, position: number, isFrom: boolean): AddressUse | null {
		const key = address.trim().toLowerCase();
		const domain = domainOf(key);
		if (domain === '' || key.startsWith('@')) return null;
		let use = uses.get(key);
		if (!use) {
			use = {
				address: key,
				domain,
				from: 0,
				fromPerson: 0,
				to: 0,
				deliveredTo: 0,
				answered: 0,
				isList: false,
				example: position,
				exampleIsFrom: isFrom,
				spellings: new Map()
			};
			uses.set(key, use);
		} else if (isFrom && !use.exampleIsFrom) {
			use.example = position;
			use.exampleIsFrom = true;
		}
		countSpelling(use, name);
		return use;
	}

	function withAnswer(exchange: Exchange, message: MessageFacts | undefined): Exchange {
		const parent = message?.inReplyTo.map((id) => senders.get(messageIdKey(id))).find(Boolean) ?? null;
		if (parent === null || parent === exchange.sender) return exchange;
		parent.answered++;
		return { ...exchange, answers: parent };
	}
}

/** A machine may speak in a person's name, so most of the mail counts. */
export function isRobot({ address, from, fromPerson }: AddressUse): boolean {
	return isRobotAddress(address) || (from > 0 && fromPerson * 2 < from);
}

/** The most frequent spelling of the display name; '' without any. */
export function displayName({ spellings }: AddressUse): string {
	let best = '';
	let most = 0;
	for (const [name, count] of spellings) {
		if (count > most) [best, most] = [name, count];
	}
	return best;
}

function countSpelling({ address, spellings }: AddressUse, name: string): void {
	const spelling = name.replace(/\s+/g, ' ').replace(/^['"\s]+|['"\s]+$/g, '');
	if (spelling === '' || spelling.length > maxNameLength || spelling.toLowerCase() === address) return;
	const count = spellings.get(spelling);
	if (count !== undefined) spellings.set(spelling, count + 1);
	else if (spellings.size < maxSpellings) spellings.set(spelling, 1);
}

function isByPerson(autoReply: AutoReplyClass, takesPosts: boolean): boolean {
	switch (autoReply) {
		case 'human':
		case 'auto-forwarded':
		case 'suppression-requested':
			return true;
		// A discussion list passes on what people write; a newsletter takes no posts.
		case 'list':
			return takesPosts;
		// The address answers on behalf of a person, who may write as well.
		case 'out-of-office':
		case 'read-receipt':
			return true;
		case 'auto-reply':
		case 'notification':
		case 'delivery-report':
		case 'feedback-report':
			return false;
	}
}

/** The list's own address: that of List-Post, else List-Id with its first dot for an @ (RFC 2919, RFC 2369). */
function listOfMessage({ listId, otherFields }: MessageFacts): { address: string; takesPosts: boolean } | null {
	const post = otherFields.find(({ name }) => name === 'List-Post')?.value;
	const posted = post === undefined ? null : /<mailto:([^>?\s]+)/i.exec(post);
	if (posted?.[1]) return { address: posted[1].toLowerCase(), takesPosts: true };
	if (listId === null) return null;
	const id = /<([^<>\s]+)>\s*$/.exec(listId)?.[1] ?? listId.trim();
	return { address: id.toLowerCase().replace('.', '@'), takesPosts: false };
}

function unique(uses: readonly (AddressUse | null)[]): AddressUse[] {
	return [...new Set(uses.filter((use) => use !== null))];
}

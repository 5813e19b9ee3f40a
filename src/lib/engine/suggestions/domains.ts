/** Which domains are likely ours: mail is dropped from our own mailboxes, so nearly all of it is to us or from us. */
import type { AddressBook } from './addressBook';
import type { FolderUse } from './folders';

export type Confidence = 'high' | 'medium' | 'low';

export interface DomainSuggestion {
	readonly domain: string;
	/** Messages with an address of the domain in From, To, Cc, Bcc or Delivered-To. */
	readonly messages: number;
	readonly from: number;
	readonly to: number;
	readonly deliveredTo: number;
	/** Messages From it in a folder of sent mail. */
	readonly inSentFolder: number;
	/** Distinct addresses. */
	readonly addresses: number;
	/** A provider of mailboxes for everybody. */
	readonly isPublic: boolean;
	readonly confidence: Confidence;
	readonly preselected: boolean;
}

const maxDomains = 30;

/** Mailboxes that anybody can have: many people, no organization. */
const publicDomains = new Set(
	[
		'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com icloud.com me.com mac.com',
		'aol.com proton.me protonmail.com gmx.de gmx.net gmx.com web.de t-online.de freenet.de mail.com mail.ru yandex.ru',
		'orange.fr free.fr laposte.net wanadoo.fr libero.it virgilio.it hotmail.fr hotmail.co.uk yahoo.co.uk yahoo.fr',
		'yahoo.de outlook.de btinternet.com comcast.net verizon.net att.net qq.com 163.com 126.com naver.com bluewin.ch',
		'ziggo.nl kpnmail.nl telenet.be skynet.be seznam.cz wp.pl o2.pl onet.pl interia.pl abv.bg rediffmail.com'
	].flatMap((line) => line.split(' '))
);

interface Tally {
	messages: number;
	from: number;
	to: number;
	deliveredTo: number;
	/** Messages in which the domain is on the side of the mailbox they were saved from. */
	ownSide: number;
	inSentFolder: number;
	lists: number;
	addresses: number;
}

/** At most 30, the likeliest first. */
export function suggestDomains({ uses, exchanges }: AddressBook, folders: readonly FolderUse[]): DomainSuggestion[] {
	const tallies = new Map<string, Tally>();
	const tallyOf = (domain: string): Tally => {
		let tally = tallies.get(domain);
		if (!tally) {
			tally = { messages: 0, from: 0, to: 0, deliveredTo: 0, ownSide: 0, inSentFolder: 0, lists: 0, addresses: 0 };
			tallies.set(domain, tally);
		}
		return tally;
	};
	for (const { domain, isList } of uses.values()) {
		const tally = tallyOf(domain);
		tally.addresses++;
		if (isList) tally.lists++;
	}
	for (const { sender, recipients, deliveredTo, wasReceived } of exchanges) {
		const from = sender?.domain ?? null;
		// A list's address is nobody's mailbox.
		const to = new Set(recipients.filter(({ isList }) => !isList).map(({ domain }) => domain));
		const delivered = new Set(deliveredTo.filter(({ isList }) => !isList).map(({ domain }) => domain));
		for (const domain of new Set(from === null ? to : [...to, from])) {
			const tally = tallyOf(domain);
			tally.messages++;
			if (from === domain) tally.from++;
			if (to.has(domain)) tally.to++;
			if (delivered.has(domain)) tally.deliveredTo++;
			if (wasReceived ? to.has(domain) : from === domain) tally.ownSide++;
		}
	}
	for (const folder of folders) {
		if (folder.kind !== 'sent') continue;
		for (const position of folder.positions) {
			const sender = exchanges[position]?.sender;
			if (sender) tallyOf(sender.domain).inSentFolder++;
		}
	}
	const total = Math.max(1, exchanges.length);
	const scored = [...tallies]
		.filter(([, { messages, lists, addresses }]) => messages > 0 && lists < addresses)
		.map(([domain, tally]) => ({ domain, tally, score: scoreOf(domain, tally, total) }))
		.sort((a, b) => b.score - a.score || (a.domain < b.domain ? -1 : 1))
		.slice(0, maxDomains);
	return scored.map(({ domain, tally }, rank) => suggestionOf(domain, tally, total, rank));
}

function scoreOf(domain: string, { messages, ownSide, deliveredTo, inSentFolder }: Tally, total: number): number {
	const score = (messages + ownSide + deliveredTo) / total + (inSentFolder > 0 ? 0.5 : 0);
	return publicDomains.has(domain) ? score / 4 : score;
}

function suggestionOf(domain: string, tally: Tally, total: number, rank: number): DomainSuggestion {
	const { messages, from, to, deliveredTo, inSentFolder, addresses } = tally;
	const isPublic = publicDomains.has(domain);
	const shown = inSentFolder > 0 || deliveredTo * 10 >= total;
	const [often, sometimes] = [messages * 10 >= total * 6, messages * 10 >= total * 3];
	const confidence: Confidence = isPublic
		? 'low'
		: shown || (rank === 0 && often)
			? 'high'
			: (rank === 0 && sometimes) || often
				? 'medium'
				: 'low';
	return {
		domain,
		messages,
		from,
		to,
		deliveredTo,
		inSentFolder,
		addresses,
		isPublic,
		confidence,
		preselected: !isPublic && (shown || (rank === 0 && sometimes))
	};
}

/** Threads and conversations in words. What the three words mean is in `engine/conversations/links.ts`. */
import type { LinkKind } from '../engine/conversations/links';
import type { Suspect } from '../engine/conversations/suspects';
import type { MessageMention, ThreadLink, ThreadMessage } from '../engine/conversations/view';
import { AUTO_REPLY_CLASS_LABELS, METHOD_LABELS, TRACKED_LABELS, type Tone } from './labels';
import { count } from './parts';

export const CONVERSATIONS_ABOUT =
	'Every thread as a whole: what Dynamics 365 links, and what the headers of the emails say besides. Emails that Dynamics 365 links make one conversation; a thread can hold several.';

export type ThreadChoiceName = 'several' | 'all' | 'suspects' | 'ghosts' | 'split' | 'merged';
/** In the order offered. */
export const THREAD_CHOICE_LABELS: Readonly<Record<ThreadChoiceName, string>> = {
	several: 'Several messages',
	all: 'All, single emails too',
	suspects: 'With suspect links',
	ghosts: 'With missing messages',
	split: 'Split: one reply chain, several conversations',
	merged: 'Merged: several reply chains, one conversation'
};

export const THREAD_SORT_LABELS = {
	latest: 'Latest first',
	size: 'Largest first',
	suspects: 'Most suspect links first'
} as const;

export const NO_THREADS: Readonly<Record<ThreadChoiceName, string>> = {
	several: 'No email of this case hangs on another one.',
	all: 'There are no emails.',
	suspects: 'No link looks wrong.',
	ghosts: 'No email names a message that is not here.',
	split: 'No reply chain falls into several conversations.',
	merged: 'No conversation holds several reply chains.'
};

export interface Mark {
	readonly label: string;
	readonly tone: Tone;
	readonly icon:
		'alert' | 'automatic' | 'linkBroken' | 'linkDashed' | 'minus' | 'question' | 'replies' | 'edit' | 'add';
	/** A whole sentence. */
	readonly means: string;
}

export const SUSPECT_MARKS: Readonly<Record<Suspect, Mark>> = {
	'token-reused': {
		label: 'Token of several conversations',
		tone: 'warn',
		icon: 'alert',
		means: 'Emails of different conversations carry the tracking token that links it, so the link may be wrong.'
	},
	'generic-subject-matched': {
		label: 'Generic subject',
		tone: 'warn',
		icon: 'alert',
		means: 'Smart matching went by one or two words, which other emails between these addresses may have, too.'
	},
	'smart-matching-participants': {
		label: 'Other participants',
		tone: 'warn',
		icon: 'alert',
		means: 'Smart matching alone links it, and the two emails do not go between the same addresses.'
	},
	'subject-changed': {
		label: 'Subject changed',
		tone: 'warn',
		icon: 'edit',
		means: 'It has another subject than the email it is linked to: perhaps a new matter in an old conversation.'
	},
	'named-elsewhere': {
		label: 'Headers name another conversation',
		tone: 'warn',
		icon: 'alert',
		means: 'Its In-Reply-To or References names an email of another conversation than the one it is linked to.'
	}
};

interface SplitOrMerged {
	readonly split: boolean;
	readonly merged: boolean;
}
export const SPLIT_MARK: Mark = {
	label: 'Split',
	tone: 'info',
	icon: 'linkBroken',
	means: 'A mail program shows one reply chain. Dynamics 365 does not link all of it: it has several conversations.'
};
export const MERGED_MARK: Mark = {
	label: 'Merged',
	tone: 'info',
	icon: 'add',
	means: 'A mail program shows several reply chains. Dynamics 365 has one conversation of them.'
};
export function threadMarks({ split, merged }: SplitOrMerged): readonly Mark[] {
	return [...(split ? [SPLIT_MARK] : []), ...(merged ? [MERGED_MARK] : [])];
}

/** "12 emails, 11 of them tracked, in 2 conversations; 1 missing message; 1 suspect link." */
export function threadFacts(thread: {
	readonly emails: number;
	readonly tracked: number;
	readonly conversations: number;
	readonly ghosts: number;
	readonly suspects: number;
}): string {
	const { emails, tracked, conversations, ghosts, suspects } = thread;
	const how =
		tracked === 0
			? 'none tracked'
			: `${tracked === emails ? (emails === 1 ? 'tracked' : 'all tracked') : `${tracked} tracked`}, ${conversations === 1 ? 'one conversation' : count(conversations, 'conversation')}`;
	return [
		`${count(emails, 'email')}: ${how}`,
		...(ghosts > 0 ? [count(ghosts, 'missing message')] : []),
		...(suspects > 0 ? [count(suspects, 'suspect link')] : [])
	].join('; ');
}

/** What a message shows besides its subject. `conversations` is how many the thread has: one needs no number. */
export function messageMarks(message: ThreadMessage, conversations: number): readonly Mark[] {
	if (message.kind === 'ghost') return [GHOST_MARK];
	const marks: Mark[] = [];
	const { tracked, conversation, suspects } = message;
	if (tracked !== 'yes') {
		const { label, tone } = TRACKED_LABELS[tracked];
		marks.push({
			label,
			tone,
			icon: tracked === 'no' ? 'minus' : 'question',
			means: 'It is no row of Dynamics 365, so nothing is linked to it.'
		});
	} else if (conversations > 1 && conversation !== null) {
		const means = 'Emails with the same number are linked in Dynamics 365.';
		marks.push({ label: `Conversation ${conversation}`, tone: 'info', icon: 'replies', means });
	}
	if (message.class !== 'human') {
		marks.push({
			label: AUTO_REPLY_CLASS_LABELS[message.class],
			tone: 'quiet',
			icon: 'automatic',
			means: 'A machine wrote or passed on this email.'
		});
	}
	return [...marks, ...suspects.map((suspect) => SUSPECT_MARKS[suspect])];
}

export const GHOST_MARK: Mark = {
	label: 'Missing message',
	tone: 'quiet',
	icon: 'linkBroken',
	means: 'In-Reply-To or References of other emails names it, but no file of this case has this Message-ID.'
};

/** "number 3", or "a missing message". */
function named(to: MessageMention): string {
	return to.kind === 'ghost' ? 'a missing message' : `number ${to.number}`;
}

/** How a message hangs on the one above it, with a capital letter and without a full stop. */
export function linkText({ kind, method, to }: ThreadLink, from: ThreadMessage['kind'] = 'email'): string {
	if (from === 'ghost') return `Named after ${named(to)} in References`;
	const by = method === null ? 'no method' : METHOD_LABELS[method];
	switch (kind) {
		case 'linked':
			return `Linked by ${by} to ${named(to)}`;
		case 'emailNotTracked':
			return `Would be linked by ${by} to ${named(to)} if it were tracked`;
		case 'parentNotTracked':
			return `Would be linked by InReplyTo to ${named(to)} if that one were tracked`;
		case 'parentLater':
			return `Answers ${named(to)}, which came in later, so there was nothing to link to`;
		case 'notTaken':
			return `Names ${named(to)} in In-Reply-To, but InReplyTo does not link it: switched off, a forward, or undecided`;
		case 'references':
			return `Names ${named(to)} in References only, which no method reads`;
		case 'ghost':
			return `Answers ${named(to)}`;
		case 'copy':
			return `Has the same Message-ID as ${named(to)}: a copy`;
	}
}

/** "Also names number 2 in References". */
export function elsewhereText({ kind, to }: ThreadLink): string {
	return `Also names ${named(to)} in ${kind === 'references' ? 'References' : 'In-Reply-To'}`;
}

/** On a line of the timeline. */
export function shortLinkText({ kind, method }: ThreadLink): string {
	return method !== null && kind === 'linked' ? METHOD_LABELS[method] : SHORT_LINKS[kind];
}

const SHORT_LINKS: Readonly<Record<LinkKind, string>> = {
	linked: 'linked',
	emailNotTracked: 'not tracked',
	parentNotTracked: 'not linked',
	parentLater: 'not linked',
	notTaken: 'not linked',
	references: 'References',
	ghost: 'missing',
	copy: 'copy'
};

/** Everything that a drawing says of a message, for those who do not see it. */
export function messageText(message: ThreadMessage, conversations: number, received: string): string {
	const title =
		message.kind === 'ghost'
			? `Missing message ${message.messageId}`
			: `Number ${message.number}, ${message.subject?.trim() || 'no subject'}`;
	const marks = messageMarks(message, conversations).filter((mark) => mark !== GHOST_MARK);
	const elsewhere = message.kind === 'email' ? message.elsewhere.map(elsewhereText) : [];
	return [
		title,
		...(message.kind === 'email' && message.from ? [`From ${message.from}`] : []),
		...(received === '' ? [] : [received]),
		...(message.link ? [linkText(message.link, message.kind)] : []),
		...marks.map(({ label }) => label),
		...elsewhere
	].join('. ');
}

export interface LegendEntry {
	readonly line: 'solid' | 'dashed';
	readonly label: string;
	readonly means: string;
}
export const LEGEND: readonly LegendEntry[] = [
	{
		line: 'solid',
		label: 'Linked',
		means: 'correlatedactivityid holds the email above; the method is written beside it.'
	},
	{
		line: 'dashed',
		label: 'Not linked in Dynamics 365',
		means:
			'References alone, an answer to a missing message, to an email that is not tracked or came in later, or a copy.'
	}
];

/** What several rules read of the facts, each in one way. */
import type { HeaderFact, HeaderRef, MessageFacts, AUTO_REPLY_FIELDS } from '../../domain/message';
import { isAutomatic, parseAutoSubmitted } from './autoSubmitted';

export type AutoReplyField = (typeof AUTO_REPLY_FIELDS)[number];

/** The first field of that name, or null. */
export function firstField(facts: MessageFacts, name: AutoReplyField): HeaderFact | null {
	for (const field of facts.otherFields) if (field.name === name) return field;
	return null;
}

export function hasField(facts: MessageFacts, name: AutoReplyField): boolean {
	return facts.otherFields.length > 0 && firstField(facts, name) !== null;
}

export function firstOccurrence(field: string): HeaderRef {
	return { field, occurrence: 0 };
}

export function refOf(field: HeaderFact): HeaderRef {
	return { field: field.name, occurrence: field.occurrence };
}

/** The Auto-Submitted keyword when it says that no person wrote the message, else null. */
export function automaticKeyword(facts: MessageFacts): string | null {
	if (facts.autoSubmitted === null) return null;
	const { keyword } = parseAutoSubmitted(facts.autoSubmitted);
	return isAutomatic(keyword) ? keyword : null;
}

const REPORT = /^\s*multipart\/report(?=[\s;(]|$)/i;
const REPORT_TYPE = /;[\s]*report-type[\s]*=[\s]*"?([^\s";()]*)/i;
const QUOTED_STRINGS = /=\s*"((?:[^"\\]|\\.)*)"/g;

export function isReport(facts: MessageFacts): boolean {
	return facts.contentType !== null && REPORT.test(facts.contentType);
}

/** Lower-case report-type of a multipart/report (RFC 6522), '' without one; null for another media type. */
export function reportType(facts: MessageFacts): string | null {
	const { contentType } = facts;
	if (contentType === null || !isReport(facts)) return null;
	// A boundary may hold anything, so semicolons within quotes must not start a parameter.
	const plain = contentType.replace(QUOTED_STRINGS, (_, text: string) => `="${text.replace(/;/g, '')}"`);
	return REPORT_TYPE.exec(plain)?.[1]?.toLowerCase() ?? '';
}

export function hasPart(facts: MessageFacts, contentType: string): boolean {
	for (const part of facts.bodyParts) if (part.contentType === contentType) return true;
	return false;
}

/** RFC 5321 section 4.5.5: reports and automatic answers travel with `<>` so that nobody answers them. */
export function hasNullReturnPath(facts: MessageFacts): boolean {
	return facts.returnPath !== null && /^\s*<\s*>\s*$/.test(facts.returnPath);
}

/** Part of the sender's address before the @, lower case. */
export function senderLocalPart(facts: MessageFacts): string {
	const address = facts.from?.address ?? '';
	const at = address.lastIndexOf('@');
	return (at < 0 ? address : address.slice(0, at)).toLowerCase();
}

const NO_REPLY = /^(?:.*[._+-])?(?:no|do[._-]?not|never)[._-]?reply(?:[._+-].*)?$/;

/** An address that announces that nobody reads answers. */
export function isNoReplySender(facts: MessageFacts): boolean {
	return isNoReplyLocalPart(senderLocalPart(facts));
}

/** @param localPart lower case */
export function isNoReplyLocalPart(localPart: string): boolean {
	return NO_REPLY.test(localPart);
}

/** Lower case, one space between words, composed, without `[EXTERNAL]`-like tags and reply prefixes at the front. */
export function plainSubject(facts: MessageFacts): string {
	let subject = (facts.subject ?? '').slice(0, maxSubjectCharacters).normalize('NFC').toLowerCase();
	subject = subject.replace(/[\s\u200e\u200f\ufeff]+/g, ' ').trim();
	for (let rounds = 0; rounds < 5; rounds++) {
		const shorter = subject.replace(TAG_OR_REPLY_PREFIX, '');
		if (shorter === subject) break;
		subject = shorter;
	}
	return subject;
}

/** A prefix stands at the front; more than this is never compared. */
const maxSubjectCharacters = 200;
const TAG_OR_REPLY_PREFIX =
	/^(?:\[[^\]]{1,30}\]|\*{2,5}[^*]{1,20}\*{2,5}|(?:re|aw|sv|antw?|r[eé]f|rép|odp|回复)\s?[:：])\s*/;

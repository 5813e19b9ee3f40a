/** Header fields that speak of automatic mail, reduced to what the rules of the classes read of them. */
import type { HeaderFact, MessageFacts } from '../../domain/message';
import { parseAutoSubmitted } from '../../engine/autoreply/autoSubmitted';
import { isListReturnPath } from '../../engine/autoreply/list';
import { hasNullReturnPath, isReport, reportType } from '../../engine/autoreply/reading';
import { keyedAddressText } from './addresses';
import { lettersOf, type HmacOf } from './keys';

const keywords = new Set(['', 'no', 'auto-generated', 'auto-replied', 'auto-notified', 'auto-forwarded']);
/** Values of Precedence and X-Auto-Response-Suppress, and those that mean "no". */
const knownValues = new Set([
	...['', 'no', 'none', 'false', '0', 'yes', 'true', '1'],
	...['list', 'bulk', 'junk', 'auto_reply', 'auto-reply', 'autoreply', 'normal', 'first-class', 'special-delivery'],
	...['all', 'oof', 'dr', 'ndr', 'rn', 'nrn']
]);
const reportTypes = new Set(['', 'delivery-status', 'disposition-notification', 'feedback-report']);
const mediaTypes = new Set([
	...['text/plain', 'text/html', 'text/calendar', 'text/rfc822-headers', 'application/pdf', 'application/octet-stream'],
	...['multipart/mixed', 'multipart/alternative', 'multipart/related', 'multipart/signed', 'multipart/encrypted'],
	...['multipart/report', 'message/rfc822', 'message/global', 'message/delivery-status', 'message/feedback-report'],
	...[
		'message/global-delivery-status',
		'message/disposition-notification',
		'message/partial',
		'image/png',
		'image/jpeg'
	],
	...['image/gif', 'application/pkcs7-mime', 'application/pkcs7-signature', 'application/pgp-signature'],
	...['application/x-microsoft-rpmsg-message', 'application/vnd.ms-rpmsg']
]);

export function keyedAutoSubmitted(value: string, hmacOf: HmacOf): string {
	const { keyword, comment } = parseAutoSubmitted(value);
	const known = keywords.has(keyword) ? keyword : `x-${token(keyword, hmacOf)}`;
	return /\bvacation\b/i.test(comment) ? `${known} (vacation)` : known;
}

/** A word or a list of words; those that are not known become one token. */
export function keyedValue(value: string, hmacOf: HmacOf): string {
	const words = value.trim().split(/[\s,;]+/);
	const known = words.filter((word) => knownValues.has(word.toLowerCase()));
	return [...known, ...(known.length < words.length ? [token(value, hmacOf)] : [])].join(', ');
}

export function keyedReturnPath(facts: MessageFacts, hmacOf: HmacOf): string | null {
	const { returnPath } = facts;
	if (returnPath === null || hasNullReturnPath(facts)) return returnPath === null ? null : '<>';
	const address = /[^\s<>]+@[^\s<>]+/.exec(returnPath)?.[0];
	const keyed = address === undefined ? token(returnPath, hmacOf) : keyedAddressText(address, hmacOf);
	return `<${isListReturnPath(returnPath) ? 'owner-' : ''}${keyed}>`;
}

/** The media type, and of a report what it reports on. */
export function keyedContentType(facts: MessageFacts): string | null {
	const { contentType } = facts;
	if (contentType === null) return null;
	if (!isReport(facts)) {
		const known = keyedMediaType(contentType.split(';')[0] ?? '');
		// What is no report must not become one.
		return known === 'multipart/report' ? 'multipart/mixed' : known;
	}
	const type = reportType(facts) ?? '';
	return `multipart/report${type === '' ? '' : `; report-type=${reportTypes.has(type) ? type : 'x-other'}`}`;
}

export function keyedMediaType(text: string): string {
	const type = text.trim().toLowerCase();
	if (mediaTypes.has(type)) return type;
	const [top] = type.split('/');
	if (top === 'multipart') return 'multipart/mixed';
	return top === 'text' ? 'text/plain' : top === 'message' ? 'message/x-other' : 'application/octet-stream';
}

export function keyedField({ name, occurrence, value }: HeaderFact, hmacOf: HmacOf): HeaderFact {
	return { name, occurrence, value: keyedFieldValue(name, value, hmacOf) };
}

function keyedFieldValue(name: string, value: string, hmacOf: HmacOf): string {
	switch (name) {
		case 'Auto-Submitted':
			return keyedAutoSubmitted(value, hmacOf);
		case 'Precedence':
		case 'X-Precedence': {
			// Only the beginning is read.
			const first = /^\s*(?:auto[_-]?reply|list|bulk|junk)\b/i.exec(value)?.[0].trim();
			return first ?? token(value, hmacOf);
		}
		case 'X-Auto-Response-Suppress':
			return keyedValue(value, hmacOf);
		case 'X-Forwarded-For':
		case 'X-Forwarded-To':
			return token(value, hmacOf) + (value.includes('@') ? '@example' : '');
		case 'X-MS-Exchange-Generated-Message-Source':
			return /mailbox rules agent/i.test(value) ? 'Mailbox Rules Agent' : token(value, hmacOf);
		default:
			return knownValues.has(value.trim().toLowerCase()) ? value.trim() : token(value, hmacOf);
	}
}

function token(text: string, hmacOf: HmacOf): string {
	return lettersOf(hmacOf('other', text), 0);
}

/** Addresses, domains, Message-IDs and conversation indexes. */
import type { Address } from '../../domain/message';
import { isMailSystemLocalPart, isMailSystemName } from '../../engine/autoreply/failureSubject';
import { isNoReplyLocalPart } from '../../engine/autoreply/reading';
import { base64Of, lettersOf, type HmacOf } from './keys';
import { keyedText } from './text';

/** Letters of a local part: 20^12 of them keep any number of addresses apart. */
const addressLetters = 12;

export function keyedAddress({ name, address }: Address, hmacOf: HmacOf): Address {
	return { name: isMailSystemName(name) ? name : keyedText(name, hmacOf), address: keyedAddressText(address, hmacOf) };
}

/** White space and every @ stay, so that a malformed address stays malformed. Letter case does not count. */
export function keyedAddressText(text: string, hmacOf: HmacOf): string {
	const plain = text.toLowerCase();
	const at = plain.lastIndexOf('@');
	const localPart = at < 0 ? plain : plain.slice(0, at);
	if (isMailSystemLocalPart(localPart)) {
		const domain = at < 0 ? '' : `@${keyedDomain(plain.slice(at + 1), hmacOf)}`;
		return keyedMailSystem(localPart, hmacOf) + domain;
	}
	const pieces = plain.split(/([\s@]+)/);
	const lastAt = pieces.findLastIndex((piece) => piece.includes('@'));
	return pieces
		.map((piece, index) => {
			if (index % 2 === 1 || piece === '') return piece;
			return lastAt >= 0 && index > lastAt ? keyedDomain(piece, hmacOf) : keyedLocalPart(piece, hmacOf);
		})
		.join('');
}

/** mailer-daemon, postmaster and the like stay: rules recognise mail systems by them. */
function keyedMailSystem(localPart: string, hmacOf: HmacOf): string {
	const exchange = 'microsoftexchange';
	return localPart.startsWith(exchange) ? exchange + hmacOf('address', localPart).slice(0, 32) : localPart;
}

/** An address without a reader stays recognisable as such. */
function keyedLocalPart(localPart: string, hmacOf: HmacOf): string {
	const token = lettersOf(hmacOf('address', localPart), addressLetters);
	return isNoReplyLocalPart(localPart) ? `${token}-noreply` : token;
}

/** Label by label, so that a subdomain stays one; the last label becomes `example` (RFC 2606). */
export function keyedDomain(domain: string, hmacOf: HmacOf): string {
	const labels = domain.toLowerCase().split('.');
	const named = labels.length > 1 ? labels.slice(0, -1) : labels;
	const tokens = named.map((_, at) => lettersOf(hmacOf('domain', labels.slice(at).join('.')), addressLetters));
	return [...tokens, 'example'].join('.');
}

/** Letter case does not count, as for the service. */
export function keyedMessageId(messageId: string, hmacOf: HmacOf): string {
	const folded = messageId.toLowerCase();
	const at = folded.lastIndexOf('@');
	const token = lettersOf(hmacOf('messageId', folded), 20);
	if (at < 0) return `<${token}>`;
	return `<${token}@${keyedDomain(folded.slice(at + 1).replace(/>$/, ''), hmacOf)}>`;
}

const timeCharacters = 8;
const headerCharacters = 30;
const wellFormed = /^[A-Za-z0-9+/]{30,}={0,2}$/;
const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * Thread-Index with another GUID: its time, its variant and its response blocks stay. The GUID is 21 base64 characters
 * and the upper 2 bits of the next.
 */
export function keyedThreadIndex(threadIndex: string, hmacOf: HmacOf): string {
	if (!wellFormed.test(threadIndex)) return keyedCharacters(threadIndex, hmacOf);
	const last = base64.indexOf(threadIndex.charAt(headerCharacters - 1));
	const guid = threadIndex.slice(timeCharacters, headerCharacters - 1);
	const hmac = hmacOf('threadIndex', `${guid}${last >> 4}`);
	const upper = Number.parseInt(hmac.slice(-1), 16) & 3;
	return (
		threadIndex.slice(0, timeCharacters) +
		base64Of(hmac, guid.length) +
		base64.charAt((upper << 4) | (last & 15)) +
		threadIndex.slice(headerCharacters)
	);
}

/** One that no method reads: as long as it was, and base64 where it was. */
function keyedCharacters(text: string, hmacOf: HmacOf): string {
	const keyed = base64Of(hmacOf('threadIndex', text), Math.min(text.length, 64));
	return [...text.slice(0, 64)]
		.map((character, at) =>
			/[A-Za-z0-9+/]/.test(character) ? keyed.charAt(at) : /[\s=]/.test(character) ? character : '?'
		)
		.join('');
}

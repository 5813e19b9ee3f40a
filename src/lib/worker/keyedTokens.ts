/** The key of a pseudonymised export and the HMACs made with it. The key never leaves the worker. */
import type { HmacOf } from '../snapshot/redaction/keys';
import { hmacInput, type TextsToKey } from '../snapshot/redaction/redaction';
import { hexOf } from './digest';

/** OWASP's figure for PBKDF2 with HMAC-SHA-256. */
const iterations = 600_000;
/** Two exports share nothing but the passphrase, so the salt is the same for all. */
const salt = 'Tracklens pseudonymised snapshot 1';
/** Signatures under way at the same time. */
const batchTexts = 1_000;

/** @param passphrase null or empty: a random key that nobody has afterwards */
export async function hmacsOf(texts: TextsToKey, passphrase: string | null): Promise<HmacOf> {
	const key = await (passphrase === null || passphrase === '' ? randomKey() : keyOf(passphrase));
	const encoder = new TextEncoder();
	const hmacs = new Map<string, string>();
	for (const [kind, ofKind] of texts) {
		const all = [...ofKind];
		for (let start = 0; start < all.length; start += batchTexts) {
			const batch = all.slice(start, start + batchTexts).map(async (text) => {
				const input = hmacInput(kind, text);
				hmacs.set(input, hexOf(await crypto.subtle.sign('HMAC', key, encoder.encode(input))));
			});
			await Promise.all(batch);
		}
	}
	return (kind, text) => {
		const hmac = hmacs.get(hmacInput(kind, text));
		if (hmac === undefined) throw new Error('A text was not collected before it was keyed.');
		return hmac;
	};
}

function randomKey(): Promise<CryptoKey> {
	return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

async function keyOf(passphrase: string): Promise<CryptoKey> {
	const encoder = new TextEncoder();
	const secret = encoder.encode(passphrase.normalize('NFKC'));
	const base = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
	return crypto.subtle.deriveKey(
		{ name: 'PBKDF2', hash: 'SHA-256', salt: encoder.encode(salt), iterations },
		base,
		{ name: 'HMAC', hash: 'SHA-256', length: 256 },
		false,
		['sign']
	);
}

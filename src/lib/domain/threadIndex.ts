/**
 * Thread-Index: the conversation index of MS-OXOMSG section 2.2.1.3. 22 bytes of header (time and GUID), then a block
 * of 5 bytes for each answer. Two variants of the header's time are on the wire:
 * - classic (Outlook to 2019): bytes 0-5 are the upper 48 bits of a FILETIME;
 * - modern (Exchange 2013 and later, MS-OXOMSG footnotes 2 and 3): byte 0 is 1, bytes 1-5 are bits 24-63 of a FILETIME.
 */

export interface ThreadIndexResponse {
	readonly utcMs: number;
	/** 0: delta in units of 2^18 ticks; 1: 2^23 ticks. A tick is 100 ns. */
	readonly deltaCode: 0 | 1;
	readonly random: number;
}

export type ThreadIndexDecoding =
	| {
			readonly ok: true;
			readonly bytes: Uint8Array;
			/** The first 22 bytes, lower-case hex. */
			readonly headerHex: string;
			/** Bytes 6-21 as they stand, lower-case hex. */
			readonly guidHex: string;
			readonly variant: 'classic' | 'modern';
			/** Milliseconds since 1970 UTC; the year may be nonsense. */
			readonly headerUtcMs: number;
			readonly responses: readonly ThreadIndexResponse[];
			/** Bytes left over when the length is not 22 + 5n. */
			readonly extraBytes: number;
	  }
	| { readonly ok: false; readonly code: 'not-base64' | 'too-short' };

export const threadIndexHeaderLength = 22;
export const threadIndexResponseLength = 5;

/** FILETIME counts from 1601-01-01 UTC. */
const epochMs = 11_644_473_600_000n;
const ticksPerMs = 10_000n;
/** Deltas are added in 54 bits: the time of an answer is known but for a multiple of 2^54 ticks (57 years). */
const chainBits = 54;

export function decodeThreadIndex(base64: string): ThreadIndexDecoding {
	const bytes = threadIndexBytes(base64);
	if (bytes === null) return { ok: false, code: 'not-base64' };
	if (bytes.length < threadIndexHeaderLength) return { ok: false, code: 'too-short' };
	const classicTicks = unsigned(bytes, 0, 6) << 16n;
	const modernTicks = unsigned(bytes, 1, 6) << 24n;
	const variant = isModern(bytes) ? 'modern' : 'classic';
	const headerTicks = variant === 'modern' ? modernTicks : classicTicks;
	const headerHex = hex(bytes.subarray(0, threadIndexHeaderLength));
	const body = bytes.length - threadIndexHeaderLength;
	return {
		ok: true,
		bytes,
		headerHex,
		guidHex: headerHex.slice(12),
		variant,
		headerUtcMs: utcMs(headerTicks),
		responses: readResponses(bytes, classicTicks, headerTicks),
		extraBytes: body % threadIndexResponseLength
	};
}

/** The decoded bytes, whatever their number; null when the text is not base64. Padding may be missing. */
export function threadIndexBytes(base64: string): Uint8Array | null {
	const match = /^([A-Za-z0-9+/]*)={0,2}$/.exec(base64.replace(/\s+/g, ''));
	const digits = match?.[1];
	if (digits === undefined || digits === '' || digits.length % 4 === 1) return null;
	const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
	let bits = 0;
	let bitCount = 0;
	let length = 0;
	for (let at = 0; at < digits.length; at++) {
		bits = ((bits << 6) | sextet(digits.charCodeAt(at))) & 0x3fff;
		bitCount += 6;
		if (bitCount < 8) continue;
		bitCount -= 8;
		bytes[length++] = (bits >> bitCount) & 0xff;
	}
	return bytes;
}

function sextet(code: number): number {
	if (code >= 0x61) return code - 0x61 + 26;
	if (code >= 0x41) return code - 0x41;
	if (code >= 0x30) return code - 0x30 + 52;
	return code === 0x2b ? 62 : 63;
}

/** Base64 that begins `AQ`: as a classic header it would be of 1829 to 1842. */
function isModern(bytes: Uint8Array): boolean {
	return bytes[0] === 1 && (bytes[1] ?? 0) < 0x10;
}

function readResponses(bytes: Uint8Array, classicTicks: bigint, headerTicks: bigint): ThreadIndexResponse[] {
	const responses: ThreadIndexResponse[] = [];
	// Also under a modern header the deltas are counted from its classic reading.
	let ticks = classicTicks;
	const last = bytes.length - threadIndexResponseLength;
	for (let at = threadIndexHeaderLength; at <= last; at += threadIndexResponseLength) {
		const block = unsigned(bytes, at, at + 4);
		const deltaCode = block >> 31n === 1n ? 1 : 0;
		ticks += (block & 0x7fff_ffffn) << (deltaCode === 1 ? 23n : 18n);
		responses.push({ utcMs: utcMs(firstAtOrAfter(headerTicks, ticks)), deltaCode, random: bytes[at + 4] ?? 0 });
	}
	return responses;
}

/** The earliest time from `start` on that equals `ticks` but for a multiple of 2^54. */
function firstAtOrAfter(start: bigint, ticks: bigint): bigint {
	return start + BigInt.asUintN(chainBits, ticks - start);
}

function unsigned(bytes: Uint8Array, start: number, end: number): bigint {
	return BigInt(`0x${hex(bytes.subarray(start, end)) || '0'}`);
}

function utcMs(ticks: bigint): number {
	return Number((ticks + ticksPerMs / 2n) / ticksPerMs - epochMs);
}

function hex(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
	return text;
}

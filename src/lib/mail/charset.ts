/** Bytes of encoded text and their charset (RFC 2045 sections 6.7 and 6.8, RFC 2047 section 4; WHATWG Encoding labels). */
import { TextDecoder } from './platform';

/** Names met in mail that the Encoding standard does not list. */
const CHARSET_ALIASES: Readonly<Record<string, string>> = {
	utf8mb4: 'utf-8',
	'latin-1': 'iso-8859-1',
	cp932: 'shift_jis',
	cp936: 'gbk',
	cp949: 'euc-kr',
	cp950: 'big5'
};

/** A leading U+FEFF is a character of the text here: .NET's \s does not have it, so it keeps `RE:` from being a prefix. */
const keepBom = { ignoreBOM: true };
const utf8 = new TextDecoder('utf-8', keepBom);

/** Null when the charset is not known. Bytes that the charset does not define become U+FFFD. */
export function decodeCharset(charset: string, bytes: Uint8Array): string | null {
	if (charset === 'utf-8') return utf8.decode(bytes);
	try {
		// A new decoder each time: some engines carry the shift state of ISO-2022-JP over to the next text.
		const decoder = new TextDecoder(CHARSET_ALIASES[charset] ?? charset, keepBom);
		return decoder.encoding === windows1252.encoding ? decodeWindows1252(bytes) : decoder.decode(bytes);
	} catch {
		return null;
	}
}

const windows1252 = new TextDecoder('windows-1252');
/** 80 to 9F; U+FFFD where the Encoding standard keeps the control character. */
const WINDOWS_1252_UPPER = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/** Also the WHATWG reading of iso-8859-1 and us-ascii. Node 20 decodes it as ISO 8859-1; results must not differ by engine. */
export function decodeWindows1252(bytes: Uint8Array): string {
	return windows1252.decode(bytes).replace(/[\x80-\x9f]/g, (control) => {
		const character = WINDOWS_1252_UPPER.charAt(control.charCodeAt(0) - 0x80);
		return character === '\ufffd' ? control : character;
	});
}

const BASE64_VALUES = base64Values();

function base64Values(): Int8Array {
	const values = new Int8Array(128).fill(-1);
	const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
	for (let value = 0; value < 64; value++) values[alphabet.charCodeAt(value)] = value;
	return values;
}

/** Characters outside the alphabet are skipped (RFC 2045 section 6.8). */
export function decodeBase64Bytes(text: string): Uint8Array {
	const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
	let length = 0;
	let bits = 0;
	let bitCount = 0;
	for (let at = 0; at < text.length; at++) {
		const value = BASE64_VALUES[text.charCodeAt(at)] ?? -1;
		if (value === -1) continue;
		bits = ((bits << 6) | value) & 0xffff;
		bitCount += 6;
		if (bitCount >= 8) {
			bitCount -= 8;
			bytes[length++] = (bits >> bitCount) & 0xff;
		}
	}
	return bytes.subarray(0, length);
}

/**
 * RFC 2047 section 4.2: `_` is a space, `=XX` a byte. Characters beyond ASCII should not be there; they stand for the
 * bytes they were read from.
 */
export function decodeQuotedBytes(text: string, charset: string): Uint8Array {
	const bytes = new Uint8Array(text.length * 3);
	let length = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		const hex = code === 0x3d ? text.slice(at + 1, at + 3) : '';
		if (/^[0-9a-f]{2}$/i.test(hex)) {
			bytes[length++] = parseInt(hex, 16);
			at += 2;
		} else if (code === 0x5f) {
			bytes[length++] = 0x20;
		} else if (code < 0x80) {
			bytes[length++] = code;
		} else {
			const byte = charset === 'utf-8' ? null : windows1252Byte(code);
			if (byte === null) length += writeUtf8(bytes, length, code);
			else bytes[length++] = byte;
		}
	}
	return bytes.subarray(0, length);
}

function windows1252Byte(code: number): number | null {
	if (code < 0x100) return code;
	const upper = WINDOWS_1252_UPPER.indexOf(String.fromCharCode(code));
	return upper === -1 || code === 0xfffd ? null : 0x80 + upper;
}

/** Surrogate halves are written one by one and become U+FFFD. */
function writeUtf8(bytes: Uint8Array, at: number, code: number): number {
	if (code < 0x800) {
		bytes[at] = 0xc0 | (code >> 6);
		bytes[at + 1] = 0x80 | (code & 0x3f);
		return 2;
	}
	bytes[at] = 0xe0 | (code >> 12);
	bytes[at + 1] = 0x80 | ((code >> 6) & 0x3f);
	bytes[at + 2] = 0x80 | (code & 0x3f);
	return 3;
}

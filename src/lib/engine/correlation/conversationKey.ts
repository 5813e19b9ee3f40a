const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** 22 bytes are 176 bits: 29 base64 characters and the upper 2 bits of the 30th. */
const headerCharacters = 30;
/** The GUID follows 6 bytes, which are exactly 8 base64 characters. */
const guidStart = 8;

const wellFormed = /^[A-Za-z0-9+/]{30,}={0,2}$/;

/**
 * The part of Thread-Index that method ConversationIndex compares, as an opaque key: the 22-byte header, or its GUID
 * (reading A4). Null when the value is missing, not base64, or shorter than 22 bytes (reading A19). Works on the
 * base64 text, because decoding 100,000 values costs more than all other look-ups together.
 */
export function conversationKey(threadIndex: string | null, keyIs: 'header' | 'guid'): string | null {
	if (threadIndex === null || !wellFormed.test(threadIndex)) return null;
	const last = BASE64.indexOf(threadIndex.charAt(headerCharacters - 1)) >> 4;
	return threadIndex.slice(keyIs === 'header' ? 0 : guidStart, headerCharacters - 1) + last;
}

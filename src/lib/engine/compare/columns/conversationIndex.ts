import { threadIndexBytes, threadIndexHeaderLength } from '../../../domain/threadIndex';
import { agreeIf, DIFFER, notComparable, type Compare } from '../compared';

/**
 * `conversationindex`: the same bytes, in base64 or in hex, since in which of them Dataverse stores it is not documented;
 * and whether with the blocks of answers or the header alone is not documented either.
 */
export const conversationIndex: Compare = ({ conversationindex: ours }, { value }) => {
	const recorded = typeof value === 'string' ? value.trim() : '';
	if (ours === null || ours === '') {
		return recorded === '' ? agreeIf(true) : notComparable('thread-index-not-in-file');
	}
	if (recorded === '') return DIFFER;
	const readings = hexReadings(recorded);
	if (readings.length === 0) return notComparable('recorded-text-unreadable');
	const [own = null] = hexReadings(ours, false);
	if (own === null) return agreeIf(recorded === ours.trim());
	return agreeIf(readings.some((reading) => reading === own || reading === own.slice(0, headerDigits)));
};

const headerDigits = 2 * threadIndexHeaderLength;

/** In lower-case hex; text of hex digits may be base64, too. */
function hexReadings(text: string, mayBeHex = true): readonly string[] {
	const bytes = threadIndexBytes(text);
	const base64 = bytes === null ? [] : [Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')];
	const isHex = mayBeHex && /^(?:0x)?(?:[0-9a-f]{2})+$/i.test(text);
	return isHex ? [text.toLowerCase().replace(/^0x/, ''), ...base64] : base64;
}

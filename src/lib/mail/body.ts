/**
 * Bodies, read when someone opens a message. The only importer of postal-mime, which is linear but heavy, never yields
 * and has no cap on lines or parts: a scan of the bytes refuses what would cost too much before it is parsed.
 */
import PostalMime, { type Attachment } from 'postal-mime';
import {
	maxBodyLines,
	maxBodyTextLength,
	maxBoundaryLines,
	maxHeaderBytes,
	maxNestedMessages,
	maxPartNesting
} from '../domain/limits';
import { htmlToText } from './htmlToText';
import { TextDecoder } from './platform';
import { sniff } from './sniff';

export type BodyRefusal =
	| {
			readonly ok: false;
			readonly code: 'too-many-lines' | 'too-many-parts' | 'too-deeply-nested';
			readonly limit: number;
	  }
	| { readonly ok: false; readonly code: 'unreadable' };

export type BodyReading =
	| {
			readonly ok: true;
			readonly text: string;
			/** Where the text came from: a text/plain part, or an HTML part with its markup removed. */
			readonly from: 'text' | 'html' | 'none';
			/** `filename` is '' where the part has none. */
			readonly attachments: readonly {
				readonly filename: string;
				readonly mimeType: string;
				readonly bytes: number;
			}[];
			/** The text went on after `maxBodyTextLength` characters. */
			readonly cut: boolean;
	  }
	| BodyRefusal;

const LF = 0x0a;
const HYPHEN = 0x2d;
/** Long enough for `Content-Type: message/rfc822` on one line or folded. */
const contentTypeLineLength = 60;

const latin1 = new TextDecoder('windows-1252');

/** Counts lines, lines that may be MIME boundaries, and messages within the message. One pass over the bytes. */
export function prescanBody(bytes: Uint8Array): { readonly ok: true } | BodyRefusal {
	let lines = 0;
	let boundaryLines = 0;
	let nestedMessages = 0;
	for (let start = 0; start < bytes.length;) {
		if (++lines > maxBodyLines) return { ok: false, code: 'too-many-lines', limit: maxBodyLines };
		const first = bytes[start];
		if (first === HYPHEN && bytes[start + 1] === HYPHEN) {
			// `-- ` begins signatures and comments in source code.
			if (bytes[start + 2] !== 0x20 && ++boundaryLines > maxBoundaryLines) {
				return { ok: false, code: 'too-many-parts', limit: maxBoundaryLines };
			}
		} else if ((first === 0x43 || first === 0x63 || first === 0x20 || first === 0x09) && namesMessage(bytes, start)) {
			if (++nestedMessages > maxNestedMessages) {
				return { ok: false, code: 'too-deeply-nested', limit: maxNestedMessages };
			}
		}
		const lf = bytes.indexOf(LF, start);
		if (lf === -1) break;
		start = lf + 1;
	}
	return { ok: true };
}

function namesMessage(bytes: Uint8Array, start: number): boolean {
	const line = latin1.decode(bytes.subarray(start, start + contentTypeLineLength));
	return /^(?:content-type\s{0,9}:|[ \t])\s{0,30}message\/rfc822/i.test(line);
}

/** Text and list of attachments. Meant for a worker that is ended when it takes too long. */
export async function readBody(original: Uint8Array): Promise<BodyReading> {
	const { kind, bytes } = sniff(original);
	if (kind !== 'mail') return { ok: false, code: 'unreadable' };
	const scan = prescanBody(bytes);
	if (!scan.ok) return scan;
	try {
		const { text, html, attachments } = await PostalMime.parse(bytes, {
			maxNestingDepth: maxPartNesting,
			maxHeadersSize: maxHeaderBytes,
			maxRfc822NestingDepth: 1
		});
		const plain = text ?? '';
		const whole = plain.trim() !== '' ? plain : htmlToText(html ?? '');
		const from = whole === '' ? 'none' : whole === plain ? 'text' : 'html';
		const shown = cutText(whole);
		return {
			ok: true,
			text: shown,
			from,
			attachments: attachments.map(listedAttachment),
			cut: shown.length < whole.length
		};
	} catch (error) {
		if (error instanceof Error && error.message.includes('nesting depth')) {
			return { ok: false, code: 'too-deeply-nested', limit: maxPartNesting };
		}
		return { ok: false, code: 'unreadable' };
	}
}

/** Not within a surrogate pair. */
function cutText(text: string): string {
	if (text.length <= maxBodyTextLength) return text;
	const last = text.charCodeAt(maxBodyTextLength - 1);
	return text.slice(0, last >= 0xd800 && last <= 0xdbff ? maxBodyTextLength - 1 : maxBodyTextLength);
}

function listedAttachment({ filename, mimeType, content }: Attachment): {
	filename: string;
	mimeType: string;
	bytes: number;
} {
	return {
		filename: filename ?? '',
		mimeType,
		bytes: typeof content === 'string' ? content.length : content.byteLength
	};
}

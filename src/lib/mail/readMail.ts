/** Bytes of one message -> its facts. The one entry to this layer for everything but bodies. */
import { maxMessageBytes } from '../domain/limits';
import type { BodyPartFact, MessageFacts, MessageWarning } from '../domain/message';
import type { RejectionCode } from '../domain/report';
import { scanBodyParts } from './bodyParts';
import { readHeaderBlockText } from './headerBlock';
import { readHeaderFacts, type HeaderFacts } from './headerFacts';
import { sniff, type FileKind } from './sniff';

export type ReadMailResult =
	| {
			readonly ok: true;
			/** `bytes` is the size as given. */
			readonly facts: Omit<MessageFacts, 'sha256'>;
			/** The raw header block after normalisation, line ends kept. */
			readonly headerBlock: string;
	  }
	| {
			readonly ok: false;
			readonly code: RejectionCode;
			readonly detail: Readonly<Record<string, string | number>>;
	  };

const REJECTED_KINDS: Readonly<Record<Exclude<FileKind, 'mail'>, RejectionCode>> = {
	empty: 'empty',
	'outlook-msg': 'outlook-msg',
	zip: 'zip',
	gzip: 'gzip',
	mbox: 'mbox',
	// JSON is read elsewhere; whoever asks for mail gets an answer about mail.
	json: 'not-mail'
};

export function readMail(bytes: Uint8Array): ReadMailResult {
	if (bytes.length > maxMessageBytes) {
		return { ok: false, code: 'too-large', detail: { bytes: bytes.length, limitBytes: maxMessageBytes } };
	}
	const sniffed = sniff(bytes);
	if (sniffed.kind !== 'mail') return { ok: false, code: REJECTED_KINDS[sniffed.kind], detail: {} };

	const { text, bodyStart } = readHeaderBlockText(sniffed.bytes);
	const header = readHeaderFacts(text);
	if (!header.recognised) return { ok: false, code: 'not-mail', detail: {} };
	const cut: MessageWarning[] = bodyStart === null ? [{ code: 'header-block-cut' }] : [];
	const bodyParts = bodyStart === null ? [] : scanBodyParts(sniffed.bytes, bodyStart, header.facts.contentType);
	return {
		ok: true,
		facts: messageFacts(header.facts, bytes.length, bodyParts, [...sniffed.warnings, ...cut]),
		headerBlock: text
	};
}

/** The same from a header block alone, as a snapshot brings it: no body evidence, `bytes` 0. */
export function readHeaderBlock(headerBlock: string): Omit<MessageFacts, 'sha256'> {
	return messageFacts(readHeaderFacts(headerBlock).facts, 0, [], []);
}

function messageFacts(
	facts: HeaderFacts,
	bytes: number,
	bodyParts: readonly BodyPartFact[],
	warnings: readonly MessageWarning[]
): Omit<MessageFacts, 'sha256'> {
	return { ...facts, bytes, kind: 'eml', bodyParts, warnings: [...warnings, ...facts.warnings] };
}

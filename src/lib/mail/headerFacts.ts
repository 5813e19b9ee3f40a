/** Header block -> facts and warnings. Of repeated fields the first counts, address fields are joined (reading A25). */
import { maxAddresses, maxMsgIds, messageIdColumnLength, subjectColumnLength } from '../domain/limits';
import {
	AUTO_REPLY_FIELDS,
	type Address,
	type HeaderFact,
	type HeaderRef,
	type MessageFacts,
	type MessageWarning,
	type MessageWarningCode
} from '../domain/message';
import { threadIndexBytes, threadIndexHeaderLength, threadIndexResponseLength } from '../domain/threadIndex';
import { readAddresses } from './addresses';
import { readDateTime } from './date';
import { decodeWords } from './encodedWord';
import { splitHeaderBlock, unfoldedValue, type HeaderField, trimWhiteSpace } from './headerBlock';
import { readMsgIds } from './msgId';
import { readReceivedDate } from './receivedDate';

export type HeaderFacts = Omit<MessageFacts, 'sha256' | 'bytes' | 'kind' | 'bodyParts'>;

/** A field of RFC 5322 section 3.6 (or Return-Path, Content-Type, MIME-Version) among the first tells mail from other text. */
const TELLING_FIELDS = [
	'from',
	'to',
	'cc',
	'subject',
	'date',
	'message-id',
	'received',
	'reply-to',
	'sender',
	'return-path',
	'delivered-to',
	'in-reply-to',
	'references',
	'mime-version',
	'content-type'
] as const;
/** Gateways put their own fields on top; real mail shows one of the above within this many. */
const fieldsSearchedForTelling = 100;

const FIRST_COUNTS = ['Message-ID', 'In-Reply-To', 'Thread-Index', 'Subject', 'Date', 'Auto-Submitted'] as const;

const OTHER_FIELD_SPELLING: ReadonlyMap<string, string> = new Map(
	AUTO_REPLY_FIELDS.map((name) => [name.toLowerCase(), name])
);

export function readHeaderFacts(headerBlock: string): { facts: HeaderFacts; recognised: boolean } {
	const reader = new HeaderReader(headerBlock);
	const messageId = readMessageId(reader);
	const inReplyTo = readInReplyTo(reader, messageId);
	const subject = readSubject(reader);
	const from = reader.addresses('From')[0] ?? null;
	if (from === null) reader.warn('from-missing');
	const dateUtcMs = readDate(reader);
	const received = reader.value('Received');
	const receivedUtcMs = received === null ? null : readReceivedDate(received);
	if (received !== null && receivedUtcMs === null) reader.warn('received-unreadable', 'Received');
	for (const name of FIRST_COUNTS) {
		const count = reader.count(name);
		if (count > 1) reader.warn('header-repeated', name, { count }, 1);
	}
	const facts: HeaderFacts = {
		messageId,
		inReplyTo,
		references: readMsgIds(reader.values('References').join(' ')).ids.slice(-maxMsgIds),
		threadIndex: readThreadIndex(reader),
		subject,
		from,
		to: reader.addresses('To'),
		cc: reader.addresses('Cc'),
		bcc: reader.addresses('Bcc'),
		replyTo: reader.addresses('Reply-To'),
		replyToText: reader.count('Reply-To') === 0 ? null : reader.values('Reply-To').join(', '),
		autoSubmitted: reader.value('Auto-Submitted'),
		dateUtcMs,
		receivedAtUtcMs: receivedUtcMs ?? dateUtcMs,
		receivedFrom: receivedUtcMs !== null ? 'received' : dateUtcMs !== null ? 'date' : null,
		deliveredTo: readDeliveredTo(reader),
		contentType: reader.value('Content-Type'),
		precedence: reader.value('Precedence'),
		listId: reader.value('List-Id'),
		xAutoResponseSuppress: reader.value('X-Auto-Response-Suppress'),
		returnPath: reader.value('Return-Path'),
		otherFields: readOtherFields(reader),
		warnings: reader.finishedWarnings()
	};
	return { facts, recognised: reader.recognised };
}

/** Looks fields up by name and gathers the warnings of reading them. */
class HeaderReader {
	readonly recognised: boolean;
	readonly fields: readonly HeaderField[];
	readonly #text: string;
	readonly #byKey = new Map<string, HeaderField[]>();
	readonly #warnings: MessageWarning[] = [];
	readonly #hasNul: boolean;
	readonly #nulWarned = new Set<HeaderField>();

	constructor(headerBlock: string) {
		this.#text = headerBlock;
		this.#hasNul = headerBlock.includes('\0');
		const { fields, cut } = splitHeaderBlock(headerBlock);
		this.fields = fields;
		for (const field of fields) {
			const sameName = this.#byKey.get(field.key);
			if (sameName === undefined) this.#byKey.set(field.key, [field]);
			else sameName.push(field);
		}
		if (cut) this.warn('header-block-cut');
		const malformed = this.#byKey.get('');
		if (malformed?.[0] !== undefined) {
			this.warn('header-line-malformed', undefined, { count: malformed.length, line: malformed[0].lineNumber });
		}
		this.recognised = TELLING_FIELDS.some((key) => {
			const first = this.#byKey.get(key)?.[0];
			return first !== undefined && fields.indexOf(first) < fieldsSearchedForTelling;
		});
	}

	count(name: string): number {
		return this.#byKey.get(name.toLowerCase())?.length ?? 0;
	}

	/** The first field of this name, unfolded. */
	value(name: string): string | null {
		const field = this.#byKey.get(name.toLowerCase())?.[0];
		return field === undefined ? null : this.valueOf(field, name);
	}

	values(name: string): string[] {
		return (this.#byKey.get(name.toLowerCase()) ?? []).map((field) => this.valueOf(field, name));
	}

	valueOf(field: HeaderField, name: string): string {
		const value = unfoldedValue(this.#text, field);
		if (!this.#hasNul || !value.includes('\0')) return value;
		if (!this.#nulWarned.has(field)) {
			this.#nulWarned.add(field);
			this.warn('nul-removed', name, undefined, field.occurrence);
		}
		return trimWhiteSpace(value.replaceAll('\0', ''));
	}

	decoded(field: HeaderField, name: string): string {
		const { text, unknownCharsets } = decodeWords(this.valueOf(field, name));
		this.#warnUnknownCharset(name, field.occurrence, unknownCharsets);
		return withoutControls(text);
	}

	/** All fields of this name, joined. */
	addresses(name: string): readonly Address[] {
		const fields = this.#byKey.get(name.toLowerCase());
		if (fields === undefined) return [];
		const all: Address[] = [];
		for (const field of fields) {
			const { addresses, unknownCharsets } = readAddresses(this.valueOf(field, name), maxAddresses - all.length);
			this.#warnUnknownCharset(name, field.occurrence, unknownCharsets);
			all.push(...addresses);
		}
		return all;
	}

	warn(code: MessageWarningCode, field?: string, detail?: MessageWarning['detail'], occurrence = 0): void {
		const from: HeaderRef | undefined = field === undefined ? undefined : { field, occurrence };
		this.#warnings.push({ code, ...(from && { from }), ...(detail && { detail }) });
	}

	finishedWarnings(): readonly MessageWarning[] {
		return this.#warnings;
	}

	#warnUnknownCharset(name: string, occurrence: number, charsets: readonly string[]): void {
		const [charset] = charsets;
		if (charset !== undefined) this.warn('charset-unknown', name, { charset }, occurrence);
	}
}

function readMessageId(reader: HeaderReader): string | null {
	const text = reader.value('Message-ID');
	if (text === null) {
		reader.warn('message-id-missing');
		return null;
	}
	const { ids, malformed } = readMsgIds(text);
	const [id = null] = ids;
	if (malformed || ids.length !== 1) reader.warn('message-id-malformed', 'Message-ID', { count: ids.length });
	warnIfLong(reader, 'message-id-too-long', 'Message-ID', id ?? '', messageIdColumnLength);
	return id;
}

function readInReplyTo(reader: HeaderReader, messageId: string | null): readonly string[] {
	const text = reader.value('In-Reply-To');
	if (text === null) return [];
	const ids = [...new Set(readMsgIds(text).ids)].slice(0, maxMsgIds);
	const [first] = ids;
	if (first === undefined) {
		if (text !== '') reader.warn('in-reply-to-prose', 'In-Reply-To');
		return [];
	}
	if (ids.length > 1) reader.warn('in-reply-to-several', 'In-Reply-To', { count: ids.length });
	if (messageId !== null && ids.includes(messageId)) reader.warn('in-reply-to-own-message-id', 'In-Reply-To');
	const longest = ids.reduce((longest, id) => (id.length > longest.length ? id : longest), first);
	warnIfLong(reader, 'in-reply-to-too-long', 'In-Reply-To', longest, messageIdColumnLength);
	return ids;
}

function readSubject(reader: HeaderReader): string | null {
	const field = reader.fields.find(({ key }) => key === 'subject');
	if (field === undefined) {
		reader.warn('subject-missing');
		return null;
	}
	const subject = reader.decoded(field, 'Subject');
	warnIfLong(reader, 'subject-too-long', 'Subject', subject, subjectColumnLength);
	return subject;
}

function readDate(reader: HeaderReader): number | null {
	const text = reader.value('Date');
	if (text === null) {
		reader.warn('date-missing');
		return null;
	}
	const utcMs = readDateTime(text);
	if (utcMs === null) reader.warn('date-unreadable', 'Date');
	return utcMs;
}

function readThreadIndex(reader: HeaderReader): string | null {
	const text = reader.value('Thread-Index');
	if (text === null) return null;
	const base64 = text.replace(/\s+/g, '');
	const bytes = threadIndexBytes(base64);
	if (bytes === null) {
		reader.warn('thread-index-not-base64', 'Thread-Index');
	} else if (bytes.length < threadIndexHeaderLength) {
		reader.warn('thread-index-too-short', 'Thread-Index', { bytes: bytes.length });
	} else if ((bytes.length - threadIndexHeaderLength) % threadIndexResponseLength !== 0) {
		reader.warn('thread-index-odd-length', 'Thread-Index', { bytes: bytes.length });
	}
	return base64;
}

function readDeliveredTo(reader: HeaderReader): readonly string[] {
	return reader.values('Delivered-To').map((text) => readAddresses(text, 1).addresses[0]?.address || text);
}

function readOtherFields(reader: HeaderReader): readonly HeaderFact[] {
	const found: HeaderFact[] = [];
	for (const field of reader.fields) {
		const name = OTHER_FIELD_SPELLING.get(field.key);
		if (name === undefined) continue;
		found.push({ name, occurrence: field.occurrence, value: reader.decoded(field, name) });
	}
	return found;
}

function warnIfLong(reader: HeaderReader, code: MessageWarningCode, field: string, text: string, limit: number): void {
	if (text.length > limit) reader.warn(code, field, { length: text.length, limit });
}

/** Line ends and NUL that an encoded-word brought in: header text has no lines (RFC 2047 section 5). */
function withoutControls(text: string): string {
	return text.replace(/[\r\n]+/g, ' ').replaceAll('\0', '');
}

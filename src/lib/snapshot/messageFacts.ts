/** The facts of a message as a snapshot holds them, and back. */
import {
	MESSAGE_WARNING_CODES,
	type Address,
	type HeaderFact,
	type KeyedFacts,
	type MessageFacts,
	type MessageWarning,
	type MessageWarningCode
} from '../domain/message';
import { instantOf, utcMsOf } from './instant';
import type { EmailInFile, MessageInFile } from './snapshotSchema';

/** `message` of an email, keys in the documented order. */
export function messageOf(facts: MessageFacts, headerBlock: string | null) {
	return {
		messageId: facts.messageId,
		inReplyTo: facts.inReplyTo,
		references: facts.references,
		threadIndex: facts.threadIndex,
		subject: facts.subject,
		from: facts.from === null ? null : addressOf(facts.from),
		to: facts.to.map(addressOf),
		cc: facts.cc.map(addressOf),
		bcc: facts.bcc.map(addressOf),
		replyTo: facts.replyTo.map(addressOf),
		date: instantOf(facts.dateUtcMs),
		receivedAt: instantOf(facts.receivedAtUtcMs),
		autoSubmitted: facts.autoSubmitted,
		deliveredTo: facts.deliveredTo,
		contentType: facts.contentType,
		precedence: facts.precedence,
		listId: facts.listId,
		xAutoResponseSuppress: facts.xAutoResponseSuppress,
		returnPath: facts.returnPath,
		headerBlock,
		replyToText: facts.replyToText,
		receivedFrom: facts.receivedFrom,
		otherFields: facts.otherFields.map(({ name, occurrence, value }) => ({ name, occurrence, value })),
		bodyParts: facts.bodyParts.map(({ contentType }) => ({ contentType })),
		...(facts.keyed ? keyedOf(facts.keyed) : {})
	};
}

function keyedOf({ order, subjectWords, comparedSubject }: KeyedFacts): KeyedFacts {
	return { order, subjectWords, comparedSubject };
}

export function warningOf(warning: MessageWarning): MessageWarning {
	const { code, from, detail } = warning;
	return {
		code,
		...(from === undefined ? {} : { from: { field: from.field, occurrence: from.occurrence } }),
		...(detail === undefined ? {} : { detail })
	};
}

/** Facts that a file leaves out are null or empty, or follow from those it gives. */
export function factsOf(email: EmailInFile): MessageFacts {
	const { source, message } = email;
	const dateUtcMs = utcMsOrNull(message.date);
	const receivedAtUtcMs = message.receivedAt === undefined ? dateUtcMs : utcMsOrNull(message.receivedAt);
	return {
		sha256: source.sha256.toLowerCase(),
		bytes: source.bytes,
		kind: 'eml',
		messageId: message.messageId,
		inReplyTo: message.inReplyTo,
		references: message.references,
		threadIndex: message.threadIndex,
		subject: message.subject,
		from: message.from,
		to: message.to,
		cc: message.cc,
		bcc: message.bcc,
		replyTo: message.replyTo,
		replyToText: message.replyToText === undefined ? replyToTextOf(message.replyTo) : message.replyToText,
		autoSubmitted: message.autoSubmitted,
		dateUtcMs,
		receivedAtUtcMs,
		receivedFrom:
			message.receivedFrom === undefined ? receivedFromOf(receivedAtUtcMs, dateUtcMs) : message.receivedFrom,
		deliveredTo: message.deliveredTo,
		contentType: message.contentType,
		precedence: message.precedence,
		listId: message.listId,
		xAutoResponseSuppress: message.xAutoResponseSuppress,
		returnPath: message.returnPath,
		otherFields: message.otherFields ?? otherFieldsOf(message),
		bodyParts: message.bodyParts,
		warnings: email.warnings.filter(isKnownWarning).map(warningOf),
		...(message.order === undefined
			? {}
			: {
					keyed: {
						order: message.order,
						subjectWords: message.subjectWords ?? [],
						comparedSubject: message.comparedSubject ?? ''
					}
				})
	};
}

type WarningInFile = EmailInFile['warnings'][number];

/** A later version may warn of more. */
export function isKnownWarning(warning: WarningInFile): warning is WarningInFile & { code: MessageWarningCode } {
	return MESSAGE_WARNING_CODES.some((code) => code === warning.code);
}

function addressOf({ name, address }: Address): Address {
	return { name, address };
}

function utcMsOrNull(instant: string | null): number | null {
	return instant === null ? null : utcMsOf(instant);
}

function receivedFromOf(receivedAtUtcMs: number | null, dateUtcMs: number | null): MessageFacts['receivedFrom'] {
	if (receivedAtUtcMs === null) return null;
	return receivedAtUtcMs === dateUtcMs ? 'date' : 'received';
}

/** RFC 5322 section 3.4: display names quoted, quotes and backslashes escaped. */
export function replyToTextOf(replyTo: readonly Address[]): string | null {
	if (replyTo.length === 0) return null;
	return replyTo
		.map(({ name, address }) => (name === '' ? address : `"${name.replace(/["\\]/g, '\\$&')}" <${address}>`))
		.join(', ');
}

function otherFieldsOf(message: MessageInFile): readonly HeaderFact[] {
	const fields: readonly (readonly [string, string | null])[] = [
		['Auto-Submitted', message.autoSubmitted],
		['X-Auto-Response-Suppress', message.xAutoResponseSuppress],
		['Precedence', message.precedence],
		['List-Id', message.listId]
	];
	return fields.flatMap(([name, value]) => (value === null ? [] : [{ name, occurrence: 0, value }]));
}

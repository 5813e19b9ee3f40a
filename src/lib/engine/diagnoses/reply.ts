/** What shows that an email answers another one. */
import type { ActivityId } from '../../domain/columns';
import type { MessageFacts } from '../../domain/message';
import { subjectPrefix } from '../correlation/subjectPrefix';
import type { DiagnosisInput } from './diagnosis';
import { leadingTag } from './subjectTag';

/** What email clients put before the subject of a reply, by language. */
const REPLY_PREFIXES = [
	'RE', // English and many others
	'AW', // German
	'SV', // Danish, Icelandic, Norwegian, Swedish
	'VS', // Finnish; Norwegian for a forward
	'Antw', // Dutch
	'Antw.',
	'RÉF', // French
	'RÉP',
	'RES', // Portuguese
	'RIF', // Italian
	'R',
	'Odp', // Polish
	'Odg', // Croatian, Serbian, Slovenian
	'Vá', // Hungarian
	'Răsp', // Romanian
	'YNT', // Turkish
	'ΑΠ', // Greek
	'Отв', // Russian
	'Відп', // Ukrainian
	'BLS', // Indonesian
	'TL', // Vietnamese
	'השב', // Hebrew
	'رد', // Arabic
	'回复', // Chinese
	'回覆',
	'答复',
	'答覆',
	'返信', // Japanese
	'회신', // Korean
	'답장'
];

/** By a header field, or where a client dropped them all, by its subject. */
export function looksLikeReply(input: DiagnosisInput): boolean {
	return hasReplyFields(input.facts) || replySubject(input) !== null;
}

/** The email names an earlier one, or its Thread-Index has a response block. */
export function hasReplyFields({ inReplyTo, references, threadIndex }: MessageFacts): boolean {
	return inReplyTo.length > 0 || references.length > 0 || hasResponseBlock(threadIndex);
}

/** 22 bytes are 32 base64 characters with padding; more means at least one response block: an answer or a forward. */
const headerOnlyLength = 32;

export function hasResponseBlock(threadIndex: string | null): boolean {
	return threadIndex !== null && threadIndex.length > headerOnlyLength;
}

export interface ReplySubject {
	/** Null where the subject is only that of `activityId`. */
	readonly prefix: string | null;
	/** The latest earlier tracked email of the same subject that went to the sender of this one. */
	readonly activityId: ActivityId | null;
}

/** The subject has a reply's prefix, or is that of an email sent to this person; null where neither holds. */
export function replySubject({ facts, environment, emailToSenderWithSubject }: DiagnosisInput): ReplySubject | null {
	const subject = facts.subject?.replace(leadingTag, '').normalize('NFC') ?? '';
	// A prefix that forwards have here is no reply's: VS is either, by language.
	if (subjectPrefix(subject, environment.modelOptions.forwardPrefixes) !== null) return null;
	const prefix = subjectPrefix(subject, REPLY_PREFIXES);
	const activityId = emailToSenderWithSubject(subject);
	return prefix === null && activityId === null ? null : { prefix, activityId };
}

/** Whether it went to the sender of `facts`. */
export function wentToSenderOf({ from }: MessageFacts, { to, cc, bcc }: MessageFacts): boolean {
	const sender = from?.address.toLowerCase();
	return [...to, ...cc, ...bcc].some(({ address }) => address.toLowerCase() === sender);
}

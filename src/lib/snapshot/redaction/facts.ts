/** The facts of one message as they leave in a pseudonymised snapshot. */
import type { Environment } from '../../domain/environment';
import type { MessageFacts, MessageWarning } from '../../domain/message';
import { classifyAutoReply } from '../../engine/autoreply/classify';
import { SubjectWords, type HashFilter } from '../../engine/correlation/hashFilter';
import { bareOfPattern, compileSubjectChangedPattern } from '../../engine/subjectChanged';
import { replyToTextOf } from '../messageFacts';
import { keyedAddress, keyedAddressText, keyedMessageId, keyedThreadIndex } from './addresses';
import {
	keyedAutoSubmitted,
	keyedContentType,
	keyedField,
	keyedMediaType,
	keyedReturnPath,
	keyedValue
} from './headerFields';
import { lettersOf, type HmacOf } from './keys';
import { SubjectRedaction } from './subject';
import { keyedText } from './text';

export class FactsRedaction {
	readonly #subjects: SubjectRedaction;
	readonly #words: SubjectWords | null;
	readonly #comparedPattern: RegExp;
	readonly #hmacOf: HmacOf;

	constructor(environment: Environment, hashFilter: HashFilter, hmacOf: HmacOf) {
		const { organization, modelOptions } = environment;
		this.#hmacOf = hmacOf;
		this.#subjects = new SubjectRedaction(environment, hmacOf);
		this.#words = hashFilter.ok
			? new SubjectWords(hashFilter.regex, modelOptions.tokeniser, organization.hashmaxcount)
			: null;
		this.#comparedPattern = compileSubjectChangedPattern(modelOptions.subjectChangedPattern) ?? /(?!)/;
	}

	/** @param order place in processing order */
	keyed(facts: MessageFacts, order: number): MessageFacts {
		const hmacOf = this.#hmacOf;
		const text = (value: string | null) => (value === null ? null : keyedValue(value, hmacOf));
		const replyTo = facts.replyTo.map((address) => keyedAddress(address, hmacOf));
		return {
			sha256: keyedSha256(facts.sha256, hmacOf),
			bytes: facts.bytes,
			kind: facts.kind,
			messageId: facts.messageId === null ? null : keyedMessageId(facts.messageId, hmacOf),
			inReplyTo: facts.inReplyTo.map((id) => keyedMessageId(id, hmacOf)),
			references: facts.references.map((id) => keyedMessageId(id, hmacOf)),
			threadIndex: facts.threadIndex === null ? null : keyedThreadIndex(facts.threadIndex, hmacOf),
			subject: facts.subject === null ? null : this.#subjects.keyed(facts.subject, phrasesOf(facts)),
			from: facts.from === null ? null : keyedAddress(facts.from, hmacOf),
			to: facts.to.map((address) => keyedAddress(address, hmacOf)),
			cc: facts.cc.map((address) => keyedAddress(address, hmacOf)),
			bcc: facts.bcc.map((address) => keyedAddress(address, hmacOf)),
			replyTo,
			replyToText: facts.replyToText === null ? null : (replyToTextOf(replyTo) ?? ''),
			autoSubmitted: facts.autoSubmitted === null ? null : keyedAutoSubmitted(facts.autoSubmitted, hmacOf),
			dateUtcMs: facts.dateUtcMs,
			receivedAtUtcMs: facts.receivedAtUtcMs,
			receivedFrom: facts.receivedFrom,
			deliveredTo: facts.deliveredTo.map((address) => keyedAddressText(address, hmacOf)),
			contentType: keyedContentType(facts),
			precedence: text(facts.precedence),
			listId: facts.listId === null ? null : `<${lettersOf(hmacOf('other', facts.listId), 0)}.example>`,
			xAutoResponseSuppress: text(facts.xAutoResponseSuppress),
			returnPath: keyedReturnPath(facts, hmacOf),
			otherFields: facts.otherFields.map((field) => keyedField(field, hmacOf)),
			bodyParts: facts.bodyParts.map(({ contentType }) => ({ contentType: keyedMediaType(contentType) })),
			warnings: facts.warnings.map((warning) => this.#warning(warning)),
			keyed: { order, ...this.#comparison(facts) }
		};
	}

	trackingTokenId(id: number): number {
		return this.#subjects.trackingTokenId(id);
	}

	/** Mail that came pseudonymised has its words already; they are keyed once more. */
	#comparison({ subject, keyed }: MessageFacts) {
		const words = keyed ? keyed.subjectWords : (this.#words?.leftOf(subject) ?? []);
		const compared = keyed ? keyed.comparedSubject : bareOfPattern(subject, this.#comparedPattern);
		return {
			subjectWords: words.map((word) => keyedText(word, this.#hmacOf)),
			comparedSubject: lettersOf(this.#hmacOf('subject', compared), 20)
		};
	}

	#warning({ code, from, detail = {} }: MessageWarning): MessageWarning {
		const entries = Object.entries(detail).map(([key, value]) => [
			key,
			typeof value === 'string' ? keyedText(value, this.#hmacOf) : value
		]);
		return {
			code,
			...(from === undefined ? {} : { from }),
			...(entries.length === 0 ? {} : { detail: Object.fromEntries(entries) as NonNullable<MessageWarning['detail']> })
		};
	}
}

export function keyedSha256(sha256: string, hmacOf: HmacOf): string {
	return hmacOf('sha256', sha256.toLowerCase());
}

/** What the rules of automatic mail recognise in the subject: public phrases such as "out of office". */
function phrasesOf(facts: MessageFacts): readonly string[] {
	return classifyAutoReply(facts)
		.evidence.filter(({ from }) => from?.field === 'Subject')
		.map(({ value }) => value);
}

/** The emails Dynamics 365 would hold, indexed by what the correlation methods compare. */
import { activityIdOf } from '../../domain/activityId';
import type { ActivityId } from '../../domain/columns';
import type { Environment } from '../../domain/environment';
import { maxListedCandidates } from '../../domain/limits';
import type { MessageFacts } from '../../domain/message';
import { PositionLists } from '../positions';
import { bareSubject } from './bareSubject';
import { conversationKey } from './conversationKey';
import type { Candidates } from './evidence';
import { SubjectWords, type HashFilter } from './hashFilter';
import { SmartMatchingIndex } from './smartMatchingIndex';
import { TokenReader } from './tokenReader';

/** Case-insensitive, as SQL Server's default collations compare. */
export function messageIdKey(messageId: string): string {
	return messageId.toLowerCase();
}

/** So many take well under a few milliseconds. */
const positionsPerStep = 500;

interface SmartAddresses {
	readonly addresses: readonly string[];
	/** How many HashMaxCount leaves out. */
	readonly leftOut: number;
}

export class StoredEmails {
	readonly environment: Environment;
	readonly tokens: TokenReader;
	/** Null when the pattern cannot be used. */
	readonly subjectWords: SubjectWords | null;
	readonly byMessageId = new PositionLists();
	readonly byToken = new PositionLists();
	readonly byConversation = new PositionLists();
	readonly smart: SmartMatchingIndex;
	/** Messages in processing order; positions point here. */
	readonly messages: MessageFacts[];
	/** True where the message at that position is stored. */
	readonly isStored: boolean[] = [];
	/** Made when first asked for, and up to date from then on: deciding itself rarely needs it. */
	readonly #seenByMessageId = new PositionLists();
	#seen = 0;
	/** As well. */
	readonly #byBareSubject = new PositionLists();
	#subjectsRead = 0;
	/** By activityid, made when first asked for: deciding needs none. */
	readonly #positions = new Map<ActivityId, number>();
	readonly #keepsSmartIndex: boolean;
	readonly #hashFilter: HashFilter;
	#undecided: StoredEmails | null = null;

	/** `messages` is given where another index is kept over the same set. */
	constructor(environment: Environment, hashFilter: HashFilter, messages: MessageFacts[] = []) {
		this.environment = environment;
		this.messages = messages;
		this.#hashFilter = hashFilter;
		const { organization, orgDbOrgSettings, modelOptions } = environment;
		this.tokens = new TokenReader(organization);
		this.subjectWords = hashFilter.ok
			? new SubjectWords(hashFilter.regex, modelOptions.tokeniser, organization.hashmaxcount)
			: null;
		this.smart = new SmartMatchingIndex(
			organization.hashdeltasubjectcount,
			organization.hashminaddresscount,
			(position) => this.smartAddresses(this.message(position)).addresses
		);
		this.#keepsSmartIndex =
			organization.enablesmartmatching &&
			!orgDbOrgSettings.DisableSmartMatching &&
			!orgDbOrgSettings.DisableSmartMatchingEmailHashCreation;
	}

	/** The next message of processing order has come in; it may or may not be stored afterwards. */
	see(message: MessageFacts): number {
		const position = this.messages.length;
		this.messages.push(message);
		this.isStored.push(false);
		return position;
	}

	/** The message at `position`, the last seen, becomes a row. */
	store(position: number): void {
		this.isStored[position] = true;
		this.#index(position);
	}

	/** Whether the message at `position`, the last seen, becomes a row cannot be decided. */
	leaveUndecided(position: number): void {
		this.#undecided ??= new StoredEmails(this.environment, this.#hashFilter, this.messages);
		this.#undecided.#index(position);
	}

	/** The emails that may or may not be rows, to be looked through like the stored ones; null where there are none. */
	get undecided(): StoredEmails | null {
		return this.#undecided;
	}

	#index(position: number): void {
		const message = this.message(position);
		if (message.messageId !== null) this.byMessageId.add(messageIdKey(message.messageId), position);
		const token = this.tokens.lastIn(message.subject);
		if (token !== null) this.byToken.add(token.toLowerCase(), position);
		const key = conversationKey(message.threadIndex, this.environment.modelOptions.conversationIndexKey);
		if (key !== null) this.byConversation.add(key, position);
		if (this.#keepsSmartIndex) this.#indexWords(position);
	}

	#indexWords(position: number): void {
		const { subject, keyed } = this.message(position);
		if (this.subjectWords) this.smart.add(position, this.subjectWords.of(subject, keyed).words);
	}

	/**
	 * The same stored emails, for smart matching alone to look through under another environment, which has it on. In
	 * steps, so that the caller can pause.
	 */
	*forSmartMatching(environment: Environment, hashFilter: HashFilter): Generator<void, StoredEmails> {
		const other = new StoredEmails(environment, hashFilter, this.messages);
		for (const [position, isStored] of this.isStored.entries()) {
			other.isStored.push(isStored);
			if (isStored) other.#indexWords(position);
			if (position % positionsPerStep === 0) yield;
		}
		return other;
	}

	/** Every message of the set by Message-ID, stored or not. */
	get seenByMessageId(): PositionLists {
		for (; this.#seen < this.messages.length; this.#seen++) {
			const { messageId } = this.message(this.#seen);
			if (messageId !== null) this.#seenByMessageId.add(messageIdKey(messageId), this.#seen);
		}
		return this.#seenByMessageId;
	}

	/** Stored emails by their bare subject, for diagnoses: no method compares it, so it is asked for after deciding. */
	get byBareSubject(): PositionLists {
		for (; this.#subjectsRead < this.messages.length; this.#subjectsRead++) {
			if (!this.isStored[this.#subjectsRead]) continue;
			const bare = bareSubject(this.message(this.#subjectsRead).subject, this.tokens);
			if (bare !== '') this.#byBareSubject.add(bare, this.#subjectsRead);
		}
		return this.#byBareSubject;
	}

	message(position: number): MessageFacts {
		return this.messages[position] as MessageFacts;
	}

	activityId(position: number): ActivityId {
		return activityIdOf(this.message(position).sha256);
	}

	/** Place of an email; null when it is not in the set. */
	positionOf(activityId: ActivityId): number | null {
		for (let position = this.#positions.size; position < this.messages.length; position++) {
			this.#positions.set(this.activityId(position), position);
		}
		return this.#positions.get(activityId) ?? null;
	}

	/** Distinct addresses of sender and recipients, lower case, at most HashMaxCount. */
	smartAddresses(message: MessageFacts): SmartAddresses {
		const max = this.environment.organization.hashmaxcount;
		const distinct = new Set<string>();
		if (message.from) distinct.add(message.from.address.toLowerCase());
		for (const list of [message.to, message.cc, message.bcc]) {
			for (const { address } of list) distinct.add(address.toLowerCase());
		}
		distinct.delete('');
		const all = [...distinct];
		const addresses = all.length > max ? all.slice(0, max) : all;
		return { addresses, leftOut: all.length - addresses.length };
	}

	/** Ascending positions as evidence: newest first, the rest counted. */
	candidates(ascending: readonly number[]): Candidates {
		return {
			total: ascending.length,
			newest: ascending
				.slice(-maxListedCandidates)
				.reverse()
				.map((position) => this.activityId(position))
		};
	}
}

/** Links that may be wrong, by rules that are quick enough for every email of a case. */
import { CORRELATION_METHOD_CHOICE } from '../../domain/columns';
import { bareSubject } from '../correlation/bareSubject';
import type { Decisions } from '../decide';
import { keepsSubject } from '../diagnoses/diagnosis';
import { fewWords } from '../diagnoses/genericSubjectMatched';
import { countConversations } from '../tokens/conversations';
import type { ThreadLinks } from './links';

export const SUSPECTS = [
	/** As diagnosis `token-reused`. */
	'token-reused',
	/** As diagnosis `generic-subject-matched`. */
	'generic-subject-matched',
	/** Smart matching alone links two emails, and one has an address that the other lacks. */
	'smart-matching-participants',
	/** As diagnosis `subject-changed`, but for tags of mailing lists: `[users] Re: Pump` answers `[users] Pump`. */
	'subject-changed',
	/** Not linked by InReplyTo, it names a tracked email of another conversation; `ThreadLinks` notes it. */
	'named-elsewhere'
] as const;
export type Suspect = (typeof SUSPECTS)[number];

const listTags = /\[[^\]]{1,60}\]/g;

export class SuspectRules {
	readonly #links: ThreadLinks;
	readonly #decisions: Decisions;
	/** By token in lower case: position of the first email of a second conversation, or Infinity. */
	readonly #reusedFrom = new Map<string, number>();

	constructor(links: ThreadLinks) {
		this.#links = links;
		this.#decisions = links.decisions;
	}

	/** What speaks against the link of an email; nothing for one that has none. */
	of(position: number): Suspect[] {
		const suspects = this.#byMethod(position);
		return this.#links.namesOtherConversation.has(position) ? [...suspects, 'named-elsewhere'] : suspects;
	}

	#byMethod(position: number): Suspect[] {
		const { method, correlated, stored } = this.#decisions;
		const linkedTo = correlated[position] as number;
		if (linkedTo < 0 || !this.#decisions.isTracked(position)) return [];
		switch (method[position]) {
			case CORRELATION_METHOD_CHOICE.TrackingToken: {
				const tokens = stored.tokens.all(stored.message(position).subject);
				return tokens.some(({ token }) => this.#isReusedBefore(token.toLowerCase(), position)) ? ['token-reused'] : [];
			}
			case CORRELATION_METHOD_CHOICE.SmartMatching: {
				const words = stored.subjectWords?.of(stored.message(position).subject).words ?? [];
				return [
					...(words.length <= fewWords ? (['generic-subject-matched'] as const) : []),
					...(this.#sameAddresses(position, linkedTo) ? [] : (['smart-matching-participants'] as const))
				];
			}
			case CORRELATION_METHOD_CHOICE.InReplyTo:
				return this.#decisions.subjectChanged(position) && !this.#keepsSubject(position, linkedTo)
					? ['subject-changed']
					: [];
			default:
				return [];
		}
	}

	#keepsSubject(position: number, linkedTo: number): boolean {
		const { stored } = this.#decisions;
		return keepsSubject({
			facts: stored.message(position),
			correlated: stored.message(linkedTo),
			bareSubject: (subject) => bareSubject(subject?.replace(listTags, ' ') ?? null, stored.tokens)
		});
	}

	#sameAddresses(position: number, linkedTo: number): boolean {
		const { stored } = this.#decisions;
		const own = new Set(stored.smartAddresses(stored.message(position)).addresses);
		const others = stored.smartAddresses(stored.message(linkedTo)).addresses;
		return own.size === others.length && others.every((address) => own.has(address));
	}

	#isReusedBefore(token: string, position: number): boolean {
		let from = this.#reusedFrom.get(token);
		if (from === undefined) this.#reusedFrom.set(token, (from = this.#firstOfSecondConversation(token)));
		return from < position;
	}

	/** More emails never make fewer conversations, so halving finds the place without counting for each email anew. */
	#firstOfSecondConversation(token: string): number {
		const { stored } = this.#decisions;
		const positions = stored.byToken.all(token);
		const isReused = (emails: number) => countConversations(positions.slice(0, emails), stored, 2) > 1;
		if (!isReused(positions.length)) return Infinity;
		let [single, several] = [1, positions.length];
		while (single + 1 < several) {
			const middle = (single + several) >> 1;
			if (isReused(middle)) several = middle;
			else single = middle;
		}
		return positions[several - 1] as number;
	}
}

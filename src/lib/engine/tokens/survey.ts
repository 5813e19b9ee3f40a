/** Every token that the emails of a case carry, and what only resembles one. */
import type { ActivityId } from '../../domain/columns';
import type { DecodedToken, TokenNearMiss } from '../correlation/evidence';
import type { StoredEmails } from '../correlation/storedEmails';
import { countConversations } from './conversations';
import { tokenReadings, unknownPrefixToken, type TokenReading } from './decode';
import { tokenNearMisses } from './nearMisses';

/** The rest is counted. */
export const maxListedTokens = 500;
export const maxListedNearMisses = 100;
const maxListedEmails = 5;
/** A token in more conversations than this is as bad as it gets. */
export const maxCountedConversations = 20;

export interface TokenEmail {
	readonly activityId: ActivityId;
	readonly subject: string | null;
}
export interface TokenInCase {
	/** As the first email spells it. */
	readonly token: string;
	readonly prefix: string;
	/** `unknown`: a guess, since the prefix is not configured; no email is linked by it. */
	readonly prefixIs: 'current' | 'former' | 'unknown';
	/** The likeliest first; empty for digits that no settings give. */
	readonly readings: readonly TokenReading[];
	/** Emails whose subject carries it, tracked or not. */
	readonly emails: number;
	/** Tracked emails that have it as their own, the last token of the subject. */
	readonly tracked: number;
	/** Conversations that the tracked ones make, counted to 20. More than one: used again, or copied. */
	readonly conversations: number;
	/** At most five. */
	readonly newest: readonly TokenEmail[];
}
export interface NearMissInCase extends TokenNearMiss {
	readonly email: TokenEmail;
}
/** The token of a user that appears last in the case for the first time: likely the last that was issued. */
export interface LatestToken {
	readonly userNumber: number;
	readonly token: string;
	readonly counter: number;
}
export interface TokensInCase {
	readonly emails: number;
	readonly emailsWithToken: number;
	readonly tokensTotal: number;
	readonly reusedTotal: number;
	/** Those of several conversations first, then those of most emails; at most 500. */
	readonly tokens: readonly TokenInCase[];
	readonly nearMissesTotal: number;
	/** Those that resemble a stored token first; at most 100. */
	readonly nearMisses: readonly NearMissInCase[];
	/** Of at most 500 users; tokens with the present prefix and numbers of digits only. */
	readonly latest: readonly LatestToken[];
}

/** What one subject says, looked up in the case. */
export interface SubjectReading {
	readonly tokens: readonly TokenInCase[];
	readonly nearMisses: readonly TokenNearMiss[];
}

interface Seen {
	readonly token: string;
	readonly prefix: string;
	readonly prefixIs: TokenInCase['prefixIs'];
	readonly positions: number[];
}

export class TokenSurvey {
	readonly #stored: StoredEmails;
	/** By token in lower case. */
	readonly #seen = new Map<string, Seen>();
	readonly #conversations = new Map<string, number>();
	readonly #latest = new Map<number, LatestToken>();
	readonly #nearMisses: NearMissInCase[] = [];
	#emails = 0;
	#emailsWithToken = 0;
	#nearMissesTotal = 0;

	constructor(stored: StoredEmails) {
		this.#stored = stored;
	}

	/** Positions come in ascending order. */
	add(position: number): void {
		const message = this.#stored.message(position);
		this.#emails++;
		if (message.subject === null) return;
		const tokens = this.#tokensOf(message.subject);
		if (tokens.length > 0) this.#emailsWithToken++;
		for (const token of tokens) {
			const key = token.token.toLowerCase();
			const seen = this.#seen.get(key);
			if (!seen) {
				this.#seen.set(key, { ...token, positions: [position] });
				this.#noteLatest(token);
			} else if (seen.positions.at(-1) !== position) seen.positions.push(position);
		}
		// A whole token of the present settings resembles no other: those have as many digits.
		if (tokens.some(({ decoded }) => decoded !== null)) return;
		for (const nearMiss of tokenNearMisses(message, position, this.#stored)) {
			this.#nearMissesTotal++;
			const entry = { ...nearMiss, email: this.#email(position) };
			const room = this.#nearMisses.length < maxListedNearMisses;
			if (room) this.#nearMisses.push(entry);
			else if (nearMiss.resembles !== null) this.#putInPlaceOfOneThatResemblesNothing(entry);
		}
	}

	/** After the last email; yields after each token, so that the caller can pause. */
	*countConversations(): Generator<number> {
		for (const key of this.#seen.keys()) {
			const positions = this.#stored.byToken.all(key);
			this.#conversations.set(key, countConversations(positions, this.#stored, maxCountedConversations));
			yield this.#conversations.size;
		}
	}

	result(): TokensInCase {
		const all = Array.from(this.#seen, ([key, seen]) => ({ key, seen, conversations: this.#conversationsOf(key) }));
		const order = all.sort(
			(a, b) =>
				b.conversations - a.conversations ||
				b.seen.positions.length - a.seen.positions.length ||
				(a.key < b.key ? -1 : 1)
		);
		return {
			emails: this.#emails,
			emailsWithToken: this.#emailsWithToken,
			tokensTotal: all.length,
			reusedTotal: all.filter(({ conversations }) => conversations > 1).length,
			tokens: order.slice(0, maxListedTokens).map(({ key, seen }) => this.#describe(key, seen)),
			nearMissesTotal: this.#nearMissesTotal,
			nearMisses: this.#nearMisses.toSorted((a, b) => Number(b.resembles !== null) - Number(a.resembles !== null)),
			latest: [...this.#latest.values()].slice(0, maxListedTokens)
		};
	}

	/** The tokens in their order, and what only resembles one of the whole case. */
	read(subject: string): SubjectReading {
		const tokens = this.#tokensOf(subject).map((token) => {
			const key = token.token.toLowerCase();
			return { ...this.#describe(key, this.#seen.get(key) ?? { ...token, positions: [] }), token: token.token };
		});
		return { tokens, nearMisses: tokenNearMisses({ subject }, Infinity, this.#stored) };
	}

	#noteLatest({ token, prefixIs, decoded }: Omit<Seen, 'positions'> & { readonly decoded: DecodedToken | null }): void {
		if (decoded === null || prefixIs !== 'current') return;
		const userNumber = Number(decoded.userNumber);
		this.#latest.set(userNumber, { userNumber, token, counter: Number(decoded.counter) });
	}

	#tokensOf(subject: string): (Omit<Seen, 'positions'> & { readonly decoded: DecodedToken | null })[] {
		const reader = this.#stored.tokens;
		const known = reader.all(subject).map((found) => ({
			token: found.token,
			prefix: found.prefix,
			prefixIs: found.currentPrefix ? ('current' as const) : ('former' as const),
			decoded: reader.decode(found)
		}));
		if (known.length > 0) return known;
		const unknown = unknownPrefixToken(subject);
		// A known prefix that was mistyped is no unknown one.
		if (!unknown || reader.nearMisses(subject).length > 0) return [];
		return [{ token: unknown.token, prefix: unknown.prefix, prefixIs: 'unknown', decoded: null }];
	}

	#describe(key: string, { token, prefix, prefixIs, positions }: Seen): TokenInCase {
		return {
			token,
			prefix,
			prefixIs,
			readings: tokenReadings(token.slice(prefix.length), this.#stored.environment),
			emails: positions.length,
			tracked: this.#stored.byToken.all(key).length,
			conversations: this.#conversationsOf(key),
			newest: positions
				.slice(-maxListedEmails)
				.reverse()
				.map((position) => this.#email(position))
		};
	}

	#conversationsOf(key: string): number {
		return this.#conversations.get(key) ?? 0;
	}

	#email(position: number): TokenEmail {
		return { activityId: this.#stored.activityId(position), subject: this.#stored.message(position).subject };
	}

	#putInPlaceOfOneThatResemblesNothing(entry: NearMissInCase): void {
		const place = this.#nearMisses.findIndex(({ resembles }) => resembles === null);
		if (place >= 0) this.#nearMisses[place] = entry;
	}
}

/** What resembles a token that an earlier email has, and is not it. To explain, never to match. */
import type { MessageFacts } from '../../domain/message';
import type { TokenNearMiss } from '../correlation/evidence';
import type { StoredEmails } from '../correlation/storedEmails';

/** As of position `at`: emails stored from there on do not count. */
export function tokenNearMisses(
	{ subject }: Pick<MessageFacts, 'subject'>,
	at: number,
	stored: StoredEmails
): TokenNearMiss[] {
	const malformed = stored.tokens.nearMisses(subject).map((nearMiss): TokenNearMiss => {
		const repaired = nearMiss.text.replace(/[\s\u200b\u00ad]+/g, '').replace('：', ':');
		return { ...nearMiss, resembles: storedToken(repaired, at, stored) };
	});
	const oneDigitOff = stored.tokens.all(subject).flatMap(({ token, prefix }): TokenNearMiss[] => {
		if (storedToken(token, at, stored) !== null) return [];
		for (const variant of withDigitMoreOrLess(token, prefix.length)) {
			const resembles = storedToken(variant, at, stored);
			if (resembles !== null) return [{ kind: 'digit-more-or-less', text: token, resembles }];
		}
		return [];
	});
	return [...malformed, ...oneDigitOff];
}

/** The token as the most recent earlier email spells it, or null. */
function storedToken(token: string, at: number, stored: StoredEmails): string | null {
	const hit = stored.byToken.latestBefore(token.toLowerCase(), at);
	return hit < 0 ? null : stored.tokens.lastIn(stored.message(hit).subject);
}

function withDigitMoreOrLess(token: string, prefixLength: number): string[] {
	const variants: string[] = [];
	for (let place = prefixLength; place <= token.length; place++) {
		if (place < token.length) variants.push(token.slice(0, place) + token.slice(place + 1));
		for (const digit of '0123456789') variants.push(token.slice(0, place) + digit + token.slice(place));
	}
	return variants;
}

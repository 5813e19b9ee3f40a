/** What a token says: made online or offline, which user, which counter. */
import type { Environment, User } from '../../domain/environment';
import type { DecodedToken } from '../correlation/evidence';
import { TOKEN_LIMITS } from './structure';

export type TokenUser =
	/** User number 0: sent without a user (observed, not documented). */
	| { readonly kind: 'system' }
	/** Full names; several where users share a number. */
	| { readonly kind: 'users'; readonly names: readonly string[] }
	/** No user is described with this usersettings.trackingtokenid. */
	| { readonly kind: 'unknown'; readonly trackingtokenid: number }
	/** Smaller than the base: made under another one. */
	| { readonly kind: 'belowBase' };

export interface TokenReading extends DecodedToken {
	readonly user: TokenUser;
	/** False: the digits are split as other settings would have it. */
	readonly presentSettings: boolean;
}

/** More ways to split the digits help nobody. */
const maxReadings = 4;

/**
 * The ways to read the digits of a token, the likeliest first. Digits that fit the present numbers of digits are read
 * so, and in another way only where that names a described user and the present way does not. Digits that do not fit
 * were made under other settings: read with a described user first, then with the present user digits, then with the
 * present counter digits. Empty for digits that no settings give.
 */
export function tokenReadings(
	digits: string,
	environment: Pick<Environment, 'organization' | 'users'>
): TokenReading[] {
	const { trackingtokeniddigits, trackingtokencounterdigits } = environment.organization;
	const presentSettings = digits.length === 1 + trackingtokeniddigits + trackingtokencounterdigits;
	const all = splits(digits).map((decoded) => ({
		...decoded,
		user: userOf(decoded.userNumber, environment),
		presentSettings: presentSettings && decoded.userNumber.length === trackingtokeniddigits
	}));
	const present = all.find((reading) => reading.presentSettings);
	if (present && present.user.kind !== 'unknown' && present.user.kind !== 'belowBase') return [present];
	const named = all.filter(({ user }) => user.kind === 'users');
	if (present) return [present, ...named].slice(0, maxReadings);
	const asNow = [
		all.find(({ userNumber }) => userNumber.length === trackingtokeniddigits),
		all.find(({ counter }) => counter.length === trackingtokencounterdigits)
	].filter((reading) => reading !== undefined);
	return [...new Set([...named, ...asNow])].slice(0, maxReadings);
}

function splits(digits: string): DecodedToken[] {
	const { trackingtokeniddigits: user, trackingtokencounterdigits: counter } = TOKEN_LIMITS;
	const found: DecodedToken[] = [];
	for (let userDigits: number = user.least; userDigits <= user.most; userDigits++) {
		const counterDigits = digits.length - 1 - userDigits;
		if (counterDigits < counter.least || counterDigits > counter.most) continue;
		found.push({
			designator: digits.slice(0, 1),
			userNumber: digits.slice(1, 1 + userDigits),
			counter: digits.slice(1 + userDigits)
		});
	}
	return found;
}

function userOf(userNumber: string, { organization, users }: Pick<Environment, 'organization' | 'users'>): TokenUser {
	const number = Number(userNumber);
	if (number === 0) return { kind: 'system' };
	const trackingtokenid = number - organization.trackingtokenidbase;
	if (trackingtokenid < 0) return { kind: 'belowBase' };
	const names = users.filter((user: User) => user.trackingtokenid === trackingtokenid).map(({ fullname }) => fullname);
	return names.length > 0 ? { kind: 'users', names } : { kind: 'unknown', trackingtokenid };
}

export interface UnknownPrefixToken {
	readonly token: string;
	readonly prefix: string;
	readonly digits: string;
}

/** Letters and digits after a letter, one sign, then a run of digits that ends the subject. */
const likeToken = /(?<![\p{L}\p{N}])(\p{L}[\p{L}\p{N}]{1,18}[:：#])([01]\d{4,19})\s*$/u;

/** What ends a subject like a token and has a prefix that is not configured: perhaps a former one (a guess). */
export function unknownPrefixToken(subject: string): UnknownPrefixToken | null {
	const match = likeToken.exec(subject);
	if (!match) return null;
	const [, prefix = '', digits = ''] = match;
	return { token: `${prefix}${digits}`, prefix, digits };
}

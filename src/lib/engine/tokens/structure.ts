/** What a tracking token is made of: prefix, online or offline, user number, message counter (source page). */
import type { OrganizationSettings } from '../../domain/environment';

export type TokenSettings = Pick<
	OrganizationSettings,
	| 'trackingprefix'
	| 'trackingprefixhistory'
	| 'trackingtokenidbase'
	| 'trackingtokeniddigits'
	| 'trackingtokencounterdigits'
>;

/** Bounds of the source page: characters of the prefix, the base itself, digits. */
export const TOKEN_LIMITS = {
	trackingprefix: { least: 1, most: 20 },
	trackingtokenidbase: { least: 0, most: 2_147_483_647 },
	trackingtokeniddigits: { least: 1, most: 10 },
	trackingtokencounterdigits: { least: 1, most: 9 }
} as const;
export type TokenSettingName = keyof typeof TOKEN_LIMITS;

export type TokenPartName = 'prefix' | 'designator' | 'userNumber' | 'counter';
export interface TokenPart {
	readonly name: TokenPartName;
	readonly text: string;
}

export interface TokenOf {
	/** usersettings.trackingtokenid; null for the system, which sends without a user. */
	readonly trackingtokenid: number | null;
	/** 0 to `greatestCounter`; more counts from 0 again. */
	readonly counter: number;
}

export type ComposedToken =
	| {
			readonly ok: true;
			readonly token: string;
			/** In the order of the token. */
			readonly parts: readonly TokenPart[];
			readonly userNumber: number;
			/**
			 * The user number has more digits than are set aside for it. What the service does then is not documented; here it
			 * is written whole, which makes the token longer (assumed).
			 */
			readonly userNumberTooLong: boolean;
	  }
	| { readonly ok: false; readonly outOfBounds: readonly TokenSettingName[] };

/** The token that the next email sent online gets. */
export function composeToken(settings: TokenSettings, { trackingtokenid, counter }: TokenOf): ComposedToken {
	const outOfBounds = settingsOutOfBounds(settings);
	if (outOfBounds.length > 0) return { ok: false, outOfBounds };
	const { trackingprefix, trackingtokeniddigits, trackingtokencounterdigits } = settings;
	const userNumber = userNumberOf(settings, trackingtokenid);
	const userDigits = String(userNumber).padStart(trackingtokeniddigits, '0');
	const counterDigits = String(counter % counterValues(trackingtokencounterdigits)).padStart(
		trackingtokencounterdigits,
		'0'
	);
	const parts: readonly TokenPart[] = [
		{ name: 'prefix', text: trackingprefix },
		{ name: 'designator', text: '0' },
		{ name: 'userNumber', text: userDigits },
		{ name: 'counter', text: counterDigits }
	];
	return {
		ok: true,
		token: parts.map(({ text }) => text).join(''),
		parts,
		userNumber,
		userNumberTooLong: userDigits.length > trackingtokeniddigits
	};
}

/** Base plus the user's own number; 0 for the system. */
export function userNumberOf({ trackingtokenidbase }: TokenSettings, trackingtokenid: number | null): number {
	return trackingtokenid === null ? 0 : trackingtokenidbase + trackingtokenid;
}

/** How many different counters there are: 000 to 999 are 1,000. */
export function counterValues(counterDigits: number): number {
	return 10 ** counterDigits;
}

export function greatestCounter(counterDigits: number): number {
	return counterValues(counterDigits) - 1;
}

/** After 999 comes 000, as the source page says; observations outside Microsoft's pages say 001. */
export function counterAfter(counter: number, counterDigits: number): number {
	return (counter + 1) % counterValues(counterDigits);
}

/** Characters of a token whose user number fits. */
export function tokenLength(settings: TokenSettings): number {
	return settings.trackingprefix.length + 1 + settings.trackingtokeniddigits + settings.trackingtokencounterdigits;
}

function settingsOutOfBounds(settings: TokenSettings): readonly TokenSettingName[] {
	const amounts: Readonly<Record<TokenSettingName, number>> = {
		trackingprefix: settings.trackingprefix.length,
		trackingtokenidbase: settings.trackingtokenidbase,
		trackingtokeniddigits: settings.trackingtokeniddigits,
		trackingtokencounterdigits: settings.trackingtokencounterdigits
	};
	return (Object.keys(TOKEN_LIMITS) as TokenSettingName[]).filter((name) => {
		const { least, most } = TOKEN_LIMITS[name];
		const amount = amounts[name];
		return !Number.isInteger(amount) || amount < least || amount > most;
	});
}

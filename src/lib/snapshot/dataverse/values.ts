/** One value of a Web API response or a CSV cell: read strictly, or not used. */
import { instantOf, utcMsOf } from '../instant';
import type { PlainValue } from '../plainData';

/** Undefined: the value cannot be used. */
export type ReadValue = (value: unknown) => PlainValue | undefined;

/** Longer than any text column that is read. */
const maxTextLength = 4_000;
/** RFC 5321 section 4.5.3.1: 64 characters, @, 255 characters. */
const maxAddressLength = 320;

const guidPattern = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

/** In lower case without braces; null when the value is no GUID. */
export function guidOf(value: unknown): string | null {
	return typeof value === 'string' ? (guidPattern.exec(value.trim())?.[1]?.toLowerCase() ?? null) : null;
}

const addressPattern = /^[^\s\p{Cc}@<>(),;:"[\]\\]+@[^\s\p{Cc}@<>(),;:"[\]\\]+$/u;

/** Null when the whole value is not one address. */
export function addressOf(value: unknown): string | null {
	if (typeof value !== 'string' || value.length > maxAddressLength) return null;
	const address = value.trim();
	return addressPattern.test(address) ? address : null;
}

/** Also of several lines; any other control character makes it unusable. */
export function textOf(value: unknown): string | undefined {
	if (typeof value !== 'string' || value.length > maxTextLength) return undefined;
	return /[^\P{Cc}\t\r\n]/u.test(value) ? undefined : value.trim();
}

/** Of one line: names, and what a CSV calls a row. */
export function lineOf(value: unknown): string | undefined {
	return textOf(value)?.replace(/[\t\r\n]+/g, ' ');
}

export const lookupOf: ReadValue = (value) => guidOf(value) ?? undefined;

const flags = new Map<unknown, boolean>([
	[true, true],
	[1, true],
	['1', true],
	['true', true],
	['yes', true],
	[false, false],
	[0, false],
	['0', false],
	['false', false],
	['no', false]
]);

export const flagOf: ReadValue = (value) => flags.get(typeof value === 'string' ? value.trim().toLowerCase() : value);

export const integerOf: ReadValue = (value) => {
	if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
	return typeof value === 'string' && /^\s*-?\d{1,10}\s*$/.test(value) ? Number(value) : undefined;
};

const bareDate = /^\d{4}-\d\d-\d\d$/;

/** A bare date is 00:00 UTC of that day. */
export const instantTextOf: ReadValue = (value) => {
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	return instantOf(utcMsOf(bareDate.test(text) ? `${text}T00:00:00Z` : text)) ?? undefined;
};

/** `statecode`: 0 is active. */
export const stateOf: ReadValue = (value) => {
	const state = integerOf(value);
	return state === undefined ? undefined : state === 0;
};

const maxPrefixLength = 20;

/** Current prefix first (reading A17), former ones behind it; undefined when any of them is too long. */
export function trackingPrefixesOf(value: unknown): readonly string[] | undefined {
	if (typeof value !== 'string' || value.length > maxTextLength) return undefined;
	const prefixes = value
		.split(/[;,\r\n]/)
		.map((prefix) => prefix.trim())
		.filter((prefix) => prefix !== '');
	return prefixes.every((prefix) => prefix.length <= maxPrefixLength) ? [...new Set(prefixes)] : undefined;
}

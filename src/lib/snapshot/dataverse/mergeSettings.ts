/** Settings of the files into those of an environment. */
import { DEFAULT_ORG_DB_ORG_SETTINGS, DEFAULT_ORGANIZATION } from '../../domain/environment';
import type { EnvironmentFile } from '../environmentFile';
import { isPlainObject, type PlainObject, type PlainValue } from '../plainData';
import type { Ordered } from './mergeInput';

const documented: Readonly<Record<'organization' | 'orgDbOrgSettings', object>> = {
	organization: DEFAULT_ORGANIZATION,
	orgDbOrgSettings: DEFAULT_ORG_DB_ORG_SETTINGS
};

/** Both sections of settings, and how many of them are not as they were; one left out has its documented default. */
export function mergeSettings(
	file: EnvironmentFile,
	order: Ordered
): { readonly values: PlainObject; readonly changed: number } {
	const values: Record<string, PlainValue> = {};
	let changed = 0;
	for (const section of ['organization', 'orgDbOrgSettings'] as const) {
		const before = isPlainObject(file[section]) ? (file[section] as PlainObject) : {};
		const defaults = documented[section] as PlainObject;
		const given: Record<string, PlainValue> = {};
		for (const { facts } of order) Object.assign(given, facts[section]);
		if (section === 'organization') takeFormerPrefixes(given, before, order);
		const differing = Object.entries(given).filter(
			([name, value]) => JSON.stringify(value ?? defaults[name]) !== JSON.stringify(before[name] ?? defaults[name])
		);
		if (differing.length > 0) values[section] = { ...before, ...Object.fromEntries(differing) };
		changed += differing.length;
	}
	return { values, changed };
}

/** Former prefixes that were entered by hand stay, behind those of the files. */
function takeFormerPrefixes(given: Record<string, PlainValue>, before: PlainObject, order: Ordered): void {
	const named = order.flatMap(({ facts }) => facts.formerPrefixes);
	if (named.length === 0) return;
	const history = before.trackingprefixhistory;
	const known = typeof history === 'string' ? history.split(/[;,\r\n]/).map((prefix) => prefix.trim()) : history;
	const former = [...named, ...(Array.isArray(known) ? known : [])].filter(
		(prefix) => typeof prefix === 'string' && prefix !== '' && prefix !== given.trackingprefix
	);
	given.trackingprefixhistory = [...new Set(former)];
}

import { columnLengths } from '../../../domain/limits';
import { agreeIf, notComparable, type Compare } from '../compared';
import { folded } from './plain';

/** `torecipients`: the same addresses in any order; what separates them is not documented. */
export const toRecipients: Compare = (modelled, { value }) => {
	const ours = addressesIn(modelled.torecipients);
	const theirs = addressesIn(value);
	const same = ours.size === theirs.size && [...ours].every((address) => theirs.has(address));
	const mayBeCut = typeof value === 'string' && value.length >= (columnLengths.torecipients ?? Infinity);
	return !same && mayBeCut ? notComparable('cut-at-column-length') : agreeIf(same);
};

function addressesIn(value: unknown): ReadonlySet<string> {
	const addresses = folded(value)
		.split(/[;,]/)
		.map((address) => address.trim());
	return new Set(addresses.filter((address) => address !== ''));
}

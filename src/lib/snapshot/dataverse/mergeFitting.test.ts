import { expect, it } from 'vitest';
import { freshInstallFile } from '../environmentFile';
import { NO_FACTS, type ImportedFacts } from './importedFacts';
import { mergeFitting } from './mergeFitting';

const input = (path: string, facts: Partial<ImportedFacts>) => ({
	path,
	sha256: path,
	facts: { ...NO_FACTS, ...facts }
});

const prefixes = (path: string, first: number, amount: number) =>
	input(path, { formerPrefixes: Array.from({ length: amount }, (_, at) => `P${first + at}:`) });
const invalid = (path: string) => input(path, { organization: { trackingprefix: 'x'.repeat(50) } });
const folders = (path: string) => input(path, { folders: [{ mailboxId: 'm', path: 'a', regarding: null }] });
const throwing = (path: string) => ({
	...input(path, {}),
	get facts(): never {
		throw new RangeError('Maximum call stack size exceeded');
	}
});

it.each([
	['all files that fit', [prefixes('a', 0, 10), folders('b')], [0, 1]],
	['all but one that does not', [folders('a'), invalid('b'), prefixes('c', 0, 10), folders('d')], [0, 2, 3]],
	['all but two that do not', [invalid('a'), folders('b'), invalid('c')], [1]],
	['the first of two that do not fit together', [prefixes('a', 0, 100), prefixes('b', 200, 100), folders('c')], [0, 2]],
	['all but one that fails', [folders('a'), throwing('b'), prefixes('c', 0, 10)], [0, 2]],
	['none', [invalid('a')], []],
	['none of none', [], []]
])('merges %s', (_, inputs, fitting) => {
	const merged = mergeFitting(freshInstallFile(), inputs);
	expect([...merged.fitting]).toEqual(fitting);
	expect(merged.merged === null).toBe(fitting.length === 0);
});

it('tells what found no place by the place of its file among all', () => {
	const { merged } = mergeFitting(freshInstallFile(), [invalid('a'), folders('b')]);
	expect(merged?.remarks).toEqual([{ fileIndex: 1, code: 'mailboxes-not-described', count: 1 }]);
});

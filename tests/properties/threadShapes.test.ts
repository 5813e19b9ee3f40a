import { expect, test } from 'vitest';
import { FRESH_INSTALL } from '../../src/lib/domain/environment';
import { compileHashFilter } from '../../src/lib/engine/correlation/hashFilter';
import { decide } from '../../src/lib/engine/decide';
import { id, mail } from '../support/mail';

const names = ['a', 'b', 'c', 'd'];
const orders = permutations([0, 1, 2, 3]);
const filter = compileHashFilter(FRESH_INSTALL.organization.hashfilterkeywords);

/** Every way in which each of four messages answers none or one of the others: 125 forests, and the circles. */
const shapes = Array.from({ length: 4 ** 4 }, (_, code) =>
	names.map((_, index) => {
		const choice = Math.floor(code / 4 ** index) % 4;
		const others = [0, 1, 2, 3].filter((other) => other !== index);
		return choice === 0 ? null : (others[choice - 1] as number);
	})
);

test('every shape, under every order of receipt, is decided the same whatever the order of dropping', () => {
	expect(shapes).toHaveLength(256);
	let decided = 0;
	for (const parents of shapes) {
		for (const received of orders) {
			const messages = names.map((name, index) => {
				const parent = parents[index] ?? null;
				return mail(name, {
					at: received[index] as number,
					inReplyTo: parent === null ? [] : [id(names[parent] as string)]
				});
			});
			// A reply is linked exactly when its parent was received before it.
			const expected = names.map((_, index) => {
				const parent = parents[index] ?? null;
				return parent !== null && (received[parent] as number) < (received[index] as number) ? parent : null;
			});
			for (const dropped of orders) {
				const decisions = decide(
					dropped.map((index) => messages[index] as (typeof messages)[number]),
					FRESH_INSTALL,
					{ hashFilter: filter }
				);
				const links: (number | null)[] = [null, null, null, null];
				decisions.stored.messages.forEach(({ messageId }, position) => {
					const correlated = decisions.correlated[position] as number;
					const index = names.findIndex((name) => id(name) === messageId);
					const parentId = correlated < 0 ? null : decisions.stored.message(correlated).messageId;
					links[index] = parentId === null ? null : names.findIndex((name) => id(name) === parentId);
				});
				if (links.join() !== expected.join())
					expect({ parents, received, dropped, links }).toEqual({ links: expected });
				decided++;
			}
		}
	}
	expect(decided).toBe(256 * 24 * 24);
}, 60_000);

function permutations(items: readonly number[]): number[][] {
	if (items.length === 0) return [[]];
	return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

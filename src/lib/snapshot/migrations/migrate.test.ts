import { expect, test } from 'vitest';
import type { PlainObject } from '../plainData';
import { migrated, SNAPSHOT_MIGRATIONS, type Migration } from './migrate';

/** Two made-up changes of the format: `mails` becomes `emails`, then every email gets a `tracked`. */
const steps: readonly Migration[] = [
	{
		from: 2,
		apply: ({ emails, ...file }) => ({
			...file,
			emails: (emails as readonly PlainObject[]).map((email) => ({ tracked: null, ...email }))
		})
	},
	{ from: 1, apply: ({ mails = [], ...file }) => ({ ...file, emails: mails }) }
];

test('runs each step once, from the version of the file on', () => {
	const file = { formatVersion: 1, mails: [{ id: 'a', later: { kind: 'unknown' } }], other: 7 };
	expect(migrated(file, 3, steps)).toEqual({
		formatVersion: 3,
		emails: [{ id: 'a', later: { kind: 'unknown' }, tracked: null }],
		other: 7
	});
	expect(migrated({ formatVersion: 2, emails: [{ tracked: 'yes' }] }, 3, steps)).toEqual({
		formatVersion: 3,
		emails: [{ tracked: 'yes' }]
	});
	expect(migrated({ formatVersion: 3 }, 3, steps)).toEqual({ formatVersion: 3 });
	expect(migrated({ formatVersion: 1 }, 4, steps)).toBeNull();
});

test('the chain has one step for every version but the present one', () => {
	const present = 1;
	expect(SNAPSHOT_MIGRATIONS.map(({ from }) => from)).toEqual(Array.from({ length: present - 1 }, (_, at) => at + 1));
});

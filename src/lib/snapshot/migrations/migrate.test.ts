import { expect, test } from 'vitest';
import type { PlainObject } from '../plainData';
import { migrationFrom, SNAPSHOT_MIGRATIONS, type Migration } from './migrate';

/** Two made-up changes of the format: `mails` becomes `emails`, then every email gets a `tracked`. */
const steps: readonly Migration[] = [
	{
		from: 2,
		apply: (piece) =>
			piece.key === 'emails' ? { ...piece, value: { tracked: null, ...(piece.value as PlainObject) } } : piece
	},
	{ from: 1, apply: (piece) => (piece.key === 'mails' ? { ...piece, key: 'emails' } : piece) }
];
const piece = (key: string, value: PlainObject) => ({ key, index: 0, value });

test('runs each step once, from the version of the file on', () => {
	const email = { id: 'a', later: { kind: 'unknown' } };
	expect(migrationFrom(1, steps)(piece('mails', email))).toEqual(piece('emails', { ...email, tracked: null }));
	expect(migrationFrom(2, steps)(piece('emails', { tracked: 'yes' }))).toEqual(piece('emails', { tracked: 'yes' }));
	expect(migrationFrom(3, steps)(piece('emails', email))).toEqual(piece('emails', email));
	expect(migrationFrom(1, steps)(piece('other', email))).toEqual(piece('other', email));
});

test('the chain has one step for every version but the present one', () => {
	const present = 1;
	expect(SNAPSHOT_MIGRATIONS.map(({ from }) => from)).toEqual(Array.from({ length: present - 1 }, (_, at) => at + 1));
});

import { expect, test } from 'vitest';
import { mail } from '../../../../tests/support/mail';
import { FRESH_INSTALL } from '../../domain/environment';
import { decide } from '../decide';
import { DIAGNOSIS_IDS } from '../explanation';
import { diagnosisCounts } from './counts';

const decisions = decide(
	Array.from({ length: 7 }, (_, at) => mail(`mail-${at}`, { at })),
	FRESH_INSTALL
);

test('counts each id, names the first five, lists the others with none, and can be paused after every email', () => {
	const counting = diagnosisCounts(decisions, (position) =>
		position === 0 ? [{ id: 'token-reused' }, { id: 'forward-tracked' }] : [{ id: 'token-reused' }]
	);
	const done: number[] = [];
	let step = counting.next();
	for (; !step.done; step = counting.next()) done.push(step.value);
	expect(done).toEqual([1, 2, 3, 4, 5, 6, 7]);
	expect(step.value.map(({ id }) => id)).toEqual(DIAGNOSIS_IDS);
	const shown = step.value.filter(({ emails }) => emails > 0);
	const ids = [0, 1, 2, 3, 4].map((position) => decisions.stored.activityId(position));
	expect(shown).toEqual([
		{ id: 'forward-tracked', emails: 1, examples: ids.slice(0, 1) },
		{ id: 'token-reused', emails: 7, examples: ids }
	]);
});

test('no email, no count', () => {
	const step = diagnosisCounts(decide([], FRESH_INSTALL), () => []).next();
	expect(step.done && step.value.every(({ emails }) => emails === 0)).toBe(true);
});

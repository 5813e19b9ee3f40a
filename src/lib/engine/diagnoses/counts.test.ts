import { expect, test } from 'vitest';
import { mail } from '../../../../tests/support/mail';
import { FRESH_INSTALL } from '../../domain/environment';
import { decide } from '../decide';
import { DIAGNOSIS_IDS } from '../explanation';
import { diagnosisCounts } from './counts';

const decisions = decide(
	Array.from({ length: 22 }, (_, at) => mail(`mail-${at}`, { at })),
	FRESH_INSTALL
);

test('counts each id, names the first twenty, lists the others with none, and can be paused after every email', () => {
	const counting = diagnosisCounts(decisions, (position) =>
		position === 0 ? [{ id: 'token-reused' }, { id: 'forward-tracked' }] : [{ id: 'token-reused' }]
	);
	const done: number[] = [];
	let step = counting.next();
	for (; !step.done; step = counting.next()) done.push(step.value);
	expect(done).toEqual(Array.from({ length: 22 }, (_, at) => at + 1));
	expect(step.value.map(({ id }) => id)).toEqual(DIAGNOSIS_IDS);
	const shown = step.value.filter(({ emails }) => emails > 0);
	const examples = Array.from({ length: 20 }, (_, position) => ({
		activityId: decisions.stored.activityId(position),
		subject: decisions.stored.message(position).subject
	}));
	expect(shown).toEqual([
		{ id: 'forward-tracked', emails: 1, examples: examples.slice(0, 1) },
		{ id: 'token-reused', emails: 22, examples }
	]);
});

test('no email, no count', () => {
	const step = diagnosisCounts(decide([], FRESH_INSTALL), () => []).next();
	expect(step.done && step.value.every(({ emails }) => emails === 0)).toBe(true);
});

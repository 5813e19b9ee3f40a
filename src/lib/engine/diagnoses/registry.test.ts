import { describe, expect, test } from 'vitest';
import {
	environment,
	explainOne,
	mail,
	mailbox,
	minute,
	queue,
	record,
	sha256Like,
	user
} from '../../../../tests/support/mail';
import type { Mark } from '../../domain/environment';
import { DIAGNOSIS_IDS } from '../explanation';
import { exampleStartUtcMs, type DiagnosisExample, type ExampleMail } from './diagnosis';
import { DIAGNOSES } from './registry';

const catalogueLength = 35;

describe('the catalogue', () => {
	test('has each number once or more, and each id once', () => {
		const numbers = new Set(DIAGNOSES.flatMap(({ number }) => number ?? []));
		expect([...numbers].sort((a, b) => a - b)).toEqual(
			Array.from({ length: catalogueLength }, (_, index) => index + 1)
		);
		expect(DIAGNOSES.map(({ id }) => id)).toEqual(DIAGNOSIS_IDS);
	});

	test('shows an example of both kinds, or cannot be seen and never applies', () => {
		for (const { id, sight, applies, doesNotApply } of DIAGNOSES) {
			const expected = sight === 'notVisible' ? [false, false] : [true, true];
			expect([applies.length > 0, doesNotApply.length > 0], id).toEqual(expected);
		}
	});

	test('examples begin when test mails do', () => {
		expect(exampleStartUtcMs).toBe(minute(0));
	});
});

describe.each(
	DIAGNOSES.filter(({ sight }) => sight !== 'notVisible').map((diagnosis) => [diagnosis.id, diagnosis] as const)
)('%s', (id, { applies, doesNotApply, needs }) => {
	test.each(applies.map((example) => [example.shows, example] as const))('applies: %s', (_, example) => {
		const found = explained(example).diagnoses.filter((diagnosis) => diagnosis.id === id);
		expect(found).toHaveLength(1);
		expect(Object.keys(found[0]?.evidence ?? {})).not.toEqual([]);
		if (needs === 'environment') {
			const { users = [], queues = [], organization } = example.environment ?? {};
			const marked = [...(example.before ?? []), example.email].some((letter) => letter.regarding !== undefined);
			expect(users.length + queues.length > 0 || organization !== undefined || marked).toBe(true);
		}
	});

	test.each(doesNotApply.map((example) => [example.shows, example] as const))('does not apply: %s', (_, example) => {
		expect(explained(example).diagnoses.map((diagnosis) => diagnosis.id)).not.toContain(id);
	});
});

function explained({ before = [], email, after = [], environment: described = {} }: DiagnosisExample) {
	const letters = [...before, email, ...after];
	const names = letters.map((letter, at) => (letter === email ? 'email' : `mail-${at}`));
	const messages = letters.map(({ tracked: _tracked, regarding: _regarding, ...facts }, at) =>
		mail(names[at] as string, { at, ...facts })
	);
	const { users = [], queues = [], records = [], mailboxes = [], placement, ...settings } = described;
	const under = environment({
		...settings,
		users: users.map((row) => user(row.id, row)),
		queues: queues.map((row) => queue(row.id, row)),
		records: records.map((row) => record(row.id, row.table, row)),
		mailboxes: mailboxes.map((row) => mailbox(row.ownerid, row)),
		placements: placement ? [{ files: 'email.eml', folder: 'Inbox', moves: [], category: null, ...placement }] : [],
		marks: letters.flatMap((letter, at) => markOf(letter, names[at] as string))
	});
	return explainOne('email', messages, under, (sha256) => [sha256 === sha256Like('email') ? 'email.eml' : 'other.eml']);
}

function markOf({ tracked, regarding }: ExampleMail, name: string): Mark[] {
	if (tracked === undefined && regarding === undefined) return [];
	return [
		{
			sha256: sha256Like(name),
			...(tracked === undefined ? {} : { tracked }),
			...(regarding === undefined ? {} : { regarding })
		}
	];
}

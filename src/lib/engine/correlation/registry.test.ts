import { describe, expect, test } from 'vitest';
import { environment, explainOne, mail } from '../../../../tests/support/mail';
import { METHOD_IDS } from '../../domain/columns';
import type { Environment } from '../../domain/environment';
import { DEFAULT_MODEL_OPTIONS, DEFAULT_ORGANIZATION, DEFAULT_ORG_DB_ORG_SETTINGS } from '../../domain/environment';
import { methodPage } from './documentation';
import type { ExampleMail, MethodExample } from './method';
import { CORRELATION_METHODS } from './registry';

test('the methods stand in the order in which they are tried', () => {
	expect(CORRELATION_METHODS.map(({ id }) => id)).toEqual(METHOD_IDS);
	expect(CORRELATION_METHODS.map(({ choice }) => choice)).toEqual([3, 4, 5, 6]);
});

describe.each(CORRELATION_METHODS.map((method) => ({ method })))('$method.id', ({ method }) => {
	test.each(method.examples.map((example) => ({ example })))('$example.shows', ({ example }) => {
		const messages = [exampleMail('stored', 0, example.stored), exampleMail('email', 1, example.email)];
		const attempt = explainOne('email', messages, environmentOf(example)).correlation.find(
			(step) => step.method === method.id
		);
		expect(attempt?.outcome).toBe(example.outcome);
	});

	test('has an example that matches and one that does not', () => {
		const outcomes = new Set(method.examples.map(({ outcome }) => outcome));
		expect(outcomes.has('matched')).toBe(true);
		expect(outcomes.size).toBeGreaterThan(1);
	});

	// After a change: npx vitest run src/lib/engine/correlation/registry.test.ts -u
	test('its page in the documentation is up to date', async () => {
		await expect(methodPage(method)).toMatchFileSnapshot(`../../../../docs/methods/${method.id}.md`);
	});
});

function exampleMail(name: string, at: number, { addresses, ...facts }: ExampleMail) {
	const [from, ...to] = addresses ?? [];
	return mail(name, { at, ...facts, ...(from === undefined ? {} : { from, to }) });
}

function environmentOf({ settings = {} }: MethodExample): Environment {
	const known: object = { ...DEFAULT_ORGANIZATION, ...DEFAULT_ORG_DB_ORG_SETTINGS, ...DEFAULT_MODEL_OPTIONS };
	expect(Object.keys(settings).filter((name) => !(name in known))).toEqual([]);
	const of = (defaults: object) => Object.fromEntries(Object.entries(settings).filter(([name]) => name in defaults));
	return environment({
		organization: of(DEFAULT_ORGANIZATION),
		orgDbOrgSettings: of(DEFAULT_ORG_DB_ORG_SETTINGS),
		modelOptions: of(DEFAULT_MODEL_OPTIONS)
	});
}

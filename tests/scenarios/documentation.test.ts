import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scenarioIndex, scenariosAt } from './documentation';
import { PAGE, type Place } from './page';
import { SCENARIOS } from './registry';

const places: readonly Place[] = PAGE.flatMap((section): readonly Place[] => section.places);

describe('the index of scenarios', () => {
	test('every place has a scenario, or says why not', () => {
		const bare = places.filter(({ at, otherwise }) => otherwise === undefined && scenariosAt(at).length === 0);
		expect(bare).toEqual([]);
	});

	test('every place is there once, and every scenario names places that are there', () => {
		const known = places.map(({ at }) => at);
		expect(known.filter((at, index) => known.indexOf(at) !== index)).toEqual([]);
		const named = Object.values(SCENARIOS).flatMap((scenarios) => scenarios.flatMap((scenario) => scenario.places));
		expect(named.filter((at) => !known.includes(at))).toEqual([]);
	});

	test('every scenario has a title of its own, and every file is there', () => {
		const titles = Object.values(SCENARIOS).flatMap((scenarios) => scenarios.map(({ title }) => title));
		expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
		const missing = Object.keys(SCENARIOS).filter((file) => !existsSync(new URL(`${file}.ts`, import.meta.url)));
		expect(missing).toEqual([]);
	});

	// After a change: npx vitest run tests/scenarios/documentation.test.ts -u
	test('docs/scenarios.md is up to date', async () => {
		await expect(scenarioIndex()).toMatchFileSnapshot('../../docs/scenarios.md');
	});
});

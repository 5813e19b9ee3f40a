import { describe, expect, it } from 'vitest';
import {
	activeOf,
	added,
	edited,
	FRESH_STATE,
	isNameTaken,
	maxStates,
	opened,
	pushed,
	switchedTo,
	withoutActive
} from './environmentStates';
import type { EnvironmentState } from './rows';

const contoso = { name: 'Contoso', environmentId: 1 };
const fabrikam = { name: 'Fabrikam', environmentId: 2 };
const two: EnvironmentState = { environments: [contoso, fabrikam], active: 1 };
const names = ({ environments }: EnvironmentState) => environments.map(({ name }) => name);

describe('states of the environments of a case', () => {
	it('a file of a new name stands beside the others, one of a known name takes its place', () => {
		const first = opened(FRESH_STATE, contoso);
		expect(first).toEqual({ environments: [contoso], active: 0 });
		expect(opened(first, fabrikam)).toEqual(two);
		const again = { name: 'Contoso', environmentId: 3 };
		expect(opened(two, again)).toEqual({ environments: [again, fabrikam], active: 0 });
	});

	it('changes go to the active environment, under a new name, too; the fresh install becomes a named one', () => {
		const renamed = { name: 'Fabrikam 2', environmentId: 4 };
		expect(edited(two, renamed)).toEqual({ environments: [contoso, renamed], active: 1 });
		expect(edited({ ...two, active: null }, renamed)).toEqual(added(two, renamed));
	});

	it('a name is taken by others than the active one', () => {
		expect([isNameTaken(two, 'Contoso'), isNameTaken(two, 'Fabrikam'), isNameTaken(two, 'Else')]).toEqual([
			true,
			false,
			false
		]);
		expect(isNameTaken({ ...two, active: null }, 'Fabrikam')).toBe(true);
	});

	it('is switched by name', () => {
		expect(activeOf(switchedTo(two, 'Contoso') ?? two)).toEqual(contoso);
		expect(activeOf(switchedTo(two, null) ?? two)).toBeNull();
		expect(switchedTo(two, 'Gone')).toBeNull();
	});

	it.each([
		[0, ['Fabrikam'], 0],
		[1, ['Contoso'], 0],
		[null, ['Contoso', 'Fabrikam'], null]
	])('without the active one, number %s', (active, left, then) => {
		const state = withoutActive({ ...two, active });
		expect([names(state), state.active]).toEqual([left, then]);
	});

	it('the last one leaves the fresh install', () => {
		expect(withoutActive({ environments: [contoso], active: 0 })).toEqual(FRESH_STATE);
	});

	it('keeps so many states, the latest', () => {
		let history: readonly EnvironmentState[] = [FRESH_STATE];
		for (let number = 1; number <= maxStates + 5; number++) {
			history = pushed(history, { environments: [{ name: 'Contoso', environmentId: number }], active: 0 });
		}
		expect(history).toHaveLength(maxStates);
		expect(history.at(-1)?.environments[0]?.environmentId).toBe(maxStates + 5);
	});
});

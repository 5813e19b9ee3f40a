/** Changes of the environments of a case, each a new state of the whole list. */
import type { EnvironmentState, NamedEnvironment } from './rows';

/** Undo goes back this far. */
export const maxStates = 50;

export const FRESH_STATE: EnvironmentState = { environments: [], active: null };

export function activeOf({ environments, active }: EnvironmentState): NamedEnvironment | null {
	return active === null ? null : (environments[active] ?? null);
}

/** Is the name that of another environment than the active one? */
export function isNameTaken({ environments, active }: EnvironmentState, name: string): boolean {
	return environments.some((one, index) => one.name === name && index !== active);
}

/** A file was opened: it takes the place of the environment of its name, or stands beside the others. */
export function opened(state: EnvironmentState, environment: NamedEnvironment): EnvironmentState {
	const place = state.environments.findIndex(({ name }) => name === environment.name);
	return place < 0 ? added(state, environment) : replaced(state, place, environment);
}

/** Changes were applied: to the active environment, whatever its name is by then. */
export function edited(state: EnvironmentState, environment: NamedEnvironment): EnvironmentState {
	return state.active === null ? added(state, environment) : replaced(state, state.active, environment);
}

/** Becomes active; null when no environment has the name. */
export function switchedTo(state: EnvironmentState, name: string | null): EnvironmentState | null {
	if (name === null) return { ...state, active: null };
	const active = state.environments.findIndex((one) => one.name === name);
	return active < 0 ? null : { ...state, active };
}

export function added({ environments }: EnvironmentState, environment: NamedEnvironment): EnvironmentState {
	return { environments: [...environments, environment], active: environments.length };
}

/** The one before becomes active, or the one after; without any, the fresh install. */
export function withoutActive({ environments, active }: EnvironmentState): EnvironmentState {
	if (active === null) return { environments, active };
	const rest = environments.toSpliced(active, 1);
	return { environments: rest, active: rest.length === 0 ? null : Math.max(0, active - 1) };
}

/** The state in force from now on; the oldest ones leave. */
export function pushed(history: readonly EnvironmentState[], state: EnvironmentState): readonly EnvironmentState[] {
	return [...history, state].slice(-maxStates);
}

function replaced({ environments }: EnvironmentState, active: number, environment: NamedEnvironment): EnvironmentState {
	return { environments: environments.with(active, environment), active };
}

import { FILTERING_METHODS, type FilteringMethod } from '../domain/environment';
import { FILTERING_RULES } from '../engine/acceptance/registry';

/** By `incomingemailfilteringmethod`, as Personal Options and the queue form spell it. */
export const FILTERING_METHOD_OPTIONS: readonly { readonly value: FilteringMethod; readonly label: string }[] =
	FILTERING_METHODS.map((value) => ({ value, label: FILTERING_RULES[value].label }));

export function filteringMethodLabel(method: unknown): string | null {
	return FILTERING_METHOD_OPTIONS.find(({ value }) => value === method)?.label ?? null;
}

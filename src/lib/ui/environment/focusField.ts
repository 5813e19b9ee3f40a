import { tick } from 'svelte';
import { enclosing, rowAt } from '$lib/state/environmentDraft';
import type { ActiveEnvironment } from '$lib/state/environment.svelte';
import { fieldId } from './controls/control';

/** Brings the value at a JSON pointer into view and focuses its field, or what it lies in. */
export async function focusField(environment: ActiveEnvironment, pointer: string): Promise<void> {
	const row = rowAt(pointer);
	if (row) environment.openRow = row;
	await tick();
	for (const outer of enclosing(pointer)) {
		const element = document.getElementById(fieldId(outer));
		if (!element) continue;
		element.scrollIntoView({ block: 'center' });
		element.focus({ preventScroll: true });
		return;
	}
}

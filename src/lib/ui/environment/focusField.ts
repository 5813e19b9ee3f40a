import { tick } from 'svelte';
import { enclosing, rowAt } from '$lib/state/environmentDraft';
import type { ActiveEnvironment } from '$lib/state/environment.svelte';
import { fieldId } from './controls/control';
import { indexedPointer } from './fieldPointer';

/**
 * Brings the value at a JSON pointer into view and focuses its field, or what it lies in; for a list, or a row that is
 * not there, the button that adds one.
 */
export async function focusField(environment: ActiveEnvironment, asked: string): Promise<void> {
	const pointer = environment.draft ? indexedPointer(environment.draft, asked) : asked;
	const row = rowAt(pointer);
	if (row) environment.openRow = row;
	await tick();
	const [, section] = pointer.split('/');
	for (const id of [...enclosing(pointer).map(fieldId), `add-${section}`]) {
		const element = document.getElementById(id);
		if (!element) continue;
		element.scrollIntoView({ block: 'center' });
		element.focus({ preventScroll: true });
		return;
	}
}

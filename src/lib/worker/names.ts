/** Names that users give to cases and environments. */
import type { NameFailure } from './api';

/** Longer names cannot be read in a list. */
export const maxNameLength = 100;

export function checkedName(
	text: string
): { readonly ok: true; readonly name: string } | { readonly ok: false; readonly code: NameFailure } {
	const name = text.trim();
	if (name === '') return { ok: false, code: 'name-empty' };
	return name.length > maxNameLength ? { ok: false, code: 'name-too-long' } : { ok: true, name };
}

/** The name itself, or with ` 2` and so on where it is taken. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
	for (let number = 1; ; number++) {
		const candidate = number === 1 ? name : `${name} ${number}`;
		if (!isTaken(candidate)) return candidate;
	}
}

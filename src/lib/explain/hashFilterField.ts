/** What is said at the field of HashFilterKeywords before it is applied: why it cannot be used, what was probably meant. */
import { repairPastedPattern } from '../engine/correlation/dotNetPattern';
import { compileHashFilter } from '../engine/correlation/hashFilter';

export interface PatternProblem {
	readonly text: string;
	/** The pattern that was probably meant; null where nothing tells. */
	readonly repaired: string | null;
}

/** Null for a pattern without a problem that can be seen without mail. */
export function hashFilterProblem(pattern: string): PatternProblem | null {
	const repaired = repairPastedPattern(pattern);
	if (repaired !== null) {
		const text = `It looks pasted with escapes that do not belong to it, or without its backslashes, and removes nothing. Probably meant: ${repaired}`;
		return { text, repaired: compileHashFilter(repaired).ok ? repaired : null };
	}
	const compiled = compileHashFilter(pattern);
	if (compiled.ok) return null;
	const then = 'As long as it stands, SmartMatching cannot be decided.';
	switch (compiled.code) {
		case 'unsupported':
			return {
				text: `It uses ${compiled.construct ?? 'a construct'}, which cannot be replayed here. ${then}`,
				repaired
			};
		case 'too-long':
			return { text: `It is too long. ${then}`, repaired };
		case 'syntax':
		case 'timed-out':
			return { text: `It is not a valid regular expression. ${then}`, repaired };
	}
}

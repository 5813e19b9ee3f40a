import { maxPatternSubjectLength } from '../domain/limits';

/** The pattern in use: `re:` is removed in any letter case (reading A16). Null when it cannot be compiled. */
export function compileSubjectChangedPattern(pattern: string): RegExp | null {
	try {
		return new RegExp(pattern, 'iu');
	} catch {
		return null;
	}
}

/**
 * Whether a reply's subject differs from that of the email it was correlated with: what `pattern` matches is removed,
 * the rest is trimmed and compared with letter case. FW: is not removed, so a forward counts as changed.
 */
export function subjectChanged(subject: string | null, correlated: string | null, pattern: RegExp): boolean {
	return bare(subject, pattern) !== bare(correlated, pattern);
}

function bare(subject: string | null, pattern: RegExp): string {
	// Folding leaves a tab or a space in place of a space (RFC 5322 section 2.2.3): no difference between subjects.
	const text = (subject ?? '').replace(/[\t ]+/g, ' ').trim();
	return (text.slice(0, maxPatternSubjectLength).replace(pattern, '') + text.slice(maxPatternSubjectLength)).trim();
}

import { maxPatternSubjectLength } from '../domain/limits';
import type { MessageFacts } from '../domain/message';

/** The pattern in use: `re:` is removed in any letter case (reading A16). Null when it cannot be compiled. */
export function compileSubjectChangedPattern(pattern: string): RegExp | null {
	try {
		return new RegExp(pattern, 'iu');
	} catch {
		return null;
	}
}

export type ComparedSubject = Pick<MessageFacts, 'subject' | 'keyed'>;

/**
 * Whether a reply's subject differs from that of the email it was correlated with: what `pattern` matches is removed,
 * the rest is trimmed and compared with letter case. FW: is not removed, so a forward counts as changed.
 */
export function subjectChanged(message: ComparedSubject, correlated: ComparedSubject, pattern: RegExp): boolean {
	return compared(message, pattern) !== compared(correlated, pattern);
}

function compared({ subject, keyed }: ComparedSubject, pattern: RegExp): string {
	return keyed ? keyed.comparedSubject : bareOfPattern(subject, pattern);
}

/** What of a subject is compared. */
export function bareOfPattern(subject: string | null, pattern: RegExp): string {
	// Folding leaves a tab or a space in place of a space (RFC 5322 section 2.2.3): no difference between subjects.
	const text = (subject ?? '').replace(/[\t ]+/g, ' ').trim();
	return (text.slice(0, maxPatternSubjectLength).replace(pattern, '') + text.slice(maxPatternSubjectLength)).trim();
}

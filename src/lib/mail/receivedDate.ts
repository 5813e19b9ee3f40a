/** The time in a Received field (RFC 5322 section 3.6.7, RFC 5321 section 4.4): what follows its last semicolon. */
import { readDateTime } from './date';
import { withoutComments } from './lexical';

/** Milliseconds since 1970 UTC; null when there is no semicolon or no date-time after it. */
export function readReceivedDate(received: string): number | null {
	// A semicolon in a trailing comment is not the one sought; a comment that never closes is no comment.
	return dateAfterLastSemicolon(withoutComments(received)) ?? dateAfterLastSemicolon(received);
}

function dateAfterLastSemicolon(text: string): number | null {
	const semicolon = text.lastIndexOf(';');
	return semicolon === -1 ? null : readDateTime(text.slice(semicolon + 1));
}

/** The subject with which the next email leaves Dynamics 365. */

export interface NextSubject {
	/** As it is sent. */
	readonly subject: string;
	/** The part of the written subject that is sent. */
	readonly kept: string;
	/** The rest of it, which is lost; '' when all is sent. */
	readonly cut: string;
	/** Null when the token alone is longer than a subject may be. */
	readonly token: string | null;
}

/**
 * Subject, space, token. Where that is longer than MaximumSubjectLengthOnMailServer, the subject is cut; a token that
 * alone is longer is left out (OrgDBOrgSettings page). Lengths are in UTF-16 units, as .NET counts; a character of two
 * units is never cut in half.
 */
export function nextSubject(written: string, token: string, maximumLength: number): NextSubject {
	if (token.length > maximumLength) {
		const kept = start(written, maximumLength);
		return { subject: kept, kept, cut: written.slice(kept.length), token: null };
	}
	const kept = start(written, Math.max(0, maximumLength - token.length - 1));
	return { subject: kept === '' ? token : `${kept} ${token}`, kept, cut: written.slice(kept.length), token };
}

function start(text: string, length: number): string {
	if (text.length <= length) return text;
	const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(length));
	return text.slice(0, splitsPair ? length - 1 : length);
}

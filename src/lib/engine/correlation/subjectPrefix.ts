/**
 * The subject's first prefix when it is one of `prefixes` (reading A11; any letter case, a counter like `FW[2]:` and a
 * fullwidth colon allowed), else null. `RE: FW: x` answers a forward and is a reply.
 */
export function subjectPrefix(subject: string | null, prefixes: readonly string[]): string | null {
	const first = /^\s*([^\s:：[\]]{1,20})\s*(?:\[\d{1,3}\])?\s*[:：]/u.exec(subject ?? '')?.[1];
	if (first === undefined) return null;
	const folded = first.toLowerCase();
	return prefixes.some((prefix) => prefix.toLowerCase() === folded) ? first : null;
}

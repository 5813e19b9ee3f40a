/** The address of a record in Dynamics 365, as the address bar or a Web API answer has it. */

const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** Longer than any address of a record. */
const maxAddressLength = 8_000;

/**
 * The GUID that a pasted text names, in lower case: of `&id=`, of `emails(...)`, or alone. Null where it names none, and
 * `other-table` where `etn` says that the record is no email.
 */
export function recordIdIn(text: string): string | 'other-table' | null {
	const plain = unescaped(text.slice(0, maxAddressLength)).trim().toLowerCase();
	const table = /[?&#]etn=(\w+)/.exec(plain)?.[1];
	if (table !== undefined && table !== 'email') return 'other-table';
	const patterns = [`[?&#]id=\\{?(${guid})\\}?(?![0-9a-f-])`, `\\bemails\\((${guid})\\)`, `^\\{?(${guid})\\}?$`];
	for (const pattern of patterns) {
		const id = new RegExp(pattern).exec(plain)?.[1];
		if (id !== undefined) return id;
	}
	return null;
}

/** Only braces and ampersands are escaped in practice; text that is not well escaped stays as it is. */
function unescaped(text: string): string {
	return text
		.replace(/%7b/gi, '{')
		.replace(/%7d/gi, '}')
		.replace(/%26/g, '&')
		.replace(/%3d/gi, '=')
		.replace(/&amp;/g, '&');
}

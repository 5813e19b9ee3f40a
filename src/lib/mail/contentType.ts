/** Content-Type (RFC 2045 section 5.1): media type and parameters. */

/** Real values are below this; the rest is not read. */
const maxContentTypeLength = 4_000;

/** Lower-case `type/subtype`; null when the value does not begin with one. */
export function mediaType(contentType: string): string | null {
	const match = /^\s*([^\s/;()<>@,"[\]?=]+)\s*\/\s*([^\s/;()<>@,"[\]?=]+)/.exec(
		contentType.slice(0, maxContentTypeLength)
	);
	return match === null ? null : `${match[1] ?? ''}/${match[2] ?? ''}`.toLowerCase();
}

/** Value of a parameter, unquoted; null without it. Parameter names ignore letter case. */
export function contentTypeParameter(contentType: string, name: string): string | null {
	const parameters = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/g;
	for (const [, found = '', quoted, bare] of contentType.slice(0, maxContentTypeLength).matchAll(parameters)) {
		if (found.toLowerCase() === name) return quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '';
	}
	return null;
}

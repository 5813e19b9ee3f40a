const wildcards: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*' };

/**
 * A glob over paths as a regular expression: `**` crosses folders (`**` and a slash: any number of them, also none), `*`
 * does not, everything else stands for itself.
 */
export function globPattern(glob: string): RegExp {
	const source = glob
		.split(/((?<![^/])\*\*\/|\*\*|\*)/)
		.map((part) => wildcards[part] ?? part.replace(/[\\^$.+?()[\]{}|/]/g, '\\$&'))
		.join('');
	return new RegExp(`^${source}$`, 'us');
}

/** A glob over paths as a regular expression: `**` crosses folders, `*` does not, everything else stands for itself. */
export function globPattern(glob: string): RegExp {
	const source = glob
		.split('**')
		.map((part) =>
			part
				.split('*')
				.map((text) => text.replace(/[\\^$.+?()[\]{}|/]/g, '\\$&'))
				.join('[^/]*')
		)
		.join('.*');
	return new RegExp(`^${source}$`, 'us');
}

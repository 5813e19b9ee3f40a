/** Names of downloads: lower-case ASCII letters, digits and hyphens, which every file system takes. */

const maxStemLength = 60;

/** `contoso-2026-11-23.tracklens.json` */
export function snapshotFileName(name: string, date: string): string {
	return `${stemOf(name)}-${stemOf(date)}.tracklens.json`;
}

/** `contoso-environment-2026-11-23.json` */
export function environmentFileName(name: string, date: string): string {
	return `${stemOf(name)}-environment-${stemOf(date)}.json`;
}

/** `my-case-activities-2026-11-23.csv` */
export function csvFileName(name: string, date: string): string {
	return `${stemOf(name)}-activities-${stemOf(date)}.csv`;
}

function stemOf(text: string): string {
	const stem = text
		.slice(0, 1_000)
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, maxStemLength)
		.replace(/^-+|-+$/g, '');
	return stem === '' ? 'tracklens' : stem;
}

import type { ImportProgress } from '../worker/api';

/**
 * One figure for imports that follow each other without a pause: what is finished, and the one that runs. The phase,
 * rate and time left are those of the last.
 */
export function sumOfProgress(parts: readonly ImportProgress[]): ImportProgress | null {
	const last = parts.at(-1);
	if (last === undefined) return null;
	return parts.slice(0, -1).reduceRight(
		(sum, part) => ({
			...sum,
			filesDone: sum.filesDone + part.filesDone,
			filesTotal: sum.filesTotal + part.filesTotal,
			bytesDone: sum.bytesDone + part.bytesDone,
			bytesTotal: sum.bytesTotal + part.bytesTotal,
			counts: {
				parsed: sum.counts.parsed + part.counts.parsed,
				parsedWithWarnings: sum.counts.parsedWithWarnings + part.counts.parsedWithWarnings,
				rejected: sum.counts.rejected + part.counts.rejected,
				alreadyThere: sum.counts.alreadyThere + part.counts.alreadyThere,
				ignored: sum.counts.ignored + part.counts.ignored,
				bytes: sum.counts.bytes + part.counts.bytes
			}
		}),
		last
	);
}

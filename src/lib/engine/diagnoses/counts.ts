import type { ActivityId } from '../../domain/columns';
import type { Decisions } from '../decide';
import { DIAGNOSIS_IDS, type DiagnosisFound, type DiagnosisId } from '../explanation';

/** Examples listed of one diagnosis. */
const maxExamples = 20;

export interface DiagnosisExample {
	readonly activityId: ActivityId;
	readonly subject: string | null;
}

export interface DiagnosisCount {
	readonly id: DiagnosisId;
	/** Emails that show it. */
	readonly emails: number;
	/** The first of them in processing order, at most twenty. */
	readonly examples: readonly DiagnosisExample[];
}

/**
 * How many emails show each diagnosis, in the order of the catalogue, those of none included. Yields the number of
 * emails done after each one, so that the caller can pause; the counts are what it returns.
 */
export function* diagnosisCounts(
	{ length, stored }: Pick<Decisions, 'length' | 'stored'>,
	diagnosesAt: (position: number) => readonly Pick<DiagnosisFound, 'id'>[]
): Generator<number, readonly DiagnosisCount[]> {
	const counts = new Map(DIAGNOSIS_IDS.map((id) => [id, { emails: 0, examples: [] as DiagnosisExample[] }]));
	for (let position = 0; position < length; position++) {
		for (const { id } of diagnosesAt(position)) {
			const count = counts.get(id);
			if (!count) continue;
			count.emails++;
			if (count.examples.length === maxExamples) continue;
			count.examples.push({ activityId: stored.activityId(position), subject: stored.message(position).subject });
		}
		yield position + 1;
	}
	return [...counts].map(([id, { emails, examples }]) => ({ id, emails, examples }));
}

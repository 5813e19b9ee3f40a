/** The case beside a snapshot that is not opened: compared once, looked at window by window. */
import { activityIdOf } from '../domain/activityId';
import { emailColumns } from '../engine/population/emailColumns';
import type { DecodedEmail } from '../snapshot/decodeSnapshot';
import { DIFF_GROUPS, diffSnapshots, type DiffEmail, type DiffSide, type SnapshotDiff } from '../snapshot/diff';
import type { EnvironmentFile } from '../snapshot/environmentFile';
import type { DiffGroup, DiffPage, DiffQuery, DiffResult } from './api';
import type { Library } from './library';
import { readChosenFile, readSnapshotText, type SnapshotText } from './textFiles';

const maxRows = 200;
const maxEnvironmentDifferences = 200;

export class SnapshotDiffs {
	#last: SnapshotDiff | null = null;

	async withFile(file: File, library: Library, environmentFile: EnvironmentFile): Promise<DiffResult> {
		const chosen = await readChosenFile(file);
		if (chosen.kind === 'rejected') return { ok: false, code: chosen.code, detail: chosen.detail };
		if (chosen.kind !== 'snapshot') return { ok: false, code: 'not-a-snapshot', detail: {} };
		return this.with(chosen, file.name, library, environmentFile);
	}

	async with(
		text: SnapshotText,
		fileName: string,
		library: Library,
		environmentFile: EnvironmentFile
	): Promise<DiffResult> {
		const emails: DiffEmail[] = [];
		const read = await readSnapshotText(text, {
			take: (part) => {
				if (part.kind === 'email') emails.push(emailOfSnapshot(part.email));
			},
			isCancelled: () => false
		});
		if (read.kind === 'rejected') return { ok: false, code: read.code, detail: read.detail };
		if (read.kind === 'cancelled') throw new Error('A comparison is never cancelled.');
		const { redactionLevel, environmentFile: fileThere } = read.head;
		const there = { emails, environmentFile: redactionLevel === 'columns' ? null : fileThere };
		const diff = diffSnapshots(sideOfLibrary(library, environmentFile), there);
		this.#last = diff;
		return {
			ok: true,
			summary: {
				fileName,
				level: redactionLevel,
				emailsHere: library.decisions.length,
				emailsThere: emails.length,
				same: diff.same,
				counts: countsOf(diff),
				environment: diff.environment?.slice(0, maxEnvironmentDifferences) ?? null,
				environmentTotal: diff.environment?.length ?? 0
			}
		};
	}

	/** Null before the first comparison. */
	page({ group, first, count }: DiffQuery): DiffPage | null {
		if (this.#last === null) return null;
		const rows = group === null ? this.#last.emails : this.#last.emails.filter((row) => row.group === group);
		return { total: rows.length, first, rows: rows.slice(first, first + Math.min(count, maxRows)) };
	}
}

function countsOf({ emails }: SnapshotDiff): Readonly<Record<DiffGroup, number>> {
	const counts = Object.fromEntries(DIFF_GROUPS.map((group) => [group, 0])) as Record<DiffGroup, number>;
	for (const { group } of emails) counts[group]++;
	return counts;
}

function sideOfLibrary({ decisions }: Library, environmentFile: EnvironmentFile): DiffSide {
	const emails = decisions.stored.messages.map((facts, position): DiffEmail => {
		const columns = emailColumns(decisions, position);
		return {
			activityId: decisions.stored.activityId(position),
			messageId: facts.messageId,
			outgoing: decisions.isOutgoing(position),
			subject: facts.subject,
			tracked: decisions.tracked(position),
			reasonName: decisions.reason[position] ?? null,
			columns: columns === null ? null : { ...columns }
		};
	});
	return { emails, environmentFile };
}

function emailOfSnapshot({ facts, decided, columns }: DecodedEmail): DiffEmail {
	return {
		activityId: activityIdOf(facts.sha256),
		messageId: facts.messageId ?? (typeof columns?.messageid === 'string' ? columns.messageid : null),
		outgoing: columns?.directioncode === true,
		subject: facts.subject,
		tracked: decided.tracked,
		reasonName: decided.reasonName,
		columns
	};
}

/** The case beside a snapshot that is not opened: compared once, looked at window by window. */
import { activityIdOf } from '../domain/activityId';
import { emailColumns } from '../engine/population/emailColumns';
import { decodeFile } from '../snapshot/decodeFile';
import type { DecodedSnapshot } from '../snapshot/decodeSnapshot';
import { DIFF_GROUPS, diffSnapshots, type DiffEmail, type DiffSide, type SnapshotDiff } from '../snapshot/diff';
import type { EnvironmentFile } from '../snapshot/environmentFile';
import type { DiffGroup, DiffPage, DiffQuery, DiffResult } from './api';
import { fileText } from './fileText';
import { unpackedText } from './gzip';
import type { Library } from './library';
import { unreadableDetail } from './mailImport';

const maxRows = 200;
const maxEnvironmentDifferences = 200;

export class SnapshotDiffs {
	#last: SnapshotDiff | null = null;

	async withFile(file: File, library: Library, environmentFile: EnvironmentFile): Promise<DiffResult> {
		let text: string;
		try {
			const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
			if (first === 0x1f && second === 0x8b) {
				const unpacked = await unpackedText(file);
				if (!unpacked.ok) return { ok: false, code: unpacked.code, detail: {} };
				text = unpacked.text;
			} else text = await fileText(file, null);
		} catch (error) {
			return { ok: false, code: 'unreadable', detail: unreadableDetail(error) };
		}
		const decoded = decodeFile(text);
		if (decoded.kind === 'rejected') return { ok: false, code: decoded.code, detail: { ...decoded.issues[0] } };
		if (decoded.kind !== 'snapshot') return { ok: false, code: 'not-a-snapshot', detail: {} };
		return this.with(decoded.snapshot, file.name, library, environmentFile);
	}

	with(snapshot: DecodedSnapshot, fileName: string, library: Library, environmentFile: EnvironmentFile): DiffResult {
		const there = sideOfSnapshot(snapshot);
		const diff = diffSnapshots(sideOfLibrary(library, environmentFile), there);
		this.#last = diff;
		return {
			ok: true,
			summary: {
				fileName,
				level: snapshot.redactionLevel,
				emailsHere: library.decisions.length,
				emailsThere: there.emails.length,
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

function sideOfSnapshot({ emails, environmentFile, redactionLevel }: DecodedSnapshot): DiffSide {
	return {
		environmentFile: redactionLevel === 'columns' ? null : environmentFile,
		emails: emails.map(({ facts, decided, columns }): DiffEmail => ({
			activityId: activityIdOf(facts.sha256),
			messageId: facts.messageId ?? (typeof columns?.messageid === 'string' ? columns.messageid : null),
			outgoing: columns?.directioncode === true,
			subject: facts.subject,
			tracked: decided.tracked,
			reasonName: decided.reasonName,
			columns
		}))
	};
}

/** Snapshots into the store. */
import { activityIdOf } from '../domain/activityId';
import type { ImportEntry } from '../domain/report';
import type { DecodedSnapshot } from '../snapshot/decodeSnapshot';
import type { Store } from '../storage/store';
import type { Library } from './library';
import { batchEntries, batchMessages, parsedAs, type Batch } from './mailImport';

/**
 * Writes a snapshot's mail to a dataset that nothing shows yet, and has it shown. When either fails, what was written
 * is dropped again: a full disk does not become fuller.
 */
export async function stageSnapshot(
	store: Store,
	snapshot: DecodedSnapshot,
	show: (datasetId: number, environmentJson: string) => Promise<void>
): Promise<void> {
	const emails: [string, Readonly<Record<string, unknown>>][] = snapshot.emails
		.filter(({ extra }) => Object.keys(extra).length > 0)
		.map(({ facts, extra }) => [activityIdOf(facts.sha256), extra]);
	const extra = { file: snapshot.extra, emails: Object.fromEntries(emails) };
	const datasetId = await store.stageDataset(Date.now(), JSON.stringify(extra));
	try {
		const importId = await store.beginImport(datasetId, Date.now());
		for (const { members, entries } of batchesOf(snapshot, () => false)) {
			await store.addBatch(datasetId, importId, members, entries);
		}
		await store.finishImport(importId, 0);
		await show(datasetId, JSON.stringify(snapshot.environmentFile));
	} catch (error) {
		await store.dropOrphans().catch(() => undefined);
		throw error;
	}
	await store.dropOrphans();
}

/** Adds the mail of a snapshot that the library does not have yet, and its report entries, all or nothing. */
export async function mergeSnapshot(store: Store, snapshot: DecodedSnapshot, library: Library): Promise<void> {
	await store.addImport(
		library.datasetId,
		Date.now(),
		batchesOf(snapshot, (sha256) => library.holds(sha256))
	);
}

function* batchesOf(snapshot: DecodedSnapshot, isKnown: (sha256: string) => boolean): Generator<Batch> {
	const members = snapshot.emails
		.filter(({ facts }) => !isKnown(facts.sha256))
		.map(({ facts, headerBlock }) => ({ facts, headerBlock, raw: null }));
	for (let start = 0; start < members.length; start += batchMessages) {
		yield { members: members.slice(start, start + batchMessages), entries: [] };
	}
	const entries = entriesOf(snapshot);
	for (let start = 0; start < entries.length; start += batchEntries) {
		yield { members: [], entries: entries.slice(start, start + batchEntries) };
	}
}

/** The snapshot's own report, and an entry for every path that it leaves out: entries say which file is which email. */
function entriesOf(snapshot: DecodedSnapshot): ImportEntry[] {
	const reported = new Set(snapshot.imports.map(({ sha256, path }) => `${sha256}\n${path}`));
	const missing = snapshot.emails.flatMap(({ facts, paths }) =>
		paths
			.filter((path) => !reported.has(`${facts.sha256}\n${path}`))
			.map((path): ImportEntry => ({
				path,
				bytes: facts.bytes,
				sha256: facts.sha256,
				...parsedAs(facts.warnings),
				alreadyThere: false
			}))
	);
	return [...snapshot.imports, ...missing];
}

/** How many emails are decided otherwise here than where the snapshot was made. */
export function differencesFrom(snapshot: DecodedSnapshot, library: Library): number {
	const { decisions } = library;
	return snapshot.emails.filter(({ decided, facts }) => {
		const position = library.positionOf(activityIdOf(facts.sha256));
		if (position === null || decided.tracked === null) return false;
		const tracked = decisions.tracked(position);
		const method = tracked === 'yes' ? decisions.method[position] : null;
		return tracked !== decided.tracked || method !== decided.correlationmethod;
	}).length;
}

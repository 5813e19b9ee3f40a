/** Snapshots in and out of the store. */
import { activityIdOf } from '../domain/activityId';
import { APP_NAME, APP_VERSION } from '../domain/app';
import type { ImportEntry } from '../domain/report';
import { ENGINE_VERSION } from '../engine/decide';
import { ghosts } from '../engine/ghosts';
import type { DecodedSnapshot } from '../snapshot/decodeSnapshot';
import { encodeSnapshot, type SnapshotEmail } from '../snapshot/encodeSnapshot';
import type { EnvironmentFile } from '../snapshot/environmentFile';
import { snapshotFileName } from '../snapshot/exportName';
import type { Store } from '../storage/store';
import type { SnapshotFile, SnapshotOptions } from './api';
import type { Library } from './library';
import { batchEntries, batchMessages, parsedAs, type Batch } from './mailImport';

/** Text gathered before it is handed to the browser as a Blob part, which need not stay in memory. */
const blobPartLength = 4 * 1024 * 1024;

/** What a snapshot held that this version does not know: of the file and, by activityid, of its emails. */
interface Extra {
	readonly file?: Readonly<Record<string, unknown>>;
	readonly emails?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export async function exportSnapshot(
	store: Store,
	library: Library,
	environmentFile: EnvironmentFile,
	options: SnapshotOptions
): Promise<SnapshotFile> {
	const extra = JSON.parse(await store.extraJson(library.datasetId)) as Extra;
	const headerBlocks = options.headerBlocks ? await allHeaderBlocks(store, library) : null;
	const imports: ImportEntry[] = [];
	for await (const { packId, importId, entries } of store.importEntriesAfter(library.datasetId, 0)) {
		const left = entries.filter((entry) => !library.removed.has(packId, importId, entry));
		imports.push(...left.filter(({ kind }) => kind !== 'snapshot'));
	}
	const createdAt = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
	const text = encodeSnapshot({
		createdAt,
		appVersion: APP_VERSION,
		engineVersion: ENGINE_VERSION,
		environmentFile,
		emails: emailsOf(library, headerBlocks, extra.emails ?? {}),
		ghosts: ghosts(library.decisions.stored),
		imports,
		extra: extra.file ?? {}
	});
	const parts: Blob[] = [];
	let pending: string[] = [];
	let length = 0;
	for (const chunk of text) {
		pending.push(chunk);
		length += chunk.length;
		if (length < blobPartLength) continue;
		parts.push(new Blob(pending));
		pending = [];
		length = 0;
		// Lets other calls in while a large snapshot is written.
		await new Promise((resolve) => setTimeout(resolve, 0));
	}
	return {
		blob: new Blob([...parts, ...pending], { type: 'application/json' }),
		fileName: snapshotFileName(library.decisions.environment.name || APP_NAME, createdAt.slice(0, 10)),
		emails: library.decisions.length
	};
}

function* emailsOf(
	library: Library,
	headerBlocks: ReadonlyMap<number, readonly (string | null)[]> | null,
	extra: NonNullable<Extra['emails']>
): Generator<SnapshotEmail> {
	const { length } = library.decisions;
	for (let position = 0; position < length; position++) {
		const { packId, place } = library.messageAt(position);
		const explanation = library.explain(position);
		yield {
			explanation,
			headerBlock: headerBlocks?.get(packId)?.[place] ?? null,
			extra: extra[explanation.activityId] ?? {}
		};
	}
}

/** Packs are in order of arrival, emails in order of time: every pack is needed at some place. */
async function allHeaderBlocks(store: Store, library: Library): Promise<Map<number, readonly (string | null)[]>> {
	const packIds = new Set<number>();
	for (let position = 0; position < library.decisions.length; position++)
		packIds.add(library.messageAt(position).packId);
	const blocks = new Map<number, readonly (string | null)[]>();
	for (const packId of packIds) blocks.set(packId, await store.headerBlocks(packId));
	return blocks;
}

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

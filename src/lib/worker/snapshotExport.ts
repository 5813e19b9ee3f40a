/** Snapshots out of the store: piece by piece, packed on the way if asked for. */
import { APP_NAME, APP_VERSION } from '../domain/app';
import type { ImportEntry } from '../domain/report';
import { ENGINE_VERSION } from '../engine/decide';
import { ghosts } from '../engine/ghosts';
import { SnapshotEncoder, type SnapshotEmail, type SnapshotFrame } from '../snapshot/encodeSnapshot';
import type { EnvironmentFile } from '../snapshot/environmentFile';
import { snapshotFileName } from '../snapshot/exportName';
import { whatIfKey } from '../snapshot/whatIf';
import type { Store } from '../storage/store';
import type { SnapshotFile, SnapshotOptions } from './api';
import type { Library } from './library';
import { Pauses } from './pauses';
import { pseudonymise } from './pseudonymised';

/**
 * Emails whose header blocks are in memory at the same time: some 80 MB. Mail that did not arrive in order of time has
 * every pack read once for so many.
 */
const emailsAtOnce = 20_000;

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
	const createdAt = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
	const versions = { createdAt, appVersion: APP_VERSION, engineVersion: ENGINE_VERSION };
	const content =
		options.level === 'none'
			? await everything(store, library, environmentFile, options)
			: options.level === 'columns'
				? columnsOnly(library, environmentFile)
				: await withTokens(store, library, options.passphrase);
	const text = textOf({ ...versions, ...content.frame }, content.emails);
	const name = options.level === 'none' ? library.decisions.environment.name || APP_NAME : options.level;
	return {
		blob: await blobOf(text, options.gzip),
		fileName: snapshotFileName(name, createdAt.slice(0, 10)) + (options.gzip ? '.gz' : ''),
		emails: library.decisions.length
	};
}

interface Content {
	readonly frame: Omit<SnapshotFrame, 'createdAt' | 'appVersion' | 'engineVersion'>;
	/** In processing order, so many at a time as are in memory together. */
	readonly emails: AsyncIterable<Iterable<SnapshotEmail>>;
}

async function* textOf(frame: SnapshotFrame, emails: Content['emails']): AsyncGenerator<string> {
	const encoder = new SnapshotEncoder(frame);
	for await (const some of emails) yield* encoder.emails(some);
	yield* encoder.end();
}

async function everything(
	store: Store,
	library: Library,
	environmentFile: EnvironmentFile,
	options: Pick<SnapshotOptions, 'headerBlocks' | 'draft'>
): Promise<Content> {
	const extra = JSON.parse(await store.extraJson(library.datasetId)) as Extra;
	return {
		frame: {
			redactionLevel: isPseudonymised(library) ? 'pseudonymised' : 'none',
			environmentFile,
			ghosts: ghosts(library.decisions.stored),
			imports: await importsOf(store, library),
			// Without a draft of its own, it goes with the one that it came with.
			extra: { ...extra.file, ...(options.draft && whatIfKey(options.draft)) }
		},
		emails: emailsOf(library, options.headerBlocks ? store : null, extra.emails ?? {})
	};
}

/** Keys that this version does not know are left out: nobody can say what they tell. */
async function withTokens(store: Store, library: Library, passphrase: string | null): Promise<Content> {
	const redacted = await pseudonymise(library, await importsOf(store, library), passphrase);
	const { decisions, environmentFile, imports } = redacted;
	return {
		frame: { redactionLevel: 'pseudonymised', environmentFile, ghosts: ghosts(decisions.stored), imports },
		emails: windows(decisions.length, (position) => ({ explanation: redacted.explain(position), headerBlock: null }))
	};
}

function columnsOnly(library: Library, environmentFile: EnvironmentFile): Content {
	return {
		frame: { redactionLevel: 'columns', environmentFile, ghosts: [], imports: [] },
		emails: emailsOf(library, null, {})
	};
}

/** It came so, and cannot be more than it came as. */
function isPseudonymised({ decisions }: Library): boolean {
	return decisions.length > 0 && decisions.stored.messages.every(({ keyed }) => Boolean(keyed));
}

/**
 * Never whole in memory: a piece is written when the one before has been taken. Out of a stream the browser takes it
 * piece by piece; parts of a Blob stay with the page until all of it is there.
 */
async function blobOf(text: AsyncIterator<string>, gzip: boolean): Promise<Blob> {
	const encoder = new TextEncoder();
	const pauses = new Pauses();
	const pieces = new ReadableStream<Uint8Array<ArrayBuffer>>({
		async pull(controller) {
			if (pauses.isDue) await pauses.pause();
			const next = await text.next();
			if (next.done) controller.close();
			else controller.enqueue(encoder.encode(next.value));
		}
	});
	const taken = gzip ? pieces.pipeThrough(new CompressionStream('gzip')) : pieces;
	const blob = await new Response(taken).blob();
	return blob.slice(0, blob.size, gzip ? 'application/gzip' : 'application/json');
}

export async function importsOf(store: Store, library: Library): Promise<readonly ImportEntry[]> {
	const imports: ImportEntry[] = [];
	for await (const { packId, importId, entries } of store.importEntriesAfter(library.datasetId, 0)) {
		const left = entries.filter((entry) => !library.removed.has(packId, importId, entry));
		imports.push(...left.filter(({ kind }) => kind !== 'snapshot'));
	}
	return imports;
}

/** @param store where header blocks are read from; null: without */
function emailsOf(library: Library, store: Store | null, extra: NonNullable<Extra['emails']>): Content['emails'] {
	let blocks: ReadonlyMap<number, string | null> = new Map();
	return windows(
		library.decisions.length,
		(position) => {
			const explanation = library.explain(position);
			return {
				explanation,
				headerBlock: blocks.get(position) ?? null,
				extra: extra[explanation.activityId] ?? {}
			};
		},
		async (first, end) => {
			if (store !== null) blocks = await headerBlocksOf(store, library, first, end);
		}
	);
}

async function* windows(
	length: number,
	emailAt: (position: number) => SnapshotEmail,
	prepare: (first: number, end: number) => Promise<void> = async () => undefined
): AsyncGenerator<Iterable<SnapshotEmail>> {
	for (let first = 0; first < length; first += emailsAtOnce) {
		const end = Math.min(length, first + emailsAtOnce);
		await prepare(first, end);
		yield inOrder(first, end, emailAt);
	}
}

function* inOrder(first: number, end: number, emailAt: (position: number) => SnapshotEmail): Generator<SnapshotEmail> {
	for (let position = first; position < end; position++) yield emailAt(position);
}

/** Packs are in order of arrival, emails in order of time: any pack may be needed. One is in memory at a time. */
async function headerBlocksOf(
	store: Store,
	library: Library,
	first: number,
	end: number
): Promise<ReadonlyMap<number, string | null>> {
	const needed = new Map<number, { readonly position: number; readonly place: number }[]>();
	for (let position = first; position < end; position++) {
		const { packId, place } = library.messageAt(position);
		const ofPack = needed.get(packId);
		if (ofPack) ofPack.push({ position, place });
		else needed.set(packId, [{ position, place }]);
	}
	const blocks = new Map<number, string | null>();
	for (const [packId, places] of needed) {
		const ofPack = await store.headerBlocks(packId);
		for (const { position, place } of places) blocks.set(position, ofPack[place] ?? null);
	}
	return blocks;
}

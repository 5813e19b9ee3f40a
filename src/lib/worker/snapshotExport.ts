/** Snapshots out of the store: piece by piece, packed on the way if asked for. */
import { APP_NAME, APP_VERSION } from '../domain/app';
import type { ImportEntry } from '../domain/report';
import { ENGINE_VERSION } from '../engine/decide';
import { ghosts } from '../engine/ghosts';
import { encodeSnapshot, type SnapshotEmail, type SnapshotInput } from '../snapshot/encodeSnapshot';
import type { EnvironmentFile } from '../snapshot/environmentFile';
import { snapshotFileName } from '../snapshot/exportName';
import { whatIfKey } from '../snapshot/whatIf';
import type { Store } from '../storage/store';
import type { SnapshotFile, SnapshotOptions } from './api';
import type { Library } from './library';
import { pseudonymise } from './pseudonymised';

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
	const createdAt = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
	const versions = { createdAt, appVersion: APP_VERSION, engineVersion: ENGINE_VERSION };
	const content =
		options.level === 'none'
			? await everything(store, library, environmentFile, options)
			: options.level === 'columns'
				? columnsOnly(library, environmentFile)
				: await withTokens(store, library, options.passphrase);
	const text = encodeSnapshot({ ...versions, ...content });
	const name = options.level === 'none' ? library.decisions.environment.name || APP_NAME : options.level;
	return {
		blob: await (options.gzip ? gzipped(text) : plain(text)),
		fileName: snapshotFileName(name, createdAt.slice(0, 10)) + (options.gzip ? '.gz' : ''),
		emails: library.decisions.length
	};
}

type Content = Omit<SnapshotInput, 'createdAt' | 'appVersion' | 'engineVersion'>;

async function everything(
	store: Store,
	library: Library,
	environmentFile: EnvironmentFile,
	options: Pick<SnapshotOptions, 'headerBlocks' | 'draft'>
): Promise<Content> {
	const extra = JSON.parse(await store.extraJson(library.datasetId)) as Extra;
	const headerBlocks = options.headerBlocks ? await allHeaderBlocks(store, library) : null;
	return {
		redactionLevel: isPseudonymised(library) ? 'pseudonymised' : 'none',
		environmentFile,
		emails: emailsOf(library, headerBlocks, extra.emails ?? {}),
		ghosts: ghosts(library.decisions.stored),
		imports: await importsOf(store, library),
		// Without a draft of its own, it goes with the one that it came with.
		extra: { ...extra.file, ...(options.draft && whatIfKey(options.draft)) }
	};
}

/** Keys that this version does not know are left out: nobody can say what they tell. */
async function withTokens(store: Store, library: Library, passphrase: string | null): Promise<Content> {
	const redacted = await pseudonymise(library, await importsOf(store, library), passphrase);
	return {
		redactionLevel: 'pseudonymised',
		environmentFile: redacted.environmentFile,
		emails: inOrder(redacted.decisions.length, (position) => ({
			explanation: redacted.explain(position),
			headerBlock: null
		})),
		ghosts: ghosts(redacted.decisions.stored),
		imports: redacted.imports
	};
}

function columnsOnly(library: Library, environmentFile: EnvironmentFile): Content {
	return {
		redactionLevel: 'columns',
		environmentFile,
		emails: emailsOf(library, null, {}),
		ghosts: [],
		imports: []
	};
}

/** It came so, and cannot be more than it came as. */
function isPseudonymised({ decisions }: Library): boolean {
	return decisions.length > 0 && decisions.stored.messages.every(({ keyed }) => Boolean(keyed));
}

async function plain(text: Iterable<string>): Promise<Blob> {
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
	return new Blob([...parts, ...pending], { type: 'application/json' });
}

/** Never whole in memory: a piece is written when the one before has been packed. */
async function gzipped(text: Iterator<string>): Promise<Blob> {
	const encoder = new TextEncoder();
	const pieces = new ReadableStream<Uint8Array<ArrayBuffer>>({
		async pull(controller) {
			// Lets other calls in while a large snapshot is written.
			await new Promise((resolve) => setTimeout(resolve, 0));
			const next = text.next();
			if (next.done) controller.close();
			else controller.enqueue(encoder.encode(next.value));
		}
	});
	const packed = await new Response(pieces.pipeThrough(new CompressionStream('gzip'))).blob();
	return packed.slice(0, packed.size, 'application/gzip');
}

export async function importsOf(store: Store, library: Library): Promise<readonly ImportEntry[]> {
	const imports: ImportEntry[] = [];
	for await (const { packId, importId, entries } of store.importEntriesAfter(library.datasetId, 0)) {
		const left = entries.filter((entry) => !library.removed.has(packId, importId, entry));
		imports.push(...left.filter(({ kind }) => kind !== 'snapshot'));
	}
	return imports;
}

function emailsOf(
	library: Library,
	headerBlocks: ReadonlyMap<number, readonly (string | null)[]> | null,
	extra: NonNullable<Extra['emails']>
): Generator<SnapshotEmail> {
	return inOrder(library.decisions.length, (position) => {
		const { packId, place } = library.messageAt(position);
		const explanation = library.explain(position);
		return {
			explanation,
			headerBlock: headerBlocks?.get(packId)?.[place] ?? null,
			extra: extra[explanation.activityId] ?? {}
		};
	});
}

function* inOrder(length: number, emailAt: (position: number) => SnapshotEmail): Generator<SnapshotEmail> {
	for (let position = 0; position < length; position++) yield emailAt(position);
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

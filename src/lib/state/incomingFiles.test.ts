import { expect, test } from 'vitest';
import { batchesOfEntries, batchesOfFiles, filesPerBatch, isIgnored, takeDropped, withPath } from './incomingFiles';

test.each([
	['.DS_Store', true],
	['mail/.DS_Store', true],
	['mail/thumbs.DB', true],
	['mail/Desktop.ini', true],
	['mail/._a.eml', true],
	['mail/__MACOSX/a.eml', true],
	['mail/a.eml', false],
	['__MACOSX.eml', false],
	['mail/DS_Store.eml', false],
	['.hidden.eml', false]
])('%s is ignored: %s', (path, ignored) => expect(isIgnored(path)).toBe(ignored));

test('a file is named by its place in the chosen folder, or by its bare name', () => {
	const inFolder = Object.defineProperty(new File([''], 'a.eml'), 'webkitRelativePath', { value: 'mail/sub/a.eml' });
	const alone = Object.defineProperty(new File([''], 'b.eml'), 'webkitRelativePath', { value: '' });
	expect([inFolder, alone].map((file) => withPath(file).path)).toEqual(['mail/sub/a.eml', 'b.eml']);
});

test('a file list is cut into batches, without the files of the operating system', () => {
	const files = Array.from({ length: filesPerBatch + 2 }, (_, i) => ({
		path: `mail/${i}.eml`,
		file: new File([], `${i}.eml`)
	}));
	const batches = [...batchesOfFiles([{ path: 'mail/.DS_Store', file: new File([], '.DS_Store') }, ...files])];
	expect(batches.map((batch) => [batch.files.length, batch.ignored])).toEqual([
		[filesPerBatch - 1, 1],
		[3, 0]
	]);
});

test('folders are walked to the end, portion by portion', async () => {
	const many = Array.from({ length: filesPerBatch + 50 }, (_, i) => fileEntry(`/mail/inbox/${i}.eml`));
	const root = folderEntry('/mail', [
		fileEntry('/mail/.DS_Store'),
		folderEntry('/mail/inbox', many),
		folderEntry('/mail/empty', []),
		fileEntry('/mail/last.eml')
	]);
	const batches = await collected(batchesOfEntries([root, fileEntry('/alone.eml')]));
	const paths = batches.flatMap(({ files }) => files.map(({ path }) => path));
	expect(batches.every(({ files }) => files.length <= filesPerBatch)).toBe(true);
	expect(paths).toHaveLength(filesPerBatch + 52);
	expect([paths[0], ...paths.slice(-2)]).toEqual(['mail/inbox/0.eml', 'mail/last.eml', 'alone.eml']);
	expect(batches.reduce((sum, { ignored }) => sum + ignored, 0)).toBe(1);
});

test('what the browser does not hand over is counted', async () => {
	const refused = {
		...fileEntry('/mail/b.eml'),
		file: (_: unknown, reject: (error: Error) => void) => reject(new Error('no'))
	};
	const [batch] = await collected(batchesOfEntries([fileEntry('/mail/a.eml'), refused as FileSystemFileEntry]));
	expect([batch?.files.length, batch?.unreadable]).toEqual([1, 1]);
});

test('a drop is sorted into entries, plain files and files without bytes', () => {
	const entry = fileEntry('/a.eml');
	const file = new File(['x'], 'b.eml');
	const items = [
		{ kind: 'file', webkitGetAsEntry: () => entry, getAsFile: () => null },
		{ kind: 'file', webkitGetAsEntry: () => null, getAsFile: () => file },
		{ kind: 'file', webkitGetAsEntry: () => null, getAsFile: () => null },
		{ kind: 'string', webkitGetAsEntry: () => null, getAsFile: () => null }
	];
	expect(takeDropped(items as unknown as DataTransferItemList)).toEqual({
		entries: [entry],
		files: [file],
		virtualFiles: 1
	});
});

async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
	const all: Item[] = [];
	for await (const item of items) all.push(item);
	return all;
}

function fileEntry(fullPath: string): FileSystemFileEntry {
	const name = fullPath.split('/').at(-1) ?? '';
	const file = (resolve: (file: File) => void) => resolve(new File(['x'], name));
	return { isFile: true, isDirectory: false, name, fullPath, file } as unknown as FileSystemFileEntry;
}

/** Hands its children over in portions of 100, as Chromium does. */
function folderEntry(fullPath: string, children: readonly FileSystemEntry[]): FileSystemDirectoryEntry {
	const createReader = () => {
		let at = 0;
		return {
			readEntries(resolve: (entries: readonly FileSystemEntry[]) => void) {
				resolve(children.slice(at, at + 100));
				at += 100;
			}
		};
	};
	return {
		isFile: false,
		isDirectory: true,
		name: fullPath.split('/').at(-1),
		fullPath,
		createReader
	} as unknown as FileSystemDirectoryEntry;
}

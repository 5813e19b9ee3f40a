import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { EngineApi, ImportProgress, ImportTarget, IncomingFile, StoreState } from '../worker/api';
import { Busy } from './busy';
import type { Connection } from './connection.svelte';
import { Intake } from './intake.svelte';
import { Notices } from './notices.svelte';

const page = { dataset: {} as Record<string, string> };
beforeAll(() => vi.stubGlobal('document', { documentElement: page }));
afterAll(() => vi.unstubAllGlobals());

const files = (...names: string[]): IncomingFile[] => names.map((path) => ({ path, file: new File(['x'], path) }));

/** Keeps what it is given and finishes when it is told to. */
class FakeEngine {
	readonly imports: { id: number; into: string; paths: string[]; cancelled: boolean; finish: () => void }[] = [];

	async beginImport({ caseId, caseName }: ImportTarget): Promise<number> {
		const into = `${caseId} ${caseName}`;
		this.imports.push({ id: this.imports.length + 1, into, paths: [], cancelled: false, finish: () => undefined });
		return this.imports.length;
	}
	async addFiles(id: number, batch: readonly IncomingFile[]): Promise<void> {
		this.imports[id - 1]?.paths.push(...batch.map(({ path }) => path));
	}
	async finishImport(importId: number): Promise<ImportProgress> {
		const one = this.imports[importId - 1];
		if (!one) throw new Error('no such import');
		await new Promise<void>((resolve) => (one.finish = resolve));
		const done = one.paths.length;
		const counts = { parsed: done, parsedWithWarnings: 0, rejected: 0, alreadyThere: 0, ignored: 0, bytes: done };
		const rates = { filesPerSecond: 1, secondsLeft: 0, bytesDone: done, bytesTotal: done };
		return {
			importId,
			phase: one.cancelled ? 'cancelled' : 'done',
			filesDone: done,
			filesTotal: done,
			...rates,
			counts
		};
	}
	async cancelImport(id: number): Promise<void> {
		const one = this.imports[id - 1];
		if (one) one.cancelled = true;
		one?.finish();
	}
}

let engine: FakeEngine;
let connection: Connection;
let intake: Intake;
let shown: number;
let shownImport: () => void;

beforeEach(() => {
	engine = new FakeEngine();
	shown = 0;
	shownImport = () => undefined;
	connection = {
		engine: Promise.resolve(engine as unknown as EngineApi),
		store: { ownCaseId: 1, caseName: 'Contoso' }
	} as Connection;
	intake = new Intake(connection, new Busy(), new Notices(), async () => {
		shown++;
		shownImport();
	});
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test('the page is busy from the moment files are added until what came in is shown', async () => {
	intake.addFiles(files('a.eml', 'b.eml'));
	expect(page.dataset.busy).toBe('true');
	await settled();
	expect(shown).toBe(0);
	engine.imports[0]?.finish();
	await settled();
	expect(shown).toBe(1);
	expect(page.dataset.busy).toBe('false');
	expect(intake.progress).toMatchObject({ filesDone: 2, filesTotal: 2, phase: 'done' });
});

test('files that follow wait, and are counted as one with those before', async () => {
	intake.addFiles(files('a.eml', 'b.eml'));
	await settled();
	intake.addFiles(files('c.eml'));
	await settled();
	expect(engine.imports).toHaveLength(1);
	engine.imports[0]?.finish();
	await settled();
	expect(intake.running).toBe(true);
	expect(page.dataset.busy).toBe('true');
	engine.imports[1]?.finish();
	await settled();
	expect(engine.imports.map(({ paths }) => paths)).toEqual([['a.eml', 'b.eml'], ['c.eml']]);
	expect(intake.progress).toMatchObject({ filesDone: 3, filesTotal: 3 });
	expect(page.dataset.busy).toBe('false');
});

test('files go into the case they were dropped on, also when it is gone before their turn', async () => {
	intake.addFiles(files('a.eml'));
	intake.addFiles(files('b.eml'));
	await settled();
	connection.store = { ownCaseId: 2, caseName: 'Fabrikam' } as StoreState;
	intake.addFiles(files('c.eml'));
	for (const index of [0, 1, 2]) {
		engine.imports[index]?.finish();
		await settled();
	}
	expect(engine.imports.map(({ into }) => into)).toEqual(['1 Contoso', '1 Contoso', '2 Fabrikam']);
});

test('a report that comes late does not count an import twice', async () => {
	intake.addFiles(files('a.eml', 'b.eml'));
	await settled();
	shownImport = () => {
		if (intake.progress) intake.show(intake.progress);
	};
	engine.imports[0]?.finish();
	await settled();
	expect(intake.progress).toMatchObject({ filesDone: 2, filesTotal: 2 });
});

test('cancel ends the import that runs and gives up those that wait', async () => {
	intake.addFiles(files('a.eml'));
	await settled();
	intake.addFiles(files('b.eml'));
	await intake.cancel();
	await settled();
	expect(engine.imports.map(({ cancelled }) => cancelled)).toEqual([true]);
	expect(intake.progress).toMatchObject({ filesDone: 1, phase: 'cancelled' });
	expect(intake.running).toBe(false);
});

test('a failure of the worker is told and leaves the page at rest', async () => {
	engine.addFiles = () => Promise.reject(new Error('gone'));
	intake.addFiles(files('a.eml'));
	await settled();
	expect(intake.running).toBe(false);
	expect(page.dataset.busy).toBe('false');
	expect(shown).toBe(1);
});

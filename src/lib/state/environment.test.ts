import { beforeEach, expect, test } from 'vitest';
import type { EngineApi, EnvironmentFileContent, EnvironmentView, SaveEnvironmentResult } from '../worker/api';
import type { Connection } from './connection.svelte';
import { ActiveEnvironment } from './environment.svelte';

/** Answers `save` when it is told to. */
class FakeEngine {
	active = 'Contoso';
	file: EnvironmentFileContent = { name: 'Contoso', organization: { hashmaxcount: 20, hashminaddresscount: 1 } };
	saved: { shown: string | null; file: EnvironmentFileContent; answer: (result: SaveEnvironmentResult) => void }[] = [];
	deleted: string[] = [];

	async environment(): Promise<EnvironmentView> {
		return { name: this.active, settings: [], marks: 0, canUndo: false, names: ['Fabrikam', this.active], active: 1 };
	}
	async environmentFile(): Promise<EnvironmentFileContent> {
		return this.file;
	}
	saveEnvironment(shown: string | null, file: EnvironmentFileContent): Promise<SaveEnvironmentResult> {
		return new Promise((answer) => this.saved.push({ shown, file, answer }));
	}
	async deleteEnvironment(shown: string) {
		this.deleted.push(shown);
		return { ok: false, code: 'environment-gone' };
	}
}

let engine: FakeEngine;
let environment: ActiveEnvironment;

beforeEach(async () => {
	engine = new FakeEngine();
	environment = new ActiveEnvironment({ engine: Promise.resolve(engine as unknown as EngineApi) } as Connection);
	await environment.refresh();
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test('what is edited while a draft is applied is still a change', async () => {
	environment.change(['organization', 'hashmaxcount'], 7);
	const saving = environment.save();
	await settled();
	environment.change(['organization', 'hashminaddresscount'], 3);
	engine.saved[0]?.answer({ ok: true });
	expect(await saving).toBeNull();
	expect(engine.saved[0]?.file).toEqual({ name: 'Contoso', organization: { hashmaxcount: 7, hashminaddresscount: 1 } });
	engine.file = engine.saved[0]?.file ?? {};
	await environment.refresh();
	expect(environment.changes).toBe(1);
	expect(environment.draft).toEqual({ name: 'Contoso', organization: { hashmaxcount: 7, hashminaddresscount: 3 } });
});

test('changes name the environment that is shown, and a refusal keeps the draft and is told', async () => {
	environment.change(['organization', 'hashmaxcount'], 7);
	const saving = environment.save();
	await settled();
	expect(engine.saved[0]?.shown).toBe('Contoso');
	engine.saved[0]?.answer({ ok: false, issues: [], code: 'environment-gone' });
	expect(await saving).toBe('environment-gone');
	expect(environment.changes).toBe(1);
	expect(await environment.delete()).toBe('environment-gone');
	expect(engine.deleted).toEqual(['Contoso']);
});

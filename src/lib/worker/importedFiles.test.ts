import { expect, it } from 'vitest';
import { readCsvRecords } from '../snapshot/dataverse/readCsvRecords';
import { freshInstallFile, type EnvironmentFile } from '../snapshot/environmentFile';
import type { CaseEnvironments } from './caseEnvironments';
import type { CaseWriter } from './caseWriter';
import { ImportedFiles, type FileToMerge } from './importedFiles';
import type { OpenCase } from './openCase';

function fileToMerge(path: string, organization: Readonly<Record<string, string>>): FileToMerge {
	const imported = readCsvRecords(`name,email,owner\n${path},${path}@x.example,Nobody`, 'contacts.csv');
	if (!imported.ok) throw new Error(imported.code);
	return { path, bytes: 1, sha256: path, imported: { ...imported, facts: { ...imported.facts, organization } } };
}

it('gives each file one outcome, though one of them would make the environment invalid', async () => {
	const edited: EnvironmentFile[] = [];
	const importedFiles = new ImportedFiles(
		{
			active: { file: freshInstallFile(), environment: { freshInstall: true } },
			library: { size: 0 }
		} as unknown as OpenCase,
		{ writeTo: (_: number, work: () => Promise<unknown>) => work() } as unknown as CaseWriter,
		{ edit: async (file: EnvironmentFile) => void edited.push(file) } as unknown as CaseEnvironments,
		{ changed: () => undefined, emit: () => undefined }
	);
	const files = [fileToMerge('a', {}), fileToMerge('b', { trackingprefix: 'x'.repeat(50) }), fileToMerge('c', {})];
	const entries = await importedFiles.merge(files, 1);
	expect(entries.map(({ path, outcome, code, warnings }) => [path, outcome, code, ...warnings])).toEqual([
		['a', 'parsedWithWarnings', null, 'owners-not-found'],
		['b', 'rejected', 'environment-invalid'],
		['c', 'parsedWithWarnings', null, 'owners-not-found']
	]);
	expect(edited).toMatchObject([{ records: [{ name: 'a' }, { name: 'c' }] }]);
});

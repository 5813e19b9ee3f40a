/** Files that say something about an environment: all of one import are merged into the active one together. */
import type { ImportEntry, RejectionCode } from '../domain/report';
import type { Merged } from '../snapshot/dataverse/merge';
import { mergeFitting, type MergedFitting } from '../snapshot/dataverse/mergeFitting';
import type { MergeRemark } from '../snapshot/dataverse/mergeInput';
import type { ImportedFile } from '../snapshot/dataverse/importedFile';
import type { WorkerEvent } from './api';
import type { CaseEnvironments } from './caseEnvironments';
import type { CaseWriter } from './caseWriter';
import type { OpenCase } from './openCase';

/** A file that was read and waits for the others of its import. */
export interface FileToMerge {
	readonly path: string;
	readonly bytes: number;
	readonly sha256: string | null;
	readonly imported: Extract<ImportedFile, { readonly ok: true }>;
}

export interface ImportedFilesHost {
	/** The case in memory has changed. */
	changed(): void;
	emit(event: WorkerEvent): void;
}

export class ImportedFiles {
	readonly #case: OpenCase;
	readonly #writer: CaseWriter;
	readonly #environments: CaseEnvironments;
	readonly #host: ImportedFilesHost;

	constructor(openCase: OpenCase, writer: CaseWriter, environments: CaseEnvironments, host: ImportedFilesHost) {
		this.#case = openCase;
		this.#writer = writer;
		this.#environments = environments;
		this.#host = host;
	}

	/** One step that can be undone. Resolves with the files' entries in the import report, in their order. */
	async merge(files: readonly FileToMerge[], caseId: number): Promise<readonly ImportEntry[]> {
		if (files.length === 0) return [];
		const result = await this.#writer.writeTo(caseId, () => this.#mergeNow(files));
		if (typeof result === 'string') return files.map((file) => rejected(file, result));
		const { merged, fitting } = result;
		if (merged === null) return files.map((file) => rejected(file, 'environment-invalid'));
		if (merged.changed) this.#host.changed();
		this.#tell(fitting.size, merged);
		return files.map((file, index) =>
			fitting.has(index)
				? parsed(
						file,
						merged.remarks.filter(({ fileIndex }) => fileIndex === index)
					)
				: rejected(file, 'environment-invalid')
		);
	}

	async #mergeNow(files: readonly FileToMerge[]): Promise<MergedFitting> {
		const before = this.#case.active.file;
		const inputs = files.map(({ path, sha256, imported }) => ({ path, sha256, facts: imported.facts }));
		const result = mergeFitting(before, inputs);
		const { merged } = result;
		if (merged === null || !merged.changed) return result;
		const edited = await this.#environments.edit(merged.file);
		// Another environment of the case is called like the organization.
		if (edited === 'name-taken') await this.#environments.edit({ ...merged.file, name: before.name ?? '' });
		return result;
	}

	#tell(files: number, { changed, rows, settings }: Merged): void {
		const { active, library } = this.#case;
		const { freshInstall, mailboxes } = active.environment;
		this.#host.emit({
			kind: 'notice',
			notice: {
				code: 'environment-imported',
				changed,
				files,
				...rows,
				settings,
				noMailboxes: !freshInstall && mailboxes.length === 0 && library.size > 0
			}
		});
	}
}

/** Figures beside the words of a warning. */
const REMARK_KEYS = {
	'users-not-described': 'usersNotDescribed',
	'mailboxes-not-described': 'mailboxesNotDescribed',
	'owners-not-found': 'ownersNotFound'
} as const satisfies Readonly<Record<MergeRemark['code'], string>>;

function parsed({ imported, path, bytes, sha256 }: FileToMerge, remarks: readonly MergeRemark[]): ImportEntry {
	const warnings = [...imported.warnings, ...remarks.map(({ code }) => code)];
	const figures = remarks.map(({ code, count }) => [REMARK_KEYS[code], count] as const);
	return {
		path,
		bytes,
		sha256,
		kind: imported.kind,
		outcome: warnings.length > 0 ? 'parsedWithWarnings' : 'parsed',
		code: null,
		detail: { ...imported.detail, ...Object.fromEntries(figures) },
		warnings,
		alreadyThere: false
	};
}

function rejected({ imported, path, bytes, sha256 }: FileToMerge, code: RejectionCode): ImportEntry {
	const { kind } = imported;
	return { path, bytes, sha256, kind, outcome: 'rejected', code, detail: {}, warnings: [], alreadyThere: false };
}

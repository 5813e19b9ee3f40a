import type { ImportEntry } from '../domain/report';
import type { RemovalRow } from './rows';

/**
 * Which entries of the import report were removed. An email is there as long as an entry of it is left, so mail of a
 * removed import stays where another import brought it, too, under the paths it had there.
 */
export class RemovedEntries {
	readonly #throughOfImport = new Map<number, number>();
	readonly #throughOfEmail = new Map<string, number>();

	constructor(removals: readonly Pick<RemovalRow, 'importId' | 'sha256s' | 'throughImportPackId'>[]) {
		// Later removals reach further.
		for (const { importId, sha256s, throughImportPackId } of removals) {
			if (importId !== null) this.#throughOfImport.set(importId, throughImportPackId);
			for (const sha256 of sha256s) this.#throughOfEmail.set(sha256, throughImportPackId);
		}
	}

	has(packId: number, importId: number, { sha256 }: Pick<ImportEntry, 'sha256'>): boolean {
		const through = this.#throughOfImport.get(importId) ?? 0;
		return packId <= through || (sha256 !== null && packId <= (this.#throughOfEmail.get(sha256) ?? 0));
	}

	/** By itself, not with an import; entries of later packs may bring it again. */
	hasEmail(sha256: string): boolean {
		return this.#throughOfEmail.has(sha256);
	}

	hasImport(importId: number): boolean {
		return this.#throughOfImport.has(importId);
	}
}

/** Says of an email, by its hash, that it is there. */
export function bringsEmail({ kind, outcome, sha256 }: ImportEntry): boolean {
	return sha256 !== null && kind === 'eml' && outcome !== 'rejected';
}

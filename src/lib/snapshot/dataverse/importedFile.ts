/** What reading one file for the environment comes to: its facts, and what the import report says about it. */
import type { RecordedEmail } from '../../domain/dataverse/recordedEmails';
import type { ImportEntry, ImportWarningCode, RejectionCode } from '../../domain/report';
import type { ImportedFacts } from './importedFacts';

export type ImportedKind = Extract<ImportEntry['kind'], 'web-api' | 'org-settings' | 'csv'>;

export type ImportedFile =
	| {
			readonly ok: true;
			readonly kind: ImportedKind;
			readonly facts: ImportedFacts;
			readonly detail: ImportEntry['detail'];
			readonly warnings: readonly ImportWarningCode[];
			/** Of the table `emails`, which says nothing about an environment; left out for every other file. */
			readonly recordedEmails?: readonly RecordedEmail[];
	  }
	| {
			readonly ok: false;
			readonly kind: ImportedKind;
			readonly code: RejectionCode;
			readonly detail: ImportEntry['detail'];
	  };

/** A table of 400 columns is not listed whole. */
const maxNames = 20;
const maxNameLength = 60;
const maxRefusalLength = 200;

/** "a, b and 3 more", sorted. */
function namesOf(names: Iterable<string>, maxLength = maxNameLength): string {
	const sorted = [...names].sort();
	const shown = sorted.slice(0, maxNames).map((name) => name.slice(0, maxLength));
	return sorted.length > maxNames ? `${shown.join(', ')} and ${sorted.length - maxNames} more` : shown.join(', ');
}

/** Gathers what one file's readers could not use. */
export class FileRemarks {
	/** Columns that were read although no description names them. */
	readonly columnsUsed = new Set<string>();
	readonly columnsNotUsed = new Set<string>();
	/** Columns with a value that cannot be used. */
	readonly valuesNotUsed = new Set<string>();
	rowsNotUsed = 0;
	/** The first of them, from 1; only where rows are numbered. */
	readonly rowNumbersNotUsed: number[] = [];
	/** Settings that this version does not know. */
	readonly settingsUnknown = new Set<string>();
	/** `name: value (what is allowed)` */
	readonly settingsRefused = new Set<string>();

	detail(): ImportEntry['detail'] {
		return {
			...(this.columnsNotUsed.size > 0 ? { columnsNotUsed: namesOf(this.columnsNotUsed) } : {}),
			...(this.valuesNotUsed.size > 0 ? { valuesNotUsed: namesOf(this.valuesNotUsed) } : {}),
			...(this.rowsNotUsed > 0 ? { rowsNotUsed: this.rowsNotUsed } : {}),
			...(this.rowNumbersNotUsed.length > 0 ? { rowNumbersNotUsed: this.rowNumbersNotUsed.join(', ') } : {}),
			...(this.settingsUnknown.size > 0 ? { settingsUnknown: namesOf(this.settingsUnknown) } : {}),
			...(this.settingsRefused.size > 0 ? { settingsRefused: namesOf(this.settingsRefused, maxRefusalLength) } : {})
		};
	}

	warnings(): readonly ImportWarningCode[] {
		return [
			...(this.valuesNotUsed.size > 0 ? (['values-not-used'] as const) : []),
			...(this.rowsNotUsed > 0 ? (['rows-without-id'] as const) : [])
		];
	}
}

/** What the screen says of one setting, and of one field of a row. */
import type { Basis, Source } from '../../domain/decision';
import { SOURCES, type SourceId } from '../sources';

/** What a setting changes in this model: whether or how email is tracked and linked, only what is shown beside that (columns, queue items, notes, the next token), or nothing. */
export type SettingEffect = 'verdict' | 'shown' | 'none';

export interface FieldWords {
	readonly does: string;
	readonly unit?: string;
	readonly effect: SettingEffect;
	/** Where the sources contradict one another, or what is not modelled. */
	readonly note?: string;
	readonly basis: Basis;
	readonly sources: readonly Source[];
}

export interface SettingWords extends FieldWords {
	/** The label on System Settings > Email where there is one, else a short description. */
	readonly label: string;
}

export interface RowFieldWords extends FieldWords {
	/** What applies where the field is left out; null where it must not be. */
	readonly without: string | null;
}

export const SETTING_EFFECT_WORDS: Readonly<Record<SettingEffect, string | null>> = {
	verdict: null,
	shown: 'Changes no verdict here, only what is shown beside it.',
	none: 'Changes no verdict here. It is kept and written back.'
};

/** What the table behind smart matching costs. */
export const EMAIL_HASH_GROWTH =
	'The table EmailHash grows with every email and makes smart matching slow; when the system detects high resource usage it searches the previous 90 days only.';

/** What the counter of tracking tokens counts. */
export const COUNTER_RUNS = 'it runs per email activity, not per message';

type More = Partial<Pick<FieldWords, 'unit' | 'effect' | 'note'>>;

function fieldWords(does: string, basis: Basis, sources: readonly SourceId[], more: More): FieldWords {
	return { does, effect: 'verdict', ...more, basis, sources: sources.map((id): Source => SOURCES[id]) };
}

export function words(
	label: string,
	does: string,
	basis: Basis,
	sources: readonly SourceId[],
	more: More = {}
): SettingWords {
	return { label, ...fieldWords(does, basis, sources, more) };
}

export function rowFieldWords(
	does: string,
	without: string | null,
	basis: Basis,
	sources: readonly SourceId[],
	more: More = {}
): RowFieldWords {
	return { ...fieldWords(does, basis, sources, more), without };
}

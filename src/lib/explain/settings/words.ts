/** What the screen says of one setting. */
import type { Basis, Source } from '../../domain/decision';
import { SOURCES, type SourceId } from '../sources';

/** What a setting changes in this model: whether or how email is tracked and linked, only what is shown beside that (columns, queue items, notes, the next token), or nothing. */
export type SettingEffect = 'verdict' | 'shown' | 'none';

export interface SettingWords {
	/** The label on System Settings > Email where there is one, else a short description. */
	readonly label: string;
	readonly does: string;
	readonly unit?: string;
	readonly effect: SettingEffect;
	/** Where the sources contradict one another, or what is not modelled. */
	readonly note?: string;
	readonly basis: Basis;
	readonly sources: readonly Source[];
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

export function words(
	label: string,
	does: string,
	basis: Basis,
	sources: readonly SourceId[],
	more: { readonly unit?: string; readonly effect?: SettingEffect; readonly note?: string } = {}
): SettingWords {
	return { label, does, effect: 'verdict', ...more, basis, sources: sources.map((id): Source => SOURCES[id]) };
}

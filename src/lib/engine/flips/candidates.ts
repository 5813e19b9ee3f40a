import type { FlipChange } from './change';
import { FLIP_SOURCES } from './catalogue';
import type { FlipTarget } from './target';

/** Every single change that may bear on this email, smallest first. Changes of one thing stand side by side. */
export function candidatesOf(target: FlipTarget): readonly FlipChange[] {
	return FLIP_SOURCES.flatMap(({ changes }) => changes(target));
}

/** Columns whose two values have one shape: choices, flags, short texts. */
import type { EmailColumns } from '../../../domain/columns';
import { agreeIf, type Compare } from '../compared';

type Named<Value> = {
	[Name in keyof EmailColumns]: EmailColumns[Name] extends Value ? Name : never;
}[keyof EmailColumns];

/** Choice values and flags. */
export function exact(column: Named<number | boolean>): Compare {
	return (modelled, { value }) => agreeIf(modelled[column] === value);
}

/** Texts that Dataverse's own collation would call the same: letter case and white space around do not count. */
export function text(column: Named<string | null>): Compare {
	return (modelled, { value }) => agreeIf(folded(modelled[column]) === folded(value));
}

/** Message-IDs: with or without their angle brackets. */
export function messageId(column: 'messageid' | 'inreplyto'): Compare {
	return (modelled, { value }) => agreeIf(bareMessageId(modelled[column]) === bareMessageId(value));
}

export function bareMessageId(value: unknown): string {
	return folded(value).replace(/^<|>$/g, '').trim();
}

/** Empty text and null are one to Dataverse. */
export function folded(value: unknown): string {
	return typeof value === 'string' ? value.trim().toLowerCase() : '';
}

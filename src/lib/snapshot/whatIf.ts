/** A draft of the environment within a snapshot: the key `whatIf`, beside those that the format names. */
import { decodeEnvironmentFile, environmentForSnapshot, type EnvironmentFile } from './environmentFile';

interface WhatIfKey {
	readonly environment: EnvironmentFile;
}

/** What goes into the file; nothing for a draft that cannot be applied. */
export function whatIfKey(draft: unknown): { readonly whatIf?: WhatIfKey } {
	const decoded = decodeEnvironmentFile(draft);
	return decoded.ok ? { whatIf: { environment: environmentForSnapshot(decoded.file) } } : {};
}

/** The draft that a snapshot came with, with every setting written out; null without one that can be read. */
export function draftIn(keys: Readonly<Record<string, unknown>>): EnvironmentFile | null {
	const { whatIf } = keys;
	if (typeof whatIf !== 'object' || whatIf === null || !('environment' in whatIf)) return null;
	const decoded = decodeEnvironmentFile(whatIf.environment);
	return decoded.ok ? environmentForSnapshot(decoded.file) : null;
}

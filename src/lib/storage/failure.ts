import Dexie from 'dexie';

export type StorageFailure =
	| { readonly code: 'storage-full' }
	/** Another tab brought a newer database version, or the browser closed it. */
	| { readonly code: 'store-upgraded-elsewhere' }
	| { readonly code: 'storage-unavailable'; readonly detail: string };

/**
 * What went wrong in IndexedDB, or null for anything else. A full disk shows up as AbortError with an inner
 * QuotaExceededError, so the whole chain is looked through.
 */
export function storageFailure(error: unknown): StorageFailure | null {
	const names = new Set<string>();
	for (let link: unknown = error, depth = 0; link instanceof Error && depth < 5; depth++) {
		names.add(link.name);
		link = 'inner' in link ? link.inner : link.cause;
	}
	if (names.has('QuotaExceededError')) return { code: 'storage-full' };
	if (names.has('VersionError') || names.has('DatabaseClosedError')) return { code: 'store-upgraded-elsewhere' };
	if (error instanceof Dexie.DexieError || error instanceof DOMException) {
		return { code: 'storage-unavailable', detail: (error as Error).name };
	}
	return null;
}

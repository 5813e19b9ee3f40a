/** Held by every tab as long as it lives, and by one that is alone for as long as it puts things in order. */
const tabLock = 'tracklens-tab';
/** A page that is reloaded gives its lock back a little later than the next one starts. */
const lastTabEndsWithinMs = 2_000;

/** Once for each tab, when it starts: runs the work, unless another tab is alive. */
export async function ifOnlyTab(work: () => Promise<void>): Promise<void> {
	const alone = navigator.locks.request(tabLock, { signal: AbortSignal.timeout(lastTabEndsWithinMs) }, work);
	// Waits behind the one above, so that no tab that starts meanwhile takes itself for the only one.
	void navigator.locks.request(tabLock, { mode: 'shared' }, () => new Promise<never>(() => undefined));
	try {
		await alone;
	} catch (error) {
		if (!(error instanceof DOMException && error.name === 'TimeoutError')) throw error;
	}
}

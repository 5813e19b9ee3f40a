/** What the browser says about the room and the permanence of the data here. */
export class StorageUse {
	/** Null where the browser does not say. */
	usedBytes = $state<number | null>(null);
	quotaBytes = $state<number | null>(null);
	persisted = $state<boolean | null>(null);

	async refresh(): Promise<void> {
		try {
			const estimate = await navigator.storage?.estimate?.();
			this.usedBytes = estimate?.usage ?? null;
			this.quotaBytes = estimate?.quota ?? null;
			this.persisted = (await navigator.storage?.persisted?.()) ?? null;
		} catch {
			// Some browsers refuse to say in private windows.
		}
	}

	/** Asks that the data here is not evicted when the disk runs full. The browser may refuse. */
	async askToPersist(): Promise<void> {
		try {
			if (!(await navigator.storage?.persisted?.())) await navigator.storage?.persist?.();
		} catch {
			// As good as refused.
		}
		await this.refresh();
	}
}

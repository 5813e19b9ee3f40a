/** Whether the clipboard took a text; browsers may refuse it. */
export class Copying {
	/** Null before the first try. */
	result = $state<'copied' | 'refused' | null>(null);

	async copy(text: string): Promise<void> {
		try {
			await navigator.clipboard.writeText(text);
			this.result = 'copied';
		} catch {
			this.result = 'refused';
		}
	}
}

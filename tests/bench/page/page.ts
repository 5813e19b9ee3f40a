/** The page beside the application's: gives the files chosen in its input to a worker that only parses them. */
interface BenchWindow {
	/** Milliseconds from the change event until every file was parsed. */
	parsed?: Promise<number>;
}

document.querySelector('input')?.addEventListener('change', (event) => {
	const startedAt = performance.now();
	const files = [...((event.currentTarget as HTMLInputElement).files ?? [])];
	const worker = new Worker('parse.worker.js', { type: 'module' });
	(window as BenchWindow).parsed = new Promise((resolve) => {
		worker.onmessage = () => resolve(performance.now() - startedAt);
		worker.postMessage(files);
	});
});

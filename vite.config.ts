import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit(), listWorkerFiles()],
	worker: { format: 'es' },
	build: { target: 'es2022' },
	test: {
		include: ['src/**/*.test.ts', 'tests/{corpus,scenarios,properties}/**/*.test.ts'],
		environment: 'node',
		// Every module is read once for each process, not once for each file of tests.
		isolate: false,
		maxWorkers: '100%',
		// A bound on what hangs; the longest takes a few seconds on a machine that is not busy.
		testTimeout: 60_000,
		// Dates in mail carry their own zone; a verdict must not depend on the machine's.
		env: { TZ: 'UTC' }
	}
});

/**
 * Writes `_app/worker-files.json` for the service worker: SvelteKit's own list of build files leaves out the chunks of
 * workers and the workers that workers start.
 */
function listWorkerFiles(): Plugin {
	return {
		name: 'list-worker-files',
		apply: 'build',
		generateBundle: {
			order: 'post',
			handler(_options, bundle) {
				if (this.environment.name !== 'client') return;
				const paths = Object.keys(bundle).filter((path) => path.startsWith('_app/immutable/workers/'));
				this.emitFile({
					type: 'asset',
					fileName: '_app/worker-files.json',
					source: JSON.stringify(paths.sort())
				});
			}
		}
	};
}

import { wrap, type Remote } from 'comlink';
import type { BoundedApi } from './bounded.worker';
import boundedWorkerUrl from './bounded.worker.ts?worker&url';
import { trustedScriptUrl } from './trustedScriptUrl';

/** Runs one job in a worker of its own and ends the worker when the time is over. */
export class BoundedRunner {
	#worker: Worker | null = null;
	#remote: Remote<BoundedApi> | null = null;
	/** Jobs wait for each other, so that ending a worker ends one job only. */
	#last: Promise<unknown> = Promise.resolve();

	run<T>(job: (remote: Remote<BoundedApi>) => Promise<T>, timeoutMs: number): Promise<T | 'timed-out'> {
		const result = this.#last.then(() => this.#runNow(job, timeoutMs));
		this.#last = result.catch(() => undefined);
		return result;
	}

	async #runNow<T>(job: (remote: Remote<BoundedApi>) => Promise<T>, timeoutMs: number): Promise<T | 'timed-out'> {
		const remote = this.#start();
		await remote.ready();
		let timer: ReturnType<typeof setTimeout> | undefined;
		const timeout = new Promise<'timed-out'>((resolve) => {
			timer = setTimeout(resolve, timeoutMs, 'timed-out');
		});
		const result = await Promise.race([job(remote), timeout]);
		clearTimeout(timer);
		if (result === 'timed-out') this.#end();
		return result;
	}

	#start(): Remote<BoundedApi> {
		if (this.#remote === null) {
			this.#worker = new Worker(trustedScriptUrl(boundedWorkerUrl), { type: 'module', name: 'bounded' });
			this.#remote = wrap<BoundedApi>(this.#worker);
		}
		return this.#remote;
	}

	#end(): void {
		this.#worker?.terminate();
		this.#worker = null;
		this.#remote = null;
	}
}

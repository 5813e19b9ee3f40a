import { wrap, type Remote } from 'comlink';
import type { BoundedApi } from './bounded.worker';
import boundedWorkerUrl from './bounded.worker.ts?worker&url';
import { trustedScriptUrl } from './trustedScriptUrl';
import { Turns } from './turns';

/** A worker that has not loaded its script by then will not. */
const startTimeoutMs = 10_000;

/** `failed`: the worker could not be started, or died of its job. */
type Ended = 'timed-out' | 'failed';

interface Running {
	readonly worker: Worker;
	readonly remote: Remote<BoundedApi>;
	readonly died: Promise<'failed'>;
}

/** Runs one job at a time in a worker of its own and ends the worker when the time is over. */
export class BoundedRunner {
	#running: Running | null = null;
	/** Jobs wait for each other, so that ending a worker ends one job only. */
	readonly #turns = new Turns();
	#giveUp: () => void = () => undefined;

	run<T>(job: (remote: Remote<BoundedApi>) => Promise<T>, timeoutMs: number): Promise<T | Ended> {
		return this.#turns.run(() => this.#runNow(job, timeoutMs));
	}

	/** Ends the job that runs, as if its time were over: nobody waits for its answer any more. */
	giveUp(): void {
		this.#giveUp();
	}

	async #runNow<T>(job: (remote: Remote<BoundedApi>) => Promise<T>, timeoutMs: number): Promise<T | Ended> {
		const { remote, died } = (this.#running ??= start());
		let timer: ReturnType<typeof setTimeout> | undefined;
		const ended = new Promise<Ended>((resolve) => {
			this.#giveUp = () => resolve('timed-out');
			void died.then(resolve);
			timer = setTimeout(resolve, startTimeoutMs, 'failed');
		});
		let result: T | Ended | boolean = await Promise.race([remote.ready(), ended]);
		clearTimeout(timer);
		if (result === true) {
			timer = setTimeout(() => this.#giveUp(), timeoutMs);
			result = await Promise.race([job(remote), ended]);
			clearTimeout(timer);
		}
		this.#giveUp = () => undefined;
		if (result === 'timed-out' || result === 'failed') this.#end();
		return result as T | Ended;
	}

	#end(): void {
		this.#running?.worker.terminate();
		this.#running = null;
	}
}

function start(): Running {
	const worker = new Worker(trustedScriptUrl(boundedWorkerUrl), { type: 'module', name: 'bounded' });
	const died = new Promise<'failed'>((resolve) => worker.addEventListener('error', () => resolve('failed')));
	return { worker, remote: wrap<BoundedApi>(worker), died };
}

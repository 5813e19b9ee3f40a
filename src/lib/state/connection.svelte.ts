import { connectEngine } from '../worker/bridge';
import type { EngineApi, StoreState, WorkerEvent } from '../worker/api';

/** The way to the worker that owns the data, and the state of its store. */
export class Connection {
	/** Null until the store is loaded. */
	store = $state.raw<StoreState | null>(null);
	/** Why the worker could not be started or stopped answering. */
	failure = $state.raw<string | null>(null);

	#engine = Promise.withResolvers<EngineApi>();

	/** Resolves with the worker's interface; calls made before the store is loaded wait for it. */
	get engine(): Promise<EngineApi> {
		return this.#engine.promise;
	}

	async open(listener: (event: WorkerEvent) => void): Promise<void> {
		try {
			const { engine, state } = await connectEngine(listener, (message) => this.#fail(message));
			this.store = state;
			this.#engine.resolve(engine);
		} catch (error) {
			this.#fail(error instanceof Error ? error.message : String(error));
		}
	}

	#fail(message: string): void {
		this.failure = message;
	}
}

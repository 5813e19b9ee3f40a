import { connectEngine } from '../worker/bridge';
import type { EngineApi, StoreState, WorkerEvent } from '../worker/api';
import { rememberCaseId, rememberedCaseId } from './tabCase';

/** The way to the worker that owns the data, and the state of its store. */
export class Connection {
	/** Null until the store is loaded. */
	store = $state.raw<StoreState | null>(null);
	/** Why the worker could not be started or stopped answering. */
	failure = $state.raw<string | null>(null);

	#opened: (engine: EngineApi) => void = () => undefined;
	/** The worker's interface; calls made before the store is loaded wait for it. */
	readonly engine = new Promise<EngineApi>((resolve) => (this.#opened = resolve));

	/** `onFailed` runs once, when the worker cannot start or has died. */
	async open(listener: (event: WorkerEvent) => void, onFailed: () => void): Promise<void> {
		const fail = (message: string): void => {
			if (this.failure !== null) return;
			this.failure = message;
			onFailed();
		};
		try {
			const { engine, state } = await connectEngine(listener, rememberedCaseId(), fail);
			rememberCaseId(state.caseId);
			this.store = state;
			this.#opened(engine);
		} catch (error) {
			fail(error instanceof Error ? error.message : String(error));
		}
	}
}

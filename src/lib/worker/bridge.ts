/** The page's side: starts the worker and speaks to it through `EngineApi`. */
import { proxy, wrap, type Remote } from 'comlink';
import type { EngineApi, StoreState, WorkerEvent } from './api';
import engineWorkerUrl from './engine.worker.ts?worker&url';
import { trustedScriptUrl } from './trustedScriptUrl';

export type RemoteEngine = Remote<EngineApi>;

export interface ConnectedEngine {
	readonly engine: RemoteEngine;
	/** The store as it was found. */
	readonly state: StoreState;
}

/**
 * Starts the worker and opens the store. Rejects when the worker cannot start or the store cannot be opened;
 * `onFailed` is called when the worker dies later.
 * @param caseId as for `EngineApi.connect`
 */
export async function connectEngine(
	listener: (event: WorkerEvent) => void,
	caseId: number | null,
	onFailed: (message: string) => void = () => undefined
): Promise<ConnectedEngine> {
	const name = `engine-${crypto.randomUUID()}`;
	const worker = new Worker(trustedScriptUrl(engineWorkerUrl), { type: 'module', name });
	const engine = wrap<EngineApi>(worker);
	const failed = new Promise<never>((_, reject) => {
		worker.addEventListener('error', (event) => {
			onFailed(event.message);
			reject(new Error(event.message));
		});
	});
	const state = await Promise.race([engine.connect(proxy(listener), caseId), failed]);
	// The worker holds this lock as long as it lives: a browser that ends it, out of memory, says nothing.
	void navigator.locks.request(name, () => onFailed('The browser has ended it.'));
	// Later failures are told through `onFailed`; nobody awaits this promise any more.
	failed.catch(() => undefined);
	return { engine, state };
}

/** Other calls wait at most about this long for their turn. */
const pauseEveryMs = 20;

/** Lets other calls come in between, as often as is due and no more: a pause takes some milliseconds. */
export class Pauses {
	#pausedAtMs = performance.now();

	get isDue(): boolean {
		return performance.now() - this.#pausedAtMs >= pauseEveryMs;
	}

	async pause(): Promise<void> {
		await new Promise((resolve) => setTimeout(resolve, 0));
		this.#pausedAtMs = performance.now();
	}
}

/** Runs long work step by step. */
export async function untilDone<T>(steps: Generator<unknown, T>): Promise<T> {
	const pauses = new Pauses();
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
		if (pauses.isDue) await pauses.pause();
	}
}

/** The same work, given up between two steps once it is not to go on: then null. */
export function* whileGoingOn<Result>(
	work: Generator<void, Result>,
	goesOn: () => boolean
): Generator<void, Result | null> {
	for (;;) {
		if (!goesOn()) return null;
		const step = work.next();
		if (step.done) return step.value;
		yield;
	}
}

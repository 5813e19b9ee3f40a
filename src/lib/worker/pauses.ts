/** Other calls wait at most about this long for their turn. */
const pauseEveryMs = 20;

/** Runs long work step by step, and lets other calls come in between. */
export async function untilDone<T>(steps: Generator<unknown, T>): Promise<T> {
	let pausedAtMs = performance.now();
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
		if (performance.now() - pausedAtMs < pauseEveryMs) continue;
		await new Promise((resolve) => setTimeout(resolve, 0));
		pausedAtMs = performance.now();
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

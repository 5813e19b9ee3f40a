/** Work that may run away on hostile input. Whoever asks ends this worker when the time is over. */
import { expose } from 'comlink';
import { readBody } from '../mail/body';

const api = {
	/** Answers once the script is loaded, so that a job's time does not include it. */
	ready: () => true,

	readBody,

	/** Runs a pattern over subjects, for its time only. Refused before is a pattern that cannot be compiled. */
	tryPattern(source: string, flags: string, subjects: readonly string[]): void {
		const pattern = new RegExp(source, flags);
		for (const subject of subjects) subject.replace(pattern, '');
	}
};
export type BoundedApi = typeof api;

expose(api);

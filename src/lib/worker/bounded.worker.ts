/** Work that may run away on hostile input. Whoever asks ends this worker when the time is over. */
import { expose } from 'comlink';
import { readBody } from '../mail/body';

const api = {
	/** Answers once the script is loaded, so that a job's time does not include it. */
	ready: () => true,

	readBody,

	/**
	 * Runs a pattern over subjects. False when it cannot be run: that a pattern becomes too large, V8 says only when it
	 * is used for the first time.
	 */
	tryPattern(source: string, flags: string, subjects: readonly string[]): boolean {
		try {
			const pattern = new RegExp(source, flags);
			for (const subject of subjects) subject.replace(pattern, '');
			return true;
		} catch {
			return false;
		}
	}
};
export type BoundedApi = typeof api;

expose(api);

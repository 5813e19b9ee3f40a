/** The built-in sample case: invented mail of three weeks in which every way of correlating, and of failing to, occurs. */
import { compose, type Letter } from './compose';
import { SAMPLE_ENVIRONMENT } from './environment';
import { everyday } from './stories/everyday';
import { languages } from './stories/languages';
import { orders } from './stories/orders';
import { pumpLeaks } from './stories/pumpLeaks';
import { robots } from './stories/robots';
import { trackingTokens } from './stories/trackingTokens';

export interface SampleFile {
	/** `sample/<story>/<file>`, or the environment file straight below `sample/`. */
	readonly path: string;
	/** To be written as UTF-8. */
	readonly content: string;
}

export const SAMPLE_STORIES: readonly (readonly Letter[])[] = [
	pumpLeaks,
	trackingTokens,
	orders,
	languages,
	robots,
	everyday
];

/** The same files at every call, the environment file first. */
export function sampleFiles(): readonly SampleFile[] {
	return [
		{
			path: 'sample/Sample.tracklens-environment.json',
			content: `${JSON.stringify(SAMPLE_ENVIRONMENT, null, 2)}\n`
		},
		...SAMPLE_STORIES.flat().map((letter) => ({ path: `sample/${letter.path}`, content: compose(letter) }))
	];
}

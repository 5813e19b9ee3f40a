import type { MessageFacts } from '../domain/message';

/**
 * Facts of a batch as JSON, one array per fact: keys stand once, so it is smaller and quicker to parse than a list of
 * objects, and a fact that a later version adds is simply another column.
 */
export function packFacts(batch: readonly MessageFacts[]): string {
	const [first] = batch;
	if (!first) return '{}';
	const names = Object.keys(first) as (keyof MessageFacts)[];
	return JSON.stringify(Object.fromEntries(names.map((name) => [name, batch.map((facts) => facts[name])])));
}

export function unpackFacts(json: string): MessageFacts[] {
	const columns = JSON.parse(json) as { [K in keyof MessageFacts]: MessageFacts[K][] };
	const names = Object.keys(columns) as (keyof MessageFacts)[];
	const length = names[0] === undefined ? 0 : columns[names[0]].length;
	return Array.from(
		{ length },
		(_, index) => Object.fromEntries(names.map((name) => [name, columns[name][index]])) as unknown as MessageFacts
	);
}

import type { MessageFacts } from '../domain/message';

/** By place in the pack; null where the message was erased, so that the others keep their places. */
export type FactsPack = readonly (MessageFacts | null)[];

/**
 * Facts of a batch as JSON, one array per fact: keys stand once, so it is smaller and quicker to parse than a list of
 * objects, and a fact that a later version adds is simply another column. An erased message is null in every column.
 */
export function packFacts(batch: FactsPack): string {
	if (batch.every((facts) => facts === null)) return '{}';
	// Not every message has the optional ones.
	const names = [...new Set(batch.flatMap((facts) => Object.keys(facts ?? {})))] as (keyof MessageFacts)[];
	return JSON.stringify(Object.fromEntries(names.map((name) => [name, batch.map((facts) => facts?.[name] ?? null)])));
}

export function unpackFacts(json: string): FactsPack {
	const columns = JSON.parse(json) as { [K in keyof MessageFacts]-?: (MessageFacts[K] | null)[] };
	const names = Object.keys(columns) as (keyof MessageFacts)[];
	const length = names[0] === undefined ? 0 : columns[names[0]].length;
	return Array.from({ length }, (_, index) =>
		columns.sha256[index] === null
			? null
			: (Object.fromEntries(names.map((name) => [name, columns[name][index]])) as unknown as MessageFacts)
	);
}

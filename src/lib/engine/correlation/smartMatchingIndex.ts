/**
 * Stored subjects and addresses for smart matching. Emails with the same set of words form one subject group; a new
 * email finds the groups whose words fit, then the most recent email in them with enough shared addresses.
 */
import { countBefore } from '../positions';

interface SubjectGroup {
	readonly words: readonly string[];
	/** Ascending. */
	readonly positions: number[];
	/** Ascending positions of the group's emails that have the address. */
	readonly byAddress: Map<string, number[]>;
}

export class SmartMatchingIndex {
	readonly #delta: number;
	readonly #minimumAddresses: number;
	readonly #groups: SubjectGroup[] = [];
	readonly #groupOfWords = new Map<string, number>();
	readonly #groupsByWord = new Map<string, number[]>();
	/** Groups with so few words that they may fit without sharing one. */
	readonly #smallGroups: number[] = [];
	readonly #addressesAt = new Map<number, readonly string[]>();
	readonly #wordsAt = new Map<number, readonly string[]>();

	constructor(hashDeltaSubjectCount: number, hashMinAddressCount: number) {
		this.#delta = hashDeltaSubjectCount;
		this.#minimumAddresses = hashMinAddressCount;
	}

	add(position: number, words: readonly string[], addresses: readonly string[]): void {
		// No word, no match (reading A15): such an email can never be found.
		if (words.length === 0) return;
		const key = [...words].sort().join('\n');
		let index = this.#groupOfWords.get(key);
		if (index === undefined) {
			index = this.#groups.length;
			this.#groups.push({ words, positions: [], byAddress: new Map() });
			this.#groupOfWords.set(key, index);
			if (this.#delta > 0) {
				for (const word of words) append(this.#groupsByWord, word, index);
				if (words.length <= this.#delta) this.#smallGroups.push(index);
			}
		}
		const group = this.#groups[index] as SubjectGroup;
		group.positions.push(position);
		for (const address of addresses) append(group.byAddress, address, position);
		this.#addressesAt.set(position, addresses);
		this.#wordsAt.set(position, words);
	}

	addressesAt(position: number): readonly string[] {
		return this.#addressesAt.get(position) ?? [];
	}

	wordsAt(position: number): readonly string[] {
		return this.#wordsAt.get(position) ?? [];
	}

	/** The most recent position before `at` that satisfies both conditions, or -1. */
	latest(words: readonly string[], addresses: readonly string[], at: number): number {
		let latest = -1;
		for (const group of this.#fittingGroups(words)) {
			const hit = this.#latestInGroup(group, addresses, at, latest);
			if (hit > latest) latest = hit;
		}
		return latest;
	}

	/** Positions before `at` whose subject fits, ascending. */
	withFittingSubject(words: readonly string[], at: number): number[] {
		return this.#fittingGroups(words)
			.flatMap((group) => group.positions.slice(0, countBefore(group.positions, at)))
			.sort((a, b) => a - b);
	}

	shareEnoughAddresses(position: number, addresses: readonly string[]): boolean {
		return countShared(this.addressesAt(position), addresses) >= this.#minimumAddresses;
	}

	/**
	 * Groups B with |A n B| >= max(|A|, |B|) - delta, A being `words` (reading A6). Such a B misses at most delta words
	 * of A, so it holds one of any delta + 1 words of A: only the rarest of them are looked up.
	 */
	#fittingGroups(words: readonly string[]): SubjectGroup[] {
		if (words.length === 0) return [];
		if (this.#delta === 0) {
			const index = this.#groupOfWords.get([...words].sort().join('\n'));
			return index === undefined ? [] : [this.#groups[index] as SubjectGroup];
		}
		const candidates = new Set<number>();
		const rarestFirst = [...words].sort(
			(a, b) => (this.#groupsByWord.get(a)?.length ?? 0) - (this.#groupsByWord.get(b)?.length ?? 0)
		);
		for (const word of rarestFirst.slice(0, this.#delta + 1)) {
			for (const index of this.#groupsByWord.get(word) ?? []) candidates.add(index);
		}
		if (words.length <= this.#delta) for (const index of this.#smallGroups) candidates.add(index);
		return [...candidates]
			.map((index) => this.#groups[index] as SubjectGroup)
			.filter((group) => this.#wordsFit(words, group.words));
	}

	#wordsFit(a: readonly string[], b: readonly string[]): boolean {
		const needed = Math.max(a.length, b.length) - this.#delta;
		return Math.min(a.length, b.length) >= needed && countShared(a, b) >= needed;
	}

	#latestInGroup(group: SubjectGroup, addresses: readonly string[], at: number, above: number): number {
		if (this.#minimumAddresses <= 0) return group.positions[countBefore(group.positions, at) - 1] ?? -1;
		if (addresses.length < this.#minimumAddresses) return -1;
		// A match shares `minimum` of the addresses, so it has one of any (count - minimum + 1) of them: take the rarest.
		const rarestFirst = [...addresses].sort(
			(a, b) => (group.byAddress.get(a)?.length ?? 0) - (group.byAddress.get(b)?.length ?? 0)
		);
		let latest = above;
		for (const address of rarestFirst.slice(0, addresses.length - this.#minimumAddresses + 1)) {
			const positions = group.byAddress.get(address);
			if (!positions) continue;
			for (let index = countBefore(positions, at) - 1; index >= 0; index--) {
				const position = positions[index] as number;
				if (position <= latest) break;
				if (this.shareEnoughAddresses(position, addresses)) latest = position;
			}
		}
		return latest;
	}
}

function append<K>(lists: Map<K, number[]>, key: K, value: number): void {
	const list = lists.get(key);
	if (list) list.push(value);
	else lists.set(key, [value]);
}

/** How many distinct entries two short lists share. */
export function countShared(a: readonly string[], b: readonly string[]): number {
	let shared = 0;
	for (const entry of a) if (b.includes(entry)) shared++;
	return shared;
}

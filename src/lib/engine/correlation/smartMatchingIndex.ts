/**
 * Stored subjects and addresses for smart matching. Emails with the same set of words form one subject group; a new
 * email finds the groups whose words fit, then the most recent email in them with enough shared addresses.
 */
import { countBefore } from '../positions';

interface SubjectGroup {
	readonly words: readonly string[];
	/** Ascending. */
	readonly positions: number[];
	/** Ascending positions of the group's emails that have the address; null while the group is small. */
	byAddress: Map<string, number[]> | null;
}

const noGroups: readonly SubjectGroup[] = [];

/** Most subjects have few emails, which are looked through quicker than they are indexed. */
const maxUnindexedPositions = 16;

export class SmartMatchingIndex {
	readonly #delta: number;
	readonly #minimumAddresses: number;
	readonly #groups: SubjectGroup[] = [];
	readonly #groupOfWords = new Map<string, number>();
	readonly #groupsByWord = new Map<string, number[]>();
	/** Groups with so few words that they may fit without sharing one. */
	readonly #smallGroups: number[] = [];
	readonly #addressesOf: (position: number) => readonly string[];
	readonly #addressesAt = new Map<number, readonly string[]>();
	/** Emails with one bare subject share their words, whose order does not matter. */
	readonly #keys = new Map<readonly string[], string>();

	/** `addressesOf` is asked only about emails whose subject fits that of another, once for each. */
	constructor(
		hashDeltaSubjectCount: number,
		hashMinAddressCount: number,
		addressesOf: (position: number) => readonly string[]
	) {
		this.#addressesOf = addressesOf;
		this.#delta = hashDeltaSubjectCount;
		this.#minimumAddresses = hashMinAddressCount;
	}

	add(position: number, words: readonly string[]): void {
		// No word, no match (reading A15): such an email can never be found.
		if (words.length === 0) return;
		const key = this.#keyOf(words);
		let index = this.#groupOfWords.get(key);
		if (index === undefined) {
			index = this.#groups.length;
			this.#groups.push({ words, positions: [], byAddress: null });
			this.#groupOfWords.set(key, index);
			if (this.#delta > 0) {
				for (const word of words) append(this.#groupsByWord, word, index);
				if (words.length <= this.#delta) this.#smallGroups.push(index);
			}
		}
		const group = this.#groups[index] as SubjectGroup;
		group.positions.push(position);
		if (group.byAddress !== null) {
			for (const address of this.addressesAt(position)) append(group.byAddress, address, position);
		} else if (group.positions.length > maxUnindexedPositions) {
			group.byAddress = new Map();
			for (const earlier of group.positions) {
				for (const address of this.addressesAt(earlier)) append(group.byAddress, address, earlier);
			}
		}
	}

	addressesAt(position: number): readonly string[] {
		let addresses = this.#addressesAt.get(position);
		if (!addresses) this.#addressesAt.set(position, (addresses = this.#addressesOf(position)));
		return addresses;
	}

	/** The most recent position before `at` that satisfies both conditions, or -1. */
	latest(words: readonly string[], addressesOfEmail: () => readonly string[], at: number): number {
		let latest = -1;
		const groups = this.#fittingGroups(words);
		if (groups.length === 0) return latest;
		const addresses = addressesOfEmail();
		for (const group of groups) {
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
	#fittingGroups(words: readonly string[]): readonly SubjectGroup[] {
		if (words.length === 0) return noGroups;
		if (this.#delta === 0) {
			const index = this.#groupOfWords.get(this.#keyOf(words));
			return index === undefined ? noGroups : [this.#groups[index] as SubjectGroup];
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

	#keyOf(words: readonly string[]): string {
		let key = this.#keys.get(words);
		if (key === undefined) this.#keys.set(words, (key = [...words].sort().join('\n')));
		return key;
	}

	#wordsFit(a: readonly string[], b: readonly string[]): boolean {
		const needed = Math.max(a.length, b.length) - this.#delta;
		return Math.min(a.length, b.length) >= needed && countShared(a, b) >= needed;
	}

	#latestInGroup(group: SubjectGroup, addresses: readonly string[], at: number, above: number): number {
		if (this.#minimumAddresses <= 0) return group.positions[countBefore(group.positions, at) - 1] ?? -1;
		if (addresses.length < this.#minimumAddresses) return -1;
		const { byAddress } = group;
		if (byAddress === null) {
			for (let index = countBefore(group.positions, at) - 1; index >= 0; index--) {
				const position = group.positions[index] as number;
				if (position <= above) break;
				if (this.shareEnoughAddresses(position, addresses)) return position;
			}
			return above;
		}
		// A match shares `minimum` of the addresses, so it has one of any (count - minimum + 1) of them: take the rarest.
		const rarestFirst = [...addresses].sort(
			(a, b) => (byAddress.get(a)?.length ?? 0) - (byAddress.get(b)?.length ?? 0)
		);
		let latest = above;
		for (const address of rarestFirst.slice(0, addresses.length - this.#minimumAddresses + 1)) {
			const positions = byAddress.get(address);
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

/** The active case in memory: facts of every message, where their bytes lie, and what was decided. */
import type { ActivityId } from '../domain/columns';
import type { AutoReplyClass } from '../domain/decision';
import type { MessageFacts } from '../domain/message';
import type { ImportEntry } from '../domain/report';
import { autoReplyClass } from '../engine/autoreply/classify';
import type { HashFilter } from '../engine/correlation/hashFilter';
import { decide, decideMore, type Decisions } from '../engine/decide';
import { answersByPosition, explain } from '../engine/explain';
import type { Explanation } from '../engine/explanation';
import type { Environment } from '../domain/environment';
import type { FactsPack } from '../storage/factsPack';
import { bringsEmail, RemovedEntries } from '../storage/removedEntries';

export interface LibraryMessage {
	readonly facts: MessageFacts;
	readonly packId: number;
	/** Place in the pack. */
	readonly place: number;
	readonly class: AutoReplyClass;
	/** Lower-case text that the search looks through; made when first needed. */
	searchText: string | null;
}

export class Library {
	readonly datasetId: number;
	/** Does not change: after a removal, or its undoing, there is another library. */
	readonly removed: RemovedEntries;
	/** Whatever packs hold, also what is removed and not erased yet. */
	readonly #messages = new Map<string, LibraryMessage>();
	readonly #paths = new Map<string, string[]>();
	/** Messages that removed entries speak of; those with no path left are removed themselves. */
	readonly #entryRemoved = new Set<string>();
	readonly #pathsOf = (sha256: string) => this.paths(sha256);
	/** A decided message has turned up under another path, and placements go by path. */
	#pathsChanged = false;
	/** Messages not decided yet, by hash. */
	#undecided = new Map<string, MessageFacts>();
	#decisions: Decisions;
	#answers: ReadonlyMap<number, readonly number[]> | null = null;
	/** Rises with every change of messages or decisions. */
	revision = 0;
	lastFactsPackId = 0;
	lastImportPackId = 0;

	constructor(
		datasetId: number,
		environment: Environment,
		hashFilter: HashFilter,
		removed: RemovedEntries = new RemovedEntries([])
	) {
		this.datasetId = datasetId;
		this.removed = removed;
		this.#decisions = decide([], environment, { hashFilter, pathsOf: this.#pathsOf });
	}

	get decisions(): Decisions {
		return this.#decisions;
	}

	/** Emails that are there, decided or not. */
	get size(): number {
		return this.#decisions.length + this.undecidedCount;
	}

	has(sha256: string): boolean {
		return this.#messages.has(sha256) && !this.#isRemoved(sha256);
	}

	/** Its facts and bytes are in the store, be it that they are removed and not erased yet. */
	holds(sha256: string): boolean {
		return this.#messages.has(sha256);
	}

	#isRemoved(sha256: string): boolean {
		if (this.#paths.has(sha256)) return false;
		// A snapshot may hold emails that no entry speaks of.
		return this.#entryRemoved.has(sha256) || this.removed.hasEmail(sha256);
	}

	/** Takes in a committed pack; a message already there keeps its first place. */
	addPack(packId: number, facts: FactsPack): void {
		facts.forEach((message, place) => {
			if (message === null || this.#messages.has(message.sha256)) return;
			this.#messages.set(message.sha256, {
				facts: message,
				packId,
				place,
				class: autoReplyClass(message),
				searchText: null
			});
			this.#undecided.set(message.sha256, message);
		});
		this.lastFactsPackId = Math.max(this.lastFactsPackId, packId);
		this.revision++;
	}

	/** Report entries say under which paths a message was dropped, and what was removed. */
	addEntries(packId: number, importId: number, entries: readonly ImportEntry[]): void {
		for (const entry of entries) {
			const { sha256, path } = entry;
			if (sha256 === null || !bringsEmail(entry)) continue;
			if (this.removed.has(packId, importId, entry)) {
				this.#entryRemoved.add(sha256);
				continue;
			}
			const message = this.#messages.get(sha256);
			// Removed before, it is there again.
			if (message && this.#isRemoved(sha256)) this.#undecided.set(sha256, message.facts);
			const paths = this.#paths.get(sha256);
			if (!paths) this.#paths.set(sha256, [path]);
			else if (insertSorted(paths, path)) this.#pathsChanged ||= this.#decisions.environment.placements.length > 0;
			if (message) message.searchText = null;
		}
		this.lastImportPackId = Math.max(this.lastImportPackId, packId);
		this.revision++;
	}

	message(sha256: string): LibraryMessage {
		const message = this.#messages.get(sha256);
		if (!message) throw new Error('A decided message is not in the library.');
		return message;
	}

	messageAt(position: number): LibraryMessage {
		return this.message(this.#decisions.stored.message(position).sha256);
	}

	/** Sorted; the first is `source.path`. */
	paths(sha256: string): readonly string[] {
		return this.#paths.get(sha256) ?? [];
	}

	positionOf(activityId: ActivityId): number | null {
		return this.#decisions.stored.positionOf(activityId);
	}

	get undecidedCount(): number {
		return this.#undecidedMessages().length;
	}

	/** Subjects of messages that have not been decided yet. */
	undecidedSubjects(): (string | null)[] {
		return this.#undecidedMessages().map(({ subject }) => subject);
	}

	subjects(): (string | null)[] {
		return Array.from(this.#messages.values())
			.filter(({ facts }) => !this.#isRemoved(facts.sha256))
			.map(({ facts }) => facts.subject);
	}

	#undecidedMessages(): MessageFacts[] {
		return Array.from(this.#undecided.values()).filter(({ sha256 }) => !this.#isRemoved(sha256));
	}

	/** Positions correlated with the one given. */
	answersOf(position: number): readonly number[] {
		this.#answers ??= answersByPosition(this.#decisions);
		return this.#answers.get(position) ?? [];
	}

	/** What is shown of the import report has changed, though neither messages nor decisions have. */
	reportChanged(): void {
		this.revision++;
	}

	explain(position: number): Explanation {
		const { sha256 } = this.#decisions.stored.message(position);
		return explain(this.#decisions, position, this.paths(sha256), this.answersOf(position));
	}

	/** Decides what is new, or all of it where something new comes before what was decided. */
	decideNew(): void {
		const undecided = this.#undecidedMessages();
		if (undecided.length === 0 && !this.#pathsChanged) return;
		if (this.#pathsChanged || !decideMore(this.#decisions, undecided)) {
			this.#decideAll(this.#decisions.environment, this.#decisions.hashFilter);
		}
		this.#decided();
	}

	/** Decides everything from an empty store, under other settings. */
	decideUnder(environment: Environment, hashFilter: HashFilter): void {
		this.#decideAll(environment, hashFilter);
		this.#decided();
	}

	#decideAll(environment: Environment, hashFilter: HashFilter): void {
		// What was decided stands in processing order already, which makes sorting quick.
		const { messages } = this.#decisions.stored;
		const all = [...messages, ...this.#undecidedMessages()];
		this.#decisions = decide(all, environment, { hashFilter, pathsOf: this.#pathsOf });
	}

	#decided(): void {
		this.#undecided = new Map();
		this.#pathsChanged = false;
		this.#answers = null;
		this.revision++;
	}
}

/**
 * Keeps the list sorted and each text in it once: the same file may come under tens of thousands of names. False when
 * the text was there.
 */
function insertSorted(texts: string[], text: string): boolean {
	let low = 0;
	let high = texts.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((texts[middle] as string) < text) low = middle + 1;
		else high = middle;
	}
	if (texts[low] === text) return false;
	texts.splice(low, 0, text);
	return true;
}

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
	readonly #messages = new Map<string, LibraryMessage>();
	readonly #paths = new Map<string, string[]>();
	readonly #pathsOf = (sha256: string) => this.paths(sha256);
	/** A decided message has turned up under another path, and placements go by path. */
	#pathsChanged = false;
	/** Messages not decided yet. */
	#undecided: MessageFacts[] = [];
	#decisions: Decisions;
	#answers: ReadonlyMap<number, readonly number[]> | null = null;
	/** Rises with every change of messages or decisions. */
	revision = 0;
	lastFactsPackId = 0;
	lastImportPackId = 0;

	constructor(datasetId: number, environment: Environment, hashFilter: HashFilter) {
		this.datasetId = datasetId;
		this.#decisions = decide([], environment, { hashFilter, pathsOf: this.#pathsOf });
	}

	get decisions(): Decisions {
		return this.#decisions;
	}

	get size(): number {
		return this.#messages.size;
	}

	has(sha256: string): boolean {
		return this.#messages.has(sha256);
	}

	/** Takes in a committed pack; a message already there keeps its first place. */
	addPack(packId: number, facts: readonly MessageFacts[]): void {
		facts.forEach((message, place) => {
			if (this.#messages.has(message.sha256)) return;
			this.#messages.set(message.sha256, {
				facts: message,
				packId,
				place,
				class: autoReplyClass(message),
				searchText: null
			});
			this.#undecided.push(message);
		});
		this.lastFactsPackId = Math.max(this.lastFactsPackId, packId);
		this.revision++;
	}

	/** Report entries say under which paths a message was dropped. */
	addEntries(packId: number, entries: readonly ImportEntry[]): void {
		for (const { sha256, path, kind, outcome } of entries) {
			if (sha256 === null || kind !== 'eml' || outcome === 'rejected') continue;
			const paths = this.#paths.get(sha256);
			if (!paths) this.#paths.set(sha256, [path]);
			else if (insertSorted(paths, path)) this.#pathsChanged ||= this.#decisions.environment.placements.length > 0;
			const message = this.#messages.get(sha256);
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
		return this.#undecided.length;
	}

	/** Subjects of messages that have not been decided yet. */
	undecidedSubjects(): (string | null)[] {
		return this.#undecided.map(({ subject }) => subject);
	}

	subjects(): (string | null)[] {
		return Array.from(this.#messages.values(), ({ facts }) => facts.subject);
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
		if (this.#undecided.length === 0 && !this.#pathsChanged) return;
		if (this.#pathsChanged || !decideMore(this.#decisions, this.#undecided)) {
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
		const all = [...messages, ...this.#undecided];
		this.#decisions = decide(all, environment, { hashFilter, pathsOf: this.#pathsOf });
	}

	#decided(): void {
		this.#undecided = [];
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

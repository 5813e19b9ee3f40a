/** Rows of the Activities table: filtered, sorted and counted over the decisions in memory. */
import { CORRELATION_METHOD_CHOICE, type ActivityId, type CorrelationMethodChoice } from '../domain/columns';
import type { MessageFacts } from '../domain/message';
import { ghostsOf } from '../engine/ghosts';
import { linkedOnlyByReferences } from '../engine/referencesOnly';
import type {
	ActivityFilter,
	ActivityFlag,
	ActivityPage,
	ActivityQuery,
	ActivityRow,
	FacetCounts,
	MethodName,
	SortColumn
} from './api';
import type { Library } from './library';

const methodNames = new Map<CorrelationMethodChoice, MethodName>(
	Object.entries(CORRELATION_METHOD_CHOICE).map(([name, choice]) => [choice, name as MethodName])
);

interface Matches {
	/** Positions, in the order asked for. */
	readonly positions: readonly number[];
	readonly facets: FacetCounts;
}

export class Activities {
	readonly #library: Library;
	#key = '';
	#matches: Matches = { positions: [], facets: { tracked: {}, reason: {}, method: {}, class: {}, flags: {} } };
	#flagsRevision = -1;
	#flags: (readonly ActivityFlag[])[] = [];

	constructor(library: Library) {
		this.#library = library;
	}

	page(query: ActivityQuery): ActivityPage {
		const { positions, facets } = this.#find(query);
		const first = Math.max(0, query.first);
		return {
			revision: this.#library.revision,
			total: positions.length,
			first,
			rows: positions.slice(first, first + query.count).map((position) => this.#row(position)),
			facets
		};
	}

	activityIds(query: ActivityQuery): ActivityId[] {
		const { stored } = this.#library.decisions;
		const first = Math.max(0, query.first);
		const positions = this.#find(query).positions.slice(first, first + query.count);
		return positions.map((position) => stored.activityId(position));
	}

	/** The row of one email, whatever the filter. */
	rowAt(position: number): ActivityRow {
		return this.#row(position);
	}

	rowOf(query: ActivityQuery, position: number): number | null {
		const row = this.#find(query).positions.indexOf(position);
		return row < 0 ? null : row;
	}

	/** The last answer is kept: scrolling asks for other windows of the same one. */
	#find({ filter, sort }: ActivityQuery): Matches {
		const key = JSON.stringify([this.#library.revision, filter, sort]);
		if (key !== this.#key) {
			const matches = this.#filter(filter);
			this.#matches = { ...matches, positions: this.#sort(matches.positions, sort.column, sort.descending) };
			this.#key = key;
		}
		return this.#matches;
	}

	#filter(filter: ActivityFilter): Matches {
		const { decisions } = this.#library;
		const needles = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
		const counts = {
			tracked: new Counter(),
			reason: new Counter(),
			method: new Counter(),
			class: new Counter(),
			flags: new Counter()
		};
		const positions: number[] = [];
		for (let position = 0; position < decisions.length; position++) {
			if (needles.length > 0) {
				const text = this.#searchText(position);
				if (!needles.every((needle) => text.includes(needle))) continue;
			}
			const tracked = decisions.tracked(position);
			const reason = decisions.reason[position] as ActivityRow['reason'];
			const method = this.#method(position);
			const autoReply = this.#library.messageAt(position).class;
			const flags = this.#flagsOf(position);
			const fits = {
				tracked: includesOrEmpty(filter.tracked, tracked),
				reason: includesOrEmpty(filter.reason, reason),
				method: filter.method.length === 0 || (method !== null && filter.method.includes(method)),
				class: includesOrEmpty(filter.class, autoReply),
				flags: filter.flags.length === 0 || filter.flags.some((flag) => flags.includes(flag))
			};
			const misses = Object.values(fits).reduce((sum, fit) => sum + Number(!fit), 0);
			// A row counts for a facet when every other facet lets it through.
			if (misses === 0 || (misses === 1 && !fits.tracked)) counts.tracked.add(tracked);
			if (misses === 0 || (misses === 1 && !fits.reason)) counts.reason.add(reason);
			if (method !== null && (misses === 0 || (misses === 1 && !fits.method))) counts.method.add(method);
			if (misses === 0 || (misses === 1 && !fits.class)) counts.class.add(autoReply);
			if (misses === 0 || (misses === 1 && !fits.flags)) for (const flag of flags) counts.flags.add(flag);
			if (misses === 0) positions.push(position);
		}
		return {
			positions,
			facets: {
				tracked: counts.tracked.counts,
				reason: counts.reason.counts,
				method: counts.method.counts,
				class: counts.class.counts,
				flags: counts.flags.counts
			}
		};
	}

	#sort(positions: readonly number[], column: SortColumn, descending: boolean): readonly number[] {
		// Positions are in processing order, which is the order by received time.
		if (column !== 'received') {
			const keys = new Map(positions.map((position) => [position, this.#sortKey(position, column)]));
			const direction = descending ? -1 : 1;
			return positions.toSorted((a, b) => {
				const [keyA, keyB] = [keys.get(a) ?? '', keys.get(b) ?? ''];
				return keyA < keyB ? -direction : keyA > keyB ? direction : a - b;
			});
		}
		return descending ? positions.toReversed() : positions;
	}

	#sortKey(position: number, column: Exclude<SortColumn, 'received'>): string {
		const { decisions } = this.#library;
		const { facts, class: autoReply } = this.#library.messageAt(position);
		switch (column) {
			case 'subject':
				return (facts.subject ?? '').toLowerCase();
			case 'from':
				return (facts.from?.name || facts.from?.address || '').toLowerCase();
			case 'tracked':
				return decisions.reason[position] ?? '';
			case 'method':
				return String(
					decisions.linkUnknown.has(position) ? 8 : decisions.isTracked(position) ? decisions.method[position] : 9
				);
			case 'class':
				return autoReply;
			case 'regarding':
				return decisions.regarding[position]?.name.toLowerCase() ?? '\uffff';
		}
	}

	#row(position: number): ActivityRow {
		const { decisions } = this.#library;
		const { facts, class: autoReply } = this.#library.messageAt(position);
		const correlated = decisions.correlated[position] as number;
		const tracked = decisions.isTracked(position);
		return {
			activityId: decisions.stored.activityId(position),
			receivedAtUtcMs: facts.receivedAtUtcMs,
			subject: facts.subject,
			fromName: facts.from?.name ?? '',
			fromAddress: facts.from?.address ?? '',
			to: facts.to.map(({ name, address }) => name || address).join(', '),
			tracked: decisions.tracked(position),
			reason: decisions.reason[position] as ActivityRow['reason'],
			directionOutgoing: decisions.isOutgoing(position),
			method: this.#method(position),
			correlatedSubject: tracked && correlated >= 0 ? decisions.stored.message(correlated).subject : null,
			regarding: tracked ? (decisions.regarding[position]?.name ?? null) : null,
			class: autoReply,
			automaticFlag: facts.autoSubmitted !== null,
			flags: this.#flagsOf(position),
			path: this.#library.paths(facts.sha256)[0] ?? ''
		};
	}

	/** Null for an email that is not tracked: no row, no correlationmethod. */
	#method(position: number): MethodName | null {
		const { decisions } = this.#library;
		if (!decisions.isTracked(position)) return null;
		if (decisions.linkUnknown.has(position)) return 'Unknown';
		const choice = decisions.method[position];
		return choice === undefined ? null : (methodNames.get(choice) ?? null);
	}

	#flagsOf(position: number): readonly ActivityFlag[] {
		if (this.#flagsRevision !== this.#library.revision) {
			this.#flags = [];
			this.#flagsRevision = this.#library.revision;
		}
		return (this.#flags[position] ??= this.#readFlags(position));
	}

	#readFlags(position: number): ActivityFlag[] {
		const { decisions } = this.#library;
		const facts = decisions.stored.message(position);
		const tracked = decisions.isTracked(position);
		const flags: ActivityFlag[] = [];
		const mark = decisions.markOf(facts, position);
		if (mark.tracked !== null || mark.regarding !== undefined) flags.push('marked');
		if (facts.autoSubmitted !== null) flags.push('automaticFlag');
		if (facts.warnings.length > 0) flags.push('warnings');
		if (linkedOnlyByReferences(decisions, position) !== null) flags.push('referencesOnly');
		if (tracked && decisions.subjectChanged(position)) flags.push('subjectChanged');
		if (tracked && decisions.regarding[position]) flags.push('regardingSet');
		if ((decisions.correlated[position] as number) < 0 && answersGhost(facts, this.#library)) {
			flags.push('missingParent');
		}
		return flags;
	}

	#searchText(position: number): string {
		const message = this.#library.messageAt(position);
		return (message.searchText ??= searchTextOf(message.facts, this.#library.paths(message.facts.sha256)));
	}
}

function answersGhost(facts: MessageFacts, library: Library): boolean {
	if (facts.inReplyTo.length === 0) return false;
	const missing = ghostsOf(facts, library.decisions.stored);
	return facts.inReplyTo.some((messageId) => missing.includes(messageId));
}

export function searchTextOf(facts: MessageFacts, paths: readonly string[]): string {
	const addresses = [facts.from, ...facts.to, ...facts.cc, ...facts.bcc].flatMap((address) =>
		address ? [address.name, address.address] : []
	);
	return [facts.subject ?? '', ...addresses, facts.messageId ?? '', ...facts.inReplyTo, ...paths]
		.join('\n')
		.toLowerCase();
}

function includesOrEmpty<T>(values: readonly T[], value: T): boolean {
	return values.length === 0 || values.includes(value);
}

class Counter {
	readonly counts: Record<string, number> = {};

	add(key: string): void {
		this.counts[key] = (this.counts[key] ?? 0) + 1;
	}
}

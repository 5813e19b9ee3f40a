/** What becomes of every email under a second environment: two decisions over the same mail, position by position. */
import type { EmailColumns } from '../../domain/columns';
import type { Decisions } from '../decide';
import { emailColumns } from '../population/emailColumns';
import { conversationRoots } from './conversationRoots';

/** What happens to an email, the weightiest first; of several the first counts, so that each email is in one group. */
export const WHAT_IF_GROUPS = [
	'nowTracked',
	'noLongerTracked',
	'nowUndecided',
	/** Could not be decided before. */
	'nowNotTracked',
	'otherConversation',
	/** Another email of the same conversation. */
	'otherLink',
	'nowLinked',
	'noLongerLinked',
	/** The same link by another method. */
	'otherMethod',
	/** Other columns than those of the link. */
	'otherColumns',
	/** The same row, or none as before, but another reason code. */
	'otherReason'
] as const;
export type WhatIfGroup = (typeof WHAT_IF_GROUPS)[number];

/** Columns that follow from the environment; all others are read from the email alone. */
export const WHAT_IF_COLUMNS = [
	'correlationmethod',
	'correlatedactivityid',
	'parentactivityid',
	'acceptingentityid',
	'receivingmailboxid',
	'regardingobjectid',
	'ownerid',
	'correlatedsubjectchanged',
	'trackingtoken',
	'emailsender',
	'isduplicatesenderunresolved',
	'directioncode',
	'statuscode',
	'sendermailboxid',
	'internetmessageheaders'
] as const satisfies readonly (keyof EmailColumns)[];
export type WhatIfColumn = (typeof WHAT_IF_COLUMNS)[number];

export type CountOf<Name extends string> = Readonly<Record<Name, number>>;

/** A byte and four for each email, so that 100,000 of them stay small. */
export class Differences {
	/** By position: 0 where nothing changes, else the index in `WHAT_IF_GROUPS` and one. */
	readonly #group: Uint8Array;
	/** By position: a bit for each of `WHAT_IF_COLUMNS`. */
	readonly #columns: Uint32Array;
	/** How many emails change. */
	changed = 0;

	constructor(readonly length: number) {
		this.#group = new Uint8Array(length);
		this.#columns = new Uint32Array(length);
	}

	note(position: number, group: WhatIfGroup, columns: number): void {
		this.#group[position] = WHAT_IF_GROUPS.indexOf(group) + 1;
		this.#columns[position] = columns;
		this.changed++;
	}

	/** Null where nothing changes. */
	group(position: number): WhatIfGroup | null {
		return WHAT_IF_GROUPS[(this.#group[position] ?? 0) - 1] ?? null;
	}

	/** Columns of a row that is there before and after, and differs. */
	columns(position: number): readonly WhatIfColumn[] {
		return WHAT_IF_COLUMNS.filter((_, index) => this.#has(position, index));
	}

	changesColumn(position: number, column: WhatIfColumn): boolean {
		return this.#has(position, WHAT_IF_COLUMNS.indexOf(column));
	}

	#has(position: number, column: number): boolean {
		return (((this.#columns[position] ?? 0) >>> column) & 1) === 1;
	}
}

const positionsPerStep = 200;

/**
 * Compares the first `length` emails of two decisions over the same messages, leaving the caller the turn in between.
 * Both stand in processing order, so positions agree.
 */
export function* compareInSteps(before: Decisions, after: Decisions, length: number): Generator<void, Differences> {
	const differences = new Differences(length);
	const [rootsBefore, rootsAfter] = [conversationRoots(before, length), conversationRoots(after, length)];
	for (let position = 0; position < length; position++) {
		const columns = changedColumns(before, after, position);
		const sameRoot = rootsBefore[position] === rootsAfter[position];
		const group = groupOf(before, after, position, columns, sameRoot);
		if (group !== null) differences.note(position, group, columns);
		if (position % positionsPerStep === positionsPerStep - 1) yield;
	}
	return differences;
}

function groupOf(
	before: Decisions,
	after: Decisions,
	position: number,
	columns: number,
	sameRoot: boolean
): WhatIfGroup | null {
	const [trackedBefore, trackedAfter] = [before.tracked(position), after.tracked(position)];
	if (trackedBefore !== trackedAfter) {
		if (trackedAfter === 'yes') return 'nowTracked';
		if (trackedAfter === 'unknown') return 'nowUndecided';
		return trackedBefore === 'yes' ? 'noLongerTracked' : 'nowNotTracked';
	}
	if (trackedAfter === 'yes') {
		const [linkBefore, linkAfter] = [before.correlated[position] ?? -1, after.correlated[position] ?? -1];
		if (linkBefore !== linkAfter) {
			if (linkBefore < 0) return 'nowLinked';
			if (linkAfter < 0) return 'noLongerLinked';
			return sameRoot ? 'otherLink' : 'otherConversation';
		}
		if (linkAfter >= 0 && before.method[position] !== after.method[position]) return 'otherMethod';
		if (columns !== 0) return 'otherColumns';
	}
	return before.reason[position] === after.reason[position] ? null : 'otherReason';
}

/** Bits of `WHAT_IF_COLUMNS`; none where there is no row before or after. */
function changedColumns(before: Decisions, after: Decisions, position: number): number {
	const [rowBefore, rowAfter] = [emailColumns(before, position), emailColumns(after, position)];
	if (rowBefore === null || rowAfter === null) return 0;
	let bits = 0;
	WHAT_IF_COLUMNS.forEach((column, index) => {
		if (!isSame(rowBefore[column], rowAfter[column])) bits |= 1 << index;
	});
	return bits;
}

type Value = EmailColumns[WhatIfColumn];

function isSame(a: Value, b: Value): boolean {
	if (a === b) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	return a.table === b.table && a.id === b.id && a.name === b.name;
}

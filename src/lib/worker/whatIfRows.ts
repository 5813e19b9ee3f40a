/** The emails that a draft changes: filtered and counted over the two decisions, and shown in windows. */
import type { ActivityId } from '../domain/columns';
import { ALL_MAIL_QUEUE_ID } from '../domain/environment';
import type { RowMention } from '../engine/checks';
import type { Decisions } from '../engine/decide';
import { emailMention } from '../engine/emailMention';
import type { EmailMention } from '../engine/explanation';
import { emailColumns } from '../engine/population/emailColumns';
import { WHAT_IF_COLUMNS, WHAT_IF_GROUPS, type Differences } from '../engine/whatIf/compare';
import { searchTextOf } from './activities';
import type { CountOf, WhatIfColumn, WhatIfGroup, WhatIfPage, WhatIfQuery, WhatIfRow, WhatIfSide } from './api';
import type { Library } from './library';

/** One draft is kept decided, for pages and explanations of it. */
export interface DecidedDraft {
	readonly library: Library;
	readonly revision: number;
	readonly decisions: Decisions;
	readonly differences: Differences;
}

/** Rows of one answer; each holds two whole rows of the email table. */
const maxRows = 200;

export function whatIfPage(draft: DecidedDraft, query: WhatIfQuery): WhatIfPage {
	const { positions, groups, columns } = find(draft, query);
	const first = Math.max(0, query.first);
	const rows = positions.slice(first, first + Math.min(query.count, maxRows)).map((position) => rowAt(draft, position));
	return {
		revision: draft.revision,
		total: positions.length,
		first,
		rows,
		groups,
		columns,
		mentions: mentionsOf(draft, rows),
		named: namedBy(draft, rows)
	};
}

interface Matches {
	readonly positions: readonly number[];
	readonly groups: CountOf<WhatIfGroup>;
	readonly columns: CountOf<WhatIfColumn>;
}

function find({ library, differences }: DecidedDraft, query: WhatIfQuery): Matches {
	const needles = query.text.toLowerCase().split(/\s+/).filter(Boolean);
	const groups = zeroOf(WHAT_IF_GROUPS);
	const columns = zeroOf(WHAT_IF_COLUMNS);
	const positions: number[] = [];
	for (let position = 0; position < differences.length; position++) {
		const group = differences.group(position);
		if (group === null) continue;
		if (needles.length > 0) {
			const text = searchText(library, position);
			if (!needles.every((needle) => text.includes(needle))) continue;
		}
		const fitsGroup = query.groups.length === 0 || query.groups.includes(group);
		const fitsColumn =
			query.columns.length === 0 || query.columns.some((column) => differences.changesColumn(position, column));
		if (fitsColumn) groups[group]++;
		if (fitsGroup) for (const column of differences.columns(position)) columns[column]++;
		if (fitsGroup && fitsColumn) positions.push(position);
	}
	return { positions, groups, columns };
}

function zeroOf<Name extends string>(names: readonly Name[]): Record<Name, number> {
	return Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
}

function searchText(library: Library, position: number): string {
	const message = library.messageAt(position);
	return (message.searchText ??= searchTextOf(message.facts, library.paths(message.facts.sha256)));
}

function rowAt({ library, decisions, differences }: DecidedDraft, position: number): WhatIfRow {
	const { subject, from, receivedAtUtcMs } = decisions.stored.message(position);
	return {
		activityId: decisions.stored.activityId(position),
		subject,
		from: from === null ? null : from.name || from.address,
		receivedAtUtcMs,
		group: differences.group(position) as WhatIfGroup,
		changedColumns: differences.columns(position),
		before: sideAt(library.decisions, position),
		after: sideAt(decisions, position)
	};
}

function sideAt(decisions: Decisions, position: number): WhatIfSide {
	return {
		tracked: decisions.tracked(position),
		reason: decisions.reason[position] ?? 'Unknown',
		columns: emailColumns(decisions, position)
	};
}

/** The emails that rows are linked to. Their verdict is the one under the draft. */
function mentionsOf({ decisions }: DecidedDraft, rows: readonly WhatIfRow[]): EmailMention[] {
	const ids = new Set(rows.flatMap(({ before, after }) => [linkOf(before), linkOf(after)]));
	return [...ids].flatMap((activityId) => {
		const position = activityId === null ? null : decisions.stored.positionOf(activityId);
		return position === null ? [] : emailMention(decisions, position);
	});
}

function linkOf({ columns }: WhatIfSide): ActivityId | null {
	return columns?.correlatedactivityid ?? null;
}

/** Users and queues that rows name; where both environments describe one, by its name under the draft. */
function namedBy({ library, decisions }: DecidedDraft, rows: readonly WhatIfRow[]): RowMention[] {
	const ids = new Set(
		rows.flatMap(({ before, after }) =>
			[before, after].flatMap(({ columns }) => [columns?.acceptingentityid, columns?.ownerid])
		)
	);
	ids.delete(ALL_MAIL_QUEUE_ID);
	const named = new Map<string, RowMention>();
	for (const { users, queues } of [library.decisions.environment, decisions.environment]) {
		for (const { id, fullname, active } of users) {
			if (ids.has(id)) named.set(id, { table: 'systemuser', id, name: fullname, active });
		}
		for (const { id, name, active } of queues) if (ids.has(id)) named.set(id, { table: 'queue', id, name, active });
	}
	return [...named.values()];
}

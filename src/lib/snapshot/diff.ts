/** Two cases beside each other: which emails only one has, what was decided otherwise, and which settings differ. */
import type { ActivityId } from '../domain/columns';
import type { EnvironmentFile } from './environmentFile';
import { environmentForSnapshot } from './environmentFile';
import { isPlainObject, type PlainObject } from './plainData';

export interface DiffEmail {
	readonly activityId: ActivityId;
	readonly messageId: string | null;
	readonly outgoing: boolean;
	/** Null where there is none, or the file has no facts. */
	readonly subject: string | null;
	/** Null where a file does not say. */
	readonly tracked: 'yes' | 'no' | 'unknown' | null;
	readonly reasonName: string | null;
	/** Null for an email that is not tracked. A column that is missing is not compared. */
	readonly columns: Readonly<Record<string, unknown>> | null;
}
export interface DiffSide {
	readonly emails: readonly DiffEmail[];
	/** Null in a file of columns only. */
	readonly environmentFile: EnvironmentFile | null;
}

/** The weightiest first; of several the first counts, so that each email is in one group. */
export const DIFF_GROUPS = ['onlyHere', 'onlyThere', 'verdict', 'link', 'columns'] as const;
export type DiffGroup = (typeof DIFF_GROUPS)[number];

/** Values as text; null: empty. */
export interface ValueDifference {
	/** A column, `tracked` or `reason`. */
	readonly name: string;
	readonly here: string | null;
	readonly there: string | null;
}
export interface EmailDifference {
	readonly group: DiffGroup;
	readonly here: DiffEmail | null;
	readonly there: DiffEmail | null;
	readonly values: readonly ValueDifference[];
}
export interface EnvironmentDifference {
	/** `organization/hashmaxcount`, `users/u-luisa`, `placements`. */
	readonly path: string;
	/** As JSON; null: not there. */
	readonly here: string | null;
	readonly there: string | null;
}
export interface SnapshotDiff {
	/** Emails that both have, decided the same. */
	readonly same: number;
	/** By group, within a group in the order of the side that has the email; `here` first. */
	readonly emails: readonly EmailDifference[];
	/** Null where one side says nothing of its environment. */
	readonly environment: readonly EnvironmentDifference[] | null;
}

/**
 * Emails pair by activityid, those left by Message-ID and direction where each side has one such email: a pseudonymised
 * file, or the same mail saved by another program, has other hashes.
 */
export function diffSnapshots(here: DiffSide, there: DiffSide): SnapshotDiff {
	const pairs = pairsOf(here.emails, there.emails);
	const paired = new Set(pairs.values());
	/** The id that an email of `there` has here. */
	const idHere = new Map([...pairs].map(([mine, theirs]) => [theirs.activityId, mine.activityId]));
	const byGroup = new Map<DiffGroup, EmailDifference[]>(DIFF_GROUPS.map((group) => [group, []]));
	let same = 0;
	for (const mine of here.emails) {
		const theirs = pairs.get(mine);
		if (theirs === undefined) {
			byGroup.get('onlyHere')?.push({ group: 'onlyHere', here: mine, there: null, values: [] });
			continue;
		}
		const values = valuesThatDiffer(mine, theirs, idHere);
		const group = groupOf(values);
		if (group === null) same++;
		else byGroup.get(group)?.push({ group, here: mine, there: theirs, values });
	}
	for (const theirs of there.emails) {
		if (!paired.has(theirs)) {
			byGroup.get('onlyThere')?.push({ group: 'onlyThere', here: null, there: theirs, values: [] });
		}
	}
	return {
		same,
		emails: [...byGroup.values()].flat(),
		environment:
			here.environmentFile === null || there.environmentFile === null
				? null
				: environmentDifferences(here.environmentFile, there.environmentFile)
	};
}

function pairsOf(here: readonly DiffEmail[], there: readonly DiffEmail[]): ReadonlyMap<DiffEmail, DiffEmail> {
	const byId = new Map(there.map((email) => [email.activityId, email]));
	const pairs = new Map<DiffEmail, DiffEmail>();
	for (const mine of here) {
		const theirs = byId.get(mine.activityId);
		if (theirs !== undefined) pairs.set(mine, theirs);
	}
	const taken = new Set(pairs.values());
	const mineLeft = onlyOnes(here.filter((email) => !pairs.has(email)));
	const theirsLeft = onlyOnes(there.filter((email) => !taken.has(email)));
	for (const [key, mine] of mineLeft) {
		const theirs = theirsLeft.get(key);
		if (mine !== null && theirs) pairs.set(mine, theirs);
	}
	return pairs;
}

/** By Message-ID and direction; null where several have both. */
function onlyOnes(emails: readonly DiffEmail[]): ReadonlyMap<string, DiffEmail | null> {
	const found = new Map<string, DiffEmail | null>();
	for (const email of emails) {
		if (email.messageId === null) continue;
		const key = `${email.outgoing ? 'out' : 'in'} ${email.messageId.toLowerCase()}`;
		found.set(key, found.has(key) ? null : email);
	}
	return found;
}

/** Columns that hold the id of another email. */
const emailIdColumns = new Set(['correlatedactivityid', 'parentactivityid']);
const linkColumns = new Set([...emailIdColumns, 'correlationmethod']);

function valuesThatDiffer(
	mine: DiffEmail,
	theirs: DiffEmail,
	idHere: ReadonlyMap<ActivityId, ActivityId>
): readonly ValueDifference[] {
	const differences: ValueDifference[] = [];
	const compare = (name: string, here: unknown, there: unknown) => {
		const values = { name, here: textOf(here), there: textOf(there) };
		if (values.here !== values.there) differences.push(values);
	};
	if (mine.tracked !== null && theirs.tracked !== null) compare('tracked', mine.tracked, theirs.tracked);
	if (mine.reasonName !== null && theirs.reasonName !== null) compare('reason', mine.reasonName, theirs.reasonName);
	// Whether there are columns at all is told by `tracked`.
	if (mine.columns === null || theirs.columns === null) return differences;
	for (const [name, value] of Object.entries(mine.columns)) {
		if (!Object.hasOwn(theirs.columns, name)) continue;
		const other = theirs.columns[name];
		const there = emailIdColumns.has(name) && typeof other === 'string' ? (idHere.get(other) ?? other) : other;
		compare(name, value, there);
	}
	return differences;
}

function groupOf(values: readonly ValueDifference[]): DiffGroup | null {
	if (values.length === 0) return null;
	if (values.some(({ name }) => name === 'tracked' || name === 'reason')) return 'verdict';
	return values.some(({ name }) => linkColumns.has(name)) ? 'link' : 'columns';
}

/** Longer values only differ; nobody reads them whole. */
const maxTextLength = 500;

function textOf(value: unknown): string | null {
	if (value === null || value === undefined || value === '') return null;
	return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, maxTextLength);
}

const settingsSections = ['organization', 'orgDbOrgSettings', 'modelOptions'] as const;
const lists = ['users', 'queues', 'records', 'mailboxes'] as const;

/** Settings by their names, rows by their ids, the rest as a whole. Defaults count as if they were written out. */
export function environmentDifferences(
	here: EnvironmentFile,
	there: EnvironmentFile
): readonly EnvironmentDifference[] {
	const [mine, theirs] = [environmentForSnapshot(here), environmentForSnapshot(there)];
	const differences: EnvironmentDifference[] = [];
	const compare = (path: string, a: unknown, b: unknown) => {
		const values = { path, here: jsonOf(a), there: jsonOf(b) };
		if (values.here !== values.there) differences.push(values);
	};
	compare('name', mine.name, theirs.name);
	for (const section of settingsSections) compareKeys(section, objectOf(mine[section]), objectOf(theirs[section]));
	for (const list of lists) compareKeys(list, rowsOf(list, mine[list]), rowsOf(list, theirs[list]));
	compare('placements', listOf(mine.placements), listOf(theirs.placements));
	compare('marks', listOf(mine.marks), listOf(theirs.marks));
	return differences;

	function compareKeys(section: string, a: PlainObject, b: PlainObject): void {
		for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) compare(`${section}/${key}`, a[key], b[key]);
	}
}

function objectOf(value: unknown): PlainObject {
	return isPlainObject(value) ? (value as PlainObject) : {};
}

function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

/** Records are unique within their table. */
function rowsOf(list: (typeof lists)[number], value: unknown): PlainObject {
	const entries = listOf(value)
		.map(objectOf)
		.map((row) => [list === 'records' ? `${String(row.table ?? '')} ${String(row.id)}` : String(row.id), row] as const);
	return Object.fromEntries(entries);
}

/** Keys in one order, so that it does not count. */
function jsonOf(value: unknown): string | null {
	return value === undefined ? null : JSON.stringify(value, sortedKeys).slice(0, maxTextLength);
}

function sortedKeys(_: string, value: unknown): unknown {
	if (!isPlainObject(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

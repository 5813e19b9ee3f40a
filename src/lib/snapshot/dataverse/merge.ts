/**
 * Imported facts into an environment file. Rows that are there are updated in the columns the files speak of, others
 * are added, none is removed; marks and placements stay. The same files in any order give the same environment, and
 * once merged they change nothing more.
 */
import { FRESH_INSTALL } from '../../domain/environment';
import type { EnvironmentFile } from '../environmentFile';
import { compareText, type PlainObject, type PlainValue } from '../plainData';
import { distinctAddresses } from './addresses';
import { claimedRows, ownerOf, type Lists } from './claims';
import { combineRows, type CombinedRow } from './combinedRows';
import type { ImportedSection } from './importedFacts';
import { MergeRemarks, type MergeInput, type MergeRemark, type Ordered } from './mergeInput';
import { mergeFolders, mergeProfiles } from './mergeMailboxes';
import { mergeSettings } from './mergeSettings';
import { addressesOfRow, dataverseIdKey, importedAsKey, RowList, soleOf, textAt, textsAt } from './rowList';
import { guidOf } from './values';

export interface Merged {
	readonly file: EnvironmentFile;
	/** False: the environment held all of it before. */
	readonly changed: boolean;
	/** Rows that were added or are not as they were. */
	readonly rows: Readonly<Record<ImportedSection, number>>;
	readonly settings: number;
	/** `fileIndex` is the place among the inputs as they were given. */
	readonly remarks: readonly MergeRemark[];
}

const sections = ['users', 'queues', 'records', 'mailboxes'] as const;
/** What a fresh install is called once it is none any more and no organization gave its name. */
const importedName = 'Imported environment';

export function mergeImported(file: EnvironmentFile, inputs: readonly MergeInput[]): Merged {
	const order = inputs
		.map((input, index) => ({ ...input, index }))
		.sort((a, b) => compareText(a.path, b.path) || compareText(a.sha256 ?? '', b.sha256 ?? ''));
	const lists: Lists = {
		users: new RowList(file.users, false),
		queues: new RowList(file.queues, false),
		records: new RowList(file.records, true),
		mailboxes: new RowList(file.mailboxes, false)
	};
	const remarks = new MergeRemarks();
	const rows = combineRows(order.map(({ facts }) => facts.rows));
	const canonical = new Map<string, string>();
	const places = new Map<CombinedRow, number>();
	for (const section of sections) {
		if (section === 'mailboxes') pointOwners(lists, canonical);
		const own = rows.filter((row) => row.section === section);
		mergeRows(section, own, lists, canonical, places, remarks);
	}
	mergeOwners(rows, lists, places, remarks);
	pointOwners(lists, canonical);
	mergeProfiles(order, lists.mailboxes, remarks);
	mergeFolders(order, lists.mailboxes, canonical, remarks);

	const settings = mergeSettings(file, order);
	const changedRows = {
		users: lists.users.changed,
		queues: lists.queues.changed,
		records: lists.records.changed,
		mailboxes: lists.mailboxes.changed
	};
	const changedLists = sections.filter((section) => changedRows[section] > 0);
	const merged: Record<string, PlainValue> = { ...file, ...settings.values };
	for (const section of changedLists) merged[section] = lists[section].rows;
	const fresh = lists.users.rows.length === 0 && lists.queues.rows.length === 0;
	const name = nameOf(file, order, fresh);
	if (name !== null) merged.name = name;
	return {
		file: merged as EnvironmentFile,
		changed: changedLists.length > 0 || settings.changed > 0 || name !== null,
		rows: changedRows,
		settings: settings.changed,
		remarks: remarks.list.map((remark) => ({ ...remark, fileIndex: order[remark.fileIndex]?.index ?? 0 }))
	};
}

function mergeRows(
	section: ImportedSection,
	rows: readonly CombinedRow[],
	lists: Lists,
	canonical: Map<string, string>,
	places: Map<CombinedRow, number>,
	remarks: MergeRemarks
): void {
	const list = lists[section];
	// Rows with an id of their own first: a CSV without ids may speak of one of them.
	for (const madeUp of [false, true]) {
		const some = rows.filter((row) => row.idMadeUp === madeUp);
		const claims = claimedRows(section, some, lists, canonical);
		for (const row of some) {
			const at = list.find(row.table, row.id) ?? claims.get(row);
			if (at === undefined && !row.addsRow) {
				remarks.add(row.fileIndex, 'users-not-described');
				continue;
			}
			const values = valuesOf(row, at === undefined ? undefined : list.rows[at], lists, canonical);
			if (at === undefined) {
				const table = section === 'records' ? { table: row.table } : {};
				places.set(row, list.add({ id: row.id, ...table, ...withoutNulls(values) }));
				continue;
			}
			places.set(row, at);
			const before = list.rows[at] ?? {};
			const id = textAt(before, 'id');
			const known = guidOf(row.id) !== null && guidOf(id) !== row.id;
			const names = textsAt(before, importedAsKey);
			const isNamed = !row.idMadeUp || id === row.id || names.includes(row.id);
			list.update(at, {
				...values,
				...(known ? { [dataverseIdKey]: row.id } : {}),
				...(isNamed ? {} : { [importedAsKey]: [...names, row.id] })
			});
			if (known) canonical.set(row.id, id);
		}
	}
}

function valuesOf(
	row: CombinedRow,
	before: PlainObject | undefined,
	lists: Lists,
	canonical: ReadonlyMap<string, string>
): PlainObject {
	const values: Record<string, PlainValue> = { ...row.values };
	const owner = ownerOf(row, lists, canonical);
	if (owner !== undefined) values.ownerid = owner;
	if (row.addresses !== null) {
		const others = row.addressesComplete || before === undefined ? [] : addressesOfRow(before);
		const all = distinctAddresses([...row.addresses, ...others]);
		// Some of a row's addresses are all there already: their order stays.
		const news = row.addressesComplete || before === undefined || all.length > distinctAddresses(others).length;
		if (news) values.emailaddresses = all;
	}
	return values;
}

function withoutNulls(values: PlainObject): PlainObject {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/** Owners that a CSV calls by id, name or address; users are all there by now. */
function mergeOwners(
	rows: readonly CombinedRow[],
	lists: Lists,
	places: ReadonlyMap<CombinedRow, number>,
	remarks: MergeRemarks
): void {
	const named = rows.filter(({ owner }) => owner !== null);
	if (named.length === 0) return;
	const byName = new Map<string, string | null>();
	for (const user of lists.users.rows) {
		const name = textAt(user, 'fullname').trim().toLowerCase();
		// Null: two users are called the same.
		if (name !== '') byName.set(name, byName.has(name) ? null : textAt(user, 'id'));
	}
	for (const row of named) {
		const at = places.get(row);
		const owner = row.owner ?? '';
		const guid = guidOf(owner);
		const user = lists.users.find('', guid ?? owner) ?? soleOf(lists.users.withAddress(owner)) ?? null;
		const id =
			user === null ? (byName.get(owner.trim().toLowerCase()) ?? guid) : textAt(lists.users.rows[user] ?? {}, 'id');
		if (id === null || at === undefined) remarks.add(row.fileIndex, 'owners-not-found');
		else lists[row.section].update(at, { ownerid: id });
	}
}

/** Rows that refer to a row by its id in Dataverse, where it has another one here. */
function pointOwners(lists: Lists, canonical: ReadonlyMap<string, string>): void {
	if (canonical.size === 0) return;
	for (const list of [lists.queues, lists.records, lists.mailboxes]) {
		for (const [at, row] of list.rows.entries()) {
			const owner = canonical.get(textAt(row, 'ownerid'));
			if (owner !== undefined) list.update(at, { ownerid: owner });
		}
	}
}

/** The organization's name for an environment that has none of its own. Null: it stays. */
function nameOf(file: EnvironmentFile, order: Ordered, fresh: boolean): string | null {
	const { name } = file;
	const ownName = typeof name === 'string' && name !== '' && name !== FRESH_INSTALL.name && name !== importedName;
	if (ownName) return null;
	const organization = order.findLast(({ facts }) => facts.environmentName !== null)?.facts.environmentName ?? null;
	const next = organization ?? (fresh ? null : importedName);
	return next === name ? null : next;
}

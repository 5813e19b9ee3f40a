/** What was taken from a file for the environment, what was not, and what to do about it. */
import type { ImportEntry, ImportWarningCode, SnapshotWarningCode } from '../domain/report';
import { count } from './parts';

/** Kinds of files whose facts are merged into the active environment. */
const IMPORTED_KINDS: ReadonlySet<ImportEntry['kind']> = new Set(['web-api', 'org-settings', 'csv']);

/** One sentence or two each; empty for an email, and for what was not read. */
export function importedFileTexts(entry: ImportEntry): readonly string[] {
	if (entry.kind === 'eml' || entry.outcome === 'rejected') return [];
	const { columnsNotUsed, settingsUnknown } = entry.detail;
	return [
		...(IMPORTED_KINDS.has(entry.kind) ? [takenText(entry)] : []),
		...entry.warnings.flatMap((code) => (isWarning(code) ? [WARNING_TEXTS[code](entry.detail)] : [])),
		...(settingsUnknown === undefined ? [] : [`Kept, without effect here: ${settingsUnknown}.`]),
		...(columnsNotUsed === undefined ? [] : [`Columns not used: ${columnsNotUsed}.`])
	];
}

function takenText({ kind, detail, warnings }: ImportEntry): string {
	if (kind === 'org-settings') return `OrgDBOrgSettings with ${count(numberOf(detail.settings), 'setting')}.`;
	const rows = count(numberOf(detail.rows), 'row');
	if (warnings.includes('table-not-used')) return `Web API response with ${rows} of ${tableText(detail)}.`;
	return kind === 'csv'
		? `CSV with ${rows} of ${tableText(detail)}.`
		: `Web API response with ${rows} of ${tableText(detail)}.`;
}

function tableText({ table }: ImportEntry['detail']): string {
	return table === undefined || table === '' ? 'no table' : `table ${table}`;
}

type Detail = ImportEntry['detail'];

const WARNING_TEXTS: Readonly<Record<ImportWarningCode | SnapshotWarningCode, (detail: Detail) => string>> = {
	'more-pages': () =>
		'This page is not the last one: the response names a next page (@odata.nextLink). Save that, too, and drop it.',
	'values-not-used': ({ valuesNotUsed, settingsRefused }) =>
		`Values that could not be used, in ${settingsRefused ?? valuesNotUsed ?? 'some columns'}. The rest was taken.`,
	'rows-without-id': ({ rowsNotUsed, rowNumbersNotUsed }) =>
		rowNumbersNotUsed === undefined
			? `${count(numberOf(rowsNotUsed), 'row was', 'rows were')} left out: nothing in them says which row they are.`
			: `${count(numberOf(rowsNotUsed), 'row was', 'rows were')} left out, having neither an email address nor an id, or no table that is known: ${rowNumbersText(numberOf(rowsNotUsed), String(rowNumbersNotUsed))} (the headings are row 1).`,
	'table-not-used': () =>
		'Nothing of it was used: its rows hold no email address, or nothing says which row is which. Select the id column and the columns with email addresses.',
	'users-not-described': ({ usersNotDescribed }) =>
		`${count(numberOf(usersNotDescribed), 'row was', 'rows were')} left out: of users or queues that are not described here. Drop this file together with systemusers and queues.`,
	'mailboxes-not-described': ({ mailboxesNotDescribed }) =>
		`${count(numberOf(mailboxesNotDescribed), 'row was', 'rows were')} left out: no mailbox described here belongs to them. Drop this file together with mailboxes.`,
	'keys-removed': () =>
		'Keys called “__proto__”, “constructor” or “prototype” were left out: no file needs them, and they could change how the application behaves.',
	'correlated-email-missing': () =>
		'Some emails were correlated with one that is not in the snapshot. Decided again, they have no link to it.',
	'owners-not-found': ({ ownersNotFound }) =>
		`The owner of ${count(numberOf(ownersNotFound), 'row')} is not among the users, or several users are called the same. Give the owner’s id, or drop systemusers, too.`
};

/** "row 3", "rows 3, 7 and 2 more" */
function rowNumbersText(amount: number, numbers: string): string {
	const more = amount - numbers.split(', ').length;
	return `${amount === 1 ? 'row' : 'rows'} ${numbers}${more > 0 ? ` and ${more} more` : ''}`;
}

function isWarning(code: string): code is keyof typeof WARNING_TEXTS {
	return Object.hasOwn(WARNING_TEXTS, code);
}

function numberOf(value: string | number | undefined): number {
	return typeof value === 'number' ? value : 0;
}

export interface EnvironmentImported {
	readonly changed: boolean;
	readonly files: number;
	readonly users: number;
	readonly queues: number;
	readonly records: number;
	readonly mailboxes: number;
	readonly settings: number;
	readonly noMailboxes: boolean;
}

/** "3 users, 2 queues and 1 mailbox from 4 files; 2 settings changed". */
export function environmentImportedTitle({ changed, files, settings, ...rows }: EnvironmentImported): string {
	const from = count(files, 'file');
	if (!changed) return `Nothing new in ${from} for the environment`;
	const parts = [
		rows.users > 0 ? count(rows.users, 'user') : '',
		rows.queues > 0 ? count(rows.queues, 'queue') : '',
		rows.mailboxes > 0 ? count(rows.mailboxes, 'mailbox', 'mailboxes') : '',
		rows.records > 0 ? count(rows.records, 'record') : ''
	].filter((part) => part !== '');
	const set = settings > 0 ? `${count(settings, 'setting')} changed` : '';
	if (parts.length === 0) return set === '' ? `Environment updated from ${from}` : `${set} from ${from}`;
	const last = parts.at(-1) ?? '';
	const list = parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
	return `${list} from ${from}${set === '' ? '' : `; ${set}`}`;
}

export function environmentImportedText({ changed, noMailboxes }: EnvironmentImported): string {
	if (noMailboxes) {
		return 'No mailbox is described, so no email is looked at. Drop the mailboxes table, too, or add mailboxes on the Environment page.';
	}
	return changed ? 'Every email has been decided again.' : 'The environment held all of it before.';
}

import { maxTrackedFolders } from '$lib/domain/limits';
import { ROW_FIELD_WORDS, TRACKED_FOLDER_WORDS } from '$lib/explain/settings/rowFields';
import { firstOf, trackedFolderProblems } from '$lib/explain/trackedFolders';
import { isRow, rowsOf, type Row } from '$lib/state/environmentDraft';
import type { EnvironmentFileContent } from '$lib/state/environment.svelte';
import { type LineItems, type Option, textItems } from '../controls/control';
import { A_RECORD, owner, recordFields } from './fields';
import { ownerName, textAt, type ListWords, type RowField } from './list';

const WORDS = ROW_FIELD_WORDS.mailboxes;

const DELIVERY_METHODS: readonly Option[] = [
	{ value: 0, label: 'None' },
	{ value: 1, label: 'Dynamics 365 for Outlook' },
	{ value: 2, label: 'Server-Side Synchronization' },
	{ value: 3, label: 'Forward Mailbox' }
];
const serverSideSynchronization = 2;

const NOT_DESCRIBED: Option = {
	value: null,
	label: 'Not described',
	is: (value) => value === null || value === undefined
};

/** Paths of folders; the Regarding of one stays with it. */
export const folderItems: LineItems = {
	lineOf: (item) => (isRow(item) ? textAt(item, 'path') : ''),
	itemOf: (path, before, edited) =>
		before.find((item) => isRow(item) && item.path === path) ??
		(isRow(edited) ? { ...edited, path } : { path, regarding: null })
};

const FOLDER_REGARDING: readonly Option[] = [
	{ value: null, label: 'Not set by the folder', is: (value) => value === null || value === undefined },
	A_RECORD
];

function foldersOf({ trackedfolders }: Row): readonly string[] {
	return Array.isArray(trackedfolders) ? trackedfolders.map(folderItems.lineOf) : [];
}

/** Of each folder that counts. */
function folderRegardings(row: Row): readonly RowField[] {
	const folders = foldersOf(row).slice(0, maxTrackedFolders);
	return folders.flatMap((folder, index) => {
		if (firstOf(folders, folder) < index) return [];
		const path = ['trackedfolders', index, 'regarding'];
		return [
			{
				path,
				label: `Regarding of email in “${folder}”`,
				words: TRACKED_FOLDER_WORDS.regarding,
				control: { kind: 'choice', options: FOLDER_REGARDING } as const
			},
			...recordFields(path, ` for “${folder}”`)
		];
	});
}

function folderProblems(row: Row, file: EnvironmentFileContent): readonly string[] {
	const ownerIsQueue = rowsOf(file, 'queues').some(({ id }) => id === row.ownerid);
	return trackedFolderProblems(foldersOf(row), ownerIsQueue);
}

export const mailboxes: ListWords = {
	name: 'mailboxes',
	title: 'Mailboxes',
	one: 'mailbox',
	about: 'What server-side synchronization looks at, one mailbox for each user and queue.',
	empty: 'As soon as there are users or queues, email without a mailbox that holds it is not looked at.',
	fields: [
		owner(['users', 'queues'], WORDS.ownerid),
		{
			path: ['incomingemaildeliverymethod'],
			label: 'Incoming Email',
			words: WORDS.incomingemaildeliverymethod,
			control: { kind: 'choice', options: DELIVERY_METHODS },
			ifAbsent: serverSideSynchronization
		},
		{
			path: ['enabledforincomingemail'],
			label: 'Enabled for incoming email',
			words: WORDS.enabledforincomingemail,
			control: { kind: 'switch' },
			ifAbsent: true
		},
		{
			path: ['emailrouteraccessapproval'],
			label: 'Approval of the email address',
			words: WORDS.emailrouteraccessapproval,
			control: {
				kind: 'choice',
				options: [
					NOT_DESCRIBED,
					{ value: 0, label: 'Empty' },
					{ value: 1, label: 'Approved' },
					{ value: 2, label: 'Pending Approval' },
					{ value: 3, label: 'Rejected' }
				]
			}
		},
		{
			path: ['incomingemailstatus'],
			label: 'Incoming Email Status',
			words: WORDS.incomingemailstatus,
			control: {
				kind: 'choice',
				options: [
					NOT_DESCRIBED,
					{ value: 0, label: 'Not Run' },
					{ value: 1, label: 'Success' },
					{ value: 2, label: 'Failure' }
				]
			}
		},
		{
			path: ['testedandenabledon'],
			label: 'Test & Enable on (UTC)',
			words: WORDS.testedandenabledon,
			hint: 'Looks again at what lies in the Inbox then',
			control: { kind: 'instant' }
		},
		{
			path: ['processemailreceivedafter'],
			label: 'Process Emails From (UTC)',
			words: WORDS.processemailreceivedafter,
			control: { kind: 'instant' }
		},
		{
			path: ['profileprocessemailsreceivedafter'],
			label: 'Process Emails From of the server profile (UTC)',
			words: WORDS.profileprocessemailsreceivedafter,
			hint: 'The later of the two applies',
			control: { kind: 'instant' }
		},
		{
			path: ['trackedfolders'],
			label: 'Tracked folders',
			words: WORDS.trackedfolders,
			hint: 'One a line, below the Inbox; at most 25 count',
			control: { kind: 'lines', placeholder: 'Inbox/VIP', items: folderItems },
			problems: folderProblems,
			items: folderRegardings
		},
		{
			path: ['syncs'],
			label: 'Sync times',
			words: WORDS.syncs,
			hint: 'One a line; none: email is seen as it arrives',
			control: { kind: 'lines', placeholder: '2026-01-05T09:00:00Z', items: textItems }
		}
	],
	create: () => ({
		ownerid: null,
		incomingemaildeliverymethod: serverSideSynchronization,
		enabledforincomingemail: true
	}),
	naming: (row, file) => ({ prefix: 'm', name: ownerName(file, row.ownerid) ?? '' }),
	summary: (row, file) => {
		const name = ownerName(file, row.ownerid);
		const method = DELIVERY_METHODS.find(({ value }) => value === (row.incomingemaildeliverymethod ?? 2));
		return {
			title: name ?? textAt(row, 'id'),
			details: [
				method?.label ?? 'Unknown delivery method',
				row.enabledforincomingemail === false ? 'Not enabled' : 'Enabled'
			],
			...(name === null
				? { warning: row.ownerid == null ? 'No owner' : `Owner ${String(row.ownerid)} is not described` }
				: folderProblems(row, file).length > 0
					? { warning: 'Tracked folders to check' }
					: {})
		};
	}
};

/** Users and queues whose email nobody would look at. */
export function ownersWithoutMailbox(file: EnvironmentFileContent): readonly Row[] {
	const owners = new Set(rowsOf(file, 'mailboxes').map(({ ownerid }) => ownerid));
	return [...rowsOf(file, 'users'), ...rowsOf(file, 'queues')].filter(({ id }) => !owners.has(id));
}

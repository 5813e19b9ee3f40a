/** Why a file was not read, and what to do about it. */
import { FILE_ISSUE_CODES, type FileIssueCode } from '../domain/fileIssue';
import type { ImportEntry, RejectionCode } from '../domain/report';
import { placedIssueText } from './fileIssues';

export interface RejectionWords {
	readonly title: string;
	readonly what: string;
	/** What the user can do; empty when there is nothing to do. */
	readonly advice: string;
}

const REJECTION_WORDS: Readonly<Record<RejectionCode, RejectionWords>> = {
	empty: {
		title: 'Empty file',
		what: 'This file holds nothing.',
		advice: 'Save the email again. Files dragged from some mail programs arrive empty.'
	},
	'not-mail': {
		title: 'Not an email',
		what: 'This file does not begin with the header fields of an email.',
		advice: 'Save the email with its full source, as an .eml file.'
	},
	'outlook-msg': {
		title: 'Outlook .msg file',
		what: 'This is an Outlook .msg file.',
		advice:
			'Save it as .eml: new Outlook and Outlook on the web offer “Download as EML”; from classic Outlook drag the email to Thunderbird or another program that saves .eml.'
	},
	mbox: {
		title: 'Mailbox file',
		what: 'This is an mbox file, many emails in one.',
		advice: 'Export the emails one by one as .eml files and drop the folder.'
	},
	zip: { title: 'ZIP archive', what: 'This is a ZIP archive.', advice: 'Unpack it and drop the folder.' },
	gzip: {
		title: 'gzip archive',
		what: 'This is a gzip archive, and no packed snapshot is in it.',
		advice: 'Unpack it and drop what is inside.'
	},
	'gzip-too-large': {
		title: 'gzip file too large',
		what: 'This gzip file unpacks to more than 2 GB.',
		advice: 'Export the snapshot again in smaller cases. Nothing was changed here.'
	},
	'gzip-damaged': {
		title: 'Broken gzip file',
		what: 'This gzip file cannot be unpacked.',
		advice: 'See whether it was cut off in transfer. Nothing was changed here.'
	},
	'too-large': {
		title: 'Too large',
		what: 'This file is larger than 150 MB, the most that Exchange Online lets through.',
		advice: 'Save the email without its attachments.'
	},
	unreadable: {
		title: 'Cannot be opened',
		what: 'The browser could not read this file.',
		advice: 'See whether it was moved, deleted or is open elsewhere; files in a cloud folder must be downloaded first.'
	},
	'json-too-large': {
		title: 'JSON file too large',
		what: 'This file is larger than can be read: 2 GB for a snapshot, 500 MB for any other JSON file.',
		advice: 'Export the snapshot from smaller cases, or narrow the Web API query. Nothing was changed here.'
	},
	'json-unknown': {
		title: 'Unknown JSON file',
		what: 'This JSON file is no Tracklens snapshot, no environment file and no Web API response.',
		advice: 'Save the whole response of the Web API, with its @odata.context. Files of Tracklens name their “format”.'
	},
	'json-invalid': {
		title: 'Broken JSON file',
		what: 'This file is not valid JSON.',
		advice: 'See whether it was cut off in transfer, or edited.'
	},
	'environment-invalid': {
		title: 'Environment file refused',
		what: 'This environment file does not follow its format.',
		advice: 'Correct the place named and drop it again. The active environment is unchanged.'
	},
	'snapshot-invalid': {
		title: 'Snapshot refused',
		what: 'This snapshot does not follow its format.',
		advice: 'Have it exported again. Nothing was changed here.'
	},
	'snapshot-newer-version': {
		title: 'Snapshot of a newer version',
		what: 'This snapshot was made by a newer version of Tracklens.',
		advice: 'Update Tracklens and drop it again. Nothing was changed here.'
	},
	'snapshot-columns-only': {
		title: 'Snapshot of columns only',
		what: 'This snapshot holds columns and reasons only, so nothing can be decided again from it.',
		advice: 'Compare it with your case, or have it exported with the facts. Nothing was changed here.'
	},
	'not-a-snapshot': {
		title: 'Not a snapshot',
		what: 'This file is read, but it is no snapshot.',
		advice: 'Choose a file that was made with “Export snapshot”.'
	},
	'snapshot-not-opened': {
		title: 'Snapshot not opened',
		what: 'This snapshot was not opened: another one came first and was still waiting for an answer.',
		advice: 'Drop it again to be asked again.'
	},
	'web-api-error': {
		title: 'Web API error',
		what: 'This is not a table, but an error that the Web API answered.',
		advice: 'See what it says, correct the address, and save the answer again.'
	},
	'too-many-rows': {
		title: 'Too many rows',
		what: 'This file has more rows than can be taken at once.',
		advice: 'Narrow the query with $filter to the rows that the emails speak of.'
	},
	'org-settings-invalid': {
		title: 'OrgDBOrgSettings refused',
		what: 'This XML does not look like OrgDBOrgSettings.',
		advice:
			'Save the text of the organization’s orgdborgsettings column: <OrgSettings> with one element for each setting. Nothing was changed.'
	},
	'csv-invalid': {
		title: 'Broken CSV',
		what: 'A quoted cell of this CSV never ends.',
		advice: 'Correct the line named and drop it again. Nothing was changed.'
	},
	'csv-no-address-column': {
		title: 'No email address column',
		what: 'No column of this CSV holds email addresses.',
		advice: 'Add a column called Email. Records are found by their email addresses.'
	},
	'csv-table-unknown': {
		title: 'Table unknown',
		what: 'Nothing says which table the rows of this CSV belong to.',
		advice:
			'Add a column called table (contact, lead, account, systemuser, queue, ...), or name the file after it: contacts.csv.'
	},
	'storage-full': {
		title: 'Storage full',
		what: 'The browser’s storage is full, so this file was not saved.',
		advice: 'What was saved before is safe. Export a snapshot, make room, and drop the file again.'
	},
	'case-gone': {
		title: 'Case deleted',
		what: 'The case that this file was meant for was deleted meanwhile, so it was not saved.',
		advice: 'Drop it again on the case where it belongs.'
	},
	'removed-meanwhile': {
		title: 'Removed meanwhile',
		what: 'This email was in the case when the file was read, and was removed or replaced before it was saved.',
		advice: 'Drop the file again to have the email in the case.'
	}
};

export interface ImportEntryWords extends RejectionWords {
	/** Figures and texts that the reader of the file left, e.g. a place in a JSON file; empty without any. */
	readonly detail: string;
}

export function rejectionOf(code: RejectionCode): RejectionWords {
	return REJECTION_WORDS[code];
}

/** Null for a file that was read. */
export function rejectionWords(entry: ImportEntry): ImportEntryWords | null {
	if (entry.outcome !== 'rejected') return null;
	const code = entry.code ?? 'unreadable';
	return { ...REJECTION_WORDS[code], ...otherAdvice(code, entry.path), detail: detailText(entry.detail) };
}

/** Whoever dropped a table or a picture has no email to save again. */
function otherAdvice(code: RejectionCode, path: string): Partial<RejectionWords> {
	const extension = /\.([a-z0-9]{1,8})$/i.exec(path)?.[1]?.toLowerCase() ?? 'eml';
	if ((code !== 'empty' && code !== 'not-mail') || extension === 'eml' || extension === 'txt') return {};
	if (['csv', 'json', 'xml'].includes(extension)) {
		return code === 'empty' ? { advice: 'Export it again from where it came from.' } : {};
	}
	return {
		advice: 'Leave it out: what is read is email as .eml files, and .json, .xml and .csv files about the environment.'
	};
}

const ISSUE_CODES: ReadonlySet<unknown> = new Set(FILE_ISSUE_CODES);

function isIssueCode(code: unknown): code is FileIssueCode {
	return ISSUE_CODES.has(code);
}

function detailText(detail: ImportEntry['detail']): string {
	const { code, path, expected, received } = detail;
	if (isIssueCode(code)) {
		return placedIssueText({
			path: String(path ?? ''),
			code,
			...(expected === undefined ? {} : { expected: String(expected) }),
			...(received === undefined ? {} : { received: String(received) })
		});
	}
	return Object.entries(detail)
		.map(([name, value]) => `${name}: ${value}`)
		.join(', ');
}

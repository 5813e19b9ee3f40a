/** A comparison with a snapshot, in words. */
import { count } from './parts';
import { rejectionOf } from './rejections';
import type { ImportEntry, RejectionCode } from '../domain/report';

export const DIFF_GROUP_WORDS = {
	onlyHere: { label: 'Only here', means: 'Emails of this case that the snapshot does not have.' },
	onlyThere: { label: 'Only in the snapshot', means: 'Emails of the snapshot that this case does not have.' },
	verdict: { label: 'Another verdict', means: 'Tracked or not, or the reason, is another one.' },
	link: { label: 'Another link', means: 'Linked to another email, or by another method.' },
	columns: { label: 'Other columns', means: 'The same verdict and link, but other values.' }
} as const;

const SECTIONS: Readonly<Record<string, string>> = {
	organization: 'System setting',
	orgDbOrgSettings: 'OrgDBOrgSetting',
	modelOptions: 'Model option',
	users: 'User',
	queues: 'Queue',
	records: 'Record',
	mailboxes: 'Mailbox',
	placements: 'Placements',
	marks: 'Marks',
	name: 'Name of the environment'
};

/** `organization/hashmaxcount`: what kind of thing it is, and its own name. */
export function environmentPathWords(path: string): { readonly what: string; readonly name: string } {
	const slash = path.indexOf('/');
	const section = slash < 0 ? path : path.slice(0, slash);
	return { what: SECTIONS[section] ?? section, name: slash < 0 ? '' : path.slice(slash + 1) };
}

export function diffHeadline(summary: {
	readonly fileName: string;
	readonly emailsHere: number;
	readonly emailsThere: number;
	readonly same: number;
}): string {
	const { fileName, emailsHere, emailsThere, same } = summary;
	return `This case has ${count(emailsHere, 'email')}, ${fileName} has ${emailsThere}. ${count(same, 'email is', 'emails are')} in both and decided the same.`;
}

export function diffFailureText(code: RejectionCode | 'no-snapshot-waits', detail: ImportEntry['detail']): string {
	if (code === 'no-snapshot-waits') return 'The snapshot is not there any more. Choose the file again.';
	const { what, advice } = rejectionOf(code);
	const path = typeof detail.path === 'string' && detail.path !== '' ? ` Place: ${detail.path}.` : '';
	return `${what}${path} ${advice}`;
}

/** What the file's level keeps from being compared. */
export function diffLevelNote(level: 'none' | 'pseudonymised' | 'columns'): string | null {
	if (level === 'columns') return 'The snapshot holds columns only: settings and subjects cannot be compared.';
	return level === 'pseudonymised'
		? 'The snapshot is pseudonymised: its emails have ids of their own, so they pair with emails here only where this case is pseudonymised with the same passphrase.'
		: null;
}

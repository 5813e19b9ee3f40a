import { ROW_FIELD_WORDS } from '$lib/explain/settings/rowFields';
import { isRow } from '$lib/state/environmentDraft';
import { type Option } from '../controls/control';
import { A_RECORD, recordFields } from './fields';
import { textAt, type ListWords } from './list';

const WORDS = ROW_FIELD_WORDS.marks;

const TRACKED: readonly Option[] = [
	{ value: undefined, label: 'By its filter, as any other', is: (value) => value === null || value === undefined },
	{ value: 'sent', label: 'Sent from Dynamics 365' },
	{ value: 'manual', label: 'Tracked by hand' },
	{ value: 'untracked', label: 'Untracked' }
];
const REGARDING: readonly Option[] = [
	{ value: undefined, label: 'Not set by hand' },
	{ value: null, label: 'Cleared by hand' },
	A_RECORD
];

export const marks: ListWords = {
	name: 'marks',
	title: 'Marks',
	one: 'mark',
	about: 'What was done to single emails by hand, in App for Outlook, by category or in Dynamics 365.',
	empty: 'Without marks every decision is server-side synchronization’s own.',
	fields: [
		{
			path: ['messageid'],
			label: 'Message-ID',
			words: WORDS.messageid,
			hint: 'The first email with it is marked',
			control: { kind: 'text', monospace: true, optional: true }
		},
		{
			path: ['sha256'],
			label: 'or SHA-256 of the file',
			words: WORDS.sha256,
			hint: 'One exact email',
			control: { kind: 'text', monospace: true, optional: true }
		},
		{ path: ['tracked'], label: 'Tracked', words: WORDS.tracked, control: { kind: 'choice', options: TRACKED } },
		{
			path: ['regarding'],
			label: 'Regarding',
			words: WORDS.regarding,
			control: { kind: 'choice', options: REGARDING }
		},
		...recordFields(['regarding'])
	],
	create: () => ({}),
	naming: null,
	summary: (row) => {
		const { regarding } = row;
		const tracked = TRACKED.find(({ value }) => value !== undefined && value === row.tracked);
		return {
			title: textAt(row, 'messageid') || textAt(row, 'sha256') || 'No email named',
			details: [
				...(tracked ? [tracked.label] : []),
				...(isRow(regarding) ? [`Regarding ${textAt(regarding, 'name') || textAt(regarding, 'id')}`] : []),
				...(regarding === null ? ['Regarding cleared'] : [])
			]
		};
	}
};

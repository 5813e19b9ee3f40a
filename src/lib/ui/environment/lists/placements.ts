import { ROW_FIELD_WORDS } from '$lib/explain/settings/rowFields';
import { isRow, rowsOf } from '$lib/state/environmentDraft';
import type { LineItems } from '../controls/control';
import { ownerName, rowOptions, textAt, type ListWords } from './list';

const WORDS = ROW_FIELD_WORDS.placements;

/** `2026-01-05T09:00:00Z Inbox/VIP`: when, then where to. */
export const moveItems: LineItems = {
	lineOf: (item) => (isRow(item) ? `${textAt(item, 'at')} ${textAt(item, 'folder')}`.trim() : ''),
	itemOf: (line, before) => {
		const space = line.search(/\s/);
		const at = space < 0 ? line : line.slice(0, space);
		const folder = space < 0 ? '' : line.slice(space).trim();
		const known = before.find((item) => isRow(item) && item.at === at && textAt(item, 'folder') === folder);
		return known ?? { at, ...(folder === '' ? {} : { folder }) };
	}
};

export const placements: ListWords = {
	name: 'placements',
	title: 'Where files lay',
	one: 'place',
	about: 'Which dropped files lay in which mailbox and folder. The first row that fits a file’s path counts.',
	empty: 'Without this an email lies in the Inbox of every mailbox whose owner is in To, Cc, Bcc or Delivered-To.',
	ordered: true,
	fields: [
		{
			path: ['files'],
			label: 'Files',
			words: WORDS.files,
			hint: 'Path with the dropped folder’s name; * within a folder, ** across folders',
			control: { kind: 'text', monospace: true, optional: true },
			ifAbsent: '**'
		},
		{
			path: ['mailboxid'],
			label: 'Mailbox',
			words: WORDS.mailboxid,
			control: (file) => ({
				kind: 'choice',
				options: rowOptions(
					file,
					['mailboxes'],
					({ id, ownerid }) => {
						const name = ownerName(file, ownerid);
						return name === null ? String(id) : `${name} (${String(id)})`;
					},
					'Not chosen'
				)
			})
		},
		{
			path: ['folder'],
			label: 'Folder',
			words: WORDS.folder,
			control: { kind: 'text', optional: true, suggestions: ['Inbox', 'Sent Items', 'Inbox/VIP'] },
			ifAbsent: 'Inbox'
		},
		{
			path: ['category'],
			label: 'Outlook category',
			words: WORDS.category,
			control: { kind: 'text', optional: true, suggestions: ['Tracked to Dynamics 365'] }
		},
		{
			path: ['moves'],
			label: 'Moves',
			words: WORDS.moves,
			hint: 'One a line: when, then the folder moved to',
			control: { kind: 'lines', placeholder: '2026-01-05T09:00:00Z Inbox/VIP', items: moveItems },
			wide: true
		}
	],
	create: () => ({ files: '**', folder: 'Inbox' }),
	naming: null,
	summary: (row, file) => {
		const id = row.mailboxid;
		const mailbox = rowsOf(file, 'mailboxes').find((one) => one.id === id);
		return {
			title: textAt(row, 'files') || '**',
			details: [
				mailbox ? (ownerName(file, mailbox.ownerid) ?? String(id)) : '',
				textAt(row, 'folder') || 'Inbox',
				textAt(row, 'category')
			].filter((detail) => detail !== ''),
			...(mailbox ? {} : { warning: id ? `Mailbox ${String(id)} is not described` : 'No mailbox' })
		};
	}
};

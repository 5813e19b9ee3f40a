/** Fields that several lists have. */
import { FILTERING_METHOD_OPTIONS } from '$lib/explain/filteringMethods';
import { REGARDING_RECORD_WORDS } from '$lib/explain/settings/rowFields';
import type { RowFieldWords } from '$lib/explain/settings/words';
import { isRow, valueAt, type Path, type Row } from '$lib/state/environmentDraft';
import { textItems, type Option } from '../controls/control';
import { ownerName, rowOptions, type RowField } from './list';

export function emailAddresses(words: RowFieldWords): RowField {
	return {
		path: ['emailaddresses'],
		label: 'Email addresses',
		words,
		hint: 'One a line',
		control: { kind: 'lines', placeholder: 'name@contoso.com', items: textItems }
	};
}

/** Left out counts as 1, as the file format says. */
export const DEFAULT_FILTERING_METHOD = 1;

export function active(words: RowFieldWords): RowField {
	return { path: ['active'], label: 'Active', words, control: { kind: 'switch' }, ifAbsent: true };
}

export function filteringMethod(label: string, words: RowFieldWords): RowField {
	return {
		path: ['incomingemailfilteringmethod'],
		label,
		words,
		control: { kind: 'choice', options: FILTERING_METHOD_OPTIONS },
		ifAbsent: DEFAULT_FILTERING_METHOD,
		wide: true
	};
}

export const A_RECORD: Option = { value: { table: '', id: '', name: '' }, label: 'Set to a record', is: isRow };

/** Columns of the record that a Regarding at `path` names, while it names one; `of` tells several apart. */
export function recordFields(path: Path, of = ''): readonly RowField[] {
	const shownFor = (row: Row): boolean => isRow(valueAt(row, path));
	return [
		{
			path: [...path, 'table'],
			label: `Table of the record${of}`,
			words: REGARDING_RECORD_WORDS.table,
			hint: 'Logical name',
			control: { kind: 'text', suggestions: ['incident', 'opportunity', 'account', 'contact', 'lead'] },
			shownFor
		},
		{
			path: [...path, 'id'],
			label: `Id of the record${of}`,
			words: REGARDING_RECORD_WORDS.id,
			control: { kind: 'text' },
			shownFor
		},
		{
			path: [...path, 'name'],
			label: `Name of the record${of}`,
			words: REGARDING_RECORD_WORDS.name,
			control: { kind: 'text' },
			shownFor
		}
	];
}

export function owner(of: readonly ('users' | 'queues')[], words: RowFieldWords): RowField {
	return {
		path: ['ownerid'],
		label: 'Owner',
		words,
		control: (file) => ({
			kind: 'choice',
			options: rowOptions(file, of, ({ id }) => ownerName(file, id) ?? String(id), 'Nobody')
		})
	};
}

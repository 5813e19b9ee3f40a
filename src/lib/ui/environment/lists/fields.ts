/** Fields that several lists have. */
import { FILTERING_METHOD_OPTIONS } from '$lib/explain/filteringMethods';
import { textItems } from '../controls/control';
import { ownerName, rowOptions, type RowField } from './list';

export const EMAIL_ADDRESSES: RowField = {
	path: ['emailaddresses'],
	label: 'Email addresses',
	hint: 'One a line',
	control: { kind: 'lines', placeholder: 'name@contoso.com', items: textItems }
};

/** Left out counts as 1, as the file format says. */
export const DEFAULT_FILTERING_METHOD = 1;

export const ACTIVE: RowField = { path: ['active'], label: 'Active', control: { kind: 'switch' }, ifAbsent: true };

export function filteringMethod(label: string): RowField {
	return {
		path: ['incomingemailfilteringmethod'],
		label,
		control: { kind: 'choice', options: FILTERING_METHOD_OPTIONS },
		ifAbsent: DEFAULT_FILTERING_METHOD,
		wide: true
	};
}

export function owner(of: readonly ('users' | 'queues')[]): RowField {
	return {
		path: ['ownerid'],
		label: 'Owner',
		control: (file) => ({
			kind: 'choice',
			options: rowOptions(file, of, ({ id }) => ownerName(file, id) ?? String(id), 'Nobody')
		})
	};
}

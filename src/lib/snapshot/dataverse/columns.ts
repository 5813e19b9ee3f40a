/** Columns of a Web API row, read as their description says. */
import type { ColumnKind, SourceColumn } from '../../domain/dataverse/sourceTable';
import type { PlainValue } from '../plainData';
import type { Values } from './importedFacts';
import type { FileRemarks } from './importedFile';
import { flagOf, instantTextOf, integerOf, lineOf, lookupOf, stateOf, textOf, type ReadValue } from './values';

export type WebApiRow = Readonly<Record<string, unknown>>;

const READERS: Readonly<Partial<Record<ColumnKind, ReadValue>>> = {
	name: lineOf,
	text: textOf,
	lookup: lookupOf,
	flag: flagOf,
	'inverted-flag': (value) => {
		const flag = flagOf(value);
		return flag === undefined ? undefined : !flag;
	},
	state: stateOf,
	integer: integerOf,
	instant: instantTextOf
};

/** `column`'s value in `row`, null included; undefined when the row does not say, or says something unusable. */
function readColumn(row: WebApiRow, column: SourceColumn, remarks: FileRemarks): PlainValue | undefined {
	if (!Object.hasOwn(row, column.name)) return undefined;
	const given = row[column.name];
	if (given === null || given === undefined) return column.kind === 'name' ? undefined : null;
	const value = READERS[column.kind]?.(given);
	if (value === undefined || !fits(column, value)) {
		remarks.valuesNotUsed.add(column.name);
		return undefined;
	}
	return column.kind === 'name' && value === '' ? undefined : value;
}

/** Ranges of the environment file. */
const RANGES: Readonly<Record<string, readonly [least: number, most: number]>> = {
	incomingemailfilteringmethod: [0, 4],
	incomingemaildeliverymethod: [0, 3],
	emailrouteraccessapproval: [0, 3],
	incomingemailstatus: [0, 2],
	trackingtokenid: [0, 2_147_483_647]
};

function fits({ to }: SourceColumn, value: PlainValue): boolean {
	const range = to === null || !Object.hasOwn(RANGES, to) ? undefined : RANGES[to];
	return range === undefined || typeof value !== 'number' || (value >= range[0] && value <= range[1]);
}

/** The values of all columns that have a key in the environment file. */
export function valuesOf(row: WebApiRow, columns: readonly SourceColumn[], remarks: FileRemarks): Values {
	const values: Record<string, PlainValue> = {};
	for (const column of columns) {
		if (column.to === null || column.kind === 'id') continue;
		const value = readColumn(row, column, remarks);
		if (value !== undefined) values[column.to] = value;
	}
	return values;
}

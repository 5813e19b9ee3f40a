import { beforeEach, describe, expect, test } from 'vitest';
import type { StoreState } from '../worker/api';
import { Selection, type SelectableRows } from './selection.svelte';

class Rows implements SelectableRows {
	order = Array.from({ length: 10 }, (_, place) => `row ${place}`);
	get total(): number {
		return this.order.length;
	}
	ids(first: number, count: number): Promise<readonly string[]> {
		return Promise.resolve(this.order.slice(first, first + count));
	}
	placeOf(activityId: string): Promise<number | null> {
		const place = this.order.indexOf(activityId);
		return Promise.resolve(place < 0 ? null : place);
	}
}

let rows: Rows;
let selection: Selection;
const selected = (): string[] => [...selection.ids].map((name) => name.slice(4)).sort();

beforeEach(() => {
	rows = new Rows();
	selection = new Selection(rows, (error) => {
		throw error;
	});
});

describe('ranges', () => {
	test('grow and shrink from where they began, beside what was selected before', async () => {
		selection.toggle('row 9');
		selection.endRange();
		await selection.extend(2, 4);
		expect(selected()).toEqual(['2', '3', '4', '9']);
		await selection.extend(4, 3);
		expect(selected()).toEqual(['2', '3', '9']);
		await selection.extend(3, 0);
		expect(selected()).toEqual(['0', '1', '2', '9']);
	});

	test('begin at the row toggled last', async () => {
		selection.toggle('row 5');
		await selection.extend(8, 7);
		expect(selected()).toEqual(['5', '6', '7']);
	});

	test('begin at the cursor where the first row is filtered out meanwhile', async () => {
		selection.toggle('row 5');
		rows.order = ['row 1', 'row 2', 'row 3'];
		await selection.extend(1, 2);
		expect(selected()).toEqual(['2', '3', '5']);
	});

	test('follow their first row through another order', async () => {
		selection.toggle('row 0');
		rows.order.reverse();
		await selection.extend(8, 8);
		expect(selected()).toEqual(['0', '1']);
	});

	test('begin where the first of several quick steps began', async () => {
		await Promise.all([selection.extend(1, 2), selection.extend(2, 3), selection.extend(3, 4)]);
		expect(selected()).toEqual(['1', '2', '3', '4']);
	});

	test('a slow answer does not undo what was done since', async () => {
		const slow = selection.extend(0, 5);
		selection.toggle('row 9');
		await slow;
		expect(selected()).toEqual(['9']);
	});
});

test('all rows that the filter leaves, beside those selected already', async () => {
	selection.toggle('row 9');
	rows.order = ['row 1', 'row 2'];
	await selection.selectAll();
	expect(selected()).toEqual(['1', '2', '9']);
	selection.toggle('row 2');
	expect(selected()).toEqual(['1', '9']);
});

test.each<[string, Partial<StoreState>, readonly string[]]>([
	['more emails come in', { emails: 11 }, ['1']],
	['emails are removed', { emails: 9 }, []],
	['another case is opened', { caseId: 2, emails: 20 }, []]
])('when %s', (_name, change, left) => {
	const state = { caseId: 1, emails: 10 } as StoreState;
	selection.toggle('row 1');
	selection.storeChanged(state, { ...state, ...change });
	expect(selected()).toEqual(left);
});

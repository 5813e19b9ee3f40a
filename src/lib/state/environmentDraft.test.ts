import { expect, test } from 'vitest';
import {
	countChanges,
	enclosing,
	idsOf,
	isReferredTo,
	moved,
	newId,
	pointerOf,
	rowAt,
	valueAt,
	withListsOf,
	withRows,
	withValue
} from './environmentDraft';

const LUISA = { id: 'u-luisa', fullname: 'Luisa', emailaddresses: ['luisa@contoso.example'], note: 'kept' };
const SALES = { id: 'q-sales', name: 'Sales', ownerid: 'u-luisa' };
const FILE = {
	format: 'tracklens-environment',
	name: 'Contoso',
	organization: { hashmaxcount: 20, trackingprefix: 'CRM:' },
	users: [LUISA],
	queues: [SALES],
	placements: [{ files: 'a/**' }, { files: 'b/**' }],
	ours: { more: true }
};

test('a value is changed at its path and nothing else', () => {
	const draft = withValue(FILE, ['users', 0, 'fullname'], 'Luisa Alves');
	expect(draft.users).toEqual([{ ...LUISA, fullname: 'Luisa Alves' }]);
	expect(FILE.users[0]?.fullname).toBe('Luisa');
	expect(draft.queues).toBe(FILE.queues);
	expect(draft.ours).toBe(FILE.ours);
});

test('undefined removes a key, and a missing section is made', () => {
	expect(withValue(FILE, ['users', 0, 'note'], undefined).users[0]).not.toHaveProperty('note');
	expect(withValue(FILE, ['modelOptions', 'tokeniser'], 'punctuation')).toMatchObject({
		modelOptions: { tokeniser: 'punctuation' }
	});
});

test.each([
	[['users', 0, 'emailaddresses', 0], 'luisa@contoso.example'],
	[['users', 7, 'fullname'], undefined],
	[['constructor'], undefined],
	[['name', 'length'], undefined]
])('the value at %j', (path, value) => expect(valueAt(FILE, path)).toBe(value));

test.each([
	['nothing', FILE, 0],
	['a setting and the name', withValue(withValue(FILE, ['organization', 'hashmaxcount'], 5), ['name'], 'Fabrikam'), 2],
	['a setting changed and changed back', withValue(FILE, ['organization', 'hashmaxcount'], 20), 0],
	['a row edited', withValue(FILE, ['users', 0, 'fullname'], 'Luisa Alves'), 1],
	['a row edited and edited back', withValue(FILE, ['users', 0, 'fullname'], 'Luisa'), 0],
	['a row added', withRows(FILE, 'users', [LUISA, { id: 'u-new' }]), 1],
	['rows removed', withRows(FILE, 'placements', []), 2],
	['one removed, the other edited', withRows(FILE, 'placements', [{ files: 'c/**' }]), 2],
	['rows in another order', withRows(FILE, 'placements', moved(FILE.placements, 0, 1)), 1]
])('changes: %s', (_, draft, count) => expect(countChanges(FILE, draft)).toBe(count));

test.each([
	['Luisa Alves', 'u-luisa-alves'],
	['  Éva O’Neil ', 'u-eva-o-neil'],
	['佐藤', 'u-佐藤'],
	['', 'u-new'],
	['!!', 'u-new'],
	['Luisa', 'u-luisa-2'],
	['Sales', 'u-sales']
])('the id of %j is %s', (name, id) => expect(newId('u', name, idsOf(FILE))).toBe(id));

test('an owner is referred to, others are not', () => {
	expect(isReferredTo(FILE, 'u-luisa')).toBe(true);
	expect(isReferredTo(FILE, 'q-sales')).toBe(false);
});

test('pointers lead from an issue to its field and its row', () => {
	expect(pointerOf(['users', 0, 'a/b~c'])).toBe('/users/0/a~1b~0c');
	expect(enclosing('/users/0/emailaddresses/1')).toEqual([
		'/users/0/emailaddresses/1',
		'/users/0/emailaddresses',
		'/users/0',
		'/users'
	]);
	expect(rowAt('/users/0/emailaddresses/1')).toEqual({ list: 'users', index: 0 });
	expect(rowAt('/organization/hashmaxcount')).toBeNull();
	expect(rowAt('/users')).toBeNull();
});

test('a draft takes over lists that marking emails has changed, and nothing else', () => {
	const draft = withValue(FILE, ['organization', 'hashmaxcount'], 5);
	const marks = [{ sha256: 'a', tracked: 'manual' }];
	expect(withListsOf(withRows(FILE, 'marks', marks), FILE, draft)).toEqual({ ...draft, marks });
	expect(withListsOf(FILE, FILE, draft)).toBe(draft);
	expect(withListsOf({ ...FILE, marks, name: 'Other' }, FILE, draft)).toBeNull();
	expect(withListsOf(withRows(FILE, 'marks', marks), FILE, withRows(draft, 'marks', [{ sha256: 'b' }]))).toBeNull();
});

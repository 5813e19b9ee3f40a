import { expect, test } from 'vitest';
import { draftChanges, pointerOfChange, withoutChange, type DraftChange } from './draftChanges';
import { withRows, withValue } from './environmentDraft';
import type { EnvironmentFileContent } from '../worker/api';

const LUISA = { id: 'u-luisa', fullname: 'Luisa', incomingemailfilteringmethod: 1 };
const MAX = { id: 'u-max', fullname: 'Max' };
const PLACES = [{ files: 'a/**', folder: 'Inbox' }, { files: 'b/**' }];
const ACTIVE: EnvironmentFileContent = {
	name: 'Contoso',
	organization: { hashmaxcount: 20, trackingprefix: 'CRM:' },
	users: [LUISA, MAX],
	placements: PLACES
};

const brief = (change: DraftChange) => `${change.kind} ${pointerOfChange(change)}`;

test.each<[string, EnvironmentFileContent, readonly string[]]>([
	['nothing', { ...ACTIVE }, []],
	['the name', { ...ACTIVE, name: 'Other' }, ['name /name']],
	['a setting', withValue(ACTIVE, ['organization', 'hashmaxcount'], 5), ['setting /organization/hashmaxcount']],
	['a new section', { ...ACTIVE, modelOptions: { tokeniser: 'x' } }, ['setting /modelOptions/tokeniser']],
	[
		'a field of a row',
		withValue(ACTIVE, ['users', 0, 'incomingemailfilteringmethod'], 0),
		['changed /users/0/incomingemailfilteringmethod']
	],
	['a row added', withRows(ACTIVE, 'users', [LUISA, MAX, { id: 'u-new' }]), ['added /users/2']],
	['a row removed', withRows(ACTIVE, 'users', [MAX]), ['removed /users']],
	['one row for another', withRows(ACTIVE, 'users', [LUISA, { id: 'u-new' }]), ['added /users/1', 'removed /users']],
	['a row without id', withValue(ACTIVE, ['placements', 0, 'folder'], 'Sent Items'), ['changed /placements/0/folder']],
	['a row without id removed', withRows(ACTIVE, 'placements', PLACES.slice(1)), ['removed /placements']],
	['the order', withRows(ACTIVE, 'placements', PLACES.toReversed()), ['order /placements']],
	[
		'several',
		withRows(withValue(ACTIVE, ['organization', 'trackingprefix'], 'X:'), 'queues', [{ id: 'q' }]),
		['setting /organization/trackingprefix', 'added /queues/0']
	]
])('%s is told, and can be taken back', (_, draft, expected) => {
	const changes = draftChanges(ACTIVE, draft);
	expect(changes.map(brief)).toEqual(expected);
	let now = draft;
	for (let step = 0; step < changes.length; step++) {
		const [first] = draftChanges(ACTIVE, now);
		if (first) now = withoutChange(ACTIVE, now, first);
	}
	expect(draftChanges(ACTIVE, now)).toEqual([]);
});

import { expect, it } from 'vitest';
import { environmentTextKind } from './sniff';

it.each([
	['<OrgSettings>', 'x.txt', 'org-settings'],
	['name,email', 'a/contacts.CSV', 'csv'],
	['name\temail', 'contacts.tsv', 'csv'],
	['name,email', 'contacts.txt', null],
	['[ {"a"', 'x', 'json'],
	['[1]', 'x.json', null],
	['<html>', 'x.xml', null],
	['hello', 'note.txt', null]
])('%s in %s', (head, path, kind) => {
	expect(environmentTextKind(head, path)).toBe(kind);
});

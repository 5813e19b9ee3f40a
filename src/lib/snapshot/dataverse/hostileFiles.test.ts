/** Files made to break the importers: each is read in time that grows no faster than it does, and spoils nothing. */
import { describe, expect, it } from 'vitest';
import { freshInstallFile, type EnvironmentFile } from '../environmentFile';
import { response } from './fixtures';
import type { ImportedFile } from './importedFile';
import { mergeImported } from './merge';
import type { MergeInput } from './mergeInput';
import { readCsvRecords } from './readCsvRecords';
import { readWebApi } from './readWebApi';

type Read = Extract<ImportedFile, { readonly ok: true }>;

function read(file: ImportedFile | null): Read {
	if (file?.ok !== true) throw new Error('not read');
	return file;
}
const csv = (text: string) => read(readCsvRecords(text, 'contacts.csv'));
const json = (entitySet: string, rows: readonly object[]) => read(readWebApi(response(entitySet, rows)));
const input = (path: string, { facts }: Read): MergeInput => ({ path, sha256: path, facts });
const many = <T>(amount: number, item: (at: number) => T) => Array.from({ length: amount }, (_, at) => item(at));
const guid = (at: number) => `00000000-0000-0000-0000-${String(at).padStart(12, '0')}`;
const fileWith = (sections: object) => ({ ...freshInstallFile(), ...sections }) as EnvironmentFile;

describe('addresses of one row', () => {
	const tooMany = many(200_000, (at) => `a${at}@x.example`);
	const search = (address: string) => ({
		emailaddress: address,
		_parentobjectid_value: guid(1),
		parentobjecttypecode: 'contact'
	});

	it.each([
		['a cell', () => csv(`name,email\nAnn,${tooMany.join(' ')}`)],
		[
			'columns',
			() => json('contacts', [{ contactid: guid(1), ...Object.fromEntries(tooMany.map((a, at) => [`c${at}`, a])) }])
		],
		['emailsearches', () => json('emailsearches', tooMany.map(search))]
	])('are the first 500 of %s', (_, file) => {
		const { facts, warnings, detail } = file();
		expect(facts.rows.map(({ addresses }) => addresses?.length)).toEqual([500]);
		expect(warnings).toContain('values-not-used');
		expect(detail.valuesNotUsed).toContain('500');
	});

	it('are put together from many files', () => {
		const files = many(400, (file) =>
			input(
				String(file),
				json(
					'emailsearches',
					many(500, (at) => search(`a${at}.${file}@x.example`))
				)
			)
		);
		const { records } = mergeImported(freshInstallFile(), files).file;
		expect(records).toMatchObject([{ emailaddresses: { length: 200_000 } }]);
	});
});

describe('what many rows share', () => {
	const amount = 30_000;
	const shared = 'shared@x.example';
	const users = input(
		'users',
		json(
			'systemusers',
			many(amount, (at) => ({ systemuserid: guid(at), fullname: `User ${at}`, internalemailaddress: shared }))
		)
	);
	const mailboxes = (values: object) =>
		input(
			'mailboxes',
			json(
				'mailboxes',
				many(amount, (at) => ({ mailboxid: guid(at), ...values }))
			)
		);

	it.each<[string, EnvironmentFile, MergeInput]>([
		['users with the address of all mailboxes', freshInstallFile(), mailboxes({ emailaddress: shared })],
		[
			'users with the address of all owners',
			freshInstallFile(),
			input('contacts', csv(`id,email,owner\n${many(amount, (at) => `${at},a${at}@x.example,${shared}`).join('\n')}`))
		],
		[
			'mailboxes by hand with the owner of all imported ones',
			fileWith({ mailboxes: many(amount, (at) => ({ id: `m-${at}`, ownerid: guid(1) })) }),
			mailboxes({ _regardingobjectid_value: guid(1) })
		],
		[
			'mailboxes with one profile that is there many times',
			fileWith({ mailboxes: many(amount, (at) => ({ id: `m-${at}`, emailserverprofileid: guid(1) })) }),
			input(
				'profiles',
				json(
					'emailserverprofiles',
					many(amount, (at) => ({
						emailserverprofileid: guid(1),
						processemailsreceivedafter: `2026-01-0${1 + (at % 9)}`
					}))
				)
			)
		]
	])(
		'%s',
		(_, before, file) => {
			expect(mergeImported(before, [users, file]).changed).toBe(true);
			// A second; anything quadratic would take minutes.
		},
		20_000
	);
});

describe('made-up ids', () => {
	it.each([
		['name,email\nA-b,c@x.org\nA,b-c@x.org', ['contact/a-b/c@x.org', 'contact/a/b-c@x.org']],
		['name,email\nA/b,c@x.org\nA,b/c@x.org', ['contact/a/b\\/c@x.org', 'contact/a\\/b/c@x.org']],
		['name,email\nA\\,/c@x.org\nA,\\/c@x.org', ['contact/a\\\\/\\/c@x.org']],
		[
			'name,email\nA B,c@x.org\nA-B,c@x.org\n,c@x.org',
			['contact//c@x.org', 'contact/a b/c@x.org', 'contact/a-b/c@x.org']
		],
		['name,email\nAnn,a@x.org\nANN,A@x.org', ['contact/ann/a@x.org']]
	])('%j', (text, ids) => {
		const { records } = mergeImported(freshInstallFile(), [input('contacts.csv', csv(text))]).file;
		expect((records as { id: string }[]).map(({ id }) => id).sort()).toEqual([...ids].sort());
	});
});

describe('control characters', () => {
	it.each([
		['NUL', '\0'],
		['escape', '\u001b'],
		['delete', '\u007f'],
		['next line', '\u0085']
	])('%s: neither in addresses nor in names or ids', (_, character) => {
		const { facts, warnings } = csv(
			`id,name,email\n1,Ann,a${character}@x.org b@x.org\n2,B${character}b,c@x.org\n3${character}3,Cy,d@x.org\n`
		);
		const rows = [
			...facts.rows,
			...json('contacts', [
				{
					contactid: guid(1),
					fullname: `A${character}n`,
					emailaddress1: `a@x${character}.org`,
					emailaddress2: 'b@x.org'
				}
			]).facts.rows,
			...json('new_things', [{ new_thingid: guid(1), new_name: `T${character}g`, new_mail: 'b@x.org' }]).facts.rows
		];
		expect(JSON.stringify(rows)).not.toContain(JSON.stringify(character).slice(1, -1));
		expect(rows).toHaveLength(5);
		expect(warnings).toContain('values-not-used');
	});

	it('make one line of a name of several', () => {
		expect(csv('name,email\n"Ann\r\nSmith",a@x.org').facts.rows[0]?.values).toEqual({ name: 'Ann Smith' });
	});
});

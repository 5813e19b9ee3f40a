import { describe, expect, it } from 'vitest';
import { IDS } from './fixtures';
import type { ImportedRow } from './importedFacts';
import { readCsvRecords } from './readCsvRecords';

function rows(text: string, path = 'contacts.csv'): readonly ImportedRow[] {
	const file = readCsvRecords(text, path);
	if (!file.ok) throw new Error(file.code);
	return file.facts.rows;
}

describe('readCsvRecords', () => {
	it('reads plain headers', () => {
		const [ann, bob] = rows(
			`table,id,name,email,email2,owner,active,createdon\ncontact,c-ann,Ann,ann@fabrikam.example,,Luisa Alves,yes,2024-01-01\nlead,{${IDS.bob.toUpperCase()}},Bob,b@x.example; c@x.example,d@x.example,,no,\n`,
			'anything.csv'
		);
		expect(ann).toEqual({
			section: 'records',
			table: 'contact',
			id: 'c-ann',
			values: { name: 'Ann', active: true, createdon: '2024-01-01T00:00:00Z' },
			addresses: ['ann@fabrikam.example'],
			addressesComplete: false,
			addsRow: true,
			owner: 'Luisa Alves'
		});
		expect(bob).toMatchObject({
			table: 'lead',
			id: IDS.bob,
			values: { active: false },
			addresses: ['b@x.example', 'c@x.example', 'd@x.example']
		});
	});

	it('reads an export from Dynamics', () => {
		const file = readCsvRecords(
			`"(Do Not Modify) Contact";"(Do Not Modify) Row Checksum";"(Do Not Modify) Modified On";"Full Name";"E-mail address";"Owner";"Status";"Business Phone"\n"${IDS.ann}";"a+b/c==";"46000";"Ann Smith";"ann@fabrikam.example";"Luisa Alves";"Inactive";"555"\n`,
			'My view 9-23-2026.csv'
		);
		expect(file).toMatchObject({
			ok: true,
			facts: {
				rows: [
					{
						table: 'contact',
						id: IDS.ann,
						values: { name: 'Ann Smith', active: false },
						addresses: ['ann@fabrikam.example'],
						owner: 'Luisa Alves'
					}
				]
			},
			detail: { table: 'contact', rows: 1, columnsNotUsed: 'Business Phone' }
		});
	});

	it.each([
		['All Contacts 9-23-2026.csv', 'contact'],
		['dir/accounts.CSV', 'account'],
		['new_projects.csv', 'new_project'],
		['Users.csv', 'systemuser'],
		['queues.tsv', 'queue']
	])('%s', (path, table) => {
		expect(rows('First Name,Last Name,E-Mail\nAnn,Smith,ann@fabrikam.example', path)[0]).toMatchObject({
			table,
			values: { [table === 'systemuser' ? 'fullname' : 'name']: 'Ann Smith' }
		});
	});

	it.each([
		['name,email\nAnn,a@b.example', 'records.csv', 'csv-table-unknown'],
		['name,email\nAnn,a@b.example', 'contacts and leads.csv', 'csv-table-unknown'],
		['name,phone\nAnn,555', 'contacts.csv', 'csv-no-address-column'],
		['', 'contacts.csv', 'csv-no-address-column'],
		['name,email\n"Ann,a@b.example', 'contacts.csv', 'csv-invalid']
	])('%j in %s is refused', (text, path, code) => {
		expect(readCsvRecords(text, path)).toMatchObject({ ok: false, code });
	});

	it('takes a column for addresses by what it holds, and says what it cannot use', () => {
		const file = readCsvRecords(
			'name,Contact point,Email,created on\nAnn,ann@fabrikam.example,none,9/1/2026\n,,,\nNobody,,,\n',
			'contacts.csv'
		);
		expect(file).toMatchObject({
			ok: true,
			facts: { rows: [{ addresses: ['ann@fabrikam.example'] }] },
			detail: { valuesNotUsed: 'Email, created on', rowsNotUsed: 1 },
			warnings: ['values-not-used', 'rows-without-id']
		});
	});
});

import { describe, expect, it } from 'vitest';
import { decodeEnvironmentFile, freshInstallFile, type EnvironmentFile } from '../environmentFile';
import {
	CONTACTS,
	EMAIL_SEARCHES,
	IDS,
	MAILBOXES,
	ORGANIZATIONS,
	QUEUES,
	response,
	SERVER_PROFILES,
	SYSTEM_USERS,
	TRACKING_FOLDERS,
	USER_SETTINGS
} from './fixtures';
import type { ImportedFile } from './importedFile';
import { mergeImported, type Merged } from './merge';
import type { MergeInput } from './mergeInput';
import { readCsvRecords } from './readCsvRecords';
import { readOrgSettings } from './readOrgSettings';
import { readWebApi } from './readWebApi';

function input(path: string, file: ImportedFile | null): MergeInput {
	if (file?.ok !== true) throw new Error(`${path} is not read`);
	return { path, sha256: path, facts: file.facts };
}
const json = (path: string, content: unknown) => input(path, readWebApi(content));
const csv = (path: string, text: string) => input(path, readCsvRecords(text, path));
const xml = (path: string, text: string) => input(path, readOrgSettings(text));

const ALL: readonly MergeInput[] = [
	json('organizations.json', ORGANIZATIONS),
	json('systemusers.json', SYSTEM_USERS),
	json('usersettings.json', USER_SETTINGS),
	json('queues.json', QUEUES),
	json('mailboxes.json', MAILBOXES),
	json('profiles.json', SERVER_PROFILES),
	json('folders.json', TRACKING_FOLDERS),
	json('contacts.json', CONTACTS),
	json('emailsearches.json', EMAIL_SEARCHES)
];

function environment(file: EnvironmentFile) {
	const decoded = decodeEnvironmentFile(file);
	if (!decoded.ok) throw new Error(JSON.stringify(decoded.issues));
	return decoded.environment;
}

function fileWith(sections: object): EnvironmentFile {
	return { ...freshInstallFile(), name: 'By hand', ...sections } as EnvironmentFile;
}

function* permutations<Item>(items: readonly Item[]): Generator<readonly Item[]> {
	if (items.length === 0) yield [];
	for (const [at, item] of items.entries()) {
		for (const rest of permutations(items.toSpliced(at, 1))) yield [item, ...rest];
	}
}

describe('mergeImported', () => {
	it('makes an environment of a whole organization', () => {
		const merged = mergeImported(freshInstallFile(), ALL);
		expect(merged).toMatchObject({
			changed: true,
			rows: { users: 2, queues: 2, records: 2, mailboxes: 3 },
			remarks: []
		});
		const { users, queues, records, mailboxes, ...all } = environment(merged.file);
		expect(all).toMatchObject({
			name: 'Contoso',
			freshInstall: false,
			organization: { trackingprefix: 'CON:', trackingprefixhistory: ['CRM:'], trackingtokencounterdigits: 4 },
			orgDbOrgSettings: { AutoTrackSentFolderItems: true }
		});
		expect(merged.file.orgDbOrgSettings).toMatchObject({ SkipSuffixOnKBArticles: false });
		expect(users).toEqual([
			{
				id: IDS.luisa,
				fullname: 'Luisa Alves',
				emailaddresses: ['luisa@contoso.example', 'luisa.alves@contoso.example', 'alias@contoso.example'],
				incomingemailfilteringmethod: 3,
				trackingtokenid: 7,
				active: true
			},
			expect.objectContaining({ id: IDS.marc, incomingemailfilteringmethod: 0, active: false })
		]);
		expect(queues.map(({ name, ownerid }) => [name, ownerid])).toEqual([
			['<Support>', IDS.marc],
			['Sales', IDS.luisa]
		]);
		expect(records.map(({ id, emailaddresses }) => [id, emailaddresses.length])).toEqual([
			[IDS.bob, 2],
			[IDS.ann, 3]
		]);
		const [luisa, marc] = mailboxes;
		expect(luisa).toMatchObject({
			ownerid: IDS.luisa,
			processemailreceivedafterUtcMs: Date.UTC(2026, 0, 2),
			profileprocessemailsreceivedafterUtcMs: Date.UTC(2026, 0, 1, 8, 30),
			trackedfolders: [{ path: 'Inbox/VIP', regarding: { table: 'contact', id: IDS.ann, name: 'Ann Smith' } }]
		});
		expect(marc).toMatchObject({ ownerid: IDS.marc, enabledforincomingemail: false });
	});

	it('gives the same for every order of five files', () => {
		const before = fileWith({
			users: [{ id: 'u-luisa', emailaddresses: ['LUISA@contoso.example'] }],
			mailboxes: [{ id: 'm-luisa', ownerid: 'u-luisa' }]
		});
		const five = [
			json('a/users.json', SYSTEM_USERS),
			json('b/settings.json', USER_SETTINGS),
			json('c/mailboxes.json', MAILBOXES),
			csv('d/contacts.csv', `id,name,email,owner\n${IDS.ann},Ann,ann@fabrikam.example,Marc Faerber\n`),
			json('e/contacts.json', CONTACTS)
		];
		const results = new Set<string>();
		for (const order of permutations(five)) results.add(JSON.stringify(mergeImported(before, order).file));
		expect(results.size).toBe(1);
	});

	it.each<[string, EnvironmentFile]>([
		['the fresh install', freshInstallFile()],
		['rows entered by hand', fileWith({ users: [{ id: 'u-luisa', emailaddresses: ['luisa@contoso.example'] }] })]
	])('changes nothing the second time, beginning with %s', (_, before) => {
		const files = [
			...ALL,
			xml('settings.xml', '<OrgSettings><AutoTrackSentFolderItems>true</AutoTrackSentFolderItems></OrgSettings>'),
			csv(
				'more.csv',
				'table,name,email,owner,status\ncontact,Ann,ann@fabrikam.example,Luisa Alves,Active\nlead,New,new@x.example,marc@contoso.example,Open\nlead,New,new@x.example,,Open\n'
			)
		];
		const first = mergeImported(before, files);
		const second = mergeImported(first.file, files);
		expect(second).toMatchObject({
			changed: false,
			rows: { users: 0, queues: 0, records: 0, mailboxes: 0 },
			settings: 0
		});
		expect(second.file).toEqual(first.file);
	});

	it('takes a row entered by hand to be the one that Dataverse names, and keeps its id', () => {
		const before = fileWith({
			users: [{ id: 'u-luisa', fullname: 'L.', emailaddresses: ['LUISA@contoso.example'], note: 'kept' }],
			queues: [{ id: 'q-sales', name: 'Sales', emailaddresses: ['sales@contoso.example'], ownerid: 'u-luisa' }],
			records: [{ id: 'c-ann', table: 'contact', emailaddresses: ['ann@fabrikam.example'] }],
			mailboxes: [{ id: 'm-luisa', ownerid: 'u-luisa' }],
			placements: [{ files: '**', mailboxid: 'm-luisa' }],
			marks: [{ messageid: '<a@b>', tracked: 'manual' }]
		});
		const { file } = mergeImported(before, ALL);
		expect(file.users).toContainEqual(
			expect.objectContaining({ id: 'u-luisa', dataverseid: IDS.luisa, fullname: 'Luisa Alves', note: 'kept' })
		);
		expect(file.queues).toContainEqual(expect.objectContaining({ id: 'q-sales', ownerid: 'u-luisa' }));
		expect(file.records).toContainEqual(
			expect.objectContaining({ id: 'c-ann', dataverseid: IDS.ann, ownerid: 'u-luisa' })
		);
		expect(file.mailboxes).toContainEqual(
			expect.objectContaining({ id: 'm-luisa', dataverseid: IDS.mailboxLuisa, ownerid: 'u-luisa' })
		);
		expect(file.mailboxes).toContainEqual(expect.objectContaining({ id: IDS.mailboxSales, ownerid: 'q-sales' }));
		expect(file.name).toBe('By hand');
		expect([file.placements, file.marks]).toEqual([before.placements, before.marks]);
		expect(environment(file)).toMatchObject({ users: { length: 2 }, queues: { length: 2 }, mailboxes: { length: 3 } });
	});

	it('finds the same rows when the tables come one after the other', () => {
		const before = fileWith({ users: [{ id: 'u-luisa', emailaddresses: ['luisa@contoso.example'] }] });
		const together = mergeImported(before, ALL).file;
		for (const order of [
			[4, 0, 1, 2, 3, 5, 6, 7, 8],
			[7, 3, 4, 6, 5, 1, 0, 2, 8]
		]) {
			let file = before;
			for (const at of order) file = mergeImported(file, ALL.slice(at, at + 1)).file;
			const { users, queues, mailboxes, records } = environment(file);
			const expected = environment(together);
			expect(users.map(({ id }) => id)).toEqual(expected.users.map(({ id }) => id));
			expect(queues).toEqual(expected.queues);
			expect(mailboxes.map(({ ownerid }) => ownerid)).toEqual(expected.mailboxes.map(({ ownerid }) => ownerid));
			expect(records.map(({ ownerid }) => ownerid)).toEqual(expected.records.map(({ ownerid }) => ownerid));
		}
	});

	it('leaves rows apart where an address does not tell which is which', () => {
		const before = fileWith({
			users: [
				{ id: 'u-1', emailaddresses: ['luisa@contoso.example'] },
				{ id: 'u-2', emailaddresses: ['luisa@contoso.example'] },
				{ id: IDS.sales, emailaddresses: ['marc@contoso.example'] }
			]
		});
		expect(mergeImported(before, [json('u', SYSTEM_USERS)]).file.users).toHaveLength(5);
		const two = response('systemusers', [
			{ systemuserid: IDS.luisa, internalemailaddress: 'shared@contoso.example' },
			{ systemuserid: IDS.marc, internalemailaddress: 'shared@contoso.example' }
		]);
		const one = fileWith({ users: [{ id: 'u-1', emailaddresses: ['shared@contoso.example'] }] });
		expect(mergeImported(one, [json('u', two)]).file.users).toHaveLength(3);
	});

	it('replaces addresses where the file holds all columns for them, and adds to them where it does not', () => {
		const before = fileWith({ records: [{ id: IDS.ann, table: 'contact', emailaddresses: ['old@x.example'] }] });
		const contact = (columns: object) => json('c', response('contacts', [{ contactid: IDS.ann, ...columns }]));
		const all = { emailaddress1: 'new@x.example', emailaddress2: null, emailaddress3: null };
		const addressesAfter = (columns: object) =>
			environment(mergeImported(before, [contact(columns)]).file).records[0]?.emailaddresses;
		expect(addressesAfter(all)).toEqual(['new@x.example']);
		expect(addressesAfter({ emailaddress1: 'new@x.example' })).toEqual(['new@x.example', 'old@x.example']);
		expect(addressesAfter({ fullname: 'Ann' })).toEqual(['old@x.example']);
		expect(addressesAfter({ emailaddress1: null, emailaddress2: null, emailaddress3: null })).toEqual([]);
	});

	it('says what found no place', () => {
		const files = [json('f', TRACKING_FOLDERS), json('p', SERVER_PROFILES), json('s', USER_SETTINGS)];
		const merged = mergeImported(freshInstallFile(), files);
		expect(merged.changed).toBe(false);
		expect(merged.remarks).toEqual([
			{ fileIndex: 2, code: 'users-not-described', count: 2 },
			{ fileIndex: 1, code: 'mailboxes-not-described', count: 1 },
			{ fileIndex: 0, code: 'mailboxes-not-described', count: 1 }
		]);
	});

	it('finds owners by id, name or address', () => {
		const text = `table,id,email,owner\ncontact,1,a@x.example,marc faerber\ncontact,2,b@x.example,LUISA@contoso.example\ncontact,3,c@x.example,{${IDS.luisa.toUpperCase()}}\ncontact,4,d@x.example,Nobody\n`;
		const merged = mergeImported(freshInstallFile(), [csv('c.csv', text), json('users', SYSTEM_USERS)]);
		expect(environment(merged.file).records.map(({ ownerid }) => ownerid)).toEqual([
			IDS.marc,
			IDS.luisa,
			IDS.luisa,
			null
		]);
		expect(merged.remarks).toEqual([{ fileIndex: 0, code: 'owners-not-found', count: 1 }]);
	});

	it('counts a setting as changed when it is in force as it was not', () => {
		const settings = (inner: string): Merged =>
			mergeImported(freshInstallFile(), [xml('s.xml', `<OrgSettings>${inner}</OrgSettings>`)]);
		expect(settings('<AutoTrackSentFolderItems>false</AutoTrackSentFolderItems>')).toMatchObject({
			changed: false,
			settings: 0
		});
		expect(settings('<AutoTrackSentFolderItems>true</AutoTrackSentFolderItems><Other>x</Other>')).toMatchObject({
			changed: true,
			settings: 2
		});
	});

	it('keeps former prefixes that were entered by hand', () => {
		const before = fileWith({ organization: { trackingprefixhistory: 'OLD:; CON:' } });
		const { organization } = environment(mergeImported(before, [json('o', ORGANIZATIONS)]).file);
		expect(organization.trackingprefixhistory).toEqual(['CRM:', 'OLD:']);
	});

	it('takes 20,000 contacts in time that grows no faster than they do', () => {
		const contacts = (amount: number) =>
			json(
				'contacts.json',
				response(
					'contacts',
					Array.from({ length: amount }, (_, at) => ({
						contactid: `00000000-0000-0000-0000-${String(at).padStart(12, '0')}`,
						fullname: `Contact ${at}`,
						emailaddress1: at % 2 === 0 ? `contact${at}@fabrikam.example` : 'shared@fabrikam.example',
						emailaddress2: null,
						emailaddress3: null,
						_ownerid_value: IDS.luisa
					}))
				)
			);
		const users = json('users.json', SYSTEM_USERS);
		const first = mergeImported(freshInstallFile(), [contacts(20_000), users]);
		expect(mergeImported(first.file, [contacts(20_000), users]).changed).toBe(false);
		expect(first.rows.records).toBe(20_000);
		// It takes half a second; anything quadratic would take minutes.
	}, 30_000);
});

import { describe, expect, it } from 'vitest';
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
import { readWebApi } from './readWebApi';

type Read = Extract<ImportedFile, { readonly ok: true }>;

function read(json: unknown): Read {
	const file = readWebApi(json);
	if (file?.ok !== true) throw new Error(`not read: ${JSON.stringify(file)}`);
	return file;
}

describe('readWebApi', () => {
	it('takes the organization with its OrgDBOrgSettings', () => {
		const { facts, detail, warnings } = read(ORGANIZATIONS);
		expect(facts).toMatchObject({
			environmentName: 'Contoso',
			organization: {
				emailcorrelationenabled: true,
				usetrackingtokens: true,
				trackingprefix: 'CON:',
				trackingtokenidbase: 500,
				trackingtokeniddigits: 4,
				trackingtokencounterdigits: 4,
				enablesmartmatching: true,
				hashfilterkeywords: null,
				hashmaxcount: 15,
				hashminaddresscount: 3,
				ignoreinternalemail: true,
				unresolveemailaddressifmultiplematch: false
			},
			formerPrefixes: ['CRM:'],
			orgDbOrgSettings: { AutoTrackSentFolderItems: true, SkipSuffixOnKBArticles: false }
		});
		expect(detail).toEqual({
			table: 'organization',
			rows: 1,
			columnsNotUsed: 'languagecode',
			settingsUnknown: 'SkipSuffixOnKBArticles'
		});
		expect(warnings).toEqual([]);
	});

	it.each<[unknown, object]>([
		[null, { usetrackingtokens: true, trackingtokencounterdigits: 4 }],
		[999, { usetrackingtokens: true, trackingtokencounterdigits: 3 }],
		['0', { usetrackingtokens: false }],
		[-1, { usetrackingtokens: false }],
		[99_999_999_999, { usetrackingtokens: true }]
	])('maximumtrackingnumber %j', (maximumtrackingnumber, organization) => {
		const { facts } = read(response('organizations', [{ maximumtrackingnumber }]));
		expect(facts.organization).toEqual(organization);
	});

	it('leaves out settings that do not fit, and says which', () => {
		const { facts, detail, warnings } = read(
			response('organizations', [
				{
					hashmaxcount: 0,
					trackingtokeniddigits: 11,
					emailcorrelationenabled: 'perhaps',
					trackingprefix: 'much too long to be a prefix',
					hashdeltasubjectcount: 1,
					orgdborgsettings:
						'<OrgSettings><MaximumSubjectLengthOnMailServer>9</MaximumSubjectLengthOnMailServer><autotracksentfolderitems>1</autotracksentfolderitems></OrgSettings>'
				}
			])
		);
		expect(facts.organization).toEqual({ hashdeltasubjectcount: 1 });
		expect(facts.orgDbOrgSettings).toEqual({ AutoTrackSentFolderItems: true });
		expect(detail.valuesNotUsed).toBe(
			'MaximumSubjectLengthOnMailServer, emailcorrelationenabled, hashmaxcount, trackingprefix, trackingtokeniddigits'
		);
		expect(warnings).toEqual(['values-not-used']);
	});

	it('takes users, their addresses in column order, without the name they sign in with', () => {
		const { facts, detail } = read(SYSTEM_USERS);
		expect(facts.rows).toEqual([
			{
				section: 'users',
				table: 'systemuser',
				id: IDS.luisa,
				values: { fullname: 'Luisa Alves', active: true },
				addresses: ['luisa@contoso.example', 'luisa.alves@contoso.example'],
				addressesComplete: true,
				addsRow: true
			},
			expect.objectContaining({
				values: { fullname: 'Marc Faerber', active: false },
				addresses: ['marc@contoso.example', 'marc@home.example']
			})
		]);
		expect(detail.columnsNotUsed).toBe('domainname');
	});

	it('takes Personal Options, queues and mailboxes', () => {
		expect(read(USER_SETTINGS).facts.rows.map(({ values }) => values)).toEqual([
			{ incomingemailfilteringmethod: 3, trackingtokenid: 7 },
			{ incomingemailfilteringmethod: 0, trackingtokenid: 8 }
		]);
		expect(read(QUEUES).facts.rows[1]).toMatchObject({
			id: IDS.support,
			values: { name: '<Support>', incomingemailfilteringmethod: 2, ownerid: IDS.marc, active: false },
			addresses: []
		});
		expect(read(MAILBOXES).facts.rows.map(({ values }) => values)).toMatchObject([
			{ ownerid: IDS.luisa, processemailreceivedafter: '2026-01-02T00:00:00Z', enabledforincomingemail: true },
			{ ownerid: IDS.marc, enabledforincomingemail: false },
			{ ownerid: IDS.sales, emailserverprofileid: IDS.profile }
		]);
		expect(read(SERVER_PROFILES).facts.serverProfiles).toEqual([
			{ id: IDS.profile, receivedAfter: '2026-01-01T08:30:00Z' }
		]);
		expect(read(TRACKING_FOLDERS).facts.folders).toEqual([
			{
				mailboxId: IDS.mailboxLuisa,
				path: 'Inbox/VIP',
				regarding: { table: 'contact', id: IDS.ann, name: 'Ann Smith' }
			}
		]);
	});

	it('takes contacts with every column that holds an address', () => {
		const { facts, detail, warnings } = read(CONTACTS);
		expect(facts.rows).toMatchObject([
			{
				section: 'records',
				table: 'contact',
				id: IDS.ann,
				values: { name: 'Ann Smith', ownerid: IDS.luisa, active: true, createdon: '2024-03-01T10:00:00Z' },
				addresses: ['ann@fabrikam.example', 'Ann.Smith@fabrikam.example', 'billing@fabrikam.example'],
				addressesComplete: true
			},
			{ id: IDS.bob, values: { active: false }, addresses: ['bob@fabrikam.example'], addressesComplete: false }
		]);
		expect(detail.valuesNotUsed).toBe('createdon');
		expect(warnings).toEqual(['values-not-used']);
	});

	it('takes any other table by its key', () => {
		const { facts, detail } = read(
			response('new_boxes', [
				{
					new_boxid: IDS.ann,
					_ownerid_value: IDS.luisa,
					new_code: 'B-1',
					new_name: 'Box one',
					new_mail: 'box@fabrikam.example',
					statecode: 0,
					processid: IDS.bob,
					new_weight: 3
				},
				{ new_boxid: IDS.bob, new_name: 'No address', new_mail: null }
			])
		);
		expect(facts.rows).toEqual([
			{
				section: 'records',
				table: 'new_box',
				id: IDS.ann,
				values: { name: 'Box one', ownerid: IDS.luisa, active: true },
				addresses: ['box@fabrikam.example'],
				addressesComplete: false,
				addsRow: true
			}
		]);
		expect(detail).toEqual({ table: 'new_box', rows: 2, columnsNotUsed: 'new_code, new_weight, processid' });
	});

	it('takes rows of emailsearches together, in order of their columns', () => {
		expect(read(EMAIL_SEARCHES).facts.rows).toMatchObject([
			{ section: 'records', table: 'contact', id: IDS.bob, addresses: ['second@fabrikam.example'], addsRow: true },
			{ section: 'users', table: 'systemuser', id: IDS.luisa, addresses: ['alias@contoso.example'], addsRow: false }
		]);
	});

	it.each<[string, unknown, string]>([
		[
			'one row',
			{ '@odata.context': 'x/$metadata#contacts/$entity', contactid: IDS.ann, emailaddress1: 'a@b' },
			'contact'
		],
		['no context', { value: [{ contactid: IDS.ann, fullname: 'Ann', emailaddress1: 'a@b' }] }, 'contact'],
		['a bare list', [{ queueid: IDS.sales, name: 'Sales' }], 'queue'],
		[
			'settings without context',
			{ value: [{ systemuserid: IDS.luisa, incomingemailfilteringmethod: 1 }] },
			'usersettings'
		],
		['an unknown table without context', [{ new_boxid: IDS.ann, new_mail: 'a@b.example' }], 'new_box']
	])('%s', (_, json, table) => {
		expect(read(json).detail.table).toBe(table);
	});

	it('says when it is only the first page', () => {
		expect(read(response('queues', [], { '@odata.nextLink': 'https://x' })).warnings).toEqual(['more-pages']);
	});

	it('uses nothing of tables without addresses', () => {
		for (const json of [
			response('incidents', [{ incidentid: IDS.ann, title: 'Broken pump' }]),
			response('activityparties', [{ activitypartyid: IDS.ann, addressused: 'ann@fabrikam.example' }])
		]) {
			const file = read(json);
			expect(file.warnings).toEqual(['table-not-used']);
			expect(file.facts.rows).toEqual([]);
		}
	});

	it('tells an error of the Web API', () => {
		expect(readWebApi({ error: { code: '0x80060888', message: 'Could not find a property' } })).toEqual({
			ok: false,
			kind: 'web-api',
			code: 'web-api-error',
			detail: { message: 'Could not find a property' }
		});
	});

	it.each<[unknown]>([
		[null],
		[5],
		['x'],
		[[]],
		[{}],
		[{ value: 5 }],
		[{ value: [] }],
		[{ value: [{ a: 1 }] }],
		[{ a: { b: 1 } }]
	])('%j is none of it', (json) => {
		expect(readWebApi(json)).toBeNull();
	});

	it('survives hostile rows', () => {
		const deep: unknown = JSON.parse('['.repeat(5_000) + ']'.repeat(5_000));
		const file = read(
			response('contacts', [
				null,
				7,
				[],
				{},
				{ contactid: {} },
				{
					contactid: IDS.ann,
					fullname: deep,
					emailaddress1: { a: 1 },
					emailaddress2: 'x'.repeat(100_000),
					statecode: []
				},
				JSON.parse(`{"__proto__": {"polluted": true}, "contactid": "${IDS.bob}", "constructor": "a@b.example"}`)
			] as object[])
		);
		expect(file.detail.rowsNotUsed).toBe(5);
		expect(file.facts.rows.map(({ id }) => id)).toEqual([IDS.ann, IDS.bob]);
		expect(file.facts.rows[0]?.addresses).toEqual([]);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});
});

import { describe, expect, it } from 'vitest';
import {
	DEFAULT_MODEL_OPTIONS,
	DEFAULT_ORG_DB_ORG_SETTINGS,
	DEFAULT_ORGANIZATION,
	FRESH_INSTALL
} from '../domain/environment';
import type { FileIssue } from '../domain/fileIssue';
import {
	decodeEnvironmentFile,
	encodeEnvironmentFile,
	environmentForSnapshot,
	freshInstallFile,
	type EnvironmentFile
} from './environmentFile';
import { sha256A } from './fixtures';

const header = { format: 'tracklens-environment', formatVersion: 1 };

function decoded(content: object) {
	const result = decodeEnvironmentFile({ ...header, ...content });
	if (!result.ok) throw new Error(JSON.stringify(result.issues));
	return result;
}
function issues(json: unknown): readonly FileIssue[] {
	const result = decodeEnvironmentFile(json);
	return result.ok ? [] : result.issues;
}
function firstIssue(content: object): string | undefined {
	const [first] = issues({ ...header, ...content });
	return first && `${first.path} ${first.code}`;
}

/** Every section of the documentation's example. */
const example = {
	...header,
	name: 'Contoso',
	organization: {
		emailcorrelationenabled: true,
		usetrackingtokens: true,
		trackingprefix: 'CRM:',
		trackingprefixhistory: ['OLD:'],
		trackingtokenidbase: 0,
		trackingtokeniddigits: 3,
		trackingtokencounterdigits: 3,
		enablesmartmatching: false,
		hashfilterkeywords: '^[\\s]*([\\w]+\\s?:[\\s]*)+',
		hashmaxcount: 20,
		hashdeltasubjectcount: 0,
		hashminaddresscount: 2,
		ignoreinternalemail: false,
		unresolveemailaddressifmultiplematch: false
	},
	orgDbOrgSettings: {
		SSSForceFilteringMethodForUserMailboxes: -1,
		UseFilteringMethodOfSyncingMailboxOnlyForCorrelation: false,
		IgnoreConversationIndexAndInReplyToForCorrelation: false,
		AutoTrackSentFolderItems: false
	},
	users: [
		{
			id: 'u-luisa',
			fullname: 'Luisa Alves',
			emailaddresses: ['luisa@contoso.com'],
			incomingemailfilteringmethod: 1,
			trackingtokenid: 1,
			active: true
		}
	],
	queues: [
		{
			id: 'q-sales',
			name: 'Sales',
			emailaddresses: ['sales@contoso.com'],
			incomingemailfilteringmethod: 0,
			ownerid: 'u-luisa',
			active: false
		}
	],
	records: [
		{
			id: 'c-ann',
			table: 'contact',
			name: 'Ann',
			emailaddresses: ['ann@fabrikam.com'],
			ownerid: 'u-luisa',
			active: true,
			createdon: '2024-01-01T00:00:00Z'
		}
	],
	mailboxes: [
		{
			id: 'm-luisa',
			ownerid: 'u-luisa',
			incomingemaildeliverymethod: 2,
			enabledforincomingemail: true,
			processemailreceivedafter: null,
			trackedfolders: [{ path: 'Inbox/VIP', regarding: null }],
			syncs: ['2026-11-23T10:00:00Z'],
			emailrouteraccessapproval: 1,
			incomingemailstatus: 1,
			testedandenabledon: '2026-01-01T00:00:00Z',
			profileprocessemailsreceivedafter: null
		}
	],
	placements: [
		{
			files: 'luisa/inbox/**',
			mailboxid: 'm-luisa',
			folder: 'Inbox',
			moves: [{ at: '2026-11-23T10:00:00Z', folder: 'Inbox/VIP' }],
			category: 'Tracked to Dynamics 365'
		}
	],
	marks: [{ messageid: '<a@b>', tracked: 'sent', regarding: { table: 'incident', id: 'CAS-1', name: 'Broken pump' } }],
	modelOptions: { ...DEFAULT_MODEL_OPTIONS, forwardPrefixes: ['FW'] }
};

describe('decodeEnvironmentFile', () => {
	it('needs nothing but format and formatVersion', () => {
		expect(decoded({})).toEqual({
			ok: true,
			file: header,
			environment: { ...FRESH_INSTALL, name: '' },
			notes: []
		});
	});

	it('reads the documented example and keeps all of it', () => {
		const { file, environment } = decoded(example);
		expect(file).toEqual(example);
		expect(environment).toEqual({
			name: 'Contoso',
			organization: { ...DEFAULT_ORGANIZATION, trackingprefixhistory: ['OLD:'] },
			orgDbOrgSettings: DEFAULT_ORG_DB_ORG_SETTINGS,
			modelOptions: { ...DEFAULT_MODEL_OPTIONS, forwardPrefixes: ['FW'] },
			users: example.users,
			queues: example.queues,
			records: [
				{
					id: 'c-ann',
					table: 'contact',
					name: 'Ann',
					emailaddresses: ['ann@fabrikam.com'],
					ownerid: 'u-luisa',
					active: true,
					createdonUtcMs: Date.UTC(2024, 0, 1)
				}
			],
			mailboxes: [
				{
					id: 'm-luisa',
					ownerid: 'u-luisa',
					incomingemaildeliverymethod: 2,
					enabledforincomingemail: true,
					emailrouteraccessapproval: 1,
					incomingemailstatus: 1,
					processemailreceivedafterUtcMs: null,
					profileprocessemailsreceivedafterUtcMs: null,
					testedandenabledonUtcMs: Date.UTC(2026, 0, 1),
					trackedfolders: [{ path: 'Inbox/VIP', regarding: null }],
					syncsUtcMs: [Date.UTC(2026, 10, 23, 10)]
				}
			],
			placements: [
				{
					files: 'luisa/inbox/**',
					mailboxid: 'm-luisa',
					folder: 'Inbox',
					moves: [{ atUtcMs: Date.UTC(2026, 10, 23, 10), folder: 'Inbox/VIP' }],
					category: 'Tracked to Dynamics 365'
				}
			],
			marks: example.marks,
			freshInstall: false
		});
	});

	it.each([
		['records alone', { records: [{ id: 'c' }] }, true],
		['settings alone', { organization: { usetrackingtokens: false } }, true],
		['a user', { users: [{ id: 'u' }] }, false],
		['a queue', { queues: [{ id: 'q' }] }, false]
	])('fresh install with %s', (_, content, expected) => {
		expect(decoded(content).environment.freshInstall).toBe(expected);
	});

	it.each([
		[
			['OLD:', 'CRM;'],
			['OLD:', 'CRM;']
		],
		['OLD:; ref:,#\nTracking#', ['OLD:', 'ref:', '#', 'Tracking#']],
		['', []],
		[null, []]
	])('trackingprefixhistory %j', (trackingprefixhistory, expected) => {
		expect(decoded({ organization: { trackingprefixhistory } }).environment.organization.trackingprefixhistory).toEqual(
			expected
		);
	});

	it.each([
		[{ messageid: 'a@b' }, { messageid: '<a@b>' }],
		[{ messageid: ' <a@b> ' }, { messageid: '<a@b>' }],
		[{ sha256: sha256A.toUpperCase() }, { sha256: sha256A }],
		[
			{ messageid: '<a@b>', sha256: null, regarding: null },
			{ messageid: '<a@b>', regarding: null }
		],
		[
			{ messageid: '<a@b>', regarding: { id: 'CAS-1', extra: 1 } },
			{ messageid: '<a@b>', regarding: { table: '', id: 'CAS-1', name: '' } }
		]
	])('mark %j', (mark, expected) => {
		expect(decoded({ marks: [mark] }).environment.marks).toStrictEqual([expected]);
	});

	it('keeps unknown keys in the file and out of the environment', () => {
		const content = { organization: { shoesize: 9 }, zebra: { stripes: [1, null] } };
		const { file, environment } = decoded(content);
		expect(file).toEqual({ ...header, ...content });
		expect(environment.organization).toStrictEqual(DEFAULT_ORGANIZATION);
	});

	it.each([
		['trackingprefix', ['', 'x'.repeat(21), 5, {}]],
		['trackingprefixhistory', [[''], ['x'.repeat(21)], [5], 'x'.repeat(21), 'a;'.repeat(129), 5, {}]],
		['emailcorrelationenabled', ['true', 0, [], {}]],
		['usetrackingtokens', ['true', 0, [], {}]],
		['enablesmartmatching', ['true', 0, [], {}]],
		['ignoreinternalemail', ['true', 0, [], {}]],
		['unresolveemailaddressifmultiplematch', ['true', 0, [], {}]],
		['trackingtokenidbase', [-1, 2_147_483_648, 1.5, '3', true]],
		['trackingtokeniddigits', [0, 11, 1.5, '3', true]],
		['trackingtokencounterdigits', [0, 10, 1.5, '3', true]],
		['hashfilterkeywords', ['x'.repeat(1_001), 5, []]],
		['hashmaxcount', [0, -1, 1.5, '3', true]],
		['hashdeltasubjectcount', [-1, 1.5, '3', true]],
		['hashminaddresscount', [-1, 1.5, '3', true]]
	])('organization.%s refuses what is no value of it', (name, values) => {
		for (const value of values) {
			expect(firstIssue({ organization: { [name]: value } }), JSON.stringify(value)).toMatch(`/organization/${name}`);
		}
		expect(firstIssue({ organization: { [name]: null } })).toBeUndefined();
	});

	it.each([
		['SSSForceFilteringMethodForUserMailboxes', [-2, 5, true, '1']],
		['MaximumSubjectLengthOnMailServer', [254, 401, '255']],
		...['IgnoreConversationIndexAndInReplyToForCorrelation', 'DisableSmartMatching', 'AutoTrackSentFolderItems'].map(
			(name) => [name, ['true', 1, {}]] as const
		)
	] as const)('orgDbOrgSettings.%s refuses what is no value of it', (name, values) => {
		for (const value of values) {
			expect(firstIssue({ orgDbOrgSettings: { [name]: value } }), JSON.stringify(value)).toMatch(
				`/orgDbOrgSettings/${name}`
			);
		}
	});

	it.each([
		['conversationIndexKey', ['both', 1]],
		['tokeniser', ['', 1]],
		['forwardPrefixes', ['FW', [''], [1], {}]],
		['smartMatchingWindowDays', [0, 1.5, '90']],
		['subjectChangedPattern', ['x'.repeat(1_001), 1]],
		['correlationOffStops', ['none', false]]
	])('modelOptions.%s refuses what is no value of it', (name, values) => {
		for (const value of values) {
			expect(firstIssue({ modelOptions: { [name]: value } }), JSON.stringify(value)).toMatch(`/modelOptions/${name}`);
		}
	});

	it.each<[object, string]>([
		[{ name: 5 }, '/name wrong-type'],
		[{ organization: [] }, '/organization wrong-type'],
		[{ organization: null }, '/organization wrong-type'],
		[{ orgDbOrgSettings: 'x' }, '/orgDbOrgSettings wrong-type'],
		[{ modelOptions: 3 }, '/modelOptions wrong-type'],
		[{ users: {} }, '/users wrong-type'],
		[{ users: null }, '/users wrong-type'],
		[{ users: [null] }, '/users/0 wrong-type'],
		[{ users: [[]] }, '/users/0 wrong-type'],
		[{ users: [{}] }, '/users/0/id missing'],
		[{ users: [{ id: 7 }] }, '/users/0/id wrong-type'],
		[{ users: [{ id: '' }] }, '/users/0/id wrong-length'],
		[{ users: [{ id: 'u', emailaddresses: 'a@b' }] }, '/users/0/emailaddresses wrong-type'],
		[{ users: [{ id: 'u', incomingemailfilteringmethod: 5 }] }, '/users/0/incomingemailfilteringmethod not-one-of'],
		[{ users: [{ id: 'u' }, { id: 'u' }] }, '/users/1/id duplicate-id'],
		[{ queues: [{ name: 'Sales' }] }, '/queues/0/id missing'],
		[{ records: [{ id: 'c', createdon: 'yesterday' }] }, '/records/0/createdon not-a-time'],
		[
			{ mailboxes: [{ id: 'm', processemailreceivedafter: '2026-01-01' }] },
			'/mailboxes/0/processemailreceivedafter not-a-time'
		],
		[{ mailboxes: [{ id: 'm', trackedfolders: [{ path: 1 }] }] }, '/mailboxes/0/trackedfolders/0/path wrong-type'],
		[{ placements: [{ files: 1 }] }, '/placements/0/files wrong-type'],
		[{ marks: [{}] }, '/marks/0 mark-names-no-message'],
		[{ marks: [{ messageid: null }] }, '/marks/0 mark-names-no-message'],
		[{ marks: [{ messageid: '<>' }] }, '/marks/0/messageid not-a-message-id'],
		[{ marks: [{ sha256: 'abc' }] }, '/marks/0/sha256 not-a-sha256'],
		[{ marks: [{ messageid: '<a@b>', tracked: 'yes' }] }, '/marks/0/tracked not-one-of'],
		[{ marks: [{ messageid: '<a@b>', regarding: {} }] }, '/marks/0/regarding/id missing'],
		[{ format: 'tracklens-snapshot' }, '/format wrong-format'],
		[{ formatVersion: 2 }, '/formatVersion newer-version'],
		[{ formatVersion: '1' }, '/formatVersion wrong-type'],
		[{ formatVersion: 0 }, '/formatVersion wrong-type']
	])('%j', (content, expected) => {
		expect(firstIssue(content)).toBe(expected);
	});

	it('needs a formatVersion', () => {
		expect(issues({ format: 'tracklens-environment' })).toEqual([
			{ path: '/formatVersion', code: 'missing', expected: '1' }
		]);
	});

	it.each([[null], [[]], ['text'], [5], [undefined]])('%j is no environment', (json) => {
		expect(issues(json)).toEqual([{ path: '', code: 'wrong-type', expected: 'Object' }]);
	});

	it('one record id may stand in two tables', () => {
		expect(
			firstIssue({
				records: [
					{ id: '1', table: 'contact' },
					{ id: '1', table: 'lead' }
				]
			})
		).toBeUndefined();
	});

	it('leaves out keys that name parts of a prototype, and says so', () => {
		const json: unknown = JSON.parse(
			'{"format":"tracklens-environment","formatVersion":1,"__proto__":{"users":[{"id":"x"}]},"constructor":{"prototype":{"polluted":1}},"zebra":{"__proto__":{"polluted":1}}}'
		);
		const result = decodeEnvironmentFile(json);
		expect(result).toMatchObject({
			ok: true,
			file: { ...header, zebra: {} },
			notes: [
				{ path: '/__proto__', code: 'key-removed' },
				{ path: '/constructor', code: 'key-removed' },
				{ path: '/zebra/__proto__', code: 'key-removed' }
			]
		});
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		expect(result.ok && Object.getPrototypeOf(result.file)).toBe(Object.prototype);
	});

	it('tells one issue of a huge file and at most 20 of a small one', () => {
		expect(issues({ ...header, users: Array<number>(1_000_000).fill(0) })).toHaveLength(1);
		expect(issues({ ...header, users: Array<number>(1_000).fill(0) })).toHaveLength(20);
	});
});

describe('encodeEnvironmentFile', () => {
	it('writes keys in the documented order whatever order they came in, and can be read back', () => {
		const { file } = decoded({ zebra: 1, ant: 2, ...example });
		const backwards = Object.fromEntries(Object.entries(file).reverse());
		const text = encodeEnvironmentFile(file);
		expect(encodeEnvironmentFile(decoded(backwards).file)).toBe(text);
		expect(Object.keys(JSON.parse(text) as object)).toEqual([...Object.keys(example), 'ant', 'zebra']);
		expect(decoded(JSON.parse(text) as object).file).toEqual(file);
	});

	it('fresh install', () => {
		expect(decoded(freshInstallFile()).environment).toEqual(FRESH_INSTALL);
	});
});

describe('environmentForSnapshot', () => {
	const cases: readonly (readonly [string, object])[] = [
		['fresh install', freshInstallFile()],
		['the example', example],
		[
			'nulls, one text of prefixes, unknown keys',
			{
				organization: { trackingprefixhistory: 'A:;B:', hashmaxcount: null, shoesize: 9 },
				orgDbOrgSettings: { SSSForceFilteringMethodForUserMailboxes: 0 }
			}
		]
	];
	it.each(cases)('%s: writes what was decided with, once and for all', (_, content) => {
		const { file, environment } = decoded(content);
		const once = environmentForSnapshot(file);
		expect(once.organization).toMatchObject(environment.organization);
		expect(once.orgDbOrgSettings).toMatchObject(environment.orgDbOrgSettings);
		expect(once.modelOptions).toEqual(environment.modelOptions);
		expect(decoded(once).environment).toEqual(environment);
		const twice = environmentForSnapshot(decoded(JSON.parse(JSON.stringify(once)) as EnvironmentFile).file);
		expect(JSON.stringify(twice)).toBe(JSON.stringify(once));
	});

	it('keeps what it does not know', () => {
		const { file } = decoded({
			organization: { shoesize: 9 },
			orgDbOrgSettings: { SSSForceFilteringMethodForUserMailboxes: 0 }
		});
		expect(environmentForSnapshot(file)).toMatchObject({
			organization: { shoesize: 9 },
			orgDbOrgSettings: { SSSForceFilteringMethodForUserMailboxes: 0 }
		});
	});
});

import { describe, expect, it } from 'vitest';
import { DEFAULT_ORGANIZATION, FRESH_INSTALL } from '../domain/environment';
import { decodeSnapshot, type DecodedSnapshot } from '../../../tests/support/decodeSnapshot';
import { SnapshotDecoder } from './decodeSnapshot';
import { sha256A, sha256B } from './fixtures';

const header = { format: 'tracklens-snapshot', formatVersion: 1 };

function decoded(content: object): DecodedSnapshot {
	const result = decodeSnapshot(JSON.stringify({ ...header, ...content }));
	if (!result.ok) throw new Error(JSON.stringify(result.issues));
	return result.snapshot;
}
function refusal(text: string): string {
	const result = decodeSnapshot(text);
	if (result.ok) return 'read';
	return `${result.code}: ${result.issues.map((issue) => `${issue.path} ${issue.code}`).join(', ')}`;
}
/** An email with one change. */
function email(content: object = {}, source: object = {}): object {
	return { source: { sha256: sha256A, ...source }, ...content };
}

describe('decodeSnapshot', () => {
	it('needs nothing but format and formatVersion', () => {
		expect(decoded({})).toEqual({
			environmentFile: { format: 'tracklens-environment', formatVersion: 1 },
			environment: { ...FRESH_INSTALL, name: '' },
			emails: [],
			imports: [],
			redactionLevel: 'none',
			engineVersion: 0,
			extra: {},
			warnings: []
		});
	});

	it('needs nothing of an email but source.sha256', () => {
		expect(decoded({ emails: [email({}, { sha256: sha256A.toUpperCase() })] }).emails).toEqual([
			{
				facts: {
					sha256: sha256A,
					bytes: 0,
					kind: 'eml',
					messageId: null,
					inReplyTo: [],
					references: [],
					threadIndex: null,
					subject: null,
					from: null,
					to: [],
					cc: [],
					bcc: [],
					replyTo: [],
					replyToText: null,
					autoSubmitted: null,
					dateUtcMs: null,
					receivedAtUtcMs: null,
					receivedFrom: null,
					deliveredTo: [],
					contentType: null,
					precedence: null,
					listId: null,
					xAutoResponseSuppress: null,
					returnPath: null,
					otherFields: [],
					bodyParts: [],
					warnings: []
				},
				paths: [],
				headerBlock: null,
				columns: null,
				decided: { tracked: null, reasonName: null, correlationmethod: null, correlatedactivityid: null },
				extra: {}
			}
		]);
	});

	it.each([
		[
			{ date: '2026-11-23T10:00:00Z' },
			{ dateUtcMs: 1_795_428_000_000, receivedAtUtcMs: 1_795_428_000_000, receivedFrom: 'date' }
		],
		[
			{ date: '2026-11-23T10:00:00Z', receivedAt: '2026-11-23T12:00:01+02:00' },
			{ receivedAtUtcMs: 1_795_428_001_000, receivedFrom: 'received' }
		],
		[
			{ date: '2026-11-23T10:00:00Z', receivedAt: null },
			{ receivedAtUtcMs: null, receivedFrom: null }
		],
		[
			{ replyTo: [{ name: 'A "B" C', address: 'a@b' }, { address: 'c@d' }] },
			{ replyToText: '"A \\"B\\" C" <a@b>, c@d' }
		],
		[
			{ autoSubmitted: 'auto-replied', precedence: 'bulk', listId: '<l.x>', xAutoResponseSuppress: 'All' },
			{
				otherFields: [
					{ name: 'Auto-Submitted', occurrence: 0, value: 'auto-replied' },
					{ name: 'X-Auto-Response-Suppress', occurrence: 0, value: 'All' },
					{ name: 'Precedence', occurrence: 0, value: 'bulk' },
					{ name: 'List-Id', occurrence: 0, value: '<l.x>' }
				]
			}
		]
	])('what message %j leaves out follows from what it gives', (message, expected) => {
		expect(decoded({ emails: [email({ message })] }).emails[0]?.facts).toMatchObject(expected);
	});

	it.each([
		[{ path: 'a.eml' }, ['a.eml']],
		[{ path: 'b.eml', paths: ['b.eml', 'a.eml', 'b.eml'] }, ['a.eml', 'b.eml']]
	])('paths of %j', (source, expected) => {
		expect(decoded({ emails: [email({}, source)] }).emails[0]?.paths).toEqual(expected);
	});

	it('tells what was decided before', () => {
		const decision = {
			activityid: 'A1A1A1A1-a1a1-81a1-a1a1-a1a1a1a1a1a1',
			tracked: 'yes',
			reason: { code: 99, name: 'OfALaterVersion' },
			columns: { correlationmethod: 3, correlatedactivityid: 'gone' }
		};
		const { emails, warnings } = decoded({ emails: [email(decision)] });
		expect(emails[0]?.decided).toEqual({
			tracked: 'yes',
			reasonName: 'OfALaterVersion',
			correlationmethod: 3,
			correlatedactivityid: 'gone'
		});
		expect(warnings).toEqual(['correlated-email-missing']);
	});

	it('an id in capital letters leads to its email', () => {
		const columns = { correlatedactivityid: 'A1A1A1A1-A1A1-81A1-A1A1-A1A1A1A1A1A1' };
		const emails = [email(), email({ columns }, { sha256: sha256B })];
		expect(decoded({ emails }).warnings).toEqual([]);
	});

	it('takes the environment with or without its own header', () => {
		const environment = { name: '<img src=x onerror=alert(1)>', organization: { usetrackingtokens: false } };
		expect(decoded({ environment }).environment).toMatchObject({
			name: '<img src=x onerror=alert(1)>',
			organization: { ...DEFAULT_ORGANIZATION, usetrackingtokens: false }
		});
		expect(refusal(JSON.stringify({ ...header, environment: { ...environment, formatVersion: 2 } }))).toBe(
			'snapshot-invalid: /environment/formatVersion newer-version'
		);
	});

	it('imports: left out, the outcome follows from code and warnings', () => {
		const imports = [
			{ path: 'a' },
			{ path: 'b', code: 'not-mail' },
			{ path: 'c', warnings: ['date-missing'], kind: 'eml' }
		];
		expect(decoded({ imports }).imports.map(({ path, kind, outcome }) => [path, kind, outcome])).toEqual([
			['a', 'other', 'parsed'],
			['b', 'other', 'rejected'],
			['c', 'eml', 'parsedWithWarnings']
		]);
	});

	it('keeps what a later version may add', () => {
		const snapshot = decoded({
			zebra: [1],
			ant: {},
			app: { shoesize: 9 },
			imports: [{ path: 'a.pst', code: 'outlook-pst' }],
			emails: [
				email(
					{
						zebra: 1,
						message: { sensitivity: 'Private' },
						warnings: [{ code: 'date-missing' }, { code: 'of-a-later-version', x: 1 }]
					},
					{ kind: 'msg', mailboxid: 'm' }
				)
			]
		});
		expect(snapshot.extra).toEqual({
			ant: {},
			zebra: [1],
			imports: [expect.objectContaining({ code: 'outlook-pst' })]
		});
		expect(snapshot.emails[0]?.facts.warnings).toEqual([{ code: 'date-missing' }]);
		expect(snapshot.emails[0]?.extra).toEqual({
			zebra: 1,
			source: { kind: 'msg', mailboxid: 'm' },
			message: { sensitivity: 'Private' },
			warnings: [{ code: 'of-a-later-version', x: 1 }]
		});
	});
});

describe('decodeSnapshot refuses', () => {
	it.each<[object, string]>([
		[{ format: 'tracklens-environment' }, 'snapshot-invalid: /format wrong-format'],
		[{ format: undefined }, 'snapshot-invalid: /format wrong-format'],
		[{ formatVersion: undefined }, 'snapshot-invalid: /formatVersion missing'],
		[{ formatVersion: 1.5 }, 'snapshot-invalid: /formatVersion wrong-type'],
		[{ formatVersion: 2, emails: 'changed' }, 'snapshot-newer-version: /formatVersion newer-version'],
		[{ redaction: { level: 'other' } }, 'snapshot-invalid: /redaction/level redaction-not-supported'],
		[{ redaction: 'none' }, 'snapshot-invalid: /redaction wrong-type'],
		[{ app: [] }, 'snapshot-invalid: /app wrong-type'],
		[{ app: { engineVersion: '1' } }, 'snapshot-invalid: /app/engineVersion wrong-type'],
		[{ createdAt: 'yesterday' }, 'snapshot-invalid: /createdAt not-a-time'],
		[{ environment: [] }, 'snapshot-invalid: /environment wrong-type'],
		[{ environment: null }, 'snapshot-invalid: /environment wrong-type'],
		[{ environment: { users: [{}] } }, 'snapshot-invalid: /environment/users/0/id missing'],
		[{ emails: {} }, 'snapshot-invalid: /emails wrong-type'],
		[{ emails: null }, 'snapshot-invalid: /emails wrong-type'],
		[{ emails: [null] }, 'snapshot-invalid: /emails/0 wrong-type'],
		[{ emails: [[]] }, 'snapshot-invalid: /emails/0 wrong-type'],
		[{ emails: [{}] }, 'snapshot-invalid: /emails/0/source missing'],
		[{ emails: [{ source: {} }] }, 'snapshot-invalid: /emails/0/source/sha256 missing'],
		[{ emails: [email(), email()] }, 'snapshot-invalid: /emails/1/source/sha256 duplicate-id'],
		[
			{ emails: [email({ activityid: '00000000-0000-8000-8000-000000000000' })] },
			'snapshot-invalid: /emails/0/activityid activityid-mismatch'
		],
		[
			{ emails: [email({ tracked: 'maybe' }), email({ checks: 1 }, { sha256: sha256B })] },
			'snapshot-invalid: /emails/0/tracked not-one-of'
		],
		[{ ghosts: [{ referredBy: 'x' }] }, 'snapshot-invalid: /ghosts/0/referredBy wrong-type'],
		[{ imports: [{ sha256: 'x' }] }, 'snapshot-invalid: /imports/0/sha256 not-a-sha256'],
		[{ imports: [{ detail: { deep: {} } }] }, 'snapshot-invalid: /imports/0/detail/deep wrong-type']
	])('%j', (content, expected) => {
		expect(refusal(JSON.stringify({ ...header, ...content }))).toBe(expected);
	});

	const wrong: Readonly<Record<string, readonly unknown[]>> = {
		sha256: [null, 5, 'abc', 'g'.repeat(64), sha256A + '\n'],
		bytes: [-1, 1.5, '5', 1e300],
		path: [5, {}],
		paths: ['a.eml', [5], null],
		kind: [5, {}]
	};
	it.each(Object.entries(wrong))('source.%s of a wrong type', (key, values) => {
		for (const value of values) {
			expect(
				refusal(JSON.stringify({ ...header, emails: [email({}, { [key]: value })] })),
				JSON.stringify(value)
			).toMatch(`snapshot-invalid: /emails/0/source/${key}`);
		}
	});

	const text = [5, true, {}, ['x']];
	const texts = ['x', 5, {}, null, [5], [null]];
	const addresses = ['x', {}, null, ['a@b'], [null], [[]], [{ name: 5 }], [{ address: [] }]];
	const instants = ['yesterday', '2026-11-23', '2026-13-23T10:00:00Z', 1_795_428_000_000, {}];
	const message: Readonly<Record<string, readonly unknown[]>> = {
		messageId: text,
		inReplyTo: texts,
		references: texts,
		threadIndex: text,
		subject: text,
		from: ['a@b', [], 5, { name: 5 }],
		to: addresses,
		cc: addresses,
		bcc: addresses,
		replyTo: addresses,
		date: instants,
		receivedAt: instants,
		autoSubmitted: text,
		deliveredTo: texts,
		contentType: text,
		precedence: text,
		listId: text,
		xAutoResponseSuppress: text,
		returnPath: text,
		headerBlock: text,
		replyToText: text,
		receivedFrom: ['Date', 5],
		otherFields: [{}, null, [5], [{ occurrence: -1 }], [{ value: 5 }]],
		bodyParts: [{}, null, [5], [{ contentType: 5 }]]
	};
	it.each(Object.entries(message))('message.%s of a wrong type', (key, values) => {
		for (const value of values) {
			const given = email({ message: { [key]: value } });
			expect(refusal(JSON.stringify({ ...header, emails: [given] })), JSON.stringify(value)).toMatch(
				`snapshot-invalid: /emails/0/message/${key}`
			);
		}
	});

	const others: Readonly<Record<string, readonly unknown[]>> = {
		activityid: [5, {}, 'x'],
		source: [[], 'x', null],
		message: [[], 'x', null],
		reason: ['AcceptAll', [], { name: 5 }],
		columns: ['x', [], { correlationmethod: 8 }, { correlationmethod: '3' }, { directioncode: 'out' }],
		correlation: [{}, null, [5], [{ method: 5 }]],
		checks: [{}, null, [5], [{ check: 5 }], [{ evidence: [] }]],
		autoReply: ['human', [], { class: 5 }],
		diagnoses: [{}, null, [5], [{}]],
		warnings: [
			{},
			null,
			['date-missing'],
			[{}],
			[{ code: 5 }],
			[{ code: 'x', from: [] }],
			[{ code: 'x', detail: { a: {} } }]
		]
	};
	it.each(Object.entries(others))('%s of a wrong type', (key, values) => {
		for (const value of values) {
			expect(refusal(JSON.stringify({ ...header, emails: [email({ [key]: value })] })), JSON.stringify(value)).toMatch(
				`snapshot-invalid: /emails/0/${key}`
			);
		}
	});
});

describe('hostile files', () => {
	const whole = JSON.stringify({ ...header, emails: [email()] });
	const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

	it.each([
		['nothing', '', 'json-invalid:  json-syntax'],
		['mail', 'Subject: x\r\n\r\n', 'json-invalid:  json-syntax'],
		['null', 'null', 'snapshot-invalid: /format wrong-format'],
		['a list', '[]', 'snapshot-invalid: /format wrong-format'],
		['a byte order mark', '\ufeff' + whole, 'read'],
		['a million open lists', '['.repeat(1_000_000), 'json-invalid:  json-syntax'],
		[
			'an unknown key a million deep',
			JSON.stringify({ ...header, unknown: 0 }).replace(/0\}$/, nested(1_000_000) + '}'),
			`snapshot-invalid: /unknown${'/a'.repeat(63)} too-deep`
		]
	])('%s', (_, text, expected) => {
		expect(refusal(text)).toBe(expected);
	});

	it('cut off anywhere', () => {
		for (let length = 0; length < whole.length; length += 1) {
			expect(refusal(whole.slice(0, length))).toBe('json-invalid:  json-syntax');
		}
	});

	it('keys that name parts of a prototype are left out wherever they stand', () => {
		const poison =
			'"__proto__":{"polluted":1,"tracked":"no"},"constructor":{"prototype":{"polluted":1}},"\\u005f_proto__":{"polluted":1}';
		const text = `{"__proto__":{"polluted":1},"constructor":{"polluted":1},"format":"tracklens-snapshot","formatVersion":1,"environment":{${poison},"organization":{${poison}}},
			"emails":[{${poison},"source":{"sha256":"${sha256A}",${poison}},"message":{${poison},"from":{${poison}}}}],"imports":[{${poison}}]}`;
		const result = decodeSnapshot(text);
		if (!result.ok) throw new Error(JSON.stringify(result.issues));
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		expect(JSON.stringify(result.snapshot)).not.toContain('polluted');
		expect(result.snapshot.emails[0]?.decided.tracked).toBeNull();
		expect(result.snapshot.warnings).toEqual(['keys-removed']);
	});

	it('a million emails that are none: the first is told', () => {
		const result = decodeSnapshot(JSON.stringify({ ...header, emails: Array<number>(1_000_000).fill(0) }));
		expect(result).toMatchObject({ ok: false, code: 'snapshot-invalid' });
		expect(result.ok || result.issues.length).toBe(1);
	});

	it.each<[string, string | null]>([
		['{"emails":[EMAIL,EMAIL]}', null],
		['{"emails":[EMAIL,EMAIL,EMAIL]}', '/emails wrong-length'],
		['{"ghosts":[{},{},{}]}', '/ghosts wrong-length'],
		['{"later":"LONG"}', null],
		['{"later":"LONG","other":"LONG"}', '/other too-long'],
		['{"environment":{"name":"LONG"},"other":"LONG"}', '/other too-long'],
		['{"imports":[{"code":"LONG"},{"code":"LONG"}]}', '/imports/1 too-long'],
		['{"emails":[{"later":"LONG",SOURCE},{"later":"LONG",SOURCE}]}', '/emails/1 too-long']
	])('what is kept of %s is bounded', (pattern, expected) => {
		let emails = 0;
		const text = pattern
			.replaceAll('EMAIL', '{SOURCE}')
			.replaceAll('SOURCE', () => `"source":{"sha256":"${String(++emails).padStart(2, '0').repeat(32)}"}`)
			.replaceAll('LONG', 'x'.repeat(60));
		const decoder = new SnapshotDecoder(header, { elements: 2, keptLength: 100 });
		const parts = [...decoder.add(text)];
		const result = decoder.end();
		expect(result.ok ? null : result.issues.map(({ path, code }) => `${path} ${code}`).join()).toBe(expected);
		expect(parts.length).toBeLessThanOrEqual(2);
	});

	it('texts of any length are cut where they are told', () => {
		const long = 'x'.repeat(1_000_000);
		const result = decodeSnapshot(JSON.stringify({ ...header, emails: [email({ tracked: long, activityid: long })] }));
		expect(JSON.stringify(result).length).toBeLessThan(1_000);
	});

	it('a key written twice says two things', () => {
		expect(refusal(`{"format":"x","format":"tracklens-snapshot","formatVersion":1}`)).toBe(
			'snapshot-invalid: /format not-one-of'
		);
		expect(refusal(`{"emails":[],"format":"tracklens-snapshot","formatVersion":1,"emails":[]}`)).toBe(
			'snapshot-invalid: /emails duplicate-key'
		);
	});
});

import { describe, expect, it } from 'vitest';
import { fc } from '../../../tests/support/fastCheck';
import { MESSAGE_WARNING_CODES, type Address, type MessageFacts } from '../domain/message';
import { REJECTION_CODES, type ImportEntry } from '../domain/report';
import { decodeSnapshot, type DecodedSnapshot } from '../../../tests/support/decodeSnapshot';
import { encodeSnapshot, type SnapshotInput } from '../../../tests/support/encodeSnapshot';
import {
	decodeEnvironmentFile,
	encodeEnvironmentFile,
	environmentForSnapshot,
	freshInstallFile
} from './environmentFile';
import { explanation, facts, sha256A, sha256B } from './fixtures';

/** Objects as JSON.parse makes them; without `required`, every key is. */
function record<T extends object, Key extends keyof T = keyof T>(
	model: { [K in keyof T]: fc.Arbitrary<T[K]> },
	required?: readonly Key[]
) {
	const requiredKeys = [...(required ?? (Object.keys(model) as Key[]))];
	return fc.record(model, { requiredKeys, noNullPrototype: true });
}

/** Any UTF-16 text, half surrogate pairs and control characters included. */
const text = fc.string({ unit: 'binary', maxLength: 20 });
const textOrNull = fc.option(text);
const sha256 = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));
const utcMs = fc.option(
	fc.oneof(fc.integer({ min: 0, max: 4_102_444_800_000 }), fc.integer({ min: -8.64e15, max: 8.64e15 }))
);
const address: fc.Arbitrary<Address> = record({ name: text, address: text });
const few = { maxLength: 3 };
const occurrence = fc.nat(2_000);
const figures = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(text, fc.integer()), {
	maxKeys: 3,
	noNullPrototype: true
});

const messageFacts: fc.Arbitrary<MessageFacts> = record({
	sha256,
	bytes: fc.nat(),
	kind: fc.constant('eml' as const),
	messageId: textOrNull,
	inReplyTo: fc.array(text, few),
	references: fc.array(text, few),
	threadIndex: textOrNull,
	subject: textOrNull,
	from: fc.option(address),
	to: fc.array(address, few),
	cc: fc.array(address, few),
	bcc: fc.array(address, few),
	replyTo: fc.array(address, few),
	replyToText: textOrNull,
	autoSubmitted: textOrNull,
	dateUtcMs: utcMs,
	receivedAtUtcMs: utcMs,
	receivedFrom: fc.constantFrom('received', 'date', null),
	deliveredTo: fc.array(text, few),
	contentType: textOrNull,
	precedence: textOrNull,
	listId: textOrNull,
	xAutoResponseSuppress: textOrNull,
	returnPath: textOrNull,
	otherFields: fc.array(record({ name: text, occurrence, value: text }), few),
	bodyParts: fc.array(record({ contentType: text }), few),
	warnings: fc.array(
		record(
			{
				code: fc.constantFrom(...MESSAGE_WARNING_CODES),
				from: record({ field: text, occurrence }),
				detail: figures
			},
			['code']
		),
		few
	)
});

const importEntry: fc.Arbitrary<ImportEntry> = record({
	path: text,
	bytes: fc.nat(),
	sha256: fc.option(sha256),
	kind: fc.constantFrom('eml', 'environment', 'snapshot', 'other'),
	outcome: fc.constantFrom('parsed', 'parsedWithWarnings', 'rejected'),
	code: fc.option(fc.constantFrom(...REJECTION_CODES)),
	detail: figures,
	warnings: fc.array(text, few),
	alreadyThere: fc.boolean()
});

const basis: SnapshotInput = {
	createdAt: '2026-11-23T10:00:00Z',
	appVersion: '0.1.0',
	engineVersion: 1,
	environmentFile: freshInstallFile(),
	emails: [],
	ghosts: [],
	imports: []
};
function encoded(input: Partial<SnapshotInput>): string {
	return [...encodeSnapshot({ ...basis, ...input })].join('');
}
function decoded(snapshot: string): DecodedSnapshot {
	const result = decodeSnapshot(snapshot);
	if (!result.ok) throw new Error(JSON.stringify(result.issues));
	return result.snapshot;
}
/** What an export after an import writes, the decisions being those of `explanation`. */
function encodedAgain(snapshot: DecodedSnapshot): string {
	return encoded({
		environmentFile: snapshot.environmentFile,
		imports: snapshot.imports,
		extra: snapshot.extra,
		emails: snapshot.emails.map((email) => ({
			explanation: explanation(email.facts, { paths: email.paths }),
			headerBlock: email.headerBlock,
			extra: email.extra
		}))
	});
}

describe('snapshot there and back', () => {
	it('facts, paths and header blocks come back as they went', () => {
		fc.assert(
			fc.property(
				messageFacts,
				textOrNull,
				fc.uniqueArray(text, { minLength: 1, maxLength: 3 }),
				(given, headerBlock, names) => {
					const paths = names.sort();
					fc.pre(paths[0] !== '' || paths.length > 1);
					const [email] = decoded(
						encoded({ emails: [{ explanation: explanation(given, { paths }), headerBlock }] })
					).emails;
					expect(email).toStrictEqual({
						columns: explanation(given).columns,
						facts: given,
						paths,
						headerBlock,
						decided: { tracked: 'yes', reasonName: 'AcceptAll', correlationmethod: 0, correlatedactivityid: null },
						extra: {}
					});
				}
			),
			{ numRuns: 300 }
		);
	});

	it('a second export is the first, byte for byte', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(messageFacts, { ...few, selector: (given) => given.sha256 }),
				fc.array(importEntry, { maxLength: 5 }),
				(set, imports) => {
					const emails = set.map((given) => ({ explanation: explanation(given), headerBlock: null }));
					const first = encoded({ emails, imports });
					expect(encodedAgain(decoded(first))).toBe(first);
				}
			),
			{ numRuns: 200 }
		);
	});

	it('whatever a later version added is written back', () => {
		const later = encoded({
			emails: [
				{
					explanation: explanation(facts({ warnings: [{ code: 'date-missing' }] })),
					headerBlock: null,
					extra: {
						source: { kind: 'msg', mailboxid: 'm' },
						message: { sensitivity: 'Private' },
						warnings: [{ code: 'of-a-later-version', severity: 3 }],
						zebra: [1, { a: null }]
					}
				},
				{ explanation: explanation(facts({ sha256: sha256B })), headerBlock: null }
			],
			imports: [{ ...anImport, shoesize: 9 } as ImportEntry],
			extra: { imports: [{ ...anImport, path: 'a.pst', code: 'outlook-pst' }], views: [{ name: 'mine' }] }
		});
		expect(later).toContain('"shoesize":9');
		expect(encodedAgain(decoded(later))).toBe(later);
	});

	it('an environment with all its sections', () => {
		const result = decodeEnvironmentFile({
			format: 'tracklens-environment',
			formatVersion: 1,
			name: 'Contoso',
			users: [{ id: 'u', shoesize: 9 }],
			organization: { trackingprefixhistory: 'OLD:;ref:' },
			zebra: { 2: 'b', 1: 'a' }
		});
		if (!result.ok) throw new Error(JSON.stringify(result.issues));
		const first = encoded({ environmentFile: result.file });
		expect(encodedAgain(decoded(first))).toBe(first);
		expect(decoded(first).environment).toEqual(result.environment);
		expect(decoded(first).environmentFile).toEqual(environmentForSnapshot(result.file));
	});
});

describe('environment file there and back', () => {
	it('any JSON in unknown places is kept', () => {
		const unsafe = /__proto__|constructor|prototype/;
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
				fc.pre(!unsafe.test(JSON.stringify(value)));
				const json: unknown = {
					format: 'tracklens-environment',
					formatVersion: 1,
					zebra: JSON.parse(JSON.stringify(value))
				};
				const result = decodeEnvironmentFile(json);
				if (!result.ok) throw new Error(JSON.stringify(result.issues));
				expect(result.file).toEqual(json);
				const written = encodeEnvironmentFile(result.file);
				const again = decodeEnvironmentFile(JSON.parse(written));
				expect(again.ok && encodeEnvironmentFile(again.file)).toBe(written);
			})
		);
	});

	it.each([
		['nested as deep as is read', { zebra: JSON.parse('['.repeat(31) + ']'.repeat(31)) as unknown }],
		['as many former prefixes as are read', { organization: { trackingprefixhistory: 'a;'.repeat(128) } }]
	])('%s: fits into a snapshot', (_, content) => {
		const result = decodeEnvironmentFile({ format: 'tracklens-environment', formatVersion: 1, ...content });
		if (!result.ok) throw new Error(JSON.stringify(result.issues));
		expect(decoded(encoded({ environmentFile: result.file })).environment).toEqual(result.environment);
	});

	it('any JSON in any place is read or refused, never thrown at', () => {
		const value = fc.jsonValue({ maxDepth: 4 });
		const sections = [
			'name',
			'organization',
			'orgDbOrgSettings',
			'users',
			'queues',
			'records',
			'mailboxes',
			'placements',
			'marks',
			'modelOptions'
		];
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom(...sections), value), (content) => {
				const result = decodeEnvironmentFile({ format: 'tracklens-environment', formatVersion: 1, ...content });
				if (result.ok)
					expect(decoded(encoded({ environmentFile: result.file })).environment).toEqual(result.environment);
				else expect(result.issues.length).toBeGreaterThan(0);
			}),
			{ numRuns: 500 }
		);
	});
});

describe('a snapshot with some of its values replaced', () => {
	const whole = JSON.parse(
		encoded({ emails: [{ explanation: explanation(), headerBlock: 'x' }], imports: [{ path: 'a' } as ImportEntry] })
	) as Record<string, unknown>;

	/** JSON pointers as key lists of everything in it. */
	function places(value: unknown, trail: readonly string[] = []): readonly (readonly string[])[] {
		if (typeof value !== 'object' || value === null) return [trail];
		return [trail, ...Object.entries(value).flatMap(([key, item]) => places(item, [...trail, key]))];
	}
	function replaced(value: unknown, trail: readonly string[], by: unknown): unknown {
		const [key, ...rest] = trail;
		if (key === undefined) return by;
		if (Array.isArray(value))
			return value.map((item, index) => (String(index) === key ? replaced(item, rest, by) : item));
		const from = value as Record<string, unknown>;
		return { ...from, [key]: replaced(from[key], rest, by) };
	}

	it.each([[null], [[]], [{}], [0], [-1], [1e300], ['x'], [true], [[null]], [{ a: { a: {} } }]])(
		'%j anywhere: read, or refused with a reason',
		(by) => {
			const all = places(whole);
			expect(all.length).toBeGreaterThan(100);
			for (const trail of all) {
				const result = decodeSnapshot(JSON.stringify(replaced(whole, trail, by)));
				expect(result.ok || result.issues.length > 0, trail.join('/')).toBe(true);
				if (result.ok)
					expect(encodedAgain(result.snapshot), trail.join('/')).toBe(
						encodedAgain(decoded(encodedAgain(result.snapshot)))
					);
			}
		}
	);
});

const anImport: ImportEntry = {
	path: 'a.eml',
	bytes: 3,
	sha256: sha256A,
	kind: 'eml',
	outcome: 'parsed',
	code: null,
	detail: {},
	warnings: [],
	alreadyThere: false
};

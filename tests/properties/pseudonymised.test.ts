import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fc } from '../support/fastCheck';
import type { Environment } from '../../src/lib/domain/environment';
import type { MessageFacts } from '../../src/lib/domain/message';
import { decide } from '../../src/lib/engine/decide';
import type { PathsOf } from '../../src/lib/engine/scope/scope';
import { readMail } from '../../src/lib/mail/readMail';
import { decodeEnvironmentFile } from '../../src/lib/snapshot/environmentFile';
import { EnvironmentRedaction } from '../../src/lib/snapshot/redaction/environment';
import { FactsRedaction } from '../../src/lib/snapshot/redaction/facts';
import { PathRedaction } from '../../src/lib/snapshot/redaction/paths';
import { SCENARIOS } from '../scenarios/registry';
import { letter, type Scenario } from '../scenarios/scenario';
import { environment, id, mail, mailbox, minute, queue, record, user } from '../support/mail';
import { hmacWith, pseudonymise, verdicts } from '../support/pseudonymise';

function expectSameDecisions(messages: readonly MessageFacts[], under: Environment, pathsOf: PathsOf): string {
	const before = decide(messages, under, { pathsOf });
	const after = pseudonymise(before, under, pathsOf);
	const hmacOf = hmacWith('a key');
	const paths = new PathRedaction(under.placements, hmacOf);
	const rows = new EnvironmentRedaction(new FactsRedaction(under, before.hashFilter, hmacOf), paths, hmacOf);
	const mapped = (one: string | null) => (one === null || one === 'all-mail' ? one : rows.id(one));
	expect(verdicts(after.decisions, (one) => one, after.pathsOf)).toEqual(verdicts(before, mapped, pathsOf));
	return after.text;
}

const names = Array.from({ length: 8 }, (_, index) => `m${index}`);
const threadIndexes = [
	null,
	'AcdyY+a08VX8xfobTsy61v9NHPZ7QA==',
	'AcdyY+a08VX8xfobTsy61v9NHPZ7QAAAiXbA',
	'AddyY+a08VX8xfobTsy61v9NHPZ7QA==',
	'AQHWLRNo4NaOjvXU8EODe0ZotrA8B6itzaxf',
	'AQHWLRNo4NaOjvXU8EODe0ZotrA8D6itzaxf',
	'short'
];
const prefixes = [
	'',
	'RE: ',
	'Re[2]: ',
	'FW: ',
	'AW: RE: ',
	'[EXTERNAL] RE: ',
	'[Fabrikam Ltd.] ',
	'Fwd: FW: ',
	'Antwort: '
];
const words = [
	...['Pump', 'pump', 'leaks', 'in', 'Halle', '12', '13', 'Order-4711', 'order 4711', 'CRM:0001005', 'crm:0001005'],
	...['CRM:0001006', 'xCRM:0001005', 'CRM: 0001005', 'CRM：0001005', 'OLD:12345', 'Réf:', 'Düsseldorf', 'é', '水泵'],
	...['Automatic reply:', 'Abwesenheitsnotiz', 'out of office', 'Undeliverable:', 'Read:', 'FW:', 'a', 'b', '-', '€']
];
const subject = fc.option(
	fc
		.tuple(fc.constantFrom(...prefixes), fc.array(fc.constantFrom(...words), { maxLength: 3 }))
		.map(([prefix, rest]) => prefix + rest.join(' ')),
	{ freq: 20 }
);
const addresses = [
	...['ann@fabrikam.com', 'Ann@Fabrikam.com', 'bob@fabrikam.com', 'support@contoso.com', 'no-reply@contoso.com'],
	...['MAILER-DAEMON@mx.contoso.com', 'postmaster@contoso.com', 'not an address', 'ann@@fabrikam.com', '']
];
const address = fc.constantFrom(...addresses);
const otherFields = fc.array(
	fc.constantFrom(
		{ name: 'Precedence', occurrence: 0, value: 'bulk' },
		{ name: 'Precedence', occurrence: 0, value: 'auto_reply' },
		{ name: 'X-Autoreply', occurrence: 0, value: 'yes, from Fabrikam' },
		{ name: 'X-Autoreply', occurrence: 0, value: 'no' },
		{ name: 'List-Id', occurrence: 0, value: 'News <news.fabrikam.com>' },
		{ name: 'X-Forwarded-To', occurrence: 0, value: 'ann@fabrikam.com' },
		{ name: 'X-Forwarded-For', occurrence: 0, value: '203.0.113.7' },
		{ name: 'Feedback-ID', occurrence: 0, value: '12:fabrikam' },
		{ name: 'Resent-From', occurrence: 0, value: 'ann@fabrikam.com' },
		{ name: 'X-MS-Exchange-Inbox-Rules-Loop', occurrence: 0, value: 'ann@fabrikam.com' }
	),
	{ maxLength: 2 }
);

const message = (name: string): fc.Arbitrary<MessageFacts> =>
	fc
		.record({
			at: fc.option(fc.integer({ min: 0, max: 4 })),
			messageId: fc.option(fc.constantFrom(...names.map(id), '<M1@EXAMPLE.org>', '<noat>')),
			inReplyTo: fc.array(fc.constantFrom(...names.map(id), '<nobody@example.org>'), { maxLength: 2 }),
			references: fc.array(fc.constantFrom(...names.map(id)), { maxLength: 2 }),
			threadIndex: fc.constantFrom(...threadIndexes),
			subject,
			from: fc.option(address, { freq: 9 }),
			to: fc.array(address, { maxLength: 3 }),
			cc: fc.array(address, { maxLength: 1 }),
			deliveredTo: fc.array(address, { maxLength: 1 }),
			autoSubmitted: fc.constantFrom(null, null, 'no', 'auto-replied (vacation)', 'auto-generated', 'by-fabrikam', ''),
			xAutoResponseSuppress: fc.constantFrom(null, null, 'All', 'none', 'DR, by Fabrikam'),
			returnPath: fc.constantFrom(null, '<>', '<ann@fabrikam.com>', '<news-bounces@fabrikam.com>'),
			contentType: fc.constantFrom(
				null,
				'text/plain; name="fabrikam.txt"',
				'multipart/report; report-type=delivery-status; boundary="fabrikam"',
				'multipart/report; boundary="fabrikam"',
				'multipart/reporting',
				'application/vnd.ms-rpmsg'
			),
			bodyParts: fc.constantFrom([], [{ contentType: 'message/delivery-status' }], [{ contentType: 'message/rfc822' }]),
			otherFields
		})
		.map((changes) => mail(name, changes));
const messages = fc
	.integer({ min: 1, max: names.length })
	.chain((count) => fc.tuple(...names.slice(0, count).map(message)));

const filteringMethod = fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const, 4 as const);
const folder = fc.constantFrom('Inbox', 'inbox/VIP/', 'Inbox/vip', 'Sent Items', 'Fabrikam');
const files = fc.constantFrom('**', 'b/**', 'ann/*.eml', '*/inbox/**', 'ann/in*/**', 'B/**', 'ann/inbox/a.eml');
const filePaths = fc.array(
	fc.constantFrom('ann/a.eml', 'ann/inbox/a.eml', 'ann/incoming/b.EML', 'b/c.eml', 'B/c.eml', 'd.eml', 'inbox/e.eml'),
	{ maxLength: 2 }
);

const organizations = fc.record({
	users: fc.array(
		filteringMethod.map((method) =>
			user('bob', {
				emailaddresses: ['bob@fabrikam.com', 'ANN@fabrikam.com '],
				incomingemailfilteringmethod: method,
				trackingtokenid: 1
			})
		),
		{ maxLength: 1 }
	),
	queues: fc.array(
		filteringMethod.map((method) =>
			queue('support', { incomingemailfilteringmethod: method, ownerid: 'bob', name: 'Support of Fabrikam' })
		),
		{ maxLength: 1 }
	),
	records: fc.subarray([
		record('ann', 'contact', { emailaddresses: ['ann@fabrikam.com'], ownerid: 'bob' }),
		record('ann2', 'account', { emailaddresses: ['ann@fabrikam.com'], createdonUtcMs: minute(0) }),
		record('pet', 'new_pet', { emailaddresses: ['ann@fabrikam.com'], active: false })
	]),
	mailboxes: fc
		.tuple(
			fc.subarray(['bob', 'support', 'nobody']),
			fc.subarray([0, 2, 4]),
			fc.option(fc.integer({ min: 0, max: 3 })),
			fc.boolean()
		)
		.map(([owners, syncs, from, regarding]) =>
			owners.map((owner) =>
				mailbox(owner, {
					syncsUtcMs: syncs.map(minute),
					processemailreceivedafterUtcMs: from === null ? null : minute(from),
					trackedfolders: [
						{ path: 'Inbox/VIP', regarding: regarding ? { table: 'new_pet', id: 'p1', name: 'Rex' } : null }
					]
				})
			)
		),
	placements: fc.array(
		fc.record({
			files,
			mailboxid: fc.constantFrom('m-bob', 'm-support', 'm-x'),
			folder,
			moves: fc.array(fc.record({ atUtcMs: fc.integer({ min: 0, max: 5 }).map(minute), folder }), { maxLength: 1 }),
			category: fc.constantFrom(null, 'Tracked to Dynamics 365', 'Fabrikam')
		}),
		{ maxLength: 2 }
	)
});

const environments: fc.Arbitrary<Environment> = fc
	.record({
		described: organizations,
		organization: fc.record({
			emailcorrelationenabled: fc.boolean(),
			usetrackingtokens: fc.boolean(),
			trackingprefixhistory: fc.constantFrom([], ['OLD:'], ['OLD:', '#']),
			trackingtokeniddigits: fc.constantFrom(3, 2),
			enablesmartmatching: fc.constantFrom(true, true, false),
			hashfilterkeywords: fc.constantFrom(
				'^[\\s]*([\\w]+\\s?:[\\s]*)+',
				'\\[Fabrikam Ltd\\.\\]|pump|^RE:',
				'(',
				'[0-9]+'
			),
			hashmaxcount: fc.constantFrom(20, 2),
			hashdeltasubjectcount: fc.integer({ min: 0, max: 2 }),
			hashminaddresscount: fc.integer({ min: 0, max: 2 }),
			ignoreinternalemail: fc.boolean(),
			unresolveemailaddressifmultiplematch: fc.boolean()
		}),
		orgDbOrgSettings: fc.record({
			DoNotCorrelateForwardedEmailsAsReplies: fc.boolean(),
			AutoTrackSentFolderItems: fc.boolean()
		}),
		modelOptions: fc.record({
			conversationIndexKey: fc.constantFrom('header' as const, 'guid' as const),
			tokeniser: fc.constantFrom('whitespace' as const, 'punctuation' as const),
			forwardPrefixes: fc.constantFrom(['FW'], ['FW', 'Fwd', 'Antwort']),
			subjectChangedPattern: fc.constantFrom('^(re:\\s*)+', 'pump|^aw:'),
			correlationOffStops: fc.constantFrom('inReplyToAndConversationIndex' as const, 'all' as const)
		}),
		marks: fc.array(
			fc.record({
				messageid: fc.constantFrom(...names.map(id)),
				tracked: fc.constantFrom('sent' as const, 'manual' as const, 'untracked' as const),
				regarding: fc.constantFrom(null, { table: 'incident', id: 'CAS-1', name: 'Pump of Fabrikam' })
			}),
			{ maxLength: 2 }
		)
	})
	.map(({ described, ...settings }) => environment({ ...described, ...settings }));

describe('a pseudonymised snapshot', () => {
	test('is decided as the mail it was made of, under any environment', { timeout: 120_000 }, () => {
		fc.assert(
			fc.property(messages, environments, fc.infiniteStream(filePaths), (mails, under, lists) => {
				const paths = new Map(
					mails.map((facts) => [facts.sha256, [...new Set(lists.next().value as string[])].sort()])
				);
				expectSameDecisions(mails, under, (sha256) => paths.get(sha256) ?? []);
			}),
			{ numRuns: 400 }
		);
	});

	for (const [file, scenarios] of Object.entries(SCENARIOS)) {
		describe(file, () => {
			for (const scenario of scenarios) {
				test(scenario.title, () => {
					const { messages: mails, under, pathsOf } = caseOf(scenario);
					expectSameDecisions(mails, under, pathsOf);
				});
			}
		});
	}
});

function caseOf({ mail: letters, environment: content }: Scenario) {
	const file = { format: 'tracklens-environment', formatVersion: 1, ...content };
	const decoded = decodeEnvironmentFile(JSON.parse(JSON.stringify(file)));
	if (!decoded.ok) throw new Error(JSON.stringify(decoded.issues));
	const messagesBySha256 = new Map<string, MessageFacts>();
	const paths = new Map<string, string[]>();
	for (const [index, [path, text]] of Object.entries(letters).entries()) {
		const bytes = new TextEncoder().encode(letter(path, text, index));
		const result = readMail(bytes);
		if (!result.ok) throw new Error(`${path}: ${result.code}`);
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		messagesBySha256.set(sha256, { ...result.facts, sha256 });
		paths.set(sha256, [...(paths.get(sha256) ?? []), path].sort());
	}
	return {
		messages: [...messagesBySha256.values()],
		under: decoded.environment,
		pathsOf: (sha256: string) => paths.get(sha256) ?? []
	};
}

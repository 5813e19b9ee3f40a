import { describe, expect, test } from 'vitest';
import { fc } from '../support/fastCheck';
import type { Environment } from '../../src/lib/domain/environment';
import type { MessageFacts } from '../../src/lib/domain/message';
import { decide, decideMore, type Decisions } from '../../src/lib/engine/decide';
import { byProcessingOrder } from '../../src/lib/engine/order';
import { emailColumns } from '../../src/lib/engine/population/emailColumns';
import { environment, explainDecisions, id, mail, mailbox, minute, queue, record, user } from '../support/mail';

const names = Array.from({ length: 9 }, (_, index) => `m${index}`);
const threadIndexes = [
	null,
	'AcdyY+a08VX8xfobTsy61v9NHPZ7QA==',
	'AcdyY+a08VX8xfobTsy61v9NHPZ7QAAAiXbA',
	'AQHWLRNo4NaOjvXU8EODe0ZotrA8B6itzaxf',
	'short'
];
const subjects = ['Pump', 'RE: Pump', 'Pump CRM:0001005', 'Other CRM:0001005', 'FW: Pump', '', null];
const addresses = ['ann@fabrikam.com', 'bob@fabrikam.com', 'support@contoso.com'];

const message = (name: string): fc.Arbitrary<MessageFacts> =>
	fc
		.record({
			at: fc.option(fc.integer({ min: 0, max: 6 })),
			// Few ids, so that duplicates, own ids and circles come up.
			messageId: fc.option(fc.constantFrom(...names.map(id))),
			inReplyTo: fc.array(fc.constantFrom(...names.map(id), '<nobody@example.org>'), { maxLength: 2 }),
			references: fc.array(fc.constantFrom(...names.map(id)), { maxLength: 3 }),
			threadIndex: fc.constantFrom(...threadIndexes),
			subject: fc.constantFrom(...subjects),
			from: fc.constantFrom(...addresses),
			to: fc.array(fc.constantFrom(...addresses), { maxLength: 2 })
		})
		.map((changes) => mail(name, changes));

const messages = fc
	.integer({ min: 1, max: names.length })
	.chain((count) => fc.tuple(...names.slice(0, count).map(message)));

const filteringMethod = fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const, 4 as const);
const folder = fc.constantFrom('Inbox', 'Inbox/VIP', 'Sent Items', 'Archive');
/** Users and queues on the addresses of the mails above; often none, which is the fresh install. */
const organizations = fc.record({
	users: fc.array(
		filteringMethod.map((method) =>
			user('bob', { emailaddresses: ['bob@fabrikam.com'], incomingemailfilteringmethod: method })
		),
		{ maxLength: 1 }
	),
	queues: fc.array(
		filteringMethod.map((method) => queue('support', { incomingemailfilteringmethod: method })),
		{ maxLength: 1 }
	),
	records: fc.constantFrom([], [record('ann', 'contact', { emailaddresses: ['ann@fabrikam.com'] })]),
	mailboxes: fc
		.tuple(
			fc.subarray(['bob', 'support', 'nobody']),
			fc.subarray([0, 2, 4]),
			fc.option(fc.integer({ min: 0, max: 5 })),
			fc.boolean()
		)
		.map(([owners, syncs, from, tracked]) =>
			owners.map((owner) =>
				mailbox(owner, {
					syncsUtcMs: syncs.map(minute),
					processemailreceivedafterUtcMs: from === null ? null : minute(from),
					trackedfolders: tracked
						? [{ path: 'Inbox/VIP', regarding: { table: 'salesorder', id: 'ORD-7', name: 'Parts' } }]
						: []
				})
			)
		),
	placements: fc.array(
		fc.record({
			files: fc.constantFrom('**', 'b/**'),
			mailboxid: fc.constantFrom('m-bob', 'm-support', 'm-x'),
			folder,
			moves: fc
				.array(fc.record({ atUtcMs: fc.integer({ min: 0, max: 5 }).map(minute), folder }), { maxLength: 2 })
				.map((moves) => moves.toSorted((a, b) => a.atUtcMs - b.atUtcMs)),
			category: fc.constantFrom(null, 'Tracked to Dynamics 365')
		}),
		{ maxLength: 2 }
	)
});

const environments: fc.Arbitrary<Environment> = fc
	.record({
		emailcorrelationenabled: fc.boolean(),
		usetrackingtokens: fc.boolean(),
		enablesmartmatching: fc.boolean(),
		hashdeltasubjectcount: fc.integer({ min: 0, max: 2 }),
		hashminaddresscount: fc.integer({ min: 0, max: 2 }),
		forwards: fc.boolean(),
		sent: fc.boolean(),
		ignoreinternalemail: fc.boolean(),
		organizations,
		key: fc.constantFrom('header' as const, 'guid' as const),
		stops: fc.constantFrom('inReplyToAndConversationIndex' as const, 'all' as const),
		marks: fc.array(
			fc.record({
				messageid: fc.constantFrom(...names.map(id)),
				tracked: fc.constantFrom('sent' as const, 'manual' as const, 'untracked' as const),
				regarding: fc.constantFrom(null, { table: 'incident', id: 'CAS-1', name: 'Pump' })
			}),
			{ maxLength: 3 }
		)
	})
	.map(({ forwards, sent, key, stops, marks, organizations: described, ...organization }) =>
		environment({
			...described,
			organization,
			orgDbOrgSettings: { DoNotCorrelateForwardedEmailsAsReplies: forwards, AutoTrackSentFolderItems: sent },
			modelOptions: { conversationIndexKey: key, correlationOffStops: stops },
			marks
		})
	);

function columnsOf(decisions: Decisions) {
	return decisions.stored.messages.map((facts, position) => ({
		sha256: facts.sha256,
		reason: decisions.reason[position],
		columns: emailColumns(decisions, position)
	}));
}

describe('for any mail and environment', () => {
	test('the order of dropping changes nothing', () => {
		fc.assert(
			fc.property(messages, environments, fc.infiniteStream(fc.nat()), (mails, under, keys) => {
				const shuffled = mails
					.map((facts) => ({ facts, key: keys.next().value as number }))
					.sort((a, b) => a.key - b.key)
					.map(({ facts }) => facts);
				expect(columnsOf(decide(shuffled, under))).toEqual(columnsOf(decide(mails, under)));
			})
		);
	});

	test('explain tells what decide decided, for every email', () => {
		fc.assert(
			fc.property(messages, environments, (mails, under) => {
				const decisions = decide(mails, under, { pathsOf: () => ['a.eml'] });
				// Explained at the end, when everything later is stored too.
				for (const explanation of explainDecisions(decisions).values()) {
					const { position, columns, correlation, reason, verdict } = explanation;
					const hit = correlation.find(({ outcome }) => outcome === 'matched');
					const correlated = decisions.correlated[position] as number;
					expect(hit?.outcome === 'matched' ? hit.correlatedActivityId : null).toBe(
						correlated < 0 ? null : decisions.stored.activityId(correlated)
					);
					expect(reason.name).toBe(decisions.reason[position]);
					expect(verdict.tracked).toBe(decisions.tracked(position));
					expect(columns === null).toBe(verdict.tracked !== 'yes');
					expect(correlation.map(({ method }) => method)).toEqual([
						'InReplyTo',
						'TrackingToken',
						'ConversationIndex',
						'SmartMatching'
					]);
					const after = hit === undefined ? [] : correlation.slice(correlation.indexOf(hit) + 1);
					expect(after.every(({ outcome }) => outcome === 'notReached' || outcome === 'disabled')).toBe(true);
				}
			})
		);
	});

	test('an email is linked only to a tracked one received before it, and parentactivityid follows the method', () => {
		fc.assert(
			fc.property(messages, environments, (mails, under) => {
				const decisions = decide(mails, under);
				decisions.correlated.forEach((correlated, position) => {
					if (correlated < 0) return;
					expect(correlated).toBeLessThan(position);
					expect(decisions.isTracked(correlated)).toBe(true);
					const columns = emailColumns(decisions, position);
					const setsParent = decisions.method[position] === 3 || decisions.method[position] === 5;
					if (columns) expect(columns.parentactivityid !== null).toBe(setsParent);
				});
			})
		);
	});

	test('adding later mail gives what deciding all of it gives', () => {
		fc.assert(
			fc.property(messages, environments, fc.nat(8), (mails, under, cut) => {
				const sorted = [...mails].sort(byProcessingOrder);
				const growing = decide(sorted.slice(0, cut), under);
				// Where sync cycles are replayed, later mail can change what was seen before: all is decided again.
				if (under.mailboxes.some(({ syncsUtcMs }) => syncsUtcMs.length > 0)) fc.pre(under.freshInstall);
				if (under.placements.some(({ moves }) => moves.length > 0)) fc.pre(under.freshInstall);
				expect(decideMore(growing, sorted.slice(cut))).toBe(true);
				expect(columnsOf(growing)).toEqual(columnsOf(decide(mails, under)));
			})
		);
	});

	test('adding earlier mail is refused and changes nothing', () => {
		const decisions = decide([mail('late', { at: 5 })], environment({}));
		expect(decideMore(decisions, [mail('early', { at: 1 })])).toBe(false);
		expect(decisions.length).toBe(1);
	});
});

/** What "What would flip this" says holds: for any mail and environment, every flip is what deciding all of it gives. */
import { expect, test } from 'vitest';
import { fc } from '../support/fastCheck';
import type { Environment } from '../../src/lib/domain/environment';
import { decide } from '../../src/lib/engine/decide';
import { candidatesOf } from '../../src/lib/engine/flips/candidates';
import { applyChange, thingOf } from '../../src/lib/engine/flips/change';
import { decideInSteps } from '../../src/lib/engine/flips/decideInSteps';
import { flipClass, outcomeAt } from '../../src/lib/engine/flips/outcome';
import { FlipSearch } from '../../src/lib/engine/flips/search';
import { flipTarget } from '../../src/lib/engine/flips/target';
import { searchAll } from '../../src/lib/engine/flips/testing/searchAll';
import { arbitraryMail } from '../support/arbitraryMail';
import { environment, id, mailbox, minute, queue, record, user } from '../support/mail';

const names = ['m0', 'm1', 'm2', 'm3', 'm4', 'm5'];
const addresses = ['ann@fabrikam.com', 'bob@contoso.com', 'support@contoso.com', 'alias@contoso.com'];
const subjects = [
	'Pump',
	'RE: Pump leaks',
	'Pump CRM:0001005',
	'RE: Pump CRM:0001005',
	'Other OLD:0001005',
	'FW: Pump',
	null
];
const messages = arbitraryMail({ names, addresses, subjects });

const method = fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const, 4 as const);
const folder = fc.constantFrom('Inbox', 'Inbox/VIP', 'Sent Items');
const mailboxOf = (owner: string) =>
	fc
		.record({
			syncsUtcMs: fc.subarray([0, 2, 4]).map((minutes) => minutes.map(minute)),
			processemailreceivedafterUtcMs: fc.option(fc.integer({ min: 0, max: 6 }).map(minute)),
			testedandenabledonUtcMs: fc.option(fc.integer({ min: 0, max: 6 }).map(minute)),
			profileprocessemailsreceivedafterUtcMs: fc.option(fc.integer({ min: 0, max: 6 }).map(minute)),
			enabledforincomingemail: fc.boolean(),
			emailrouteraccessapproval: fc.constantFrom(null, 1 as const, 2 as const),
			trackedfolders: fc.constantFrom(
				[],
				[{ path: 'Inbox/VIP', regarding: { table: 'salesorder', id: 'ORD-7', name: 'Parts' } }]
			)
		})
		.map((changes) => mailbox(owner, changes));

const described = fc.record({
	users: fc
		.tuple(method, fc.boolean())
		.map(([incomingemailfilteringmethod, active]) => [user('bob', { incomingemailfilteringmethod, active })]),
	queues: method.map((incomingemailfilteringmethod) => [queue('support', { incomingemailfilteringmethod })]),
	records: fc.constantFrom([], [record('ann', 'contact')]),
	mailboxes: fc.tuple(mailboxOf('bob'), mailboxOf('support')),
	placements: fc.array(
		fc.record({
			files: fc.constant('**'),
			mailboxid: fc.constantFrom('m-bob', 'm-support', 'm-x'),
			folder,
			moves: fc
				.array(fc.record({ atUtcMs: fc.integer({ min: 0, max: 5 }).map(minute), folder }), { maxLength: 2 })
				.map((moves) => moves.toSorted((a, b) => a.atUtcMs - b.atUtcMs)),
			category: fc.constantFrom(null, 'Tracked to Dynamics 365')
		}),
		{ maxLength: 1 }
	)
});

const environments: fc.Arbitrary<Environment> = fc
	.record({
		rows: fc.oneof(fc.constant({}), described),
		emailcorrelationenabled: fc.boolean(),
		usetrackingtokens: fc.boolean(),
		enablesmartmatching: fc.boolean(),
		ignoreinternalemail: fc.boolean(),
		hashminaddresscount: fc.integer({ min: 0, max: 2 }),
		sent: fc.boolean(),
		marks: fc.array(
			fc.record({
				messageid: fc.constantFrom(...names.map(id)),
				tracked: fc.constantFrom('sent' as const, 'manual' as const, 'untracked' as const),
				regarding: fc.constantFrom(null, { table: 'incident', id: 'CAS-1', name: 'Pump' })
			}),
			{ maxLength: 2 }
		)
	})
	.map(({ rows, sent, marks, ...organization }) =>
		environment({ ...rows, organization, orgDbOrgSettings: { AutoTrackSentFolderItems: sent }, marks })
	);

const pathsOf = () => ['a.eml'];
const place = fc.nat(names.length - 1);

test('every flip, applied by deciding everything anew, gives exactly what is reported, and not what is now', () => {
	let found = 0;
	fc.assert(
		fc.property(messages, environments, place, (mails, under, at) => {
			const decisions = decide(mails, under, { pathsOf });
			const position = at % mails.length;
			const search = searchAll(decisions, position, pathsOf);
			for (const { class: changes, change, outcome, alternatives, others } of search.found) {
				found++;
				const then = decide(mails, applyChange(under, change), { pathsOf });
				expect(outcomeAt(then, position)).toEqual(outcome);
				expect(flipClass(search.before, outcome)).toBe(changes);
				for (const other of alternatives) {
					const also = outcomeAt(decide(mails, applyChange(under, other), { pathsOf }), position);
					expect(flipClass(outcome, also)).toBe(null);
					expect(thingOf(other)).toBe(thingOf(change));
				}
				const differing = mails.filter((_, index) => {
					if (index === position) return false;
					const [before, after] = [outcomeAt(decisions, index), outcomeAt(then, index)];
					return ['verdict', 'link'].includes(flipClass(before, after) ?? '');
				});
				expect(others).toBe(differing.length);
			}
		}),
		{ numRuns: 60 }
	);
	expect(found).toBeGreaterThan(30);
});

test('nothing that flips is left out: every candidate that is not reported changes nothing', () => {
	fc.assert(
		fc.property(messages, environments, place, (mails, under, at) => {
			const decisions = decide(mails, under, { pathsOf });
			const position = at % mails.length;
			const search = searchAll(decisions, position, pathsOf);
			const told = new Set(search.found.flatMap(({ change, alternatives }) => [change, ...alternatives]));
			for (const change of search.candidates) {
				if (told.has(change)) continue;
				const then = decide(mails, applyChange(under, change), { pathsOf });
				expect(flipClass(search.before, outcomeAt(then, position))).toBe(null);
			}
		}),
		{ numRuns: 40 }
	);
});

test('deciding only what can matter tells the outcome of an email as deciding everything does', () => {
	let fewer = 0;
	fc.assert(
		fc.property(messages, environments, place, (mails, under, at) => {
			const decisions = decide(mails, under, { pathsOf });
			const position = at % mails.length;
			const search = new FlipSearch(decisions, position);
			for (const change of candidatesOf(flipTarget(decisions, position))) {
				const then = applyChange(under, change);
				const some = search.messagesThatMatter(then);
				if (some.length <= position) fewer++;
				const steps = decideInSteps(some, search.allMessages, then, { pathsOf, before: decisions });
				let step = steps.next();
				while (!step.done) step = steps.next();
				expect(outcomeAt(step.value, some.length - 1)).toEqual(outcomeAt(decide(mails, then, { pathsOf }), position));
			}
		}),
		{ numRuns: 150 }
	);
	expect(fewer).toBeGreaterThan(100);
});

test('every candidate changes the environment, and something else than the others of its kind', () => {
	fc.assert(
		fc.property(messages, environments, place, (mails, under, at) => {
			const decisions = decide(mails, under, { pathsOf });
			const seen = new Set<string>([JSON.stringify(under)]);
			for (const change of candidatesOf(flipTarget(decisions, at % mails.length))) {
				const text = JSON.stringify(applyChange(under, change));
				expect(seen.has(text), JSON.stringify(change)).toBe(false);
				seen.add(text);
			}
		}),
		{ numRuns: 60 }
	);
});

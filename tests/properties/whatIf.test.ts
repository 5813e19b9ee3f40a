/** What-if says what a fresh import would give: for any mail and any two environments, the emails that it names differ
 * as it says between two decisions from empty stores, and no others do. */
import { expect, test } from 'vitest';
import { fc } from '../support/fastCheck';
import type { Environment } from '../../src/lib/domain/environment';
import type { MessageFacts } from '../../src/lib/domain/message';
import { compileHashFilter } from '../../src/lib/engine/correlation/hashFilter';
import { decide } from '../../src/lib/engine/decide';
import { emailColumns } from '../../src/lib/engine/population/emailColumns';
import { Library } from '../../src/lib/worker/library';
import { WhatIf } from '../../src/lib/worker/whatIf';
import { arbitraryMail } from '../support/arbitraryMail';
import { id } from '../support/mail';
import { decodeEnvironmentFile } from '../../src/lib/snapshot/environmentFile';

const names = ['m0', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6'];
const addresses = ['ann@fabrikam.com', 'bob@contoso.com', 'support@contoso.com', 'both@contoso.com'];
const subjects = [
	'Pump',
	'RE: Pump',
	'Pump CRM:0001005',
	'RE: Pump CRM:0001005',
	'Other OLD:0001005',
	'FW: Pump',
	null
];
const messages = arbitraryMail({ names, addresses, subjects });

const at = (minute: number) => `2026-09-01T08:0${minute}:00Z`;
const filter = fc.constantFrom(0, 1, 2, 3, 4);
const described = fc.record({
	users: fc
		.tuple(filter, fc.boolean())
		.map(([incomingemailfilteringmethod, active]) => [
			{ id: 'bob', emailaddresses: addresses.slice(1, 2), incomingemailfilteringmethod, active }
		]),
	queues: fc
		.tuple(filter, fc.option(fc.constant('bob')))
		.map(([incomingemailfilteringmethod, ownerid]) => [
			{ id: 'support', emailaddresses: addresses.slice(2), incomingemailfilteringmethod, ownerid }
		]),
	records: fc.subarray([
		{ id: 'ann', table: 'contact', emailaddresses: ['ann@fabrikam.com'], ownerid: 'bob' },
		{ id: 'ann-lead', table: 'lead', emailaddresses: ['ann@fabrikam.com'] }
	]),
	mailboxes: fc
		.tuple(fc.subarray(['bob', 'support', 'nobody']), fc.option(fc.integer({ min: 0, max: 6 })), fc.subarray([1, 3, 5]))
		.map(([owners, from, syncs]) =>
			owners.map((ownerid) => ({
				id: `m-${ownerid}`,
				ownerid,
				processemailreceivedafter: from === null ? null : at(from),
				trackedfolders: [{ path: 'Inbox/VIP', regarding: { table: 'account', id: 'a-1', name: 'Fabrikam' } }],
				syncs: syncs.map(at)
			}))
		),
	placements: fc.array(
		fc.record({
			files: fc.constant('**'),
			mailboxid: fc.constantFrom('m-bob', 'm-support', 'm-x'),
			folder: fc.constantFrom('Inbox', 'Inbox/VIP', 'Sent Items', 'Archive')
		}),
		{ maxLength: 1 }
	)
});
const files = fc
	.record({
		rows: fc.oneof(fc.constant({}), described),
		organization: fc.record({
			emailcorrelationenabled: fc.boolean(),
			usetrackingtokens: fc.boolean(),
			trackingprefixhistory: fc.subarray(['OLD:']),
			enablesmartmatching: fc.boolean(),
			hashminaddresscount: fc.integer({ min: 0, max: 2 }),
			ignoreinternalemail: fc.boolean()
		}),
		orgDbOrgSettings: fc.record({
			IgnoreConversationIndexAndInReplyToForCorrelation: fc.boolean(),
			DoNotCorrelateForwardedEmailsAsReplies: fc.boolean(),
			AutoTrackSentFolderItems: fc.boolean()
		}),
		marks: fc.array(
			fc.record({
				messageid: fc.constantFrom(...names.map(id)),
				tracked: fc.constantFrom('sent', 'manual', 'untracked'),
				regarding: fc.constantFrom(null, { table: 'incident', id: 'CAS-1', name: 'Pump' })
			}),
			{ maxLength: 2 }
		)
	})
	.map(({ rows, ...others }) => ({
		format: 'tracklens-environment',
		formatVersion: 1,
		name: 'Any',
		...rows,
		...others
	}));

function environmentOf(file: object): Environment {
	const decoded = decodeEnvironmentFile(file);
	if (!decoded.ok) throw new Error(JSON.stringify(decoded.issues));
	return decoded.environment;
}

/** The whole outcome of each email after a fresh import, by its hash. */
function freshImport(mails: readonly MessageFacts[], under: Environment) {
	const decisions = decide(mails, under, { pathsOf: () => [] });
	return new Map(
		decisions.stored.messages.map(({ sha256 }, position) => [
			decisions.stored.activityId(position),
			{
				sha256,
				tracked: decisions.tracked(position),
				reason: decisions.reason[position],
				columns: emailColumns(decisions, position)
			}
		])
	);
}

test('what-if is exactly the difference of two fresh imports', async () => {
	let changed = 0;
	await fc.assert(
		fc.asyncProperty(messages, files, files, async (mails, active, draft) => {
			const now = environmentOf(active);
			const library = new Library(1, now, compileHashFilter(now.organization.hashfilterkeywords));
			library.addPack(1, mails);
			library.decideNew();
			const whatIf = new WhatIf(() => library);
			const result = await whatIf.evaluate(draft);
			const page = whatIf.page({ groups: [], columns: [], text: '', first: 0, count: 100 });
			if (!result.ok || page === null) throw new Error('The draft was not decided.');

			const before = freshImport(mails, now);
			const after = freshImport(mails, environmentOf(draft));
			const expected = [...before].flatMap(([activityId, was]) => {
				const { sha256: _, ...then } = after.get(activityId) ?? was;
				const { sha256: __, ...now } = was;
				return JSON.stringify(now) === JSON.stringify(then) ? [] : [{ activityId, before: now, after: then }];
			});
			const told = page.rows.map((row) => ({ activityId: row.activityId, before: row.before, after: row.after }));
			expect(told).toEqual(expected);
			expect(result.summary.changed).toBe(expected.length);
			expect(Object.values(page.groups).reduce((sum, count) => sum + count, 0)).toBe(expected.length);
			for (const { before: was, after: then, changedColumns } of page.rows) {
				const differing = Object.keys(was.columns ?? {}).filter((name) => {
					const column = name as keyof NonNullable<typeof was.columns>;
					return (
						then.columns !== null && JSON.stringify(was.columns?.[column]) !== JSON.stringify(then.columns[column])
					);
				});
				expect([...changedColumns].sort()).toEqual(differing.sort());
			}
			changed += expected.length;
		}),
		{ numRuns: 200 }
	);
	expect(changed).toBeGreaterThan(100);
});

import { describe, expect, test } from 'vitest';
import { fc } from '../support/fastCheck';
import { diagnosesOf } from '../../src/lib/engine/explain';
import { environment, id, mail } from '../support/mail';
import { nameOf, threadsIn, viewsOf } from '../support/threads';

const names = Array.from({ length: 8 }, (_, index) => `m${index}`);
const someIds = fc.array(fc.constantFrom(...names.map(id), '<gone@example.org>', '<lost@example.org>'), {
	maxLength: 3
});
const someMail = (name: string) =>
	fc
		.record({
			at: fc.option(fc.integer({ min: 0, max: 9 })),
			messageId: fc.option(fc.constantFrom(...names.map(id)), { freq: 8 }),
			inReplyTo: someIds,
			references: someIds,
			subject: fc.constantFrom(
				'Pump',
				'RE: Pump',
				'Pump CRM:0001005',
				'Other CRM:0001005',
				'A long subject of words',
				null
			),
			cc: fc.subarray(['bob@fabrikam.com', 'support@contoso.com'])
		})
		.map((changes) => mail(name, changes));
const someMails = fc
	.integer({ min: 1, max: names.length })
	.chain((count) => fc.tuple(...names.slice(0, count).map(someMail)));
const someEnvironment = fc
	.record({
		enablesmartmatching: fc.boolean(),
		emailcorrelationenabled: fc.boolean(),
		untracked: fc.subarray(names, { maxLength: 2 })
	})
	.map(({ untracked: marked, ...organization }) =>
		environment({ organization, marks: marked.map((name) => ({ messageid: id(name), tracked: 'untracked' as const })) })
	);

describe('for any mail and environment', () => {
	test('every email is in one thread, every tracked one in one conversation, and every message is drawn once', () => {
		fc.assert(
			fc.property(someMails, someEnvironment, (mails, under) => {
				const threads = threadsIn(mails, under);
				const { links } = threads;
				const emails = threads.all.flatMap(({ nodes }) => nodes.filter((node) => !links.isGhost(node)));
				expect(emails.toSorted((a, b) => a - b)).toEqual(mails.map((_, position) => position));
				const namedElsewhere = new Set([...links.elsewhere.values()].flat().map(({ to }) => to));
				for (const view of viewsOf(threads)) {
					expect(view.messages.length).toBe(view.total);
					expect(new Set(view.messages.map(nameOf)).size).toBe(view.total);
					view.messages.forEach((message, index) => {
						// What hangs on a message comes after it.
						if (message.link) expect(message.link.index).toBeLessThan(index);
						expect(message.link === null).toBe(message.tree.parentLevel === null);
						if (message.kind === 'email') expect(message.conversation !== null).toBe(message.tracked === 'yes');
						if (message.kind === 'ghost' && message.answers === 0) {
							expect(namedElsewhere).toContain(links.emails + links.ghosts.indexOf(message.messageId));
						}
					});
				}
			})
		);
	});

	test('what Dynamics 365 links, and what names the same message, is in one thread', () => {
		fc.assert(
			fc.property(someMails, someEnvironment, (mails, under) => {
				const threads = threadsIn(mails, under);
				const { decisions } = threads.links;
				const threadByMessageId = new Map<string, number>();
				decisions.correlated.forEach((correlated, position) => {
					// A copy is shown with what it is a copy of.
					const isCopy = decisions.reason[position] === 'Duplicate';
					if (correlated >= 0 && !isCopy) expect(threads.indexOf[position]).toBe(threads.indexOf[correlated]);
					const { inReplyTo, references } = decisions.stored.message(position);
					for (const messageId of [...inReplyTo, ...references]) {
						const [first, ...copies] = decisions.stored.seenByMessageId.all(messageId);
						// Of several copies the email names one; one's own Message-ID names none.
						if (copies.length > 0 || first === position) continue;
						const thread = threads.indexOf[first ?? position] as number;
						expect(threads.indexOf[position]).toBe(threadByMessageId.get(messageId) ?? thread);
						threadByMessageId.set(messageId, thread);
					}
				});
			})
		);
	});

	test('the order of dropping changes nothing', () => {
		fc.assert(
			fc.property(someMails, someEnvironment, (mails, under) => {
				expect(viewsOf(threadsIn(mails.toReversed(), under))).toEqual(viewsOf(threadsIn(mails, under)));
			})
		);
	});

	test('suspects are what the diagnoses say', () => {
		fc.assert(
			fc.property(someMails, someEnvironment, (mails, under) => {
				const threads = threadsIn(mails, under);
				const { decisions } = threads.links;
				decisions.reason.forEach((_, position) => {
					const diagnosed: readonly string[] = decisions.isTracked(position)
						? diagnosesOf(decisions, position).map((found) => found.id)
						: [];
					const suspects: readonly string[] = threads.suspects.get(position) ?? [];
					for (const suspect of ['token-reused', 'generic-subject-matched', 'subject-changed']) {
						expect(suspects.includes(suspect), suspect).toBe(diagnosed.includes(suspect));
					}
					if (suspects.includes('smart-matching-participants')) expect(diagnosed).toContain('smart-matching-only');
				});
			})
		);
	});
});

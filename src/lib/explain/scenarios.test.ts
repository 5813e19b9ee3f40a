/** Whole decisions read out: what the engine decides about small environments, in words. */
import { describe, expect, it } from 'vitest';
import { environment, explainOne, id, mail, mailbox, minute, queue, record, user } from '../../../tests/support/mail';
import type { Placement } from '../domain/environment';
import type { MessageFacts } from '../domain/message';
import type { CheckResult, Explanation } from '../engine/explanation';
import { checkWords } from './checks';
import { mailboxRows } from './checks/mailbox';
import { columnsIntro, columnWords } from './columns';
import { headline } from './headline';
import { plainText } from './sentence';

type Changes = Parameters<typeof environment>[0];

const luisa = user('luisa', { fullname: 'Luisa Alves' });
const sales = queue('sales', { name: 'Sales', incomingemailfilteringmethod: 0 });
const base: Changes = { users: [luisa], mailboxes: [mailbox('luisa')] };
const placed = (changes: Partial<Placement>): Changes => ({
	placements: [{ files: '**', mailboxid: 'm-luisa', folder: 'Inbox', moves: [], category: null, ...changes }]
});

const offer = mail('offer', { to: ['luisa@contoso.com'] });
const both = mail('offer', { to: ['luisa@contoso.com', 'sales@contoso.com'] });
const first = mail('first', { to: ['luisa@contoso.com'], subject: 'Pump P-204 leaks' });
const reply = mail('reply', { at: 1, to: ['luisa@contoso.com'], inReplyTo: [id('first')] });
const firstSent: Changes = { marks: [{ messageid: id('first'), tracked: 'sent' }] };
const nothing = 'and linked to nothing: it names no earlier email, so it starts a conversation of its own.';

function decided(messages: readonly MessageFacts[], changes: Changes): Explanation {
	const last = messages.at(-1)?.messageId ?? '';
	return explainOne(last.slice(1, last.indexOf('@')), messages, environment({ ...base, ...changes }));
}

const spoken: readonly (readonly [string, Explanation, string])[] = [
	[
		'accepted by a queue in a colleague’s mailbox',
		decided([both], { queues: [sales] }),
		`Tracked because the queue “Sales” takes all email (AcceptAll); seen in the mailbox of Luisa Alves, ${nothing}`
	],
	[
		'an answer',
		decided([first, reply], firstSent),
		'Tracked because the user “Luisa Alves” takes answers to tracked email (CorrelationMatch); seen in the mailbox of Luisa Alves, and linked to “Pump P-204 leaks” because its In-Reply-To names that email’s Message-ID.'
	],
	[
		'from a contact',
		decided([offer], {
			users: [{ ...luisa, incomingemailfilteringmethod: 2 }],
			records: [record('ann', 'contact', { name: 'Ann' })]
		}),
		`Tracked because the user “Luisa Alves” takes email from leads, contacts and accounts, and the sender is the contact “Ann” (SenderMatch); seen in the mailbox of Luisa Alves, ${nothing}`
	],
	[
		'from a custom table',
		decided([offer], {
			users: [{ ...luisa, incomingemailfilteringmethod: 3 }],
			records: [record('ann', 'new_pet', { name: 'Rex' })]
		}),
		`Tracked because the user “Luisa Alves” takes email from records with an email address, and the sender is the new_pet “Rex” (SenderMatch); seen in the mailbox of Luisa Alves, ${nothing}`
	],
	[
		'Bcc',
		decided([mail('offer')], { users: [{ ...luisa, incomingemailfilteringmethod: 0 }], ...placed({}) }),
		`Tracked because the user “Luisa Alves”, whose mailbox it is, takes all email (AcceptAll); seen in the mailbox of Luisa Alves, ${nothing}`
	],
	[
		'a sent item',
		decided([mail('offer', { from: 'luisa@contoso.com', to: ['ann@fabrikam.com'] })], {
			users: [{ ...luisa, incomingemailfilteringmethod: 2 }],
			records: [record('ann', 'contact')],
			orgDbOrgSettings: { AutoTrackSentFolderItems: true },
			...placed({ folder: 'Sent Items' })
		}),
		`Tracked because the user “Luisa Alves” takes email to leads, contacts and accounts, and a recipient is one (SenderMatch); seen in “Sent Items” of the mailbox of Luisa Alves, ${nothing}`
	],
	[
		'a tracked folder',
		decided([offer], {
			mailboxes: [mailbox('luisa', { trackedfolders: [{ path: 'Inbox/VIP', regarding: null }] })],
			...placed({ folder: 'Inbox/VIP' })
		}),
		`Tracked by hand, because it lay in the tracked folder “Inbox/VIP” in the mailbox of Luisa Alves, ${nothing}`
	],
	[
		'a category',
		decided([offer], placed({ category: 'Tracked to Dynamics 365' })),
		`Tracked by hand, because it carries the category “Tracked to Dynamics 365” in the mailbox of Luisa Alves, ${nothing}`
	],
	[
		'nothing to answer',
		decided([offer], {}),
		'Not tracked: the user “Luisa Alves” takes only answers to tracked email, and this email is linked to none (NoCorrelationMatch).'
	],
	[
		'two with one filter',
		decided([both], { queues: [{ ...sales, incomingemailfilteringmethod: 1 }] }),
		'Not tracked: the user “Luisa Alves” and the queue “Sales” take only answers to tracked email, and this email is linked to none (NoCorrelationMatch).'
	],
	[
		'two filters',
		decided([both], { queues: [{ ...sales, incomingemailfilteringmethod: 4 }] }),
		'Not tracked: the user “Luisa Alves” takes only answers to tracked email, and this email is linked to none; the queue “Sales” takes no email (NoCorrelationMatch).'
	],
	[
		'a forced filter',
		decided([offer], { orgDbOrgSettings: { SSSForceFilteringMethodForUserMailboxes: 4 } }),
		'Not tracked: the user “Luisa Alves” takes no email, forced by SSSForceFilteringMethodForUserMailboxes (NoCorrelationMatch).'
	],
	[
		'no recipient',
		decided([mail('offer')], placed({})),
		'Not tracked: no recipient is a user or a queue, and the mailbox’s owner, the user “Luisa Alves”, does not take all email (NoRecipientMatch).'
	],
	[
		'internal',
		decided([mail('offer', { from: 'bob@contoso.com', to: ['luisa@contoso.com'] })], {
			users: [{ ...luisa, incomingemailfilteringmethod: 0 }, user('bob')],
			organization: { ignoreinternalemail: true },
			orgDbOrgSettings: { IgnoreInternalEmailDetectionEnhancement: false }
		}),
		'Not tracked: it was sent by a user, and with IgnoreInternalEmailDetectionEnhancement off all email from users is rejected (InternalEmailReject).'
	],
	[
		'no usable sender',
		decided([mail('offer', { from: 'undisclosed', to: ['luisa@contoso.com'] })], {}),
		'Not tracked: undisclosed in its From is not an email address (InvalidSender).'
	],
	[
		'no mailbox holds it',
		decided([mail('offer')], {}),
		'Not tracked: no mailbox that the environment describes holds it (NotEvaluated).'
	],
	[
		'mailbox without incoming email',
		decided([offer], { mailboxes: [mailbox('luisa', { incomingemaildeliverymethod: 0 })] }),
		'Not tracked: the mailbox of Luisa Alves is not synchronized, because incomingemaildeliverymethod is 0 None (NotEvaluated).'
	],
	[
		'a subfolder',
		decided([offer], placed({ folder: 'Inbox/VIP' })),
		'Not tracked: it lay in “Inbox/VIP”, a subfolder without folder-level tracking: server-side synchronization looks at the Inbox root only (NotEvaluated).'
	],
	[
		'sent items',
		decided([offer], placed({ folder: 'Sent Items' })),
		'Not tracked: it lay in “Sent Items”, and sent items are not tracked automatically while AutoTrackSentFolderItems is off (NotEvaluated).'
	],
	[
		'too old',
		decided([offer], { mailboxes: [mailbox('luisa', { processemailreceivedafterUtcMs: minute(5) })] }),
		'Not tracked: it was received 2026-09-01 08:00:00 UTC, before Process Emails From (2026-09-01 08:05:00 UTC) (NotEvaluated).'
	],
	[
		'moved back',
		decided([offer], {
			mailboxes: [mailbox('luisa', { syncsUtcMs: [minute(5), minute(10)] })],
			...placed({ folder: 'Inbox/VIP', moves: [{ atUtcMs: minute(6), folder: 'Inbox' }] })
		}),
		'Not tracked: it lay in “Inbox/VIP”, a subfolder without folder-level tracking: server-side synchronization looks at the Inbox root only (NotEvaluated).'
	],
	[
		'moved back, tested and enabled',
		decided([offer], {
			users: [{ ...luisa, incomingemailfilteringmethod: 0 }],
			mailboxes: [mailbox('luisa', { syncsUtcMs: [minute(5)], testedandenabledonUtcMs: minute(10) })],
			...placed({ folder: 'Inbox/VIP', moves: [{ atUtcMs: minute(6), folder: 'Inbox' }] })
		}),
		`Tracked because the user “Luisa Alves” takes all email (AcceptAll); seen in the mailbox of Luisa Alves, ${nothing}`
	],
	[
		'protected',
		decided([{ ...offer, contentType: 'application/x-microsoft-rpmsg-message' }], {
			orgDbOrgSettings: { RestrictIRMEmailItems: true }
		}),
		'Not tracked: it is protected by Information Rights Management, and RestrictIRMEmailItems is true (NotEvaluated).'
	],
	[
		'a mailbox that is not described',
		decided([offer], placed({ mailboxid: 'm-x' })),
		'Cannot be decided: the environment refers to the mailbox m-x, which it does not describe.'
	],
	[
		'a mailbox of nobody',
		decided([offer], { mailboxes: [mailbox('luisa', { ownerid: null })], ...placed({}) }),
		'Cannot be decided: the environment does not say who owns the mailbox m-luisa.'
	],
	[
		'an owner who is not described',
		decided([offer], { mailboxes: [mailbox('luisa', { ownerid: 'u-x' })], ...placed({}) }),
		'Cannot be decided: the environment refers to the user or queue u-x, which it does not describe.'
	],
	[
		'time of receipt',
		decided([mail('offer', { at: null, to: ['luisa@contoso.com'] })], {
			mailboxes: [mailbox('luisa', { syncsUtcMs: [minute(5)] })]
		}),
		'Cannot be decided: when this email was received cannot be read from it, and the mailbox asks for the time.'
	]
];

describe('headline', () => {
	it.each(spoken)('%s', (_name, explanation, sentence) => {
		expect(plainText(headline(explanation))).toBe(sentence);
	});
});

/** Outcome, sentence and evidence of one check. */
function rung(explanation: Explanation, name: CheckResult['check']): readonly string[] {
	const check = explanation.checks.find((ran) => ran.check === name);
	if (!check) return [];
	const { outcome, sentence, details } = checkWords(check, explanation);
	return [outcome, ...[sentence, ...details].map(plainText)];
}

describe('rungs', () => {
	it('tells the story of Luisa and Sales', () => {
		const explanation = decided([both], { queues: [sales] });
		expect(rung(explanation, 'acceptance/filtering')).toEqual([
			'Accepted',
			'Accepted, because the queue “Sales” takes all email.',
			'No: the user “Luisa Alves” (To), filter “Email messages in response to Dynamics 365 email” (1). No correlation method links this email to a tracked one.',
			'Yes: the queue “Sales” (To), filter “All email messages” (0). It takes every email.',
			'Accepting Entity is the queue “Sales”, Receiving Mailbox is the mailbox of Luisa Alves: server-side synchronization was processing that mailbox when it recognized that another recipient takes the email.'
		]);
		const columns = columnWords(explanation);
		expect(plainText(columns.find(({ name }) => name === 'acceptingentityid')?.value ?? [])).toBe('Queue “Sales”');
		expect(columns.find(({ name }) => name === 'receivingmailboxid')?.writtenBy).toEqual({
			check: 'scope/mailbox',
			text: 'Mailboxes'
		});
	});

	it('lists what every mailbox made of it', () => {
		const explanation = decided([both], { queues: [sales], mailboxes: [mailbox('luisa'), mailbox('sales')] });
		expect(rung(explanation, 'scope/mailbox')).toEqual([
			'2 mailboxes',
			'It lay in the mailbox of Luisa Alves and the mailbox of Sales. The mailbox of Luisa Alves is the first in the environment’s order to track it (that order is assumed); the checks below are its own.'
		]);
		const inbox = { folder: '“Inbox”', heldBy: 'by its owner’s address', seen: [] };
		expect(mailboxRows(explanation)).toEqual([
			{
				mailboxId: 'm-luisa',
				name: 'Luisa Alves',
				...inbox,
				reason: 'AcceptAll (6)',
				endedBy: 'none: tracked',
				decisive: true
			},
			{
				mailboxId: 'm-sales',
				name: 'Sales',
				...inbox,
				reason: 'Duplicate (0)',
				endedBy: 'Duplicate check',
				decisive: false
			}
		]);
	});

	it('tells two mailboxes of owners with one name apart by their ids', () => {
		const users = [luisa, user('other', { fullname: 'Luisa Alves' })];
		const stopped = { users, mailboxes: [mailbox('luisa'), mailbox('other')] };
		expect(rung(decided([offer], stopped), 'scope/mailbox')[1]).toBe('It lay in the mailbox of Luisa Alves (m-luisa).');
	});

	it('says what to do with email of our own that lies nowhere, and that it may be the token’s own', () => {
		const sent = mail('sent', { from: 'sales@contoso.com', to: ['ann@fabrikam.com'], subject: 'Offer CRM:0002001' });
		const explanation = decided([sent], { queues: [sales], mailboxes: [mailbox('sales')] });
		expect(rung(explanation, 'scope/mailbox')).toEqual([
			'No mailbox',
			'No mailbox that the environment describes holds this email, so server-side synchronization never came upon it.',
			'Nothing under “Where files lay” names its file, and no mailbox belongs to a user or queue with an address in To, Cc, Bcc or Delivered-To.',
			'Its From is the queue “Sales”: probably it was sent from Dynamics 365, or lay in Sent Items.',
			'If it was sent from Dynamics 365, mark it as sent. If it lay in Sent Items, say so under “Where files lay”.',
			'Its subject carries the tracking token CRM:0002001, and no earlier email does: this may be the email that the token was made for.'
		]);
		expect(plainText(headline(explanation))).toBe(
			'Not tracked: the queue “Sales” sent it, and nothing says whether it was sent from Dynamics 365 or in which mailbox it lay (NotEvaluated).'
		);
		expect(explanation.diagnoses.map(({ id: diagnosis }) => diagnosis)).not.toContain('token-from-elsewhere');
	});

	describe('with a HashFilterKeywords that cannot be used', () => {
		const refused: Changes = { organization: { enablesmartmatching: true, hashfilterkeywords: '(?>a)' } };
		const valuesOf = (explanation: Explanation, ...names: readonly string[]) =>
			columnWords(explanation)
				.filter(({ name }) => names.includes(name))
				.map(({ value }) => value && plainText(value));

		it('the columns of a tracked email say so, too', () => {
			const explanation = decided([offer], { ...refused, users: [{ ...luisa, incomingemailfilteringmethod: 0 }] });
			expect(
				valuesOf(
					explanation,
					'correlationmethod',
					'correlatedactivityid',
					'parentactivityid',
					'correlatedsubjectchanged',
					'regardingobjectid'
				)
			).toEqual(Array.from({ length: 5 }, () => 'Cannot be decided'));
			expect(explanation.columns?.correlationmethod).toBe(0);
			expect(rung(explanation, 'population/regarding')[1]).toMatch(
				/^Regarding cannot be decided: whether the email is/
			);
		});

		it('a Regarding set by hand is known all the same', () => {
			const regarding = { table: 'incident', id: 'CAS-1', name: 'Broken pump' };
			const marks = [{ messageid: id('offer'), tracked: 'manual' as const, regarding }];
			expect(valuesOf(decided([offer], { ...refused, marks }), 'regardingobjectid')).toEqual([
				'Broken pump (incident)'
			]);
		});

		it('nor is it said of an email whose verdict is unknown that it has no Regarding', () => {
			const explanation = decided([offer], refused);
			expect(explanation.verdict.tracked).toBe('unknown');
			expect(rung(explanation, 'population/regarding')[1]).toBe(
				'Regarding cannot be decided: whether the email is tracked is not known.'
			);
			expect(columnsIntro(explanation)).toMatch(/cannot be decided/);
		});
	});

	it('names the folder in which it lay when the mailbox was synchronized', () => {
		const moved = decided([offer], {
			...placed({ moves: [{ atUtcMs: minute(1), folder: 'Inbox/Later' }] }),
			mailboxes: [
				mailbox('luisa', {
					syncsUtcMs: [minute(5)],
					processemailreceivedafterUtcMs: minute(-1)
				})
			]
		});
		const [, sentence, ...details] = rung(moved, 'scope/received-date');
		expect(sentence).toBe('When server-side synchronization looked, it lay in “Inbox/Later”, not in the Inbox.');
		expect(details.join(' ')).not.toContain('Or set Process Emails From');
		const found = moved.diagnoses.find(({ id: diagnosis }) => diagnosis === 'subfolder-not-looked-at');
		expect(found?.evidence).toEqual({ folder: 'Inbox/Later', why: 'notInInboxAtSync' });
	});

	it('says that only the owner was asked', () => {
		const orgDbOrgSettings = { UseFilteringMethodOfSyncingMailboxOnlyForCorrelation: true };
		const lines = rung(decided([both], { queues: [sales], orgDbOrgSettings }), 'acceptance/filtering');
		expect(lines.at(-1)).toBe(
			'Only the mailbox’s owner was asked: UseFilteringMethodOfSyncingMailboxOnlyForCorrelation is true.'
		);
	});

	it('names the three remedies of a subfolder', () => {
		expect(rung(decided([offer], placed({ folder: 'Inbox/VIP' })), 'scope/folder')).toEqual([
			'Not looked at',
			'It lay in “Inbox/VIP”, a subfolder without folder-level tracking: server-side synchronization looks at the Inbox root only.',
			'Track it by hand: with the Outlook category “Tracked to Dynamics 365”, or in Dynamics 365 App for Outlook.',
			'Or set Process Emails From on the mailbox record to a date before the email was received, unless it is earlier already. The field has to be added to the mailbox form first, because the form does not show it.',
			'Or select Test & Enable Mailbox on the mailbox record, with the email in the Inbox.'
		]);
	});

	it('names the column that stops a mailbox, as the mailbox form spells it', () => {
		const stopped = decided([offer], { mailboxes: [mailbox('luisa', { emailrouteraccessapproval: 2 })] });
		expect(rung(stopped, 'scope/mailbox-state').slice(1, 3)).toEqual([
			'Server-side synchronization does not look at the mailbox of Luisa Alves, because emailrouteraccessapproval is 2 Pending Approval.',
			'emailrouteraccessapproval is “Email Address Status” on the mailbox form; it has to be 1 Approved.'
		]);
	});

	it('tells why one of several senders wins', () => {
		const shared = { emailaddresses: ['ann@fabrikam.com'] };
		const several = decided([offer], {
			users: [luisa, user('old', { ...shared, active: false })],
			records: [
				record('lead', 'lead', { ...shared, name: 'Ann Lead' }),
				record('gone', 'contact', { ...shared, name: 'Ann Gone', active: false }),
				record('ann', 'contact', { ...shared, name: 'Ann' })
			]
		});
		expect(rung(several, 'resolution/sender')).toEqual([
			'Resolved',
			'The address in From, ann@fabrikam.com, belongs to 4 rows; the contact “Ann” wins, because it is the first by type and, within the type, by date of creation.',
			'The user “old” (inactive): inactive users never resolve.',
			'The lead “Ann Lead”: its type comes later.',
			'The contact “Ann Gone” (inactive): left out while ResolveForInactiveEntities is off.',
			'The contact “Ann”: chosen.'
		]);
	});

	it('tells which recipients are left out, and why', () => {
		const shared = decided([offer], {
			queues: [{ ...sales, emailaddresses: ['luisa@contoso.com'] }],
			organization: { unresolveemailaddressifmultiplematch: true }
		});
		expect(rung(shared, 'resolution/recipients')).toEqual([
			'No user or queue',
			'None of its recipient addresses belongs to a user or a queue, as with Bcc or a distribution list.',
			'To luisa@contoso.com: the user “Luisa Alves” and the queue “Sales” left out, because unresolveemailaddressifmultiplematch is true.'
		]);
	});

	it('names the folder that set Regarding', () => {
		const regarding = { table: 'incident', id: 'CAS-1', name: 'Broken pump' };
		const explanation = decided([offer], {
			mailboxes: [mailbox('luisa', { trackedfolders: [{ path: 'Inbox/VIP', regarding }] })],
			...placed({ folder: 'Inbox/VIP' })
		});
		expect(rung(explanation, 'population/regarding').slice(0, 2)).toEqual([
			'Set by folder',
			'Regarding is “Broken pump” (incident), set by the tracked folder “Inbox/VIP”.'
		]);
	});
});

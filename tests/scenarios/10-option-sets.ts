import { LUISA, OFFER, OFFER_SENT, QUESTION, REPLY, but, mailbox, placement, queue, record, user } from './people';
import type { Scenario } from './scenario';

interface FilterRow {
	readonly method: 0 | 1 | 2 | 3 | 4;
	readonly label: string;
	/** Reason of a stranger's first mail, an answer, a contact's first mail, a custom row's first mail. */
	readonly reasons: readonly [stranger: string, answer: string, contact: string, custom: string];
}

const REFUSED = 'NoCorrelationMatch';
const FILTER_ROWS: readonly FilterRow[] = [
	{ method: 0, label: 'All email messages', reasons: ['AcceptAll', 'AcceptAll', 'AcceptAll', 'AcceptAll'] },
	{ method: 1, label: 'In response to email', reasons: [REFUSED, 'CorrelationMatch', REFUSED, REFUSED] },
	{ method: 2, label: 'From leads, contacts, and accounts', reasons: [REFUSED, REFUSED, 'SenderMatch', REFUSED] },
	{ method: 3, label: 'From email enabled records', reasons: [REFUSED, REFUSED, 'SenderMatch', 'SenderMatch'] },
	{ method: 4, label: 'No email messages', reasons: [REFUSED, REFUSED, REFUSED, REFUSED] }
];
const RECORDS = [
	record('carl', 'contact', { emailaddresses: ['carl@example.net'] }),
	record('supplies', 'new_supplier', { emailaddresses: ['supplies@example.net'] })
];

/** Stranger, answer, contact and custom row: one table for each of the five methods. */
function filterTable({ reasons }: FilterRow, folder: string, accepting: string, outgoing: boolean): string {
	const files = ['stranger', 'answer', 'contact', 'custom'];
	const rows = reasons.map((reason, index) => {
		const tracked = reason !== REFUSED;
		const columns = tracked ? `yes | ${reason} | ${accepting} | ${outgoing}` : `no | ${reason} | - | -`;
		return `${folder}${files[index]}.eml | ${columns}`;
	});
	return ['file | tracked | reason | acceptingentityid | directioncode', ...rows].join('\n');
}

function filterScenario(row: FilterRow, kind: 'user' | 'queue'): Scenario {
	const to = kind === 'user' ? 'To: luisa@contoso.com' : 'To: sales@contoso.com';
	const incomingemailfilteringmethod = row.method;
	return {
		title: `Filtering method ${row.method} of a ${kind}: ${row.label}`,
		places: [`incomingemailfilteringmethod of a ${kind}`, 'A22', 'reason codes'],
		given: `The ${kind} has incomingemailfilteringmethod ${row.method}.`,
		when: 'A stranger writes, Ann (nobody’s row) answers the offer, a contact writes, a row of a custom table writes.',
		then: 'Each is tracked or refused as the option says, with its reason.',
		environment: {
			...(kind === 'user'
				? { users: [user('luisa', { incomingemailfilteringmethod })], mailboxes: [mailbox('luisa')] }
				: { queues: [queue('sales', { incomingemailfilteringmethod })], mailboxes: [mailbox('sales')] }),
			records: RECORDS,
			marks: [OFFER_SENT]
		},
		mail: {
			'offer.eml': OFFER,
			'stranger.eml': but(QUESTION, to, 'From: stranger@example.org'),
			'answer.eml': but(REPLY, to),
			'contact.eml': but(QUESTION, to, 'From: carl@example.net'),
			'custom.eml': but(QUESTION, to, 'From: supplies@example.net')
		},
		expected: filterTable(row, '', kind === 'user' ? 'luisa' : 'sales', false)
	};
}

/** The recipients stand in the place of the sender. */
function sentScenario(row: FilterRow): Scenario {
	return {
		title: `Filtering method ${row.method} for sent items: ${row.label}`,
		places: ['incomingemailfilteringmethod for sent items', '1.17'],
		given: `Sent items are tracked; Luisa has incomingemailfilteringmethod ${row.method}.`,
		when: 'From Outlook she writes to a stranger, answers a tracked mail, writes to a contact, and to a custom row.',
		then: 'Her own method decides, with “from” read as “to”.',
		environment: {
			users: [user('luisa', { incomingemailfilteringmethod: row.method })],
			mailboxes: [mailbox('luisa')],
			records: RECORDS,
			orgDbOrgSettings: { AutoTrackSentFolderItems: true },
			placements: [placement('luisa', 'Sent Items')],
			marks: [{ messageid: '<question@fabrikam.com>', tracked: 'manual' }]
		},
		mail: {
			'question.eml': QUESTION,
			'luisa/stranger.eml': but(OFFER, 'To: stranger@example.org', 'Thread-Index: (none)'),
			'luisa/answer.eml': but(OFFER, 'In-Reply-To: <question@fabrikam.com>', 'Thread-Index: (none)'),
			'luisa/contact.eml': but(OFFER, 'To: carl@example.net', 'Thread-Index: (none)'),
			'luisa/custom.eml': but(OFFER, 'To: supplies@example.net', 'Thread-Index: (none)')
		},
		expected: filterTable(row, 'luisa/', 'luisa', true)
	};
}

/** A column of the mailbox with one of its values: synchronized, or the column is what stops it. */
function mailboxScenario(
	column:
		'incomingemaildeliverymethod' | 'emailrouteraccessapproval' | 'incomingemailstatus' | 'enabledforincomingemail',
	value: number | boolean,
	label: string,
	synchronized: boolean
): Scenario {
	const row = synchronized
		? 'yes | CorrelationMatch | passed | - | not mailbox-not-processed'
		: `no | NotEvaluated | failed | ${column} | mailbox-not-processed`;
	return {
		title: `${column} ${value}: ${label}`,
		places: [column],
		given: `Luisa’s mailbox has ${column} ${value}.`,
		when: 'Ann’s answer lies in her Inbox.',
		then: synchronized ? 'The mailbox is synchronized.' : 'The mailbox is not synchronized, and the column is named.',
		environment: {
			...LUISA,
			mailboxes: [mailbox('luisa', { [column]: value })],
			placements: [placement('luisa', 'Inbox')]
		},
		mail: { 'offer.eml': OFFER, 'luisa/reply.eml': REPLY },
		expected: `
			file | tracked | reason | scope/mailbox-state | scope/mailbox-state column | diagnoses
			luisa/reply.eml | ${row}`
	};
}

export const OPTION_SETS: readonly Scenario[] = [
	...FILTER_ROWS.map((row) => filterScenario(row, 'user')),
	...FILTER_ROWS.map((row) => filterScenario(row, 'queue')),
	...FILTER_ROWS.map(sentScenario),
	mailboxScenario('incomingemaildeliverymethod', 0, 'None', false),
	mailboxScenario('incomingemaildeliverymethod', 1, 'Dynamics 365 for Outlook', false),
	mailboxScenario('incomingemaildeliverymethod', 2, 'Server-Side Synchronization or Email Router', true),
	mailboxScenario('incomingemaildeliverymethod', 3, 'Forward Mailbox', false),
	mailboxScenario('emailrouteraccessapproval', 0, 'Empty', false),
	mailboxScenario('emailrouteraccessapproval', 1, 'Approved', true),
	mailboxScenario('emailrouteraccessapproval', 2, 'Pending Approval', false),
	mailboxScenario('emailrouteraccessapproval', 3, 'Rejected', false),
	mailboxScenario('incomingemailstatus', 0, 'Not Run', false),
	mailboxScenario('incomingemailstatus', 1, 'Success', true),
	mailboxScenario('incomingemailstatus', 2, 'Failure', false),
	mailboxScenario('enabledforincomingemail', true, 'Yes', true),
	mailboxScenario('enabledforincomingemail', false, 'No', false),
	{
		title: 'NoRecipientMatch: a distribution list that resolves to nobody',
		places: ['reason codes'],
		given: 'Luisa tracks replies only; the list team@contoso.com is no row.',
		when: 'Ann answers the offer to the list, and Luisa’s Inbox holds it.',
		then: 'No user or queue is among the recipients.',
		environment: { ...LUISA, placements: [placement('luisa', 'Inbox')] },
		mail: { 'offer.eml': OFFER, 'luisa/reply.eml': but(REPLY, 'To: Team <team@contoso.com>') },
		expected: `
			file            | tracked | reason           | InReplyTo | diagnoses
			luisa/reply.eml | no      | NoRecipientMatch | matched   | sent-to-distribution-list, not alias-not-on-record`
	},
	{
		title: 'InvalidSender: a From that is no address',
		places: ['reason codes'],
		given: 'Luisa tracks everything.',
		when: 'From reads “Ann Lee at fabrikam”.',
		then: 'The sender is invalid.',
		environment: { users: [user('luisa', { incomingemailfilteringmethod: 0 })], mailboxes: [mailbox('luisa')] },
		mail: { 'question.eml': but(QUESTION, 'From: <Ann Lee at fabrikam>') },
		expected: `
			file         | tracked | reason        | decidedBy         | diagnoses
			question.eml | no      | InvalidSender | resolution/sender | sender-malformed`
	},
	{
		title: 'A recipient that is no address is pointed out, and decides nothing',
		places: ['reason codes'],
		given: 'Luisa tracks everything.',
		when: 'To names her and “scanner”.',
		then: 'The mail is tracked; the malformed recipient is told as a hint, because InvalidSender may follow from it.',
		environment: { users: [user('luisa', { incomingemailfilteringmethod: 0 })], mailboxes: [mailbox('luisa')] },
		mail: { 'question.eml': but(QUESTION, 'To: luisa@contoso.com, <scanner>') },
		expected: `
			file         | tracked | reason    | diagnoses
			question.eml | yes     | AcceptAll | recipient-malformed`
	},
	{
		title: 'NotEvaluated: no mailbox holds the mail',
		places: ['reason codes'],
		given: 'Luisa has a mailbox.',
		when: 'A mail is addressed to nobody here.',
		then: 'It was never evaluated: no mailbox holds it.',
		environment: LUISA,
		mail: { 'stray.eml': but(QUESTION, 'To: ben@example.net') },
		expected: `
			file      | tracked | reason       | scope/mailbox
			stray.eml | no      | NotEvaluated | notHeld`
	}
];

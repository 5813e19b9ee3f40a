import { LUISA, OFFER, OFFER_SENT, QUESTION, REPLY, but, mailbox, user } from './people';
import type { Scenario } from './scenario';

const ALL = { incomingemailfilteringmethod: 0 };
const ANN = but(REPLY, 'In-Reply-To: (none)', 'References: (none)');
const SMART = { ...LUISA, organization: { enablesmartmatching: true } };
const EVERYTHING = { ...LUISA, users: [user('luisa', ALL)] };

/** Ann answers by In-Reply-To under a subject; does correlatedsubjectchanged say so? */
function subjectChanged(subject: string, changed: boolean, given: string, diagnoses: string): Scenario {
	return {
		title: `A16: “${subject}” ${changed ? 'is' : 'is not'} another subject than “Offer for two pumps”`,
		places: ['A16'],
		given,
		when: `Ann answers the offer as “${subject}”.`,
		then: `correlatedsubjectchanged is ${changed}.`,
		environment: LUISA,
		mail: { 'offer.eml': OFFER, 'reply.eml': but(REPLY, `Subject: ${subject}`) },
		expected: `
			file      | correlationmethod | correlatedsubjectchanged | diagnoses
			reply.eml | 3 | ${changed} | ${diagnoses}`
	};
}

/** Ann’s answer with a Thread-Index that is not as it should be. */
function threadIndex(value: string, words: string, outcome: string, warning: string): Scenario {
	return {
		title: `A19: a Thread-Index ${words}`,
		places: ['A19'],
		given: 'Luisa tracks everything.',
		when: `Ann’s answer carries “${value}”.`,
		then: `ConversationIndex is ${outcome}, with a warning.`,
		environment: EVERYTHING,
		mail: { 'offer.eml': OFFER, 'reply.eml': but(ANN, `Thread-Index: ${value}`) },
		expected: `
			file      | tracked | ConversationIndex | warnings
			reply.eml | yes | ${outcome} | ${warning}`
	};
}

/** Ann’s answer with an In-Reply-To that is not one id in angle brackets. */
function inReplyTo(value: string, words: string, outcome: string, correlated: string, warning: string): Scenario {
	return {
		title: `A20: In-Reply-To ${words}`,
		places: ['A20', '2.3'],
		given: 'Luisa tracks everything.',
		when: `Ann’s answer says “In-Reply-To: ${value}”.`,
		then: `InReplyTo is ${outcome}.`,
		environment: EVERYTHING,
		mail: { 'offer.eml': OFFER, 'reply.eml': but(ANN, `In-Reply-To: ${value}`) },
		expected: `
			file      | InReplyTo | correlatedactivityid | warnings
			reply.eml | ${outcome} | ${correlated} | ${warning}`
	};
}

export const READINGS_OF_FIELDS: readonly Scenario[] = [
	...['(none)', 'RE:'].map((subject): Scenario => ({
		title: `A15: ${subject === 'RE:' ? 'nothing but a prefix' : 'no subject'} is no word, so no smart match`,
		places: ['A15'],
		given: 'Smart matching is on; Luisa sent a mail with the same lack of a subject.',
		when: 'Ann writes one, too.',
		then: 'The method does not apply.',
		environment: SMART,
		mail: { 'offer.eml': but(OFFER, `Subject: ${subject}`), 'reply.eml': but(ANN, `Subject: ${subject}`) },
		expected: `
				file      | tracked | SmartMatching
				reply.eml | no      | notApplicable`
	})),
	subjectChanged('re: RE: Offer for two pumps', false, 'Leading re: is ignored, repeated too.', 'not subject-changed'),
	subjectChanged('RE: offer for two pumps', true, 'Letter case counts.', 'not subject-changed'),
	subjectChanged(
		'FW: Offer for two pumps',
		true,
		'Only re: is ignored.',
		'subject-changed-by-prefix, not subject-changed'
	),
	subjectChanged('AW: Offer for two pumps', true, 'A German reply prefix is not ignored.', 'subject-changed-by-prefix'),
	subjectChanged('RE: Offer for two pumps CRM:0001005', true, 'A token is text as any other.', 'not subject-changed'),
	subjectChanged('RE: Invoice 4711', true, 'Another matter.', 'subject-changed, not subject-changed-by-prefix'),
	{
		title: 'A16: filled for InReplyTo only',
		places: ['A16'],
		given: 'The offer carries a token.',
		when: 'Ann writes under another subject with the token, which links it.',
		then: 'correlatedsubjectchanged stays false.',
		environment: LUISA,
		mail: {
			'offer.eml': but(OFFER, 'Subject: Offer CRM:0001005'),
			'reply.eml': but(ANN, 'Subject: Invoice CRM:0001005')
		},
		expected: `
			file      | correlationmethod | correlatedsubjectchanged
			reply.eml | 4                 | false`
	},
	...['OLD:;ref:', 'OLD:,ref:', 'OLD:\nref:'].map((trackingprefixhistory): Scenario => ({
		title: `A17: former prefixes as the text ${JSON.stringify(trackingprefixhistory)}`,
		places: ['A17', '7.3'],
		given: 'The history of prefixes is one text.',
		when: 'Ann’s answer brings a token with the second former prefix back.',
		then: 'It links.',
		environment: { ...LUISA, organization: { trackingprefixhistory } },
		mail: {
			'offer.eml': but(OFFER, 'Subject: Offer ref:0001005'),
			'reply.eml': but(ANN, 'Subject: RE: Offer ref:0001005')
		},
		expected: `
				file      | correlationmethod | trackingtoken
				reply.eml | 4                 | ref:0001005`
	})),
	{
		title: 'A18: an incoming mail carries the token of its subject, too',
		places: ['A18'],
		given: 'Luisa tracks everything; no mail with the token was sent.',
		when: 'Ann’s first mail brings a token along, and her second the same.',
		then: 'The second is linked to the first.',
		environment: EVERYTHING,
		mail: { 'first.eml': but(ANN, 'Subject: Order CRM:0007001'), 'second.eml': but(ANN, 'Subject: Order CRM:0007001') },
		expected: `
			file       | correlationmethod | correlatedactivityid | trackingtoken | diagnoses
			first.eml  | 0                 | -                    | CRM:0007001   | token-from-elsewhere
			second.eml | 4                 | first.eml            | CRM:0007001   | not token-from-elsewhere`
	},
	threadIndex(
		'AcdyY+a08VX8xfobTsy61v9NHPZ7QAA=',
		'of 23 bytes is read by its first 22',
		'matched',
		'thread-index-odd-length'
	),
	threadIndex('AcdyY+a08VX8', 'that is too short does not apply', 'notApplicable', 'thread-index-too-short'),
	threadIndex('not-an-index!', 'that is not base64 does not apply', 'notApplicable', 'thread-index-not-base64'),
	inReplyTo('offer@contoso.com', 'without angle brackets is one id', 'matched', 'offer.eml', '-'),
	inReplyTo('<OFFER@Contoso.com>', 'in other letter case is the same id', 'matched', 'offer.eml', '-'),
	inReplyTo('Your message of last Tuesday', 'in prose does not apply', 'notApplicable', '-', 'in-reply-to-prose'),
	inReplyTo(
		'<x@y.example> <offer@contoso.com>',
		'with two ids: the first that is there',
		'matched',
		'offer.eml',
		'in-reply-to-several'
	),
	{
		title: 'A21: without Message-ID tracked, and not to be answered',
		places: ['A21', '2.2'],
		given: 'Luisa tracks everything.',
		when: 'Ann’s mail has no Message-ID, and is answered by an id that nobody has.',
		then: 'It is tracked with a warning; nothing links to it.',
		environment: EVERYTHING,
		mail: {
			'question.eml': but(QUESTION, 'Message-ID: (none)'),
			'again.eml': but(QUESTION, 'In-Reply-To: <question@fabrikam.com>')
		},
		expected: `
			file         | tracked | messageid | warnings           | InReplyTo
			question.eml | yes     | -         | message-id-missing | notApplicable
			again.eml    | yes     |           | -                  | noMatch`
	},
	{
		title: 'A24: a file without Thread-Index is no unknown',
		places: ['A24'],
		given: 'Luisa tracks replies only.',
		when: 'Ann’s mail has no Thread-Index, and nothing else links it.',
		then: 'Method 5 does not apply; the verdict is a firm no.',
		environment: LUISA,
		mail: { 'offer.eml': OFFER, 'reply.eml': ANN },
		expected: `
			file      | tracked | ConversationIndex
			reply.eml | no      | notApplicable`
	},
	{
		title: 'A25: of repeated fields the first counts, address fields are joined',
		places: ['A25'],
		given: 'Luisa tracks replies only.',
		when: 'Ann’s answer has two In-Reply-To, and two To of which the second names Luisa.',
		then: 'The first In-Reply-To decides, and Luisa is a recipient; the mail says so in warnings.',
		environment: LUISA,
		mail: {
			'offer.eml': OFFER,
			'reply.eml':
				but(REPLY, 'To: ben@example.net', 'In-Reply-To: <offer@contoso.com>') +
				'\nIn-Reply-To: <other@contoso.com>\nTo: luisa@contoso.com'
		},
		expected: `
			file      | tracked | reason           | acceptingentityid | inreplyto           | InReplyTo | warnings
			reply.eml | yes     | CorrelationMatch | luisa             | <offer@contoso.com> | matched   | header-repeated`
	},
	{
		title: 'A26: an answer that was received before its parent does not correlate with it',
		places: ['A26', '2.10'],
		given: 'Luisa tracks everything.',
		when: 'Ben’s question is delayed: Ann’s answer to it comes in first.',
		then: 'No match, and that is what is diagnosed.',
		environment: EVERYTHING,
		mail: {
			'question.eml': `
				Received: from mail.example.net by mx.contoso.com; Tue, 1 Sep 2026 12:00:00 +0000
				Date: Tue, 1 Sep 2026 08:00:00 +0000
				From: Ben <ben@example.net>
				To: luisa@contoso.com, ann@fabrikam.com
				Subject: Visit`,
			'reply.eml': but(REPLY, 'Subject: RE: Visit', 'In-Reply-To: <question@example.net>')
		},
		expected: `
			file      | tracked | InReplyTo | correlatedactivityid | diagnoses
			reply.eml | yes     | noMatch   | -                    | reply-received-before-parent, not parent-not-in-set`
	},
	{
		title: 'A26: the topmost Received goes before Date, a wrong clock does no harm',
		places: ['A26'],
		given: 'Luisa tracks replies only.',
		when: 'The clock of Ann’s machine is two years slow; her answer arrives after the offer.',
		then: 'It is linked.',
		environment: LUISA,
		mail: {
			'offer.eml': OFFER,
			'reply.eml': but(
				REPLY,
				'Received: from mail.fabrikam.com by mx.contoso.com; Tue, 1 Sep 2026 09:00:00 +0000',
				'Date: Sun, 1 Sep 2024 09:00:00 +0000'
			)
		},
		expected: `
			file      | tracked | correlatedactivityid
			reply.eml | yes     | offer.eml`
	},
	{
		title: 'A26: a mail without any time comes last',
		places: ['A26'],
		given: 'Luisa tracks everything.',
		when: 'Ann’s question has neither Received nor Date; her next mail answers it.',
		then: 'The answer is processed first and finds no parent yet; the question is tracked, with warnings.',
		environment: EVERYTHING,
		mail: {
			'question.eml': but(QUESTION, 'Received: (none)', 'Date: (none)'),
			'again.eml': but(QUESTION, 'In-Reply-To: <question@fabrikam.com>')
		},
		expected: `
			file         | tracked | InReplyTo     | warnings     | diagnoses
			question.eml | yes     | notApplicable | date-missing |
			again.eml    | yes     | noMatch       | -            | reply-received-before-parent`
	},
	{
		title: 'A26: a Received without a date that can be read leaves Date',
		places: ['A26'],
		given: 'Luisa tracks replies only.',
		when: 'The trace of Ann’s answer has no date.',
		then: 'Its Date counts; it is linked, with a warning.',
		environment: LUISA,
		mail: {
			'offer.eml': OFFER,
			'reply.eml': but(REPLY, 'Received: from mail.fabrikam.com by mx.contoso.com; yesterday')
		},
		expected: `
			file      | tracked | correlatedactivityid | warnings
			reply.eml | yes     | offer.eml            | received-unreadable`
	},
	{
		title: 'A27: a read receipt is that, also when it says Auto-Submitted',
		places: ['A27'],
		given: 'Luisa tracks replies only.',
		when: 'Ann’s program confirms that the offer was displayed.',
		then: 'One class: read-receipt; tracked as an answer.',
		environment: LUISA,
		mail: {
			'offer.eml': OFFER,
			'read.eml': but(
				REPLY,
				'Subject: Read: Offer for two pumps',
				'Auto-Submitted: auto-replied',
				'Content-Type: multipart/report; report-type=disposition-notification; boundary=x'
			)
		},
		expected: `
			file     | tracked | class        | flag
			read.eml | yes     | read-receipt | true`
	},
	{
		title: 'A28: refused in two mailboxes, the last one looked at it last',
		places: ['A28', 'A23'],
		given: 'Luisa and Max track replies only.',
		when: 'Ann writes to both.',
		then: 'The refusal is told as of Max’s mailbox.',
		environment: { users: [user('luisa'), user('max')], mailboxes: [mailbox('luisa'), mailbox('max')] },
		mail: { 'question.eml': but(QUESTION, 'Cc: max@contoso.com') },
		expected: `
			file         | tracked | reason             | scope/mailbox-state mailboxId
			question.eml | no      | NoCorrelationMatch | m-max`
	},
	{
		title: 'A28: a mailbox that never looked at it does not count',
		places: ['A28'],
		given: 'Luisa tracks replies only; Max’s mailbox is not synchronized.',
		when: 'Ann writes to both.',
		then: 'The reason is that of Luisa’s mailbox.',
		environment: {
			users: [user('luisa'), user('max')],
			mailboxes: [mailbox('luisa'), mailbox('max', { incomingemaildeliverymethod: 0 })],
			marks: [OFFER_SENT]
		},
		mail: { 'question.eml': but(QUESTION, 'Cc: max@contoso.com') },
		expected: `
			file         | tracked | reason             | scope/mailbox-state mailboxId
			question.eml | no      | NoCorrelationMatch | m-luisa`
	}
];

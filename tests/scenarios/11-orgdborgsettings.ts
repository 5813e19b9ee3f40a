import { LUISA, OFFER, OFFER_SENT, QUESTION, REPLY, but, mailbox, placement, queue, record, user } from './people';
import type { PlaceId } from './page';
import type { Scenario } from './scenario';

interface Story {
	readonly setting: PlaceId;
	/** More settings of the same kind that the story needs. */
	readonly beside?: object;
	readonly given: string;
	readonly when: string;
	readonly environment: Readonly<Record<string, unknown>>;
	readonly mail: Readonly<Record<string, string>>;
	readonly head: string;
	readonly off: readonly [then: string, row: string, value?: unknown];
	readonly on: readonly [then: string, row: string, value?: unknown];
}

/** The same story twice, with the setting off and on. */
function offAndOn(story: Story): readonly Scenario[] {
	return (['off', 'on'] as const).map((state) => {
		const [then, row, value = state === 'on'] = story[state];
		return {
			title: `${story.setting} ${typeof value === 'boolean' ? state : String(value)}: ${then}`,
			places: [story.setting],
			given: story.given,
			when: story.when,
			then,
			environment: { ...story.environment, orgDbOrgSettings: { ...story.beside, [story.setting]: value } },
			mail: story.mail,
			expected: `${story.head}\n${row}`
		};
	});
}

const ALL = { incomingemailfilteringmethod: 0 };
const ANSWER_WITH_NOTHING = but(REPLY, 'In-Reply-To: (none)', 'References: (none)');
const SMART = { ...LUISA, organization: { enablesmartmatching: true } };
const COLLEAGUES = {
	organization: { ignoreinternalemail: true },
	users: [user('luisa', ALL), user('max', ALL)],
	mailboxes: [mailbox('luisa'), mailbox('max')],
	placements: [placement('max', 'Sent Items')]
};
const INTERNAL = `
	From: Max Berg <max@contoso.com>
	To: Luisa Alves <luisa@contoso.com>
	Subject: Lunch
	Message-ID: <lunch@contoso.com>`;

export const ORG_DB_ORG_SETTINGS: readonly Scenario[] = [
	...offAndOn({
		setting: 'IgnoreConversationIndexAndInReplyToForCorrelation',
		given: 'Luisa tracks replies only; the offer carries a token.',
		when: 'Ann’s answer carries In-Reply-To, Thread-Index and the token.',
		environment: LUISA,
		mail: {
			'offer.eml': but(OFFER, 'Subject: Offer CRM:0001005'),
			'reply.eml': but(REPLY, 'Subject: RE: Offer CRM:0001005', 'Thread-Index: AcdyY+a08VX8xfobTsy61v9NHPZ7QAAAiXbA')
		},
		head: 'file | tracked | correlationmethod | parentactivityid | InReplyTo | ConversationIndex',
		off: ['InReplyTo links.', 'reply.eml | yes | 3 | offer.eml | matched | notReached'],
		on: ['Only the token links, without a parent.', 'reply.eml | yes | 4 | - | disabled | disabled']
	}),
	...offAndOn({
		setting: 'DoNotCorrelateForwardedEmailsAsReplies',
		given: 'Luisa tracks replies only.',
		when: 'Ann forwards the offer to Luisa’s address, with In-Reply-To.',
		environment: LUISA,
		mail: { 'offer.eml': OFFER, 'forward.eml': but(REPLY, 'Subject: FW: Offer for two pumps') },
		head: 'file | tracked | reason | InReplyTo | diagnoses',
		off: ['The forward counts as an answer.', 'forward.eml | yes | CorrelationMatch | matched | forward-tracked'],
		on: [
			'The forward is no answer.',
			'forward.eml | no | NoCorrelationMatch | noMatch | not forward-tracked, not parent-not-in-set'
		]
	}),
	...offAndOn({
		setting: 'DisableSmartMatching',
		given: 'Smart matching is on in System Settings.',
		when: 'Ann’s answer has nothing but subject and addresses.',
		environment: SMART,
		mail: { 'offer.eml': OFFER, 'reply.eml': ANSWER_WITH_NOTHING },
		head: 'file | tracked | SmartMatching | SmartMatching setting',
		off: ['It is linked.', 'reply.eml | yes | matched |'],
		on: ['The method is disabled.', 'reply.eml | no | disabled | DisableSmartMatching']
	}),
	...offAndOn({
		setting: 'DisableSmartMatchingEmailHashCreation',
		given: 'Smart matching is on in System Settings.',
		when: 'Ann’s answer has nothing but subject and addresses.',
		environment: SMART,
		mail: { 'offer.eml': OFFER, 'reply.eml': ANSWER_WITH_NOTHING },
		head: 'file | tracked | SmartMatching | SmartMatching setting',
		off: ['It is linked.', 'reply.eml | yes | matched |'],
		on: ['Without hashes nothing can be found.', 'reply.eml | no | disabled | DisableSmartMatchingEmailHashCreation']
	}),
	...offAndOn({
		setting: 'UseFilteringMethodOfSyncingMailboxOnlyForCorrelation',
		given: 'Luisa tracks replies, the queue Sales everything; only Luisa has a mailbox.',
		when: 'Ann writes to both.',
		environment: { users: [user('luisa')], queues: [queue('sales', ALL)], mailboxes: [mailbox('luisa')] },
		mail: { 'question.eml': but(QUESTION, 'Cc: sales@contoso.com') },
		head: 'file | tracked | reason | acceptingentityid',
		off: ['Sales is asked and accepts.', 'question.eml | yes | AcceptAll | sales'],
		on: ['Only Luisa is asked.', 'question.eml | no | NoCorrelationMatch | -']
	}),
	...([0, 1, 2, 3, 4] as const).map((forced): Scenario => {
		const tracked = forced === 0 || forced === 2 || forced === 3;
		const reason = forced === 0 ? 'AcceptAll' : tracked ? 'SenderMatch' : 'NoCorrelationMatch';
		return {
			title: `SSSForceFilteringMethodForUserMailboxes ${forced}: users all have method ${forced}, queues keep theirs`,
			places: ['SSSForceFilteringMethodForUserMailboxes', 'C2'],
			given: `Luisa has method 4, the queue Sales method 0; the setting is ${forced}; Ann is a contact.`,
			when: 'Ann writes to Luisa, and to Sales.',
			then: `Luisa’s mail is judged by method ${forced}, that to Sales by its own.`,
			environment: {
				users: [user('luisa', { incomingemailfilteringmethod: 4 })],
				queues: [queue('sales', ALL)],
				records: [record('ann', 'contact')],
				mailboxes: [mailbox('luisa'), mailbox('sales')],
				orgDbOrgSettings: { SSSForceFilteringMethodForUserMailboxes: forced }
			},
			mail: { 'luisa.eml': QUESTION, 'sales.eml': but(QUESTION, 'To: sales@contoso.com') },
			expected: `
				file      | tracked | reason | acceptingentityid
				luisa.eml | ${tracked ? 'yes' : 'no'} | ${reason} | ${tracked ? 'luisa' : '-'}
				sales.eml | yes | AcceptAll | sales`
		};
	}),
	...offAndOn({
		setting: 'AutoTrackSentFolderItems',
		given: 'Luisa tracks replies only, Ann’s question was tracked by hand.',
		when: 'Luisa’s answer lies in Sent Items.',
		environment: {
			...LUISA,
			marks: [{ messageid: '<question@fabrikam.com>', tracked: 'manual' }],
			placements: [placement('luisa', 'Sent Items')]
		},
		mail: { 'question.eml': QUESTION, 'luisa/answer.eml': but(OFFER, 'In-Reply-To: <question@fabrikam.com>') },
		head: 'file | tracked | reason | diagnoses',
		off: ['Sent Items are not looked at.', 'luisa/answer.eml | no | NotEvaluated | sent-items-not-tracked'],
		on: ['It is tracked.', 'luisa/answer.eml | yes | CorrelationMatch | not sent-items-not-tracked']
	}),
	...offAndOn({
		setting: 'TrackCategorizedItems',
		given: 'Luisa tracks replies only.',
		when: 'She gives Ann’s question in the Inbox the category Tracked to Dynamics 365.',
		environment: {
			...LUISA,
			placements: [placement('luisa', 'Inbox', { category: 'Tracked to Dynamics 365' })]
		},
		mail: { 'luisa/question.eml': QUESTION },
		head: 'file | tracked | reason',
		off: ['The category has no effect.', 'luisa/question.eml | no | NoCorrelationMatch'],
		on: ['The category tracks.', 'luisa/question.eml | yes | Manual']
	}),
	...offAndOn({
		setting: 'IgnoreInternalEmailDetectionEnhancement',
		given: 'Mail between users is one activity; Luisa and Max track everything.',
		when: 'Max writes to Luisa; no sent copy is there.',
		environment: COLLEAGUES,
		mail: { 'lunch.eml': INTERNAL },
		head: 'file | tracked | reason | diagnoses',
		off: ['Any mail of a user is refused.', 'lunch.eml | no | InternalEmailReject | internal-email-rejected'],
		on: [
			'Without the other copy it is evaluated as any mail.',
			'lunch.eml | yes | AcceptAll | not internal-email-rejected'
		]
	}),
	...offAndOn({
		setting: 'DoNotIgnoreInternalEmailToQueues',
		given: 'Mail between users is one activity, detection the old way; Sales tracks everything.',
		when: 'Max writes to the queue Sales.',
		beside: { IgnoreInternalEmailDetectionEnhancement: false },
		environment: {
			organization: { ignoreinternalemail: true },
			users: [user('max', ALL)],
			queues: [queue('sales', ALL)],
			mailboxes: [mailbox('sales')]
		},
		mail: { 'lunch.eml': but(INTERNAL, 'To: sales@contoso.com') },
		head: 'file | tracked | reason | acceptingentityid',
		off: ['It is internal, and refused.', 'lunch.eml | no | InternalEmailReject | -'],
		on: ['Mail to a queue passes.', 'lunch.eml | yes | AcceptAll | sales']
	}),
	...offAndOn({
		setting: 'IgnoreInternalEmailFromQueues',
		given: 'Mail between users is one activity; Sales sent its notice from Dynamics 365.',
		when: 'The received copy lies in Luisa’s Inbox.',
		environment: {
			organization: { ignoreinternalemail: true },
			users: [user('luisa', ALL)],
			queues: [queue('sales', ALL)],
			mailboxes: [mailbox('luisa')],
			marks: [{ messageid: '<notice@contoso.com>', tracked: 'sent' }]
		},
		mail: {
			'sent.eml': but(INTERNAL, 'From: sales@contoso.com', 'Message-ID: <notice@contoso.com>', 'Received: (none)'),
			'received.eml': but(INTERNAL, 'From: sales@contoso.com', 'Message-ID: <notice@contoso.com>')
		},
		head: 'file | tracked | reason',
		off: ['The received copy is a row of its own.', 'received.eml | yes | AcceptAll'],
		on: ['The received copy is refused.', 'received.eml | no | InternalEmailReject']
	}),
	...offAndOn({
		setting: 'ResolveForInactiveEntities',
		given: 'Luisa tracks mail of leads, contacts, accounts; two rows have Ann’s address, both inactive.',
		when: 'Ann writes.',
		environment: {
			users: [user('luisa', { incomingemailfilteringmethod: 2 })],
			mailboxes: [mailbox('luisa')],
			records: [
				record('ann', 'contact', { active: false }),
				record('fabrikam', 'account', { active: false, emailaddresses: ['ann@fabrikam.com'] })
			]
		},
		mail: { 'question.eml': QUESTION },
		head: 'file | tracked | reason | resolution/sender row',
		off: ['Neither row resolves.', 'question.eml | no | NoCorrelationMatch | -'],
		on: ['The inactive contact resolves.', 'question.eml | yes | SenderMatch | ann']
	}),
	...offAndOn({
		setting: 'UnresolveSenderInCaseOfMultipleMatch',
		given: 'Luisa tracks mail of leads, contacts, accounts; a contact and an account have Ann’s address.',
		when: 'Ann writes.',
		environment: {
			users: [user('luisa', { incomingemailfilteringmethod: 2 })],
			mailboxes: [mailbox('luisa')],
			records: [record('fabrikam', 'account', { emailaddresses: ['ann@fabrikam.com'] }), record('ann', 'contact')]
		},
		mail: { 'question.eml': QUESTION },
		head: 'file | tracked | resolution/sender row | isduplicatesenderunresolved | diagnoses',
		off: ['The contact is chosen.', 'question.eml | yes | ann | false | sender-matches-several-rows'],
		on: ['The sender stays unresolved.', 'question.eml | no | - | - |']
	}),
	...offAndOn({
		setting: 'RestrictIRMEmailItems',
		given: 'Luisa tracks replies only.',
		when: 'Ann’s answer is protected: its content is an rpmsg part.',
		environment: { ...LUISA, marks: [OFFER_SENT] },
		mail: {
			'offer.eml': OFFER,
			'reply.eml': but(REPLY, 'Content-Type: application/x-microsoft-rpmsg-message; name=message.rpmsg')
		},
		head: 'file | tracked | reason | scope/restricted',
		off: ['It is synchronized.', 'reply.eml | yes | CorrelationMatch | passed'],
		on: ['It is not.', 'reply.eml | no | NotEvaluated | failed']
	})
];

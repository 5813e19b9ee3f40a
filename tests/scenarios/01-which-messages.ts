import { LUISA, OFFER, OFFER_SENT, ORDER, QUESTION, REPLY, but, mailbox, placement, queue, user } from './people';
import type { Scenario } from './scenario';

const ALL = [user('luisa', { incomingemailfilteringmethod: 0 })];
const NOTHING = [user('luisa', { incomingemailfilteringmethod: 4 })];
const VIP_FOLDER = [{ path: 'Inbox/VIP', regarding: null }];
/** The folder is tracked and sets a Regarding. */
const VIP_ORDER = [{ path: 'Inbox/VIP', regarding: ORDER }];
/** Ann's question of 08:00 is dragged into the tracked folder. */
const DRAGGED = placement('luisa', 'Inbox', { moves: [{ at: '2026-09-01T08:30:00Z', folder: 'Inbox/VIP' }] });

/** Luisa tracks everything; her rule moves Ann's mail to a subfolder at once, and she moves it back an hour later. */
const MOVED_BACK = placement('luisa', 'Inbox', {
	moves: [
		{ at: '2026-09-01T08:01:00Z', folder: 'Inbox/Later' },
		{ at: '2026-09-01T09:30:00Z', folder: 'Inbox' }
	]
});
const AFTER_MOVE = ['2026-09-01T08:15:00Z', '2026-09-01T10:15:00Z'];

export const WHICH_MESSAGES: readonly Scenario[] = [
	{
		title: 'A fresh install shows every message as an email activity',
		places: ['1.1'],
		given: 'Nothing is described yet: no users, no queues.',
		when: 'Ann’s question is dropped.',
		then: 'It is an incoming activity, accepted by the implicit queue for all mail, in no particular mailbox.',
		mail: { 'question.eml': QUESTION },
		expected: `
			file         | tracked | reason    | correlationmethod | acceptingentityid | receivingmailboxid | directioncode
			question.eml | yes     | AcceptAll | 0                 | all-mail          | -                  | false`
	},
	{
		title: 'A fresh install links answers, too, and knows duplicates',
		places: ['1.1', '2.10'],
		given: 'Nothing is described.',
		when: 'The offer, Ann’s answer, and a second copy of the answer are dropped.',
		then: 'Everything is incoming; the answer is linked, its copy is a duplicate.',
		mail: { 'offer.eml': OFFER, 'reply.eml': REPLY, 'copy.eml': but(REPLY, 'Message-ID: <reply@fabrikam.com>') },
		expected: `
			file      | tracked | reason    | correlationmethod | correlatedactivityid | directioncode
			offer.eml | yes     | AcceptAll | 0                 | -                    | false
			reply.eml | yes     | AcceptAll | 3                 | offer.eml            | false
			copy.eml  | no      | Duplicate | -                 | -                    | -`
	},
	{
		title: 'Tracked by App for Outlook',
		places: ['1.1', '1.6', '1.19'],
		given: 'Luisa tracks replies only.',
		when: 'She tracks Ann’s first mail by hand.',
		then: 'It becomes an activity although no filter takes it; nobody accepted it.',
		environment: { ...LUISA, marks: [{ messageid: '<question@fabrikam.com>', tracked: 'manual' }] },
		mail: { 'question.eml': QUESTION },
		expected: `
			file         | tracked | reason | correlationmethod | acceptingentityid | receivingmailboxid
			question.eml | yes     | Manual | 0                 | -                 | -`
	},
	{
		title: 'A message in the Inbox is looked at',
		places: ['1.2'],
		given: 'Luisa tracks everything.',
		when: 'Ann’s question lies in her Inbox.',
		then: 'It is tracked.',
		environment: { users: ALL, mailboxes: [mailbox('luisa')], placements: [placement('luisa', 'Inbox')] },
		mail: { 'luisa/question.eml': QUESTION },
		expected: `
			file               | tracked | reason    | acceptingentityid | receivingmailboxid | scope/folder
			luisa/question.eml | yes     | AcceptAll | luisa             | m-luisa            | inbox`
	},
	{
		title: 'A message that a rule puts into a subfolder is not looked at',
		places: ['1.2', '1.3'],
		given: 'Luisa tracks everything; a rule puts Ann’s mail into Inbox/VIP.',
		when: 'Ann writes.',
		then: 'It is never evaluated, and the folder is the cause.',
		environment: { users: ALL, mailboxes: [mailbox('luisa')], placements: [placement('luisa', 'Inbox/VIP')] },
		mail: { 'luisa/question.eml': QUESTION },
		expected: `
			file               | tracked | reason       | correlationmethod | decidedBy    | scope/folder why | diagnoses
			luisa/question.eml | no      | NotEvaluated | -                 | scope/folder | notTracked       | subfolder-not-looked-at, not watermark-passed`
	},
	{
		title: 'No other folder is looked at either',
		places: ['1.2'],
		given: 'Luisa tracks everything.',
		when: 'Ann’s mail lies in Archive and in Junk Email.',
		then: 'Neither is evaluated.',
		environment: {
			users: ALL,
			mailboxes: [mailbox('luisa')],
			placements: [
				placement('luisa', 'Archive', { files: 'archive/**' }),
				placement('luisa', 'Junk Email', { files: 'junk/**' })
			]
		},
		mail: { 'archive/question.eml': QUESTION, 'junk/question.eml': but(QUESTION, 'Message-ID: <q2@fabrikam.com>') },
		expected: `
			file                 | tracked | reason       | decidedBy
			archive/question.eml | no      | NotEvaluated | scope/folder
			junk/question.eml    | no      | NotEvaluated | scope/folder`
	},
	{
		title: 'A subfolder with folder-level tracking is tracked whatever the filter',
		places: ['1.3', '1.19'],
		given: 'Luisa tracks no email by itself, but has set up Inbox/VIP for tracking.',
		when: 'Ann’s mail lies in Inbox/VIP.',
		then: 'It is tracked as if by hand: no accepting entity.',
		environment: {
			users: [user('luisa', { incomingemailfilteringmethod: 4 })],
			mailboxes: [mailbox('luisa', { trackedfolders: VIP_FOLDER })],
			placements: [placement('luisa', 'Inbox/VIP')]
		},
		mail: { 'luisa/question.eml': QUESTION },
		expected: `
			file               | tracked | reason | acceptingentityid | receivingmailboxid | scope/folder  | diagnoses
			luisa/question.eml | yes     | Manual | -                 | m-luisa            | trackedFolder | not subfolder-not-looked-at`
	},
	{
		title: 'Dragged into a tracked folder',
		places: ['1.3', '1.19'],
		given: 'Luisa tracks no email by itself; her folder Inbox/VIP is tracked and sets the order as Regarding.',
		when: 'Ann’s question arrives in the Inbox, and Luisa drags it into the folder.',
		then: 'It is tracked by hand, about the order, though her filter refused it in the Inbox.',
		environment: {
			users: NOTHING,
			mailboxes: [mailbox('luisa', { trackedfolders: VIP_ORDER })],
			placements: [DRAGGED]
		},
		mail: { 'luisa/question.eml': QUESTION },
		expected: `
			file               | tracked | reason | acceptingentityid | receivingmailboxid | regardingobjectid | scope/folder  | scope/folder folder | population/regarding
			luisa/question.eml | yes     | Manual | -                 | m-luisa            | ORD-7             | trackedFolder | Inbox/VIP           | setByFolder`
	},
	{
		title: 'Dragged into a tracked folder before the next sync',
		places: ['1.3', '1.4'],
		given: 'The same, and the sync is at 09:00.',
		when: 'Ann writes at 08:00, and Luisa drags the question into the folder at 08:30.',
		then: 'The sync finds it in the folder and tracks it.',
		environment: {
			users: NOTHING,
			mailboxes: [mailbox('luisa', { trackedfolders: VIP_ORDER, syncs: ['2026-09-01T09:00:00Z'] })],
			placements: [DRAGGED]
		},
		mail: { 'luisa/question.eml': QUESTION },
		expected: `
			file               | tracked | reason | regardingobjectid | scope/folder  | scope/received-date | diagnoses
			luisa/question.eml | yes     | Manual | ORD-7             | trackedFolder | passed              | not subfolder-not-looked-at`
	},
	{
		title: 'Refused in the Inbox, then dragged into a tracked folder',
		places: ['1.3', '1.19'],
		given: 'The same, with syncs at 08:10 and 09:00.',
		when: 'The first sync refuses the question; Luisa drags it into the folder at 08:30.',
		then: 'The second sync tracks it: a refusal in the Inbox is not the last word.',
		environment: {
			users: NOTHING,
			mailboxes: [
				mailbox('luisa', { trackedfolders: VIP_ORDER, syncs: ['2026-09-01T08:10:00Z', '2026-09-01T09:00:00Z'] })
			],
			placements: [DRAGGED]
		},
		mail: { 'luisa/question.eml': QUESTION },
		expected: `
			file               | tracked | reason | acceptingentityid | regardingobjectid | scope/folder
			luisa/question.eml | yes     | Manual | -                 | ORD-7             | trackedFolder`
	},
	{
		title: 'Accepted in the Inbox, then dragged into a tracked folder',
		places: ['1.3', '1.11'],
		given: 'Luisa tracks everything; her folder Inbox/VIP is tracked and sets the order as Regarding.',
		when: 'The sync of 08:10 accepts Ann’s question; Luisa drags it into the folder, where the next sync finds it.',
		then: 'The activity is the one that her filter made, and the folder sets its Regarding.',
		environment: {
			users: ALL,
			mailboxes: [
				mailbox('luisa', { trackedfolders: VIP_ORDER, syncs: ['2026-09-01T08:10:00Z', '2026-09-01T09:00:00Z'] })
			],
			placements: [DRAGGED]
		},
		mail: { 'luisa/question.eml': QUESTION },
		expected: `
			file               | tracked | reason    | acceptingentityid | regardingobjectid | population/regarding | diagnoses
			luisa/question.eml | yes     | AcceptAll | luisa             | ORD-7             | setByFolder          | folder-sets-regarding`
	},
	{
		title: 'Moved out of a tracked folder before the first sync',
		places: ['1.3', '1.4'],
		given: 'Luisa’s folder Inbox/VIP is tracked; a rule puts Ann’s question of 08:00 into it. The sync is at 09:00.',
		when: 'Luisa moves the question to the Archive, or to the Inbox, at 08:30.',
		then: 'No sync finds it in the folder, and moving it into the Inbox does not make it new: it is not looked at.',
		environment: {
			users: ALL,
			mailboxes: [mailbox('luisa', { trackedfolders: VIP_FOLDER, syncs: ['2026-09-01T09:00:00Z'] })],
			placements: ['Archive', 'Inbox'].map((folder) =>
				placement('luisa', 'Inbox/VIP', {
					files: `${folder}/**`,
					moves: [{ at: '2026-09-01T08:30:00Z', folder }]
				})
			)
		},
		mail: {
			'Archive/question.eml': QUESTION,
			'Inbox/other.eml': but(QUESTION, 'Date: Tue, 1 Sep 2026 08:00:01 +0000')
		},
		expected: `
			file                 | tracked | reason       | decidedBy           | diagnoses
			Archive/question.eml | no      | NotEvaluated | scope/received-date | subfolder-not-looked-at
			Inbox/other.eml      | no      | NotEvaluated | scope/received-date | subfolder-not-looked-at`
	},
	{
		title: 'In a tracked folder, with no sync yet',
		places: ['1.3', '1.5'],
		given: 'Luisa’s folder Inbox/VIP is tracked; the last sync described is at 07:00.',
		when: 'Ann’s question of 08:00 arrives in the folder.',
		then: 'It waits for the next sync.',
		environment: {
			users: ALL,
			mailboxes: [mailbox('luisa', { trackedfolders: VIP_FOLDER, syncs: ['2026-09-01T07:00:00Z'] })],
			placements: [placement('luisa', 'Inbox/VIP')]
		},
		mail: { 'luisa/question.eml': QUESTION },
		expected: `
			file               | tracked | reason       | decidedBy           | diagnoses
			luisa/question.eml | no      | NotEvaluated | scope/received-date | -`
	},
	{
		title: 'Dragged into a folder where folder-level tracking does not work',
		places: ['1.3'],
		given: 'Sales, a queue that takes no email, lists Inbox/VIP as a tracked folder; Luisa’s is the 26th of her list.',
		when: 'Ann’s question is dragged into it in both mailboxes.',
		then: 'The folder tracks nothing, so the refusal in the Inbox stands.',
		environment: {
			users: NOTHING,
			queues: [queue('sales', { incomingemailfilteringmethod: 4 })],
			mailboxes: [
				mailbox('luisa', {
					trackedfolders: [
						...Array.from({ length: 25 }, (_, index) => ({ path: `Inbox/${index}`, regarding: null })),
						...VIP_FOLDER
					]
				}),
				mailbox('sales', { trackedfolders: VIP_FOLDER })
			],
			placements: [DRAGGED, { ...DRAGGED, files: 'sales/**', mailboxid: 'm-sales' }]
		},
		mail: {
			'luisa/question.eml': QUESTION,
			'sales/other.eml': but(QUESTION, 'To: sales@contoso.com', 'Date: Tue, 1 Sep 2026 08:00:01 +0000')
		},
		expected: `
			file               | tracked | reason             | scope/folder
			luisa/question.eml | no      | NoCorrelationMatch | inbox
			sales/other.eml    | no      | NoCorrelationMatch | inbox`
	},
	{
		title: 'Moved back to the Inbox before the next sync, still not looked at',
		places: ['1.4', '1.5'],
		given: 'Luisa tracks everything; Ann’s question of 08:00 is moved to a subfolder by a rule.',
		when: 'The sync of 08:15 takes Ben’s mail; Luisa moves the question back at 09:30; the next sync is at 10:15.',
		then: 'Ben’s mail is tracked, the question is not: the watermark has passed it.',
		environment: {
			users: ALL,
			mailboxes: [mailbox('luisa', { syncs: AFTER_MOVE })],
			placements: [{ ...MOVED_BACK, files: 'moved/**' }, placement('luisa', 'Inbox')]
		},
		mail: {
			'moved/question.eml': QUESTION,
			'luisa/ben.eml': `
				Date: Tue, 1 Sep 2026 08:05:00 +0000
				From: Ben <ben@example.net>
				To: luisa@contoso.com
				Subject: Visit`
		},
		expected: `
			file               | tracked | reason       | decidedBy           | diagnoses
			moved/question.eml | no      | NotEvaluated | scope/received-date | watermark-passed
			luisa/ben.eml      | yes     | AcceptAll    | acceptance/filtering |`
	},
	{
		title: 'Sorted into a subfolder on arrival, moved to the Inbox before the next sync',
		places: ['1.3', '1.4'],
		given: 'Luisa tracks everything; a rule of the server puts Ann’s question of 08:00 straight into Inbox/Later.',
		when: 'Luisa moves it to the Inbox at 08:10, and the next sync is at 08:15.',
		then: 'It is not looked at: moving it does not make it new.',
		environment: {
			users: ALL,
			mailboxes: [mailbox('luisa', { syncs: AFTER_MOVE })],
			placements: [placement('luisa', 'Inbox/Later', { moves: [{ at: '2026-09-01T08:10:00Z', folder: 'Inbox' }] })]
		},
		mail: { 'luisa/question.eml': QUESTION },
		expected: `
			file               | tracked | reason       | diagnoses
			luisa/question.eml | no      | NotEvaluated | subfolder-not-looked-at`
	},
	{
		title: 'A sync takes only what came after the last mail of the sync before',
		places: ['1.5'],
		given: 'Luisa tracks everything; syncs run at 08:30 and 10:30.',
		when: 'One mail comes at 08:00, one at 09:00, one after the last sync.',
		then: 'The first two are seen, the third is not yet.',
		environment: {
			users: ALL,
			mailboxes: [mailbox('luisa', { syncs: ['2026-09-01T08:30:00Z', '2026-09-01T10:30:00Z'] })]
		},
		mail: {
			'first.eml': QUESTION,
			'second.eml': QUESTION,
			'third.eml': but(QUESTION, 'Date: Tue, 1 Sep 2026 11:00:00 +0000')
		},
		expected: `
			file       | tracked | reason       | decidedBy
			first.eml  | yes     | AcceptAll    | acceptance/filtering
			second.eml | yes     | AcceptAll    | acceptance/filtering
			third.eml  | no      | NotEvaluated | scope/received-date`
	},
	{
		title: 'The Outlook category tracks a mail in a subfolder',
		places: ['1.6', '1.19'],
		given: 'Luisa tracks no email by itself.',
		when: 'Ann’s mail lies in a subfolder with the category Tracked to Dynamics 365.',
		then: 'It is tracked by hand.',
		environment: {
			users: [user('luisa', { incomingemailfilteringmethod: 4 })],
			mailboxes: [mailbox('luisa')],
			placements: [placement('luisa', 'Inbox/Later', { category: 'Tracked to Dynamics 365' })]
		},
		mail: { 'luisa/question.eml': QUESTION },
		expected: `
			file               | tracked | reason | acceptingentityid | scope/folder
			luisa/question.eml | yes     | Manual | -                 | category`
	},
	{
		title: 'Received before Process Emails From',
		places: ['1.7'],
		given: 'Luisa tracks everything; Process Emails From is noon of that day.',
		when: 'One mail comes at 08:00, another at 13:00.',
		then: 'The first is not evaluated, the second is.',
		environment: {
			users: ALL,
			mailboxes: [mailbox('luisa', { processemailreceivedafter: '2026-09-01T12:00:00Z' })]
		},
		mail: { 'early.eml': QUESTION, 'late.eml': but(QUESTION, 'Date: Tue, 1 Sep 2026 13:00:00 +0000') },
		expected: `
			file      | tracked | reason       | decidedBy            | diagnoses
			early.eml | no      | NotEvaluated | scope/received-date  | received-before-process-emails-from
			late.eml  | yes     | AcceptAll    | acceptance/filtering | not received-before-process-emails-from`
	},
	{
		title: 'An earlier Process Emails From takes the older mail in',
		places: ['1.7'],
		given: 'The same, with Process Emails From set to the day before.',
		when: 'The mail of 08:00 is evaluated.',
		then: 'It is tracked.',
		environment: {
			users: ALL,
			mailboxes: [mailbox('luisa', { processemailreceivedafter: '2026-08-31T00:00:00Z' })]
		},
		mail: { 'early.eml': QUESTION },
		expected: `
			file      | tracked | reason
			early.eml | yes     | AcceptAll`
	},
	{
		title: 'The very instant of Process Emails From is in time',
		places: ['1.7'],
		given: 'Process Emails From is 08:00:09, when the mail was received.',
		when: 'It is evaluated.',
		then: 'It is seen; of the mailbox’s and the profile’s dates the later applies, a second later it would not be.',
		environment: {
			users: [...ALL, user('max', { incomingemailfilteringmethod: 0 })],
			mailboxes: [
				mailbox('luisa', {
					processemailreceivedafter: '2026-09-01T08:00:09Z',
					profileprocessemailsreceivedafter: '2026-09-01T07:00:00Z'
				}),
				mailbox('max', {
					processemailreceivedafter: '2026-09-01T07:00:00Z',
					profileprocessemailsreceivedafter: '2026-09-01T09:00:10Z'
				})
			]
		},
		mail: { 'luisa.eml': QUESTION, 'max.eml': but(QUESTION, 'To: max@contoso.com') },
		expected: `
			file      | tracked | reason       | decidedBy
			luisa.eml | yes     | AcceptAll    | acceptance/filtering
			max.eml   | no      | NotEvaluated | scope/received-date`
	},
	{
		title: 'Test & Enable looks at the Inbox again',
		places: ['1.9'],
		given: 'As with the mail moved back to the Inbox, not looked at by the syncs.',
		when: 'Luisa runs Test & Enable Mailbox at 11:00.',
		then: 'The mail in the Inbox is seen after all.',
		environment: {
			users: ALL,
			mailboxes: [mailbox('luisa', { syncs: AFTER_MOVE, testedandenabledon: '2026-09-01T11:00:00Z' })],
			placements: [{ ...MOVED_BACK, files: 'moved/**' }, placement('luisa', 'Inbox')]
		},
		mail: {
			'moved/question.eml': QUESTION,
			'luisa/ben.eml': `
				Date: Tue, 1 Sep 2026 08:05:00 +0000
				From: Ben <ben@example.net>
				To: luisa@contoso.com
				Subject: Visit`
		},
		expected: `
			file               | tracked | reason    | decidedBy            | diagnoses
			moved/question.eml | yes     | AcceptAll | acceptance/filtering | not watermark-passed
			luisa/ben.eml      | yes     | AcceptAll | acceptance/filtering |`
	},
	{
		title: 'A mailbox that is not enabled for incoming email',
		places: ['1.20'],
		given: 'Luisa tracks everything, but her mailbox is not enabled for incoming email; nothing says where files lay.',
		when: 'Ann writes to her.',
		then: 'Her mailbox would hold the mail, and is not synchronized.',
		environment: { users: ALL, mailboxes: [mailbox('luisa', { enabledforincomingemail: false })] },
		mail: { 'question.eml': QUESTION },
		expected: `
			file         | tracked | reason       | decidedBy           | scope/mailbox-state column | diagnoses
			question.eml | no      | NotEvaluated | scope/mailbox-state | enabledforincomingemail    | mailbox-not-processed, not held-by-no-mailbox`
	},
	{
		title: 'Incoming Email None stops tracking for that user',
		places: ['1.20'],
		given: 'Luisa tracks everything, but Incoming Email of her mailbox is None. The offer was sent from Dynamics 365.',
		when: 'Ann answers.',
		then: 'Nothing is evaluated, although the answer would correlate.',
		environment: { users: ALL, mailboxes: [mailbox('luisa', { incomingemaildeliverymethod: 0 })], marks: [OFFER_SENT] },
		mail: { 'offer.eml': OFFER, 'reply.eml': REPLY },
		expected: `
			file      | tracked | reason       | correlationmethod | InReplyTo | decidedBy           | diagnoses
			reply.eml | no      | NotEvaluated | -                 | matched   | scope/mailbox-state | mailbox-not-processed
			offer.eml | yes     | Manual       | 0                 |           | scope/mark          |`
	}
];

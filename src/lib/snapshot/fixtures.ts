/** Hand-made facts and explanations for the tests of this folder. */
import { activityIdOf } from '../domain/activityId';
import type { MessageFacts } from '../domain/message';
import { PLAIN_FACTS } from '../domain/testing/plainFacts';
import type { Explanation } from '../engine/explanation';

export const sha256A = 'a1'.repeat(32);
export const sha256B = 'b2'.repeat(32);

export function facts(changes: Partial<MessageFacts> = {}): MessageFacts {
	return {
		...PLAIN_FACTS,
		sha256: sha256A,
		bytes: 1234,
		messageId: '<question@fabrikam.example>',
		subject: 'Broken pump',
		from: { name: 'Ann', address: 'ann@fabrikam.example' },
		to: [{ name: '', address: 'sales@contoso.example' }],
		dateUtcMs: Date.UTC(2026, 10, 23, 10, 0, 0),
		receivedAtUtcMs: Date.UTC(2026, 10, 23, 10, 0, 1, 500),
		receivedFrom: 'received',
		contentType: 'text/plain; charset=utf-8',
		...changes
	};
}

/** Tracked, with no correlation. */
export function explanation(of: MessageFacts = facts(), changes: Partial<Explanation> = {}): Explanation {
	return {
		activityId: activityIdOf(of.sha256),
		position: 0,
		paths: ['mail/a.eml'],
		facts: of,
		verdict: { tracked: 'yes', by: 'automatic', decidedBy: ['acceptance/all-mail'] },
		reason: { code: 6, name: 'AcceptAll' },
		columns: {
			correlationmethod: 0,
			correlatedactivityid: null,
			parentactivityid: null,
			acceptingentityid: 'all-mail',
			receivingmailboxid: null,
			regardingobjectid: null,
			trackingtoken: null,
			correlatedsubjectchanged: false,
			internetmessageheaders: null,
			directioncode: false,
			messageid: of.messageId,
			inreplyto: null,
			emailsender: null,
			isduplicatesenderunresolved: false,
			ownerid: null,
			sender: of.from?.address ?? null,
			torecipients: of.to.map(({ address }) => address).join(';'),
			sendermailboxid: null,
			conversationindex: of.threadIndex,
			statecode: 1,
			statuscode: 4
		},
		checks: [{ check: 'acceptance/all-mail', outcome: 'accepted', evidence: { filteringMethod: 0 } }],
		correlation: [
			{ method: 'InReplyTo', outcome: 'notApplicable', missing: ['inReplyTo'] },
			{
				method: 'TrackingToken',
				outcome: 'noMatch',
				evidence: { from: [{ field: 'Subject', occurrence: 0 }], tokens: [], nearMisses: [] }
			},
			{ method: 'ConversationIndex', outcome: 'notApplicable', missing: ['threadIndex'] },
			{ method: 'SmartMatching', outcome: 'disabled', setting: 'enablesmartmatching' }
		],
		autoReply: { internetMessageHeadersFlag: false, autoSubmittedKeyword: null, class: 'human', evidence: [] },
		threadIndex: null,
		referencesOnly: null,
		ghosts: [],
		answeredBy: [],
		answeredByTotal: 0,
		diagnoses: [],
		mentions: [],
		mailboxes: [],
		settings: {},
		...changes
	};
}

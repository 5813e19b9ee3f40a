/** Hand-made explanations for tests: a plain, tracked, unlinked email, and what a test changes of it. */
import type { ActivityId, EmailColumns } from '../../domain/columns';
import { DEFAULT_MODEL_OPTIONS, DEFAULT_ORG_DB_ORG_SETTINGS, DEFAULT_ORGANIZATION } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import { PLAIN_FACTS } from '../../domain/testing/plainFacts';
import type { CorrelationAttempt } from '../../engine/correlation/evidence';
import type { CheckResult, EmailMention, Explanation } from '../../engine/explanation';

const parent: ActivityId = 'parent';
export const pumpLeaks = mention(parent, 'Pump P-204 leaks');

export function mention(activityId: ActivityId, subject: string | null): EmailMention {
	return { activityId, subject, from: 'Ann', receivedAtUtcMs: Date.UTC(2026, 2, 2, 9, 30), tracked: 'yes' };
}

export function facts(changes: Partial<MessageFacts> = {}): MessageFacts {
	return {
		...PLAIN_FACTS,
		sha256: 'ab'.repeat(32),
		bytes: 2048,
		messageId: '<reply@fabrikam.example>',
		subject: 'RE: Pump P-204 leaks',
		from: { name: 'Ben', address: 'ben@fabrikam.example' },
		to: [{ name: 'Service', address: 'service@contoso.example' }],
		dateUtcMs: Date.UTC(2026, 2, 2, 10, 0),
		receivedAtUtcMs: Date.UTC(2026, 2, 2, 10, 1),
		receivedFrom: 'received',
		contentType: 'text/plain',
		...changes
	};
}

export const COLUMNS: EmailColumns = {
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
	messageid: '<reply@fabrikam.example>',
	inreplyto: null,
	emailsender: null,
	isduplicatesenderunresolved: false,
	ownerid: null,
	sender: 'ben@fabrikam.example',
	torecipients: 'service@contoso.example',
	sendermailboxid: null,
	conversationindex: null,
	statecode: 1,
	statuscode: 4
};

const subject = [{ field: 'Subject', occurrence: 0 }];
const inReplyTo = [{ field: 'In-Reply-To', occurrence: 0 }];
const threadIndex = [{ field: 'Thread-Index', occurrence: 0 }];
const none = { total: 0, newest: [] };
const found = { total: 1, newest: [parent] };

/** Attempts by name, each complete; a test puts four of them in order. */
export const ATTEMPTS = {
	inReplyToMatched: {
		method: 'InReplyTo',
		outcome: 'matched',
		correlatedActivityId: parent,
		evidence: {
			from: inReplyTo,
			attempts: [
				{
					messageId: '<pump@contoso.example>',
					stored: found,
					onlyIgnoringCase: false,
					absence: null,
					absentActivityId: null
				}
			],
			refusedForwardPrefix: null,
			refusedActivityId: null
		}
	},
	inReplyToMissing: { method: 'InReplyTo', outcome: 'notApplicable', missing: ['inReplyTo'] },
	inReplyToOff: { method: 'InReplyTo', outcome: 'disabled', setting: 'emailcorrelationenabled' },
	noToken: {
		method: 'TrackingToken',
		outcome: 'notApplicable',
		missing: ['trackingToken'],
		evidence: { from: subject, tokens: [], nearMisses: [] }
	},
	tokenMatched: {
		method: 'TrackingToken',
		outcome: 'matched',
		correlatedActivityId: parent,
		evidence: {
			from: subject,
			tokens: [
				{
					token: 'CRM:0001005',
					prefix: 'CRM:',
					currentPrefix: true,
					decoded: { designator: '0', userNumber: '001', counter: '005' },
					start: 21,
					end: 32,
					stored: found,
					reused: false
				}
			],
			nearMisses: []
		}
	},
	tokensOff: { method: 'TrackingToken', outcome: 'disabled', setting: 'usetrackingtokens' },
	noThreadIndex: { method: 'ConversationIndex', outcome: 'notApplicable', missing: ['threadIndex'] },
	conversationMatched: {
		method: 'ConversationIndex',
		outcome: 'matched',
		correlatedActivityId: parent,
		evidence: {
			from: threadIndex,
			key: '01dc72'.padEnd(44, '0'),
			keyIs: 'header',
			responseBlocks: 1,
			stored: found
		}
	},
	conversationOff: { method: 'ConversationIndex', outcome: 'disabled', setting: 'emailcorrelationenabled' },
	smartMatchingOff: { method: 'SmartMatching', outcome: 'disabled', setting: 'enablesmartmatching' },
	smartMatched: {
		method: 'SmartMatching',
		outcome: 'matched',
		correlatedActivityId: parent,
		evidence: {
			from: subject,
			stripped: [{ start: 0, end: 4 }],
			words: ['pump', 'p-204', 'leaks'],
			addresses: ['ben@fabrikam.example', 'service@contoso.example'],
			wordsLeftOut: 0,
			addressesLeftOut: 0,
			wordsNeeded: 3,
			addressesNeeded: 2,
			candidates: [
				{
					activityId: parent,
					sharedWords: ['pump', 'p-204', 'leaks'],
					otherWords: [],
					sharedAddresses: ['ben@fabrikam.example', 'service@contoso.example']
				}
			],
			candidatesTotal: 1,
			olderNotListed: 0,
			nearMisses: []
		}
	}
} as const satisfies Record<string, CorrelationAttempt>;

export const UNLINKED: readonly CorrelationAttempt[] = [
	ATTEMPTS.inReplyToMissing,
	ATTEMPTS.noToken,
	ATTEMPTS.noThreadIndex,
	ATTEMPTS.smartMatchingOff
];

/** In-Reply-To that led nowhere. */
export function inReplyToAbsent(
	absence: 'notInSet' | 'receivedLater' | 'notTracked',
	absentActivityId: ActivityId | null = null
): CorrelationAttempt {
	const attempt = { messageId: '<pump@contoso.example>', stored: none, onlyIgnoringCase: false };
	return {
		method: 'InReplyTo',
		outcome: 'noMatch',
		evidence: {
			from: inReplyTo,
			attempts: [{ ...attempt, absence, absentActivityId }],
			refusedForwardPrefix: null,
			refusedActivityId: null
		}
	};
}

export const CHECKS: readonly CheckResult[] = [
	{ check: 'scope/mark', outcome: 'notMarked', evidence: { by: null } },
	{
		check: 'scope/duplicate',
		outcome: 'passed',
		evidence: {
			messageId: '<reply@fabrikam.example>',
			first: null,
			needs: [],
			sameMessageId: [],
			from: [{ field: 'Message-ID', occurrence: 0 }]
		}
	},
	{ check: 'acceptance/all-mail', outcome: 'accepted', evidence: { filteringMethod: 0 } },
	{ check: 'population/regarding', outcome: 'empty', evidence: { regarding: null, inheritedFrom: null } }
];

export function explanation(changes: Partial<Explanation> = {}): Explanation {
	return {
		activityId: 'this',
		position: 1,
		paths: ['mail/reply.eml'],
		facts: facts(),
		verdict: { tracked: 'yes', by: 'automatic', decidedBy: ['acceptance/all-mail'] },
		reason: { code: 6, name: 'AcceptAll' },
		columns: COLUMNS,
		checks: CHECKS,
		correlation: UNLINKED,
		autoReply: { internetMessageHeadersFlag: false, autoSubmittedKeyword: null, class: 'human', evidence: [] },
		threadIndex: null,
		referencesOnly: null,
		ghosts: [],
		answeredBy: [],
		answeredByTotal: 0,
		diagnoses: [],
		mentions: [pumpLeaks],
		mailboxes: [],
		settings: { ...DEFAULT_ORGANIZATION, ...DEFAULT_ORG_DB_ORG_SETTINGS, ...DEFAULT_MODEL_OPTIONS },
		...changes
	};
}

/** Tracked and linked to `pumpLeaks` by the attempt in the list that matched. */
export function linkedBy(correlation: readonly CorrelationAttempt[], changes: Partial<Explanation> = {}): Explanation {
	return explanation({
		correlation,
		columns: { ...COLUMNS, correlationmethod: 3, correlatedactivityid: parent, parentactivityid: parent },
		...changes
	});
}

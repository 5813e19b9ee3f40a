import { describe, expect, it } from 'vitest';
import type { Explanation } from '../engine/explanation';
import { headline } from './headline';
import { plainText } from './sentence';
import { ATTEMPTS, CHECKS, explanation, facts, inReplyToAbsent, linkedBy, mention } from './testing/explanations';

const { noToken, noThreadIndex, smartMatchingOff: smartOff } = ATTEMPTS;
const rest = [noToken, noThreadIndex, smartOff] as const;

const spoken: readonly (readonly [string, Explanation, string])[] = [
	[
		'InReplyTo',
		linkedBy([ATTEMPTS.inReplyToMatched, ...rest]),
		'Tracked, and linked to “Pump P-204 leaks” because its In-Reply-To names that email’s Message-ID.'
	],
	[
		'TrackingToken',
		linkedBy([ATTEMPTS.inReplyToMissing, ATTEMPTS.tokenMatched, noThreadIndex, smartOff]),
		'Tracked, and linked to “Pump P-204 leaks” because its Subject carries that email’s tracking token CRM:0001005.'
	],
	[
		'ConversationIndex',
		linkedBy([ATTEMPTS.inReplyToMissing, noToken, ATTEMPTS.conversationMatched, smartOff]),
		'Tracked, and linked to “Pump P-204 leaks” because its Thread-Index starts with the same 22 bytes as that email’s.'
	],
	[
		'SmartMatching',
		linkedBy([ATTEMPTS.inReplyToMissing, noToken, noThreadIndex, ATTEMPTS.smartMatched]),
		'Tracked, and linked to “Pump P-204 leaks” because smart matching found the same subject words (pump, p-204 and leaks) and 2 shared addresses.'
	],
	[
		'nothing to go by',
		explanation(),
		'Tracked, and linked to nothing: it names no earlier email, so it starts a conversation of its own.'
	],
	[
		'References only',
		explanation({ facts: facts({ references: ['<pump@contoso.example>'] }) }),
		'Tracked, but linked to nothing: it has References, but no In-Reply-To, and no other method found an earlier email.'
	],
	[
		'parent absent',
		explanation({ correlation: [inReplyToAbsent('notInSet'), ...rest] }),
		'Tracked, but linked to nothing: the email that its In-Reply-To names is not among these files, and no other method found an earlier email.'
	],
	[
		'parent later',
		explanation({ correlation: [inReplyToAbsent('receivedLater', 'parent'), ...rest] }),
		'Tracked, but linked to nothing: the email that its In-Reply-To names, “Pump P-204 leaks”, was received later than this reply, and no other method found an earlier email.'
	],
	[
		'parent not tracked',
		explanation({ correlation: [inReplyToAbsent('notTracked', 'parent'), ...rest] }),
		'Tracked, but linked to nothing: the email that its In-Reply-To names, “Pump P-204 leaks”, is not tracked itself, and no other method found an earlier email.'
	],
	[
		'prose in In-Reply-To',
		explanation({ facts: facts({ warnings: [{ code: 'in-reply-to-prose' }] }) }),
		'Tracked, but linked to nothing: its In-Reply-To holds no Message-ID, and no other method found an earlier email.'
	],
	[
		'InReplyTo switched off',
		explanation({ correlation: [ATTEMPTS.inReplyToOff, noToken, ATTEMPTS.conversationOff, smartOff] }),
		'Tracked, but linked to nothing: InReplyTo is switched off (emailcorrelationenabled), and no other method found an earlier email.'
	],
	[
		'everything switched off',
		explanation({
			correlation: [ATTEMPTS.inReplyToOff, ATTEMPTS.tokensOff, ATTEMPTS.conversationOff, ATTEMPTS.smartMatchingOff]
		}),
		'Tracked, but linked to nothing: all four correlation methods are switched off.'
	],
	[
		'pattern refused',
		explanation({
			correlation: [
				ATTEMPTS.inReplyToMissing,
				noToken,
				noThreadIndex,
				{ method: 'SmartMatching', outcome: 'indeterminate', needs: ['hashfilterkeywords'] }
			]
		}),
		'Tracked, but whether it is linked to an earlier email cannot be decided: hashfilterkeywords cannot be used as it is.'
	],
	[
		'sent from Dynamics 365',
		explanation({
			verdict: { tracked: 'yes', by: 'manual', decidedBy: ['scope/mark'] },
			reason: { code: null, name: 'Manual' },
			checks: [{ check: 'scope/mark', outcome: 'sent', evidence: { by: 'messageid' } }]
		}),
		'Tracked as sent from Dynamics 365, and linked to nothing: it names no earlier email, so it starts a conversation of its own.'
	],
	[
		'tracked by hand',
		linkedBy([ATTEMPTS.inReplyToMatched, ...rest], {
			verdict: { tracked: 'yes', by: 'manual', decidedBy: ['scope/mark', 'InReplyTo'] },
			reason: { code: null, name: 'Manual' },
			checks: [{ check: 'scope/mark', outcome: 'manual', evidence: { by: 'sha256' } }]
		}),
		'Tracked by hand, and linked to “Pump P-204 leaks” because its In-Reply-To names that email’s Message-ID.'
	],
	[
		'duplicate',
		explanation({
			verdict: { tracked: 'no', decidedBy: ['scope/duplicate'] },
			reason: { code: 0, name: 'Duplicate' },
			columns: null,
			checks: CHECKS.map((check) =>
				check.check === 'scope/duplicate'
					? { ...check, outcome: 'duplicate', evidence: { ...check.evidence, first: 'parent' } }
					: check
			)
		}),
		'Not tracked: “Pump P-204 leaks”, which has the same Message-ID, came in before (Duplicate).'
	],
	[
		'untracked',
		explanation({
			verdict: { tracked: 'no', decidedBy: ['scope/mark'] },
			reason: { code: null, name: 'Untracked' },
			columns: null
		}),
		'Not tracked: it is marked as untracked, so no later email is linked to it either.'
	],
	[
		'nobody accepts',
		explanation({
			verdict: { tracked: 'no', decidedBy: [] },
			reason: { code: 1, name: 'NoCorrelationMatch' },
			columns: null
		}),
		'Not tracked: no recipient’s filter accepted it (NoCorrelationMatch).'
	],
	[
		'undecided',
		explanation({ verdict: { tracked: 'unknown', needs: ['q-sales'] }, columns: null }),
		'Cannot be decided: the environment does not describe q-sales.'
	]
];

describe('headline', () => {
	it.each(spoken)('%s', (_name, decision, sentence) => {
		expect(plainText(headline(decision))).toBe(sentence);
	});

	it('links the other email and the header field that decided', () => {
		const sentence = headline(linkedBy([ATTEMPTS.inReplyToMatched, ...rest]));
		expect(sentence).toContainEqual({ email: 'parent', text: '“Pump P-204 leaks”' });
		expect(sentence).toContainEqual({ header: { field: 'In-Reply-To', occurrence: 0 }, text: 'In-Reply-To' });
	});

	it('names an email without a subject', () => {
		const decision = linkedBy([ATTEMPTS.inReplyToMatched, ...rest], { mentions: [mention('parent', '  ')] });
		expect(plainText(headline(decision))).toContain('linked to an email without a subject because');
	});
});

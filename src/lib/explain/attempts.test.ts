import { describe, expect, it } from 'vitest';
import type { CorrelationAttempt } from '../engine/correlation/evidence';
import { TOKEN_NEAR_MISS_KINDS } from '../engine/correlation/evidence';
import type { Explanation } from '../engine/explanation';
import { attemptWords } from './attempts';
import { plainText } from './sentence';
import { ATTEMPTS, UNLINKED, explanation, facts, inReplyToAbsent, linkedBy, mention } from './testing/explanations';

function sentenceOf(attempt: CorrelationAttempt, decision: Explanation = explanation()): string {
	return plainText(attemptWords(attempt, decision).sentence);
}

function detailsOf(attempt: CorrelationAttempt, decision: Explanation = explanation()): readonly string[] {
	return attemptWords(attempt, decision).details.map(plainText);
}

const said: readonly (readonly [string, CorrelationAttempt, string])[] = [
	['InReplyTo matched', ATTEMPTS.inReplyToMatched, 'In-Reply-To names the Message-ID of “Pump P-204 leaks”.'],
	['InReplyTo noMatch', inReplyToAbsent('notInSet'), 'The email that its In-Reply-To names is not among these files.'],
	[
		'InReplyTo notApplicable',
		ATTEMPTS.inReplyToMissing,
		'This email has no In-Reply-To field, so it names no email that it answers.'
	],
	['InReplyTo disabled', ATTEMPTS.inReplyToOff, 'Switched off: emailcorrelationenabled is true.'],
	[
		'TrackingToken matched',
		ATTEMPTS.tokenMatched,
		'The token CRM:0001005 in the Subject is the one of “Pump P-204 leaks”.'
	],
	['TrackingToken notApplicable', ATTEMPTS.noToken, 'The Subject carries no tracking token (prefix CRM:).'],
	[
		'TrackingToken noMatch',
		{
			...ATTEMPTS.tokenMatched,
			outcome: 'noMatch',
			evidence: {
				...ATTEMPTS.tokenMatched.evidence,
				tokens: ATTEMPTS.tokenMatched.evidence.tokens.map((token) => ({
					...token,
					stored: { total: 0, newest: [] }
				}))
			}
		},
		'No earlier tracked email carries CRM:0001005: issued outside these files, or by another organization with the same prefix.'
	],
	[
		'ConversationIndex matched',
		ATTEMPTS.conversationMatched,
		'Thread-Index starts with the same 22 bytes as that of “Pump P-204 leaks”.'
	],
	['ConversationIndex notApplicable', ATTEMPTS.noThreadIndex, 'This file has no Thread-Index field.'],
	[
		'SmartMatching matched',
		ATTEMPTS.smartMatched,
		'“Pump P-204 leaks” shares the words pump, p-204 and leaks and 2 addresses.'
	],
	['SmartMatching disabled', ATTEMPTS.smartMatchingOff, 'Switched off: enablesmartmatching is false.'],
	[
		'SmartMatching indeterminate',
		{ method: 'SmartMatching', outcome: 'indeterminate', needs: ['hashfilterkeywords'] },
		'Cannot be decided: hashfilterkeywords cannot be used as it is.'
	]
];

describe('attemptWords', () => {
	it.each(said)('%s', (_name, attempt, sentence) => {
		expect(sentenceOf(attempt)).toBe(sentence);
	});

	it('titles a method as the field does, and names what it rests on', () => {
		const words = attemptWords(ATTEMPTS.inReplyToMatched, explanation());
		expect(words).toMatchObject({ title: 'InReplyTo', outcome: 'Matched', tone: 'good' });
		expect(words.rules.map(({ basis }) => basis)).toContain('documented');
		expect(words.rules.flatMap(({ sources }) => sources).every(({ title }) => title.length > 0)).toBe(true);
	});

	it.each([
		[['parent'], 'Not asked, because InReplyTo had decided. It would also have matched “Pump P-204 leaks”.'],
		[['other'], 'Not asked, because InReplyTo had decided. It would have matched another email: “Old matter”.'],
		[[], 'Not asked, because InReplyTo had decided. It would have found nothing.']
	])('notReached, wouldMatch %j', (wouldMatch, sentence) => {
		const decision = linkedBy([ATTEMPTS.inReplyToMatched], {
			mentions: [mention('parent', 'Pump P-204 leaks'), mention('other', 'Old matter')]
		});
		const attempt: CorrelationAttempt = {
			method: 'ConversationIndex',
			outcome: 'notReached',
			decidedBy: 'InReplyTo',
			wouldMatch
		};
		expect(sentenceOf(attempt, decision)).toBe(sentence);
	});

	it('counts the other candidates and says which wins', () => {
		const [attempt] = ATTEMPTS.inReplyToMatched.evidence.attempts;
		const several: CorrelationAttempt = {
			...ATTEMPTS.inReplyToMatched,
			evidence: {
				...ATTEMPTS.inReplyToMatched.evidence,
				attempts: [{ ...attempt, stored: { total: 3, newest: ['parent', 'b', 'c'] } }]
			}
		};
		const decision = explanation({
			mentions: [mention('parent', 'Pump P-204 leaks'), mention('b', 'B'), mention('c', null)]
		});
		expect(detailsOf(several, decision)).toContain(
			'2 more earlier emails fit: “B” and an email without a subject. The most recent wins.'
		);
	});

	it('explains a forward that was turned away', () => {
		const refused: CorrelationAttempt = {
			method: 'InReplyTo',
			outcome: 'noMatch',
			evidence: {
				...ATTEMPTS.inReplyToMatched.evidence,
				refusedForwardPrefix: 'FW',
				refusedActivityId: 'parent'
			}
		};
		expect(sentenceOf(refused)).toBe(
			'Its In-Reply-To names “Pump P-204 leaks”, but FW: in the subject makes it a forward, and forwards are not linked as replies.'
		);
		expect(detailsOf(refused).join(' ')).toContain('DoNotCorrelateForwardedEmailsAsReplies');
	});

	it.each(TOKEN_NEAR_MISS_KINDS)('words for the near miss %s', (kind) => {
		const attempt: CorrelationAttempt = {
			...ATTEMPTS.noToken,
			evidence: { ...ATTEMPTS.noToken.evidence, nearMisses: [{ kind, text: 'CRM: 0001005', resembles: 'CRM:0001005' }] }
		};
		expect(sentenceOf(attempt)).toBe('The Subject holds something like a tracking token, but not a whole one.');
		expect(detailsOf(attempt)[0]).toMatch(/^CRM: 0001005 is not the token CRM:0001005: .+\.$/);
	});

	it('says that Exchange computes a conversation index of its own', () => {
		expect(detailsOf(ATTEMPTS.noThreadIndex).join(' ')).toContain('Exchange computes an index of its own');
	});

	it('shows References that nothing reads', () => {
		const decision = explanation({
			facts: facts({ references: ['<pump@contoso.example>'] }),
			referencesOnly: { messageId: '<pump@contoso.example>', activityId: 'parent' }
		});
		expect(detailsOf(ATTEMPTS.inReplyToMissing, decision)).toEqual([
			'Its References name “Pump P-204 leaks”. Other systems would link the two; no Dynamics 365 method reads References.'
		]);
	});

	it('has a sentence for every outcome of every method', () => {
		for (const attempt of [...UNLINKED, ...Object.values(ATTEMPTS)]) {
			const others: readonly CorrelationAttempt[] = [
				attempt,
				{ method: attempt.method, outcome: 'notReached', decidedBy: 'InReplyTo', wouldMatch: [] },
				{ method: attempt.method, outcome: 'indeterminate', needs: [] },
				{ method: attempt.method, outcome: 'disabled', setting: 'no-such-setting' },
				{ method: attempt.method, outcome: 'notApplicable', missing: [] }
			];
			for (const other of others) expect(sentenceOf(other)).toMatch(/^.{10,}\.$/);
		}
	});
});

import { describe, expect, test } from 'vitest';
import { DEFAULT_ORGANIZATION } from '../../domain/environment';
import { environment, explainOne, mail, outcomes } from '../../../../tests/support/mail';
import { TokenReader } from './tokenReader';

const reader = new TokenReader({ ...DEFAULT_ORGANIZATION, trackingprefixhistory: ['OLD:', 'CRM'] });

describe('recognition', () => {
	test.each([
		['Pump CRM:0001005', ['CRM:0001005']],
		['RE: pump crm:0001005', ['crm:0001005']],
		['CRM:0001005 CRM:0001006', ['CRM:0001005', 'CRM:0001006']],
		['OLD:0001005', ['OLD:0001005']],
		['CRM0001005', ['CRM0001005']],
		['CRM:123', ['CRM:123']],
		['CRM:12', []],
		['CRM:123456789012345678901', []],
		['xCRM:0001005', []],
		['1CRM:0001005', []],
		['CRM:0001005x', ['CRM:0001005']],
		['(CRM:0001005)', ['CRM:0001005']],
		['CRM: 0001005', []],
		['CRM：0001005', []],
		['no token', []],
		[null, []]
	])('%j holds %j', (subject, tokens) => {
		expect(reader.all(subject).map(({ token }) => token)).toEqual(tokens);
	});

	test('the current prefix and former ones are told apart', () => {
		expect(reader.all('CRM:0001005 OLD:0001005').map(({ prefix, currentPrefix }) => [prefix, currentPrefix])).toEqual([
			['CRM:', true],
			['OLD:', false]
		]);
	});

	test('decoding uses the current widths, or says that others made it', () => {
		const [current, longer] = reader.all('CRM:1002005 CRM:00020005');
		expect(current && reader.decode(current)).toEqual({ designator: '1', userNumber: '002', counter: '005' });
		expect(longer && reader.decode(longer)).toBeNull();
	});

	test.each([
		['#', 'Ticket #0001005', '#0001005'],
		['ref:', 'ref:0001005', 'ref:0001005'],
		['a+b(', 'a+b(0001005', 'a+b(0001005'],
		['Tracking-Nr. ', 'Tracking-Nr. 0001005', 'Tracking-Nr. 0001005']
	])('prefix %j', (trackingprefix, subject, token) => {
		expect(new TokenReader({ ...DEFAULT_ORGANIZATION, trackingprefix }).lastIn(subject)).toBe(token);
	});
});

describe('correlation', () => {
	const sent = mail('sent', { subject: 'Pump CRM:0001005' });

	test.each([
		['same token', 'RE: Pump CRM:0001005', 'matched'],
		['another letter case', 're: pump crm:0001005', 'matched'],
		['ours after a foreign one', 'ACME:1 CRM:0001005', 'matched'],
		['a known prefix, a token never seen', 'CRM:0009999', 'noMatch'],
		['a digit less', 'CRM:000105', 'noMatch'],
		['none', 'RE: Pump', 'notApplicable']
	])('%s', (_, subject, outcome) => {
		const reply = mail('reply', { at: 1, subject });
		expect(explainOne('reply', [sent, reply]).correlation[1]).toMatchObject({ method: 'TrackingToken', outcome });
	});

	test('fills correlatedactivityid, not parentactivityid, and the token as spelled', () => {
		const { columns } = explainOne('reply', [sent, mail('reply', { at: 1, subject: 'crm:0001005' })]);
		expect(columns).toMatchObject({ correlationmethod: 4, parentactivityid: null, trackingtoken: 'crm:0001005' });
		expect(columns?.correlatedactivityid).toBe(explainOne('sent', [sent]).activityId);
	});

	test('tokens are tried from the last to the first', () => {
		const other = mail('other', { at: 1, subject: 'Valve CRM:0001006' });
		const reply = mail('reply', { at: 2, subject: 'CRM:0001006 CRM:0001005' });
		expect(explainOne('reply', [sent, other, reply]).columns?.correlatedactivityid).toBe(
			explainOne('sent', [sent]).activityId
		);
	});

	test('the most recent of several emails with one token wins, and reuse is seen', () => {
		const later = mail('later', { at: 5, subject: 'Another matter CRM:0001005', from: 'bob@fabrikam.com' });
		const reply = mail('reply', { at: 6, subject: 'RE: CRM:0001005' });
		const { correlation, diagnoses, columns } = explainOne('reply', [sent, later, reply]);
		expect(columns?.correlatedactivityid).toBe(explainOne('later', [later]).activityId);
		expect(correlation[1]).toMatchObject({ evidence: { tokens: [{ reused: true, stored: { total: 2 } }] } });
		expect(diagnoses.map(({ id }) => id)).toContain('token-reused');
	});

	test('replies of one conversation are no reuse', () => {
		const answer = mail('answer', { at: 1, subject: 'RE: Pump CRM:0001005' });
		const reply = mail('reply', { at: 2, subject: 'RE: RE: Pump CRM:0001005' });
		expect(explainOne('reply', [sent, answer, reply]).correlation[1]).toMatchObject({
			evidence: { tokens: [{ reused: false }] }
		});
	});

	test('an answer with words in front of the subject is no reuse', () => {
		const answer = mail('answer', { at: 1, subject: 'Tuesday, please. Pump CRM:0001005' });
		const reply = mail('reply', { at: 2, subject: 'RE: Pump CRM:0001005' });
		expect(explainOne('reply', [sent, answer, reply]).correlation[1]).toMatchObject({
			evidence: { tokens: [{ reused: false, stored: { total: 2 } }] }
		});
	});

	test('near misses are shown and never match', () => {
		for (const [subject, kind] of [
			['CRM: 0001005', 'space-after-prefix'],
			['CRM：0001005', 'fullwidth-colon'],
			['CRM:12', 'too-few-digits'],
			['xCRM:0001005', 'letter-before-prefix']
		] as const) {
			const attempt = explainOne('reply', [sent, mail('reply', { at: 1, subject })]).correlation[1];
			expect(attempt).toMatchObject({ outcome: 'notApplicable', evidence: { nearMisses: [{ kind }] } });
		}
	});

	test.each([
		['CRM:0001 005', 'CRM:0001 005'],
		['CRM:00\u00ad01005', 'CRM:00\u00ad01005'],
		['CRM:0001\n005 again', 'CRM:0001\n005']
	])('%j is a token that was split', (subject, text) => {
		const attempt = explainOne('reply', [sent, mail('reply', { at: 1, subject })]).correlation[1];
		expect(attempt).toMatchObject({ evidence: { nearMisses: [{ kind: 'split', text, resembles: 'CRM:0001005' }] } });
	});

	test('what follows a whole token is no part of it', () => {
		const reply = mail('reply', { at: 1, subject: 'CRM:0001005 12' });
		expect(explainOne('reply', [sent, reply]).correlation[1]).toMatchObject({
			outcome: 'matched',
			evidence: { nearMisses: [] }
		});
	});

	test.each(['CRM:000105', 'CRM:00010055'])('%s is a digit away from a stored token', (subject) => {
		const attempt = explainOne('reply', [sent, mail('reply', { at: 1, subject })]).correlation[1];
		expect(attempt).toMatchObject({
			outcome: 'noMatch',
			evidence: { nearMisses: [{ kind: 'digit-more-or-less', text: subject, resembles: 'CRM:0001005' }] }
		});
	});

	test('switched off', () => {
		const off = environment({ organization: { usetrackingtokens: false } });
		const reply = mail('reply', { at: 1, subject: 'CRM:0001005' });
		expect(outcomes(explainOne('reply', [sent, reply], off))).toContain('TrackingToken disabled');
	});

	test('a former prefix keeps correlating', () => {
		const moved = environment({ organization: { trackingprefix: 'NEW:', trackingprefixhistory: ['CRM:'] } });
		const reply = mail('reply', { at: 1, subject: 'RE: CRM:0001005' });
		expect(explainOne('reply', [sent, reply], moved).correlation[1]).toMatchObject({
			outcome: 'matched',
			evidence: { tokens: [{ currentPrefix: false }] }
		});
	});
});

import { describe, expect, test } from 'vitest';
import { environment, explainOne, id, mail, outcomes } from '../../../../tests/support/mail';

const parent = mail('parent', { subject: 'Pump' });
const parentId = explainOne('parent', [parent]).activityId;

describe('InReplyTo', () => {
	test('fills correlated and parent', () => {
		const reply = mail('reply', { at: 1, inReplyTo: [id('parent')], subject: 'RE: Pump' });
		const { columns, verdict, correlation } = explainOne('reply', [parent, reply]);
		expect(columns).toMatchObject({
			correlationmethod: 3,
			correlatedactivityid: parentId,
			parentactivityid: parentId,
			correlatedsubjectchanged: false,
			inreplyto: id('parent')
		});
		expect(verdict).toMatchObject({ tracked: 'yes', decidedBy: ['acceptance/all-mail', 'InReplyTo'] });
		expect(correlation[0]).toMatchObject({ outcome: 'matched', correlatedActivityId: parentId });
	});

	test.each([
		['letter case only', [id('PARENT')], { onlyIgnoringCase: true }],
		['several ids, the second one known', [id('nobody'), id('parent')], { absence: 'notInSet' }]
	])('%s matches', (_, inReplyTo, evidence) => {
		const reply = mail('reply', { at: 1, inReplyTo });
		expect(explainOne('reply', [parent, reply]).correlation[0]).toMatchObject({
			outcome: 'matched',
			evidence: { attempts: expect.arrayContaining([expect.objectContaining(evidence)]) }
		});
	});

	test('several ids: the first that is known wins, not the most recent', () => {
		const second = mail('second', { at: 1 });
		const reply = mail('reply', { at: 2, inReplyTo: [id('parent'), id('second')] });
		expect(explainOne('reply', [parent, second, reply]).columns?.correlatedactivityid).toBe(parentId);
	});

	test('References alone does not correlate; the other systems would', () => {
		const reply = mail('reply', { at: 1, references: [id('older'), id('parent')] });
		const explanation = explainOne('reply', [parent, reply]);
		expect(outcomes(explanation)).toBe(
			'InReplyTo notApplicable, TrackingToken notApplicable, ConversationIndex notApplicable, SmartMatching disabled'
		);
		expect(explanation.columns).toMatchObject({ correlationmethod: 0, correlatedactivityid: null });
		expect(explanation.referencesOnly).toEqual({ messageId: id('parent'), activityId: parentId });
		expect(explanation.ghosts).toEqual([id('older')]);
		expect(explanation.diagnoses.map(({ id }) => id)).toEqual([
			'reply-without-in-reply-to',
			'linked-only-by-references'
		]);
	});

	test.each([
		['notInSet', 'parent-not-in-set', []],
		['receivedLater', 'reply-received-before-parent', [mail('parent', { at: 9 })]]
	])('absence %s', (absence, diagnosis, others) => {
		const reply = mail('reply', { at: 1, inReplyTo: [id('parent')] });
		const explanation = explainOne('reply', [...others, reply]);
		expect(explanation.correlation[0]).toMatchObject({ outcome: 'noMatch', evidence: { attempts: [{ absence }] } });
		expect(explanation.diagnoses.map(({ id }) => id)).toContain(diagnosis);
	});

	test('a parent that was untracked is there and not stored', () => {
		const untracked = environment({ marks: [{ messageid: id('parent'), tracked: 'untracked' }] });
		const reply = mail('reply', { at: 1, inReplyTo: [id('parent')] });
		const explanation = explainOne('reply', [parent, reply], untracked);
		expect(explanation.correlation[0]).toMatchObject({ evidence: { attempts: [{ absence: 'notTracked' }] } });
		expect(explanation.diagnoses.map(({ id }) => id)).toContain('parent-not-tracked');
	});

	test('its own Message-ID is nobody earlier', () => {
		const odd = mail('odd', { inReplyTo: [id('odd')] });
		expect(explainOne('odd', [odd]).correlation[0]).toMatchObject({ outcome: 'noMatch' });
	});

	test('a circle of replies ends and loses nothing', () => {
		const first = mail('first', { at: 0, inReplyTo: [id('second')] });
		const second = mail('second', { at: 1, inReplyTo: [id('first')] });
		expect(explainOne('first', [first, second]).columns).toMatchObject({ correlationmethod: 0 });
		expect(explainOne('second', [first, second]).columns).toMatchObject({ correlationmethod: 3 });
	});

	test.each([
		['emailcorrelationenabled', { organization: { emailcorrelationenabled: false } }],
		[
			'IgnoreConversationIndexAndInReplyToForCorrelation',
			{ orgDbOrgSettings: { IgnoreConversationIndexAndInReplyToForCorrelation: true } }
		]
	])('%s switches InReplyTo and ConversationIndex off, not the token', (setting, changes) => {
		const sent = mail('sent', { subject: 'Pump CRM:0001005' });
		const reply = mail('reply', { at: 1, inReplyTo: [id('sent')], subject: 'RE: Pump CRM:0001005' });
		const explanation = explainOne('reply', [sent, reply], environment(changes));
		expect(outcomes(explanation)).toBe(
			'InReplyTo disabled, TrackingToken matched, ConversationIndex disabled, SmartMatching disabled'
		);
		expect(explanation.correlation[0]).toMatchObject({ setting });
	});

	test('correlationOffStops = all stops the token too, and all four off is Skipped', () => {
		const off = environment({
			organization: { emailcorrelationenabled: false },
			modelOptions: { correlationOffStops: 'all' }
		});
		expect(explainOne('parent', [parent], off).columns?.correlationmethod).toBe(1);
	});

	describe('DoNotCorrelateForwardedEmailsAsReplies', () => {
		const on = environment({ orgDbOrgSettings: { DoNotCorrelateForwardedEmailsAsReplies: true } });
		test.each([
			['FW: Pump', 'noMatch'],
			['Fwd : Pump', 'noMatch'],
			['WG: Pump', 'noMatch'],
			['转发：Pump', 'noMatch'],
			['fw[2]: Pump', 'noMatch'],
			['RE: FW: Pump', 'matched'],
			['FWX: Pump', 'matched'],
			['Forward planning', 'matched']
		])('%s: %s', (subject, outcome) => {
			const reply = mail('reply', { at: 1, inReplyTo: [id('parent')], subject });
			expect(explainOne('reply', [parent, reply], on).correlation[0]).toMatchObject({ outcome });
			expect(explainOne('reply', [parent, reply]).correlation[0]).toMatchObject({ outcome: 'matched' });
		});
	});
});

describe('correlatedsubjectchanged', () => {
	test.each([
		['Pump', 'RE: Pump', false],
		['Pump', 're: Re: Pump', false],
		['Pump', ' RE:  Pump ', false],
		['RE: Pump', 'Pump', false],
		['Pump leaks', 'RE: Pump\tleaks', false],
		['Pump', 'FW: Pump', true],
		['Pump', 'AW: Pump', true],
		['Pump', 'RE: pump', true],
		['Pump', 'RE: Pump CRM:0001005', true],
		['Pump', null, true]
	])('%j answered by %j: %s', (before, subject, changed) => {
		const start = mail('parent', { subject: before });
		const reply = mail('reply', { at: 1, inReplyTo: [id('parent')], subject });
		expect(explainOne('reply', [start, reply]).columns?.correlatedsubjectchanged).toBe(changed);
	});

	test('is false for other methods', () => {
		const sent = mail('sent', { subject: 'Pump CRM:0001005' });
		const reply = mail('reply', { at: 1, subject: 'Other CRM:0001005' });
		expect(explainOne('reply', [sent, reply]).columns?.correlatedsubjectchanged).toBe(false);
	});
});

import { describe, expect, test } from 'vitest';
import { environment, explainOne, id, mail, mailbox, outcomes, queue, user } from '../../../tests/support/mail';
import { activityIdOf } from '../domain/activityId';
import type { MessageFacts } from '../domain/message';

/** Luisa's mailbox belongs to nobody that is described, so whether her email is tracked is unknown. */
const settings = {
	users: [user('ben')],
	queues: [queue('sales', { incomingemailfilteringmethod: 0 })],
	mailboxes: [mailbox('luisa'), mailbox('ben'), mailbox('sales')],
	placements: [
		{ files: 'luisa/**', mailboxid: 'm-luisa', folder: 'Inbox', moves: [], category: null },
		{ files: 'ben/**', mailboxid: 'm-ben', folder: 'Inbox', moves: [], category: null },
		{ files: 'sales/**', mailboxid: 'm-sales', folder: 'Inbox', moves: [], category: null }
	]
};
const undecided = mail('undecided', { at: 0, to: ['luisa@contoso.com'], threadIndex: threadIndex(1) });
const smart = { organization: { enablesmartmatching: true } };
const needsUndecided = [`emails/${activityIdOf(undecided.sha256)}`];

/** 22 bytes that differ in the last. */
function threadIndex(last: number): string {
	return btoa(String.fromCharCode(1, ...Array.from({ length: 20 }, () => 7), last));
}

function explainIn(folder: string, message: MessageFacts, others: readonly MessageFacts[] = [], under = settings) {
	const folders = new Map([[undecided.sha256, 'luisa'], ...others.map(({ sha256 }) => [sha256, 'sales'] as const)]);
	const messages = [undecided, ...others, message];
	return explainOne(nameOf(message), messages, environment(under), (sha256) => [
		`${folders.get(sha256) ?? folder}/a.eml`
	]);
}

function nameOf({ messageId }: MessageFacts): string {
	return messageId?.slice(1, messageId.indexOf('@')) ?? '';
}

describe('what depends on an email whose own verdict is unknown', () => {
	test('a reply that only its link would let in is unknown, too, and so is the reply to that', () => {
		const reply = mail('reply', { at: 1, inReplyTo: [id('undecided')], to: ['ben@contoso.com'] });
		const { verdict, correlation } = explainIn('ben', reply);
		expect(verdict).toEqual({ tracked: 'unknown', needs: needsUndecided });
		expect(correlation[0]).toEqual({ method: 'InReplyTo', outcome: 'indeterminate', needs: needsUndecided });

		const again = mail('again', { at: 2, inReplyTo: [id('reply')], to: ['ben@contoso.com'] });
		const of = explainOne('again', [undecided, reply, again], environment(settings), (sha256) => [
			sha256 === undecided.sha256 ? 'luisa/a.eml' : 'ben/a.eml'
		]);
		expect(of.verdict).toEqual({ tracked: 'unknown', needs: [`emails/${activityIdOf(reply.sha256)}`] });
	});

	test('a reply that is let in anyway is tracked, with no link claimed', () => {
		const reply = mail('reply', { at: 1, inReplyTo: [id('undecided')], to: ['sales@contoso.com'] });
		const { verdict, columns } = explainIn('sales', reply);
		expect(verdict).toMatchObject({ tracked: 'yes', decidedBy: ['acceptance/filtering'] });
		expect(columns).toMatchObject({ correlationmethod: 0, correlatedactivityid: null, parentactivityid: null });
	});

	test('a later method that finds a stored email: surely a response, but to which is not said', () => {
		const stored = mail('stored', { at: 0.5, to: ['sales@contoso.com'], threadIndex: threadIndex(2) });
		const reply = mail('reply', {
			at: 1,
			inReplyTo: [id('undecided')],
			threadIndex: threadIndex(2),
			to: ['ben@contoso.com']
		});
		const explanation = explainIn('ben', reply, [stored]);
		expect(explanation.verdict).toMatchObject({ tracked: 'yes' });
		expect(explanation.columns).toMatchObject({ correlationmethod: 0, correlatedactivityid: null });
		expect(outcomes(explanation)).toBe(
			'InReplyTo indeterminate, TrackingToken notReached, ConversationIndex notReached, SmartMatching disabled'
		);
		expect(explanation.correlation[2]).toMatchObject({
			decidedBy: 'InReplyTo',
			wouldMatch: [activityIdOf(stored.sha256)]
		});
	});

	test.each([
		['ConversationIndex', { threadIndex: threadIndex(1) }, {}],
		['TrackingToken', { subject: 'Re: Hello CRM:0001005' }, {}],
		['SmartMatching', { from: 'luisa@contoso.com', to: ['ann@fabrikam.com', 'ben@contoso.com'] }, smart]
	] as const)('%s looks through such emails as well', (method, changes, under) => {
		const parent = { ...undecided, subject: method === 'TrackingToken' ? 'Hello CRM:0001005' : undecided.subject };
		const reply = mail('reply', { at: 1, to: ['ben@contoso.com'], ...changes });
		const { correlation, verdict } = explainOne(
			'reply',
			[parent, reply],
			environment({ ...settings, ...under }),
			(sha256) => [sha256 === parent.sha256 ? 'luisa/a.eml' : 'ben/a.eml']
		);
		expect(correlation.find((attempt) => attempt.method === method)).toMatchObject({
			outcome: 'indeterminate',
			needs: needsUndecided
		});
		expect(verdict.tracked).toBe('unknown');
	});

	test('a stored email that is more recent is the one, and then nothing is unknown', () => {
		const stored = mail('stored', { at: 0.5, to: ['sales@contoso.com'], threadIndex: threadIndex(1) });
		const reply = mail('reply', { at: 1, threadIndex: threadIndex(1), to: ['ben@contoso.com'] });
		expect(explainIn('ben', reply, [stored]).columns).toMatchObject({ correlationmethod: 5 });
	});

	test.each([
		['an older stored email', { threadIndex: threadIndex(1) }],
		['a stored email that is named after it', { inReplyTo: [id('undecided'), id('stored')] }]
	])('%s: surely a response, but to which is not said', (_, changes) => {
		const stored = mail('stored', { at: -1, to: ['sales@contoso.com'], threadIndex: threadIndex(1) });
		const reply = mail('reply', { at: 1, to: ['ben@contoso.com'], ...changes });
		const { verdict, columns, correlation } = explainIn('ben', reply, [stored]);
		expect(verdict).toMatchObject({ tracked: 'yes' });
		expect(columns).toMatchObject({ correlationmethod: 0, correlatedactivityid: null, parentactivityid: null });
		expect(correlation.map(({ outcome }) => outcome)).toContain('indeterminate');
	});

	test('another copy with its Message-ID may or may not be a duplicate', () => {
		const copy = mail('copy', { at: 1, messageId: undecided.messageId, to: ['sales@contoso.com'] });
		const found = explainOne('copy', [undecided, copy], environment(settings), (sha256) => [
			sha256 === undecided.sha256 ? 'luisa/a.eml' : 'sales/a.eml'
		]);
		expect(found.verdict).toEqual({ tracked: 'unknown', needs: needsUndecided });
		expect(found.checks.at(-2)).toMatchObject({ check: 'scope/duplicate', outcome: 'indeterminate' });
	});

	test('a mark on the first settles all', () => {
		const reply = mail('reply', { at: 1, inReplyTo: [id('undecided')], to: ['ben@contoso.com'] });
		const under = { ...settings, marks: [{ messageid: id('undecided'), tracked: 'manual' as const }] };
		expect(explainIn('ben', reply, [], under).columns).toMatchObject({ correlationmethod: 3 });
	});
});

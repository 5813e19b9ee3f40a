import { describe, expect, test } from 'vitest';
import { environment, mail, user } from '../../../../tests/support/mail';
import type { Environment } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import { decide } from '../decide';
import { maxListedNearMisses, maxListedTokens, TokenSurvey } from './survey';

const ENVIRONMENT = environment({
	organization: { trackingprefixhistory: ['CTS:'] },
	users: [user('mara', { fullname: 'Mara', trackingtokenid: 1, incomingemailfilteringmethod: 0 })]
});
const fresh = environment({ organization: { trackingprefixhistory: ['CTS:'] } });

function survey(messages: readonly MessageFacts[], under: Environment = fresh): TokenSurvey {
	const { stored, length } = decide(messages, under);
	const found = new TokenSurvey(stored);
	for (let position = 0; position < length; position++) found.add(position);
	for (const _ of found.countConversations());
	return found;
}
const subjects = (...all: readonly string[]) => all.map((subject, at) => mail(`m${at}`, { at, subject }));

test('tokens with their emails, those of several conversations first', () => {
	const { tokens, ...totals } = survey(
		subjects(
			'Pump leaks CRM:0001005',
			'RE: Pump leaks crm:0001005',
			'RE: Pump leaks CRM:0001005',
			'Training CRM:0001017',
			'Gaskets CRM:0001017',
			'Plan CTS:0001311',
			'Lunch',
			'Offer Contoso:0001001'
		)
	).result();
	expect(totals).toMatchObject({ emails: 8, emailsWithToken: 7, tokensTotal: 4, reusedTotal: 1, nearMissesTotal: 0 });
	expect(
		tokens.map(({ token, prefixIs, emails, tracked, conversations }) => [
			token,
			prefixIs,
			emails,
			tracked,
			conversations
		])
	).toEqual([
		['CRM:0001017', 'current', 2, 2, 2],
		['CRM:0001005', 'current', 3, 3, 1],
		['CTS:0001311', 'former', 1, 1, 1],
		['Contoso:0001001', 'unknown', 1, 0, 0]
	]);
	expect(tokens[1]?.newest.map(({ subject }) => subject)).toEqual([
		'RE: Pump leaks CRM:0001005',
		'RE: Pump leaks crm:0001005',
		'Pump leaks CRM:0001005'
	]);
});

test('the user is named', () => {
	const { tokens } = survey([mail('a', { subject: 'Pump CRM:0001005' })], ENVIRONMENT).result();
	expect(tokens).toMatchObject([{ readings: [{ counter: '005', user: { kind: 'users', names: ['Mara'] } }] }]);
});

test('the latest token of each user: the one that came up last for the first time', () => {
	const { latest } = survey(
		subjects(
			'A CRM:0001005',
			'B CRM:0001006',
			'C CRM:0002998',
			'RE: A CRM:0001005',
			'D CRM:0002000',
			'E CTS:0001900',
			'F CRM:00019000'
		)
	).result();
	expect(latest).toEqual([
		{ userNumber: 1, token: 'CRM:0001006', counter: 6 },
		{ userNumber: 2, token: 'CRM:0002000', counter: 0 }
	]);
});

test('near misses, those of a stored token first', () => {
	const { nearMisses, nearMissesTotal } = survey(
		subjects('Pump CRM:0001005', 'CRM: 12', 'RE: Pump CRM: 0001005', 'RE: Pump CRM:000105', 'RE: Pump CRM:0001 005')
	).result();
	expect(nearMissesTotal).toBe(4);
	expect(nearMisses.map(({ kind, resembles }) => [kind, resembles])).toEqual([
		['space-after-prefix', 'CRM:0001005'],
		['digit-more-or-less', 'CRM:0001005'],
		['split', 'CRM:0001005'],
		['space-after-prefix', null]
	]);
});

test('lists are bounded, counts are not', () => {
	const many = Array.from({ length: 700 }, (_, at) => `Pump CRM:0001${String(at).padStart(3, '0')}`);
	const missed = Array.from({ length: 150 }, (_, at) => `Pump CRM: ${at}`);
	const found = survey(subjects('Valve CRM:0002007', ...many, ...missed, 'RE: Valve CRM: 0002007')).result();
	expect(found.tokens).toHaveLength(maxListedTokens);
	expect(found.tokensTotal).toBe(701);
	expect(found.nearMisses).toHaveLength(maxListedNearMisses);
	expect(found.nearMissesTotal).toBe(151);
	expect(found.nearMisses[0]?.resembles).toBe('CRM:0002007');
});

describe('one subject read', () => {
	const found = survey(subjects('Pump leaks CRM:0001005', 'RE: Pump leaks CRM:0001005'));
	test('its tokens, in order, with the emails that carry them', () => {
		expect(found.read('crm:0001005 and CRM:0001999')).toMatchObject({
			tokens: [
				{ token: 'crm:0001005', emails: 2, conversations: 1 },
				{ token: 'CRM:0001999', emails: 0, conversations: 0, newest: [] }
			],
			nearMisses: []
		});
	});
	test('what resembles a token', () => {
		expect(found.read('CRM：0001005')).toMatchObject({
			tokens: [],
			nearMisses: [{ kind: 'fullwidth-colon', resembles: 'CRM:0001005' }]
		});
	});
	test('nothing', () => expect(found.read('Lunch?')).toEqual({ tokens: [], nearMisses: [] }));
});

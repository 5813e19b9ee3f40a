import { expect, it } from 'vitest';
import { environment, id, mail, mailbox, user } from '../../../tests/support/mail';
import { decide } from './decide';
import { decisionChanges } from './decisionChanges';

const to = ['luisa@contoso.com'];
const messages = [mail('a', { to }), mail('b', { at: 1, to, inReplyTo: [id('a')] }), mail('c', { at: 2, to })];
const under = (changes: Parameters<typeof environment>[0], some = messages) =>
	decide(
		some,
		environment({
			users: [user('luisa', { incomingemailfilteringmethod: 0 })],
			mailboxes: [mailbox('luisa')],
			...changes
		})
	);
const none = { nowTracked: 0, noLongerTracked: 0, linkedOtherwise: 0, noLongerDecided: 0, nowNotTracked: 0 };

const all = under({});
const refuses = under({ users: [user('luisa', { incomingemailfilteringmethod: 4 })] });
const unlinked = under({ organization: { emailcorrelationenabled: false } });
const undecided = under({
	users: [user('luisa')],
	organization: { enablesmartmatching: true, hashfilterkeywords: '(?>a)' }
});

it.each([
	['nothing', all, all, none],
	['a filter that refuses', all, refuses, { ...none, noLongerTracked: 3 }],
	['a filter that accepts', refuses, all, { ...none, nowTracked: 3 }],
	['correlation switched off', all, unlinked, { ...none, linkedOtherwise: 1 }],
	['a pattern that cannot be used', all, undecided, { ...none, noLongerDecided: 3 }],
	['a filter that refuses whatever the pattern', undecided, refuses, { ...none, nowNotTracked: 3 }],
	['one more email, before the others', under({}, messages.slice(1)), all, { ...none, linkedOtherwise: 1 }]
])('%s', (_name, before, after, changes) => {
	expect(decisionChanges(before, after)).toEqual(changes);
});

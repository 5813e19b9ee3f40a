import { beforeEach, expect, test } from 'vitest';
import { environment, id, mail } from '../../../tests/support/mail';
import { activityIdOf } from '../domain/activityId';
import type { MessageFacts } from '../domain/message';
import { compileHashFilter } from '../engine/correlation/hashFilter';
import type { ThreadQuery } from './api';
import { Conversations } from './conversations';
import { Library } from './library';

const pump = [
	mail('pump', { subject: 'Pump' }),
	mail('pump2', { at: 1, subject: 'RE: Pump', inReplyTo: [id('pump')], from: 'bob@fabrikam.com' }),
	mail('pump3', { at: 2, subject: 'RE: Pump', references: [id('pump')] })
];
const invoice = [mail('invoice', { at: 5, subject: 'Invoice 4711', inReplyTo: [id('gone')] })];
const alone = mail('alone', { at: 9, subject: 'Hello' });

let library: Library;
let conversations: Conversations;

function open(messages: readonly MessageFacts[]): void {
	const under = environment({});
	library = new Library(1, under, compileHashFilter(under.organization.hashfilterkeywords));
	library.addPack(1, messages);
	library.decideNew();
}

beforeEach(() => {
	open([...pump, ...invoice, alone]);
	conversations = new Conversations(() => library);
});

const all: ThreadQuery = { text: '', choice: 'all', sort: 'latest', first: 0, count: 100, around: null };
const subjects = async (changes: Partial<ThreadQuery>) =>
	(await conversations.list({ ...all, ...changes })).threads.map(({ subject }) => subject);

test('lists threads, chosen, sorted and searched', async () => {
	expect(await subjects({})).toEqual(['Hello', 'Invoice 4711', 'Pump']);
	expect(await subjects({ sort: 'size' })).toEqual(['Pump', 'Hello', 'Invoice 4711']);
	expect(await subjects({ choice: 'several' })).toEqual(['Invoice 4711', 'Pump']);
	expect(await subjects({ choice: 'ghosts' })).toEqual(['Invoice 4711']);
	expect(await subjects({ choice: 'split' })).toEqual(['Pump']);
	expect(await subjects({ choice: 'merged' })).toEqual([]);
	// Each word in one of the emails.
	expect(await subjects({ text: 'BOB ann@' })).toEqual(['Pump']);
	expect(await conversations.list({ ...all, text: 'pump' })).toMatchObject({
		total: 1,
		counts: { all: 1, several: 1, suspects: 0, ghosts: 0, split: 1, merged: 0 },
		threads: [{ emails: 3, conversations: 2, senders: ['ann@fabrikam.com', 'bob@fabrikam.com'], sendersTotal: 2 }]
	});
});

test('shows windows of the list, also the one that holds an email', async () => {
	expect(await conversations.list({ ...all, count: 2, first: 2 })).toMatchObject({ first: 2, total: 3 });
	const around = activityIdOf(mail('pump3').sha256);
	expect(await conversations.list({ ...all, count: 1, around })).toMatchObject({
		first: 2,
		threads: [{ subject: 'Pump' }]
	});
	// Hidden by the choice.
	expect(await conversations.list({ ...all, choice: 'ghosts', around })).toMatchObject({ first: 0, total: 1 });
});

test('shows the thread of an email', async () => {
	const [first, , third] = pump.map(({ sha256 }) => activityIdOf(sha256));
	expect(await conversations.thread(third ?? '', null)).toMatchObject({ threadId: first, total: 3, emails: 3 });
	expect(await conversations.thread('nobody', null)).toBeNull();
});

test('looks again after a change, and not before', async () => {
	const before = await conversations.list(all);
	expect(await conversations.list(all)).toEqual(before);
	library.addPack(2, [mail('late', { at: 20, subject: 'RE: Hello', inReplyTo: [id('alone')] })]);
	library.decideNew();
	expect(await conversations.list(all)).toMatchObject({ total: 3, revision: library.revision });
	expect(await subjects({ choice: 'several' })).toEqual(['Hello', 'Invoice 4711', 'Pump']);
	open([alone]);
	expect(await subjects({})).toEqual(['Hello']);
});

test('mail that comes in while it looks does no harm', async () => {
	open(Array.from({ length: 3_000 }, (_, at) => mail(`m${at}`, { at, inReplyTo: [id(`m${at + 1}`)] })));
	const looking = conversations.list(all);
	library.addPack(2, [mail('m3000', { at: 3_000 })]);
	library.decideNew();
	expect((await looking).total).toBe(1);
	expect((await conversations.list(all)).total).toBe(1);
});

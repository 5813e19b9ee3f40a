import { beforeEach, expect, test } from 'vitest';
import { environment, id, mail } from '../../../tests/support/mail';
import type { Environment } from '../domain/environment';
import type { MessageFacts } from '../domain/message';
import { activityIdOf } from '../domain/activityId';
import { compileHashFilter } from '../engine/correlation/hashFilter';
import type { FlipsProgress } from './api';
import { Flips } from './flips';
import { Library } from './library';

const question = mail('question', { subject: 'Pump' });
const reply = mail('reply', { at: 10, subject: 'RE: Pump', inReplyTo: [id('question')] });
const ofReply = activityIdOf(reply.sha256);

let library: Library;
let told: FlipsProgress[];
let flips: Flips;

function open(messages: readonly MessageFacts[], under: Environment = environment({})): Library {
	const opened = new Library(1, under, compileHashFilter(under.organization.hashfilterkeywords));
	opened.addPack(1, messages);
	opened.decideNew();
	return opened;
}

beforeEach(() => {
	library = open([question, reply]);
	told = [];
	flips = new Flips(
		() => library,
		(progress) => told.push(progress)
	);
});

const last = () => told.at(-1);

test('tells what it finds while it looks, then finishes with everything counted', async () => {
	await flips.find(ofReply);
	expect(told[0]).toMatchObject({ phase: 'trying', tried: 0, found: [] });
	expect(told.map(({ found }) => found.length)).toEqual([...told.map(({ found }) => found.length)].sort());
	expect(last()).toMatchObject({ phase: 'finished', activityId: ofReply, revision: library.revision });
	expect(last()?.tried).toBe(last()?.candidates);
	expect(last()?.found.map(({ others }) => others)).toEqual([0, 0, 0, 1]);
	expect(last()?.mentions).toMatchObject([{ activityId: activityIdOf(question.sha256), subject: 'Pump' }]);
});

test('asked again while nothing has changed, it answers at once', async () => {
	await flips.find(ofReply);
	const first = last();
	told = [];
	await flips.find(ofReply);
	expect(told).toEqual([first]);
	library.reportChanged();
	await flips.find(ofReply);
	expect(told.length).toBeGreaterThan(2);
});

const many = Array.from({ length: 3000 }, (_, index) =>
	mail(`m${index}`, { at: index, inReplyTo: [id(`m${index - 1}`)] })
);
const ofLast = activityIdOf(mail('m2999').sha256);

test('other calls come in between, and one of them cancels it', async () => {
	library = open(many);
	const searching = flips.find(ofLast);
	await new Promise((resolve) => setTimeout(resolve, 0));
	expect(last()?.phase).toBe('trying');
	flips.cancel();
	await searching;
	expect(last()?.phase).toBe('cancelled');
	expect(last()?.tried).toBeLessThan(last()?.candidates ?? 0);
	// What was cancelled is not kept.
	told = [];
	await flips.find(ofLast);
	expect(last()?.phase).toBe('finished');
});

test.each([
	['a change of the case', () => library.reportChanged()],
	['another case', () => (library = open([question]))]
])('%s ends it', async (_, change) => {
	library = open(many);
	const searching = flips.find(ofLast);
	await new Promise((resolve) => setTimeout(resolve, 0));
	change();
	await searching;
	expect(last()?.phase).toBe('cancelled');
});

test('another email takes its place', async () => {
	library = open(many);
	const first = flips.find(ofLast);
	const second = flips.find(activityIdOf(mail('m5').sha256));
	await Promise.all([first, second]);
	expect(told.filter(({ activityId }) => activityId === ofLast).at(-1)?.phase).toBe('cancelled');
	expect(told.filter(({ activityId }) => activityId !== ofLast).at(-1)?.phase).toBe('finished');
});

test('an email that is not there is not looked at', async () => {
	await flips.find(activityIdOf(mail('nowhere').sha256));
	expect(told).toEqual([]);
});

test('a pattern that cannot be used leaves smart matching undecided where a change switches it on', async () => {
	library = open(
		[question, mail('other', { at: 5, subject: 'Pump' })],
		environment({ organization: { hashfilterkeywords: '(?i)x' } })
	);
	await flips.find(activityIdOf(mail('other').sha256));
	expect(last()?.phase).toBe('finished');
	expect(last()?.found.map(({ change }) => change.kind)).toEqual(['mark']);
});

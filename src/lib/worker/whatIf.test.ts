import { beforeEach, describe, expect, test } from 'vitest';
import { environment, id, mail } from '../../../tests/support/mail';
import { activityIdOf } from '../domain/activityId';
import type { Environment } from '../domain/environment';
import type { MessageFacts } from '../domain/message';
import { compileHashFilter } from '../engine/correlation/hashFilter';
import { Library } from './library';
import { WhatIf } from './whatIf';
import type { EnvironmentFileContent, WhatIfQuery } from './api';

const question = mail('question', { subject: 'Pump' });
const reply = mail('reply', { at: 10, subject: 'RE: Pump', inReplyTo: [id('question')] });
const other = mail('other', { at: 20, subject: 'Valve' });
const answer = mail('answer', { at: 30, subject: 'RE: Valve', inReplyTo: [id('other')] });

const file = (content: object): EnvironmentFileContent => ({
	format: 'tracklens-environment',
	formatVersion: 1,
	name: 'Draft',
	...content
});
const noReplies = file({ orgDbOrgSettings: { IgnoreConversationIndexAndInReplyToForCorrelation: true } });
const ALL: WhatIfQuery = { groups: [], columns: [], text: '', first: 0, count: 100 };

let library: Library;
let whatIf: WhatIf;

function open(messages: readonly MessageFacts[], under: Environment = environment({})): Library {
	const opened = new Library(1, under, compileHashFilter(under.organization.hashfilterkeywords));
	opened.addPack(1, messages);
	opened.decideNew();
	return opened;
}

beforeEach(() => {
	library = open([question, reply, other, answer]);
	whatIf = new WhatIf(() => library);
});

test('tells what the draft changes, and explains an email under it', async () => {
	const result = await whatIf.evaluate(noReplies);
	expect(result).toMatchObject({
		ok: true,
		summary: { emails: 4, changed: 2, tracked: 4, revision: library.revision }
	});
	const page = whatIf.page(ALL);
	expect(page?.rows.map(({ subject, group }) => [subject, group])).toEqual([
		['RE: Pump', 'noLongerLinked'],
		['RE: Valve', 'noLongerLinked']
	]);
	expect(page?.rows[0]?.before.columns?.correlatedactivityid).toBe(activityIdOf(question.sha256));
	expect(page?.rows[0]?.after.columns?.correlatedactivityid).toBe(null);
	expect(page?.mentions.map(({ subject }) => subject)).toEqual(['Pump', 'Valve']);
	const explained = whatIf.explain(activityIdOf(reply.sha256));
	expect(explained?.correlation[0]).toMatchObject({ method: 'InReplyTo', outcome: 'disabled' });
});

describe('a page of what changes', () => {
	beforeEach(() => whatIf.evaluate(noReplies));

	test.each<[string, Partial<WhatIfQuery>, readonly string[]]>([
		['by its text', { text: 'valve' }, ['RE: Valve']],
		['by its group', { groups: ['nowTracked', 'noLongerLinked'] }, ['RE: Pump', 'RE: Valve']],
		['by a group that has none', { groups: ['nowTracked'] }, []],
		['by a column', { columns: ['parentactivityid'] }, ['RE: Pump', 'RE: Valve']],
		['by a column that stays', { columns: ['ownerid'] }, []],
		['in windows', { first: 1, count: 1 }, ['RE: Valve']]
	])('%s', (_, query, subjects) => {
		expect(whatIf.page({ ...ALL, ...query })?.rows.map(({ subject }) => subject)).toEqual(subjects);
	});

	test('counts are over what the other list and the text leave', () => {
		const page = whatIf.page({ ...ALL, groups: ['nowTracked'], text: 'pump' });
		expect(page).toMatchObject({ total: 0, groups: { noLongerLinked: 1 }, columns: { parentactivityid: 0 } });
	});
});

test('a draft that cannot be applied tells its fields', async () => {
	await whatIf.evaluate(noReplies);
	const result = await whatIf.evaluate(file({ organization: { hashmaxcount: 'many' } }));
	expect(result).toMatchObject({ ok: false, code: 'invalid', issues: [{ path: '/organization/hashmaxcount' }] });
	expect(whatIf.page(ALL)).toBe(null);
});

test('a pattern that cannot be used is told, and smart matching undecided', async () => {
	const draft = file({ organization: { enablesmartmatching: true, hashfilterkeywords: '(?i)x' } });
	const result = await whatIf.evaluate(draft);
	expect(result).toMatchObject({ ok: true, summary: { refused: [{ setting: 'hashfilterkeywords' }] } });
});

const many = Array.from({ length: 12_000 }, (_, index) =>
	mail(`m${index}`, { at: index, inReplyTo: [id(`m${index - 1}`)] })
);

test.each([
	['another draft', () => void whatIf.evaluate(file({}))],
	['a change of the case', () => library.reportChanged()],
	['another case', () => void (library = open([question]))],
	['forgetting it', () => whatIf.forget()]
])('%s ends what is under way', async (_, change) => {
	library = open(many);
	const evaluating = whatIf.evaluate(noReplies);
	await new Promise((resolve) => setTimeout(resolve, 0));
	change();
	expect(await evaluating).toEqual({ ok: false, code: 'superseded' });
});

test('nothing is told of a case that has changed since', async () => {
	await whatIf.evaluate(noReplies);
	library.reportChanged();
	expect(whatIf.page(ALL)).toBe(null);
	expect(whatIf.explain(activityIdOf(reply.sha256))).toBe(null);
});

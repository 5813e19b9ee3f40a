import { beforeEach, describe, expect, test } from 'vitest';
import { environment, id, mail } from '../../../tests/support/mail';
import { DEFAULT_HASH_FILTER_KEYWORDS, type Environment } from '../domain/environment';
import type { MessageFacts } from '../domain/message';
import { compileHashFilter } from '../engine/correlation/hashFilter';
import type { LaboratoryProgress, LaboratoryQuestion } from './api';
import { Laboratory } from './laboratory';
import { Library } from './library';

const ACTIVE_ONLY: LaboratoryQuestion = { hashfilterkeywords: [], hashdeltasubjectcount: [], hashminaddresscount: [] };
const MESSAGES = [
	mail('pump', { subject: 'Pump broken' }),
	mail('answer', { at: 1, subject: 'RE: Pump broken', inReplyTo: [id('pump')] }),
	mail('invoice', { at: 2, subject: 'Invoice' }),
	mail('invoice2', { at: 3, subject: 'Invoice' }),
	mail('paid', { at: 4, subject: 'Re: Invoice', inReplyTo: [id('invoice')] }),
	mail('lost', { at: 5, subject: 'Re: Other', inReplyTo: [id('gone')] })
];

let library: Library;
let told: LaboratoryProgress[];
let result: LaboratoryProgress;
let laboratory: Laboratory;

function open(messages: readonly MessageFacts[], under: Environment = environment({})): void {
	library = new Library(1, under, compileHashFilter(under.organization.hashfilterkeywords));
	library.addPack(1, messages);
	library.decideNew();
	told = [];
	laboratory = new Laboratory(
		() => library,
		(progress) => told.push(progress)
	);
}

beforeEach(() => open(MESSAGES));

test('tells what was tried, what was left out, and how each method does', async () => {
	result = await laboratory.measure(ACTIVE_ONLY);
	expect(result).toMatchObject({
		phase: 'finished',
		tried: 1,
		choices: 1,
		trials: { replies: 3, trials: 2, answerNothing: 3, leftOut: { parentMissing: 1 } },
		smartMatchingOffBy: 'enablesmartmatching',
		methods: [
			{ method: 'order', switchedOffBy: null, score: { nothing: 2, notLinked: 3 } },
			{ method: 'TrackingToken', score: { nothing: 2 } },
			{ method: 'ConversationIndex', score: { nothing: 2 } }
		],
		smartMatching: [{ active: true, hashminaddresscount: 2, score: { parent: 1, wrong: 1, linked: 1, notLinked: 2 } }],
		refused: []
	});
});

test('every value is tried with every other, the active ones among them, each once', async () => {
	result = await laboratory.measure({
		hashfilterkeywords: [DEFAULT_HASH_FILTER_KEYWORDS],
		hashdeltasubjectcount: [1, 0, -1, 0.5, 1],
		hashminaddresscount: [3, 1]
	});
	const tried = result.smartMatching.map((one) => [one.hashdeltasubjectcount, one.hashminaddresscount]);
	expect(tried).toEqual([0, 1].flatMap((delta) => [1, 2, 3].map((least) => [delta, least])));
	expect(result).toMatchObject({ tried: 6, choices: 6 });
	expect(result.smartMatching.filter(({ active }) => active)).toHaveLength(1);
});

describe('the emails behind a score', () => {
	const query = { first: 0, count: 10 };

	test('a wrong link: what was found, what In-Reply-To names, what is shared', async () => {
		result = await laboratory.measure(ACTIVE_ONLY);
		const page = laboratory.page({ of: 0, finding: 'wrong', ...query });
		expect(page?.total).toBe(1);
		expect(page?.rows[0]).toMatchObject({
			email: { subject: 'Re: Invoice' },
			found: { activityId: idOf('invoice2') },
			parent: { activityId: idOf('invoice') },
			compared: {
				sharedWords: ['invoice'],
				otherWords: [],
				sharedAddresses: ['ann@fabrikam.com', 'support@contoso.com']
			}
		});
		expect(laboratory.page({ of: 0, finding: 'linked', ...query })?.rows[0]).toMatchObject({
			email: { activityId: idOf('invoice2') },
			found: { activityId: idOf('invoice') },
			parent: null
		});
	});

	test('nothing found: the parent beside it, with the words that differ', async () => {
		open([...MESSAGES, mail('tagged', { at: 6, subject: '[EXTERNAL] RE: Pump broken', inReplyTo: [id('pump')] })]);
		result = await laboratory.measure(ACTIVE_ONLY);
		expect(laboratory.page({ of: 0, finding: 'nothing', ...query })?.rows).toMatchObject([
			{
				email: { activityId: idOf('tagged') },
				found: null,
				parent: { activityId: idOf('pump') },
				compared: { sharedWords: ['pump', 'broken'], otherWords: ['[external]', 're:'] }
			}
		]);
		expect(laboratory.page({ of: 'TrackingToken', finding: 'nothing', ...query })).toMatchObject({
			total: 3,
			rows: [{ compared: null }, { compared: null }, { compared: null }]
		});
	});

	test('in windows; nothing of what was not measured', async () => {
		expect(laboratory.page({ of: 0, finding: 'wrong', ...query })).toBeNull();
		result = await laboratory.measure(ACTIVE_ONLY);
		expect(laboratory.page({ of: 'order', finding: 'nothing', first: 1, count: 1 })).toMatchObject({
			total: 2,
			first: 1,
			rows: [{ email: { activityId: idOf('paid') } }]
		});
		expect(laboratory.page({ of: 1, finding: 'wrong', ...query })).toBeNull();
	});

	test('nothing once the case has changed', async () => {
		result = await laboratory.measure(ACTIVE_ONLY);
		library.addPack(2, [mail('new', { at: 9 })]);
		library.decideNew();
		expect(laboratory.page({ of: 0, finding: 'wrong', ...query })).toBeNull();
	});

	function idOf(name: string): string {
		const position = library.decisions.stored.messages.findIndex(({ messageId }) => messageId === id(name));
		return library.decisions.stored.activityId(position);
	}
});

test('cancelled, it keeps what was measured until then; a change of the case cancels it', async () => {
	const many = { ...ACTIVE_ONLY, hashminaddresscount: [1, 3, 4], hashdeltasubjectcount: [1, 2, 3] };
	const messages = Array.from({ length: 3_000 }, (_, index) =>
		mail(`m${index}`, { at: index, subject: `Pump ${index % 50}`, inReplyTo: index === 0 ? [] : [id(`m${index - 1}`)] })
	);
	for (const interrupt of [
		() => laboratory.cancel(),
		() => {
			library.addPack(2, [mail('new', { at: 9_999 })]);
		}
	]) {
		open(messages);
		const over = laboratory.measure(many);
		while (!told.some(({ tried }) => tried > 0)) await new Promise((resolve) => setTimeout(resolve, 1));
		interrupt();
		result = await over;
		expect(result.phase).toBe('cancelled');
		expect(result.tried).toBeLessThan(result.choices);
		expect(result.smartMatching.length).toBe(result.tried);
	}
});

test('another filter is not tried on subjects that are pseudonymised', async () => {
	const keyed = { order: 0, subjectWords: ['w1'], comparedSubject: 's1' };
	open(MESSAGES.map((facts) => ({ ...facts, keyed })));
	result = await laboratory.measure({ ...ACTIVE_ONLY, hashfilterkeywords: [''] });
	expect(result).toMatchObject({
		phase: 'finished',
		tried: 2,
		choices: 2,
		refused: [{ hashfilterkeywords: '', why: 'subjects-pseudonymised' }]
	});
	expect(result.smartMatching).toHaveLength(1);
});

test('a filter that is refused is told, and the others are tried', async () => {
	result = await laboratory.measure({ ...ACTIVE_ONLY, hashfilterkeywords: ['(', '(?i)re:'] });
	expect(result.refused.map(({ hashfilterkeywords, why }) => [hashfilterkeywords, why])).toEqual([
		['(', 'syntax'],
		['(?i)re:', 'unsupported']
	]);
	expect(result).toMatchObject({ phase: 'finished', tried: 3, choices: 3 });
	expect(result.smartMatching).toHaveLength(1);
});

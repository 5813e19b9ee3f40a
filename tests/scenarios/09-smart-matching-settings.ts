import { LUISA, OFFER, REPLY, but } from './people';
import type { Scenario } from './scenario';

const ANN = but(REPLY, 'In-Reply-To: (none)', 'References: (none)');
const DEFAULT_PATTERN = String.raw`^[\s]*([\w]+\s?:[\s]*)+`;
const TWENTY =
	'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';

const on = (organization: object = {}) => ({ ...LUISA, organization: { enablesmartmatching: true, ...organization } });
const subjects = (stored: string, incoming: string) => ({
	'offer.eml': but(OFFER, `Subject: ${stored}`),
	'reply.eml': but(ANN, `Subject: ${incoming}`)
});

/** Luisa sent `stored`, Ann writes `incoming`; matched or not under these settings. */
function scenario(
	{ stored, incoming, organization, matched, stripped }: Settings,
	words: Pick<Scenario, 'title' | 'places' | 'given' | 'then'>
): Scenario {
	const outcome = matched ? 'yes     | matched' : 'no      | noMatch';
	return {
		...words,
		when: `Luisa sent “${stored}”, Ann writes “${incoming}”.`,
		environment: on(organization),
		mail: subjects(stored, incoming),
		expected: `
			file      | tracked | SmartMatching | SmartMatching stripped
			reply.eml | ${outcome} | ${stripped ?? ''}`
	};
}
interface Settings {
	readonly stored: string;
	readonly incoming: string;
	readonly organization?: object;
	readonly matched: boolean;
	/** What HashFilterKeywords took out of the incoming subject. */
	readonly stripped?: string;
}

export const SMART_MATCHING_SETTINGS: readonly Scenario[] = [
	scenario(
		{ stored: 'Test', incoming: 'Test', matched: true, stripped: '-' },
		{
			title: 'Sample 1: nothing is taken out of Test',
			places: ['11.1', '11.2'],
			given: 'HashFilterKeywords is as delivered.',
			then: 'Nothing is ignored; matched.'
		}
	),
	scenario(
		{ stored: 'Test', incoming: 'RE: Test', matched: true, stripped: 'RE:' },
		{
			title: 'Sample 2: RE: is taken out of RE: Test',
			places: ['11.1', '11.3'],
			given: 'HashFilterKeywords is as delivered.',
			then: 'RE: is ignored; matched.'
		}
	),
	scenario(
		{ stored: 'Test', incoming: 'FW: RE: Test', matched: true, stripped: 'FW: RE:' },
		{
			title: 'Sample 3: FW: RE: is taken out of FW: RE: Test',
			places: ['11.1', '11.4'],
			given: 'HashFilterKeywords is as delivered.',
			then: 'Both are ignored; matched.'
		}
	),
	scenario(
		{ stored: 'Project: Alpha', incoming: 'Client: Alpha', matched: true },
		{
			title: 'Any word with a colon goes, also one that means something',
			places: ['11.2'],
			given: 'HashFilterKeywords is as delivered.',
			then: 'Project and client are both taken out, so two matters match.'
		}
	),
	scenario(
		{ stored: 'Test', incoming: 'Out of office: Test', matched: false, stripped: '-' },
		{
			title: 'Out of office: is not ignored by default',
			places: ['11.5'],
			given: 'HashFilterKeywords is as delivered.',
			then: 'The word before the space has no colon, so all stays; no match.'
		}
	),
	scenario(
		{
			stored: 'Test',
			incoming: 'Out of office: Test',
			organization: { hashfilterkeywords: `${DEFAULT_PATTERN}|Out of office:` },
			matched: true,
			stripped: 'Out of office:'
		},
		{
			title: 'Out of office: ignored by a changed pattern',
			places: ['11.6', 'hashfilterkeywords'],
			given: 'HashFilterKeywords has “|Out of office:” at its end.',
			then: 'It is taken out; matched.'
		}
	),
	{
		title: 'The pattern as the page prints it, with escapes, takes out nothing',
		places: ['11.6'],
		given: 'HashFilterKeywords was pasted from the page with its escapes.',
		when: 'Luisa sent “Test”, Ann writes “RE: Test”.',
		then: 'Not even RE: goes; no match, and the diagnosis offers the pattern that was meant.',
		environment: on({ hashfilterkeywords: String.raw`^\[\\s\]\*(\[\\w\]+\\s?:\[\\s\]\*)+\|Out of office:` }),
		mail: subjects('Test', 'RE: Test'),
		expected: `
			file      | tracked | SmartMatching | SmartMatching stripped | diagnoses
			reply.eml | no      | noMatch       | -                      | hash-filter-pasted`
	},
	{
		title: 'The pattern with all its backslashes lost takes out nothing either',
		places: ['11.6'],
		given: 'HashFilterKeywords was copied from a page that had eaten the backslashes.',
		when: 'Luisa sent “Test”, Ann writes “RE: Test”.',
		then: 'No match; the diagnosis names the pattern.',
		environment: on({ hashfilterkeywords: '^[s]*([w]+s?:[s]*)+' }),
		mail: subjects('Test', 'RE: Test'),
		expected: `
			file      | tracked | SmartMatching | diagnoses
			reply.eml | no      | noMatch       | hash-filter-pasted`
	},
	{
		title: 'A tag in front hides the prefix from the pattern',
		places: ['11.2', '10.3'],
		given: 'HashFilterKeywords is as delivered; the mail server marks mail from outside.',
		when: 'Luisa sent “Test”, Ann’s mail comes in as “[EXTERNAL] RE: Test”.',
		then: 'Two words too many; no match, and the tag is the diagnosis.',
		environment: on(),
		mail: subjects('Test', '[EXTERNAL] RE: Test'),
		expected: `
			file      | tracked | SmartMatching | SmartMatching stripped | diagnoses
			reply.eml | no      | noMatch       | -                      | subject-tag-stops-smart-matching`
	},
	scenario(
		{ stored: `${TWENTY} alpha`, incoming: `${TWENTY} beta`, matched: true },
		{
			title: 'Only the first twenty words are hashed',
			places: ['11.7', 'hashmaxcount'],
			given: 'HashMaxCount is 20, the default.',
			then: 'The subjects differ in the 21st word only; matched.'
		}
	),
	scenario(
		{ stored: `${TWENTY} alpha`, incoming: `${TWENTY} beta`, organization: { hashmaxcount: 21 }, matched: false },
		{
			title: 'With HashMaxCount 21 the 21st word counts',
			places: ['11.7', 'hashmaxcount'],
			given: 'HashMaxCount is 21.',
			then: 'No match.'
		}
	),
	{
		title: 'HashMaxCount caps the addresses, too',
		places: ['11.7', 'hashmaxcount'],
		given: 'HashMaxCount is 2; the offer went to Ann and then to Ben.',
		when: 'Ben answers Luisa.',
		then: 'Ben was the third address and was not hashed: one in common, no match.',
		environment: on({ hashmaxcount: 2 }),
		mail: {
			'offer.eml': but(OFFER, 'To: ann@fabrikam.com, ben@fabrikam.com', 'Subject: Offer'),
			'reply.eml': but(ANN, 'From: ben@fabrikam.com', 'Subject: Offer')
		},
		expected: `
			file      | tracked | SmartMatching
			reply.eml | no      | noMatch`
	},
	scenario(
		{ stored: 'Offer for two pumps', incoming: 'RE: Offer for pumps', matched: false },
		{
			title: 'A word less is no match by default',
			places: ['11.8', '10.5', 'hashdeltasubjectcount'],
			given: 'HashDeltaSubjectCount is 0, the default.',
			then: 'Three words and four; no match.'
		}
	),
	scenario(
		{
			stored: 'Offer for two pumps',
			incoming: 'RE: Offer for pumps',
			organization: { hashdeltasubjectcount: 1 },
			matched: true
		},
		{
			title: 'A word less is a match with a difference of one allowed',
			places: ['11.8', 'hashdeltasubjectcount'],
			given: 'HashDeltaSubjectCount is 1.',
			then: 'Matched.'
		}
	),
	scenario(
		{
			stored: 'Offer for two pumps',
			incoming: 'RE: Offer pumps',
			organization: { hashdeltasubjectcount: 1 },
			matched: false
		},
		{
			title: 'Two words less are too many for a difference of one',
			places: ['11.8', 'hashdeltasubjectcount'],
			given: 'HashDeltaSubjectCount is 1.',
			then: 'No match.'
		}
	),
	...[
		{ min: 1, tracked: 'yes', outcome: 'matched' },
		{ min: 2, tracked: 'no', outcome: 'noMatch' }
	].map(({ min, tracked, outcome }): Scenario => ({
		title: `One address in common, HashMinAddressCount ${min}: ${outcome}`,
		places: ['11.9', '10.5', 'hashminaddresscount'],
		given: `HashMinAddressCount is ${min}${min === 2 ? ', the default' : ''}.`,
		when: 'Ben, whom the offer did not name, writes to Luisa under its subject.',
		then: min === 1 ? 'Luisa’s address is enough.' : 'Luisa’s address alone is not enough.',
		environment: on({ hashminaddresscount: min }),
		mail: { 'offer.eml': OFFER, 'reply.eml': but(ANN, 'From: ben@example.net') },
		expected: `
				file      | tracked | SmartMatching | SmartMatching addressesNeeded
				reply.eml | ${tracked} | ${outcome} | ${min}`
	})),
	{
		title: 'Three addresses asked for, two in common',
		places: ['11.9', 'hashminaddresscount'],
		given: 'HashMinAddressCount is 3.',
		when: 'Ann answers Luisa.',
		then: 'No match; two people alone can never have three.',
		environment: on({ hashminaddresscount: 3 }),
		mail: { 'offer.eml': OFFER, 'reply.eml': ANN },
		expected: `
			file      | tracked | SmartMatching
			reply.eml | no      | noMatch`
	}
];

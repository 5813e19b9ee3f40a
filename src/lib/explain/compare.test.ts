import { describe, expect, it } from 'vitest';
import { CAUSE_IDS } from '../engine/compare/causes';
import { agreementText, causeWords, choiceName, leftOverTexts, recordFoundText, summaryText } from './compare';

const COUNTS = {
	recorded: 4,
	matched: 3,
	agreeing: 2,
	onlyRecorded: { 'not-in-set': 1, 'not-tracked': 0, undecided: 0, 'other-direction': 0, 'no-message-id': 0 },
	onlyModelled: 2,
	withoutMessageId: 0
};

describe('the comparison in words', () => {
	it('counts', () => {
		expect(agreementText({ column: 'sender', agree: 12, differ: 1, notComparable: 1 })).toBe(
			'12 of 14 agree, 1 differs, 1 not comparable'
		);
		expect(summaryText(COUNTS)).toBe(
			'4 rows recorded, 3 matched with emails modelled as tracked; 2 of those differ in no column.'
		);
		expect(leftOverTexts(COUNTS)).toEqual([
			'1 recorded, but not in this case',
			'2 modelled as tracked, but not recorded'
		]);
	});

	it.each([
		['correlationmethod', '7', 'CustomCorrelation'],
		['correlationmethod', '99', ''],
		['statuscode', '3', 'Sent'],
		['directioncode', 'false', 'incoming'],
		['sender', '3', ''],
		['statecode', null, '']
	] as const)('%s %s is called %j', (column, value, name) => {
		expect(choiceName(column, value)).toBe(name);
	});

	it('says what to do for every cause, in whole sentences', () => {
		for (const id of CAUSE_IDS) {
			const { cause, then } = causeWords(id);
			expect([cause, then].every((text) => /^[A-Za-z].*\.$/.test(text))).toBe(true);
		}
	});

	it('names what was found', () => {
		expect(recordFoundText({ code: 'found', subject: ' Pump ' })).toBe('It is “Pump”.');
		expect(recordFoundText({ code: 'not-in-set', subject: null })).toContain('an email without a subject');
	});
});

import { describe, expect, it } from 'vitest';
import { AUTO_REPLY_CLASSES } from '../../domain/decision';
import { AUTO_REPLY_FIELDS } from '../../domain/message';
import { autoReplyClass, classifyAutoReply } from './classify';
import { exampleFacts } from './exampleFacts';
import { AUTO_REPLY_RULES } from './registry';

describe('the registry', () => {
	it('has one rule for every class but human', () => {
		const ids = AUTO_REPLY_RULES.map((rule) => rule.id);
		expect(ids.toSorted()).toEqual(AUTO_REPLY_CLASSES.filter((name) => name !== 'human').toSorted());
	});

	it('stands in the order of precedence', () => {
		expect(AUTO_REPLY_RULES.map((rule) => rule.id)).toEqual([
			'delivery-report',
			'read-receipt',
			'feedback-report',
			'auto-forwarded',
			'out-of-office',
			'auto-reply',
			'list',
			'notification',
			'suppression-requested'
		]);
	});

	it('names every field once', () => {
		expect(new Set(AUTO_REPLY_FIELDS).size).toBe(AUTO_REPLY_FIELDS.length);
	});
});

describe.each(AUTO_REPLY_RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
	it('has sources, signs of distinct names, and an example of its own class', () => {
		expect(rule.sources.length).toBeGreaterThan(0);
		expect(new Set(rule.signs.map((sign) => sign.id)).size).toBe(rule.signs.length);
		expect(rule.signs.some((sign) => sign.strength !== 'hint')).toBe(true);
		expect(rule.examples.some((example) => example.class === rule.id)).toBe(true);
	});

	it.each(rule.examples.map((example) => [example.title, example] as const))('%s', (_title, example) => {
		const facts = exampleFacts(example);
		expect(classifyAutoReply(facts).class).toBe(example.class);
		expect(autoReplyClass(facts)).toBe(example.class);
		const found = rule.find(facts);
		expect(found.map((evidence) => evidence.sign).toSorted()).toEqual(example.signs.toSorted());
		for (const evidence of found) expect(evidence.class).toBe(rule.id);
	});
});

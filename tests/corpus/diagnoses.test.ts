/** Diagnoses over real mail and over the sample case: nothing throws, and what is found is worded. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Environment } from '../../src/lib/domain/environment';
import { FRESH_INSTALL } from '../../src/lib/domain/environment';
import type { MessageFacts } from '../../src/lib/domain/message';
import { decide } from '../../src/lib/engine/decide';
import { diagnosisCounts } from '../../src/lib/engine/diagnoses/counts';
import { answersByPosition, diagnosesOf, explain } from '../../src/lib/engine/explain';
import { diagnosisWords } from '../../src/lib/explain/diagnoses';
import { plainText } from '../../src/lib/explain/sentence';
import { readMail } from '../../src/lib/mail/readMail';
import { sampleFiles } from '../../src/lib/sample/sampleCase';
import { decodeEnvironmentFile } from '../../src/lib/snapshot/environmentFile';
import { environment, mailbox, queue, user } from '../support/mail';
import { corpusFiles } from './files';

function factsOf(bytes: Uint8Array): MessageFacts[] {
	const read = readMail(bytes);
	return read.ok ? [{ ...read.facts, sha256: createHash('sha256').update(bytes).digest('hex') }] : [];
}

const corpus = [
	...new Map(corpusFiles().flatMap(({ bytes }) => factsOf(bytes).map((facts) => [facts.sha256, facts]))).values()
];
const sample = sampleFiles()
	.filter(({ path }) => path.endsWith('.eml'))
	.flatMap(({ content }) => factsOf(new TextEncoder().encode(content)));

/** Everything lies in one Inbox whose owner takes replies only, so that every mailbox check runs. */
const described = environment({
	organization: { enablesmartmatching: true },
	users: [user('luisa', { fullname: 'Luisa Alves' })],
	queues: [queue('support', { incomingemailfilteringmethod: 0 })],
	mailboxes: [mailbox('luisa')],
	placements: [{ files: '**', mailboxid: 'm-luisa', folder: 'Inbox', moves: [], category: null }]
});

function counted(messages: readonly MessageFacts[], under: Environment): Readonly<Record<string, number>> {
	const decisions = decide(messages, under, { pathsOf: () => ['a.eml'] });
	const answers = answersByPosition(decisions);
	decisions.stored.messages.forEach((_, position) => {
		const explanation = explain(decisions, position, ['a.eml'], answers.get(position) ?? []);
		for (const diagnosis of explanation.diagnoses) {
			const seen = plainText(diagnosisWords(diagnosis, explanation).seen);
			expect(seen, diagnosis.id).toMatch(/[.)]$/);
			expect(seen, diagnosis.id).not.toMatch(/undefined|\[object/);
		}
	});
	const counting = diagnosisCounts(decisions, (position) => diagnosesOf(decisions, position));
	let step = counting.next();
	let done = 0;
	for (; !step.done; step = counting.next()) expect(step.value).toBe(++done);
	expect(done).toBe(messages.length);
	return Object.fromEntries(step.value.flatMap(({ id, emails }) => (emails > 0 ? [[id, emails]] : [])));
}

describe('diagnoses', () => {
	it.each([
		['a fresh install', FRESH_INSTALL],
		['a described environment', described]
	])('of the corpus under %s', (_, under) => {
		expect(Object.keys(counted(corpus, under)).length).toBeGreaterThan(2);
	});

	it('of the sample case', () => {
		const text = sampleFiles().find(({ path }) => path.endsWith('.json'))?.content ?? '';
		const decoded = decodeEnvironmentFile(JSON.parse(text));
		if (!decoded.ok) throw new Error('The sample environment does not decode.');
		expect(counted(sample, decoded.environment)).toMatchInlineSnapshot(`
			{
			  "auto-reply-tracked": 4,
			  "forward-tracked": 1,
			  "generic-subject-matched": 4,
			  "linked-only-by-references": 1,
			  "parent-empty-by-design": 10,
			  "parent-not-in-set": 1,
			  "regarding-empty": 7,
			  "reply-received-before-parent": 1,
			  "reply-without-in-reply-to": 1,
			  "smart-matching-only": 6,
			  "subject-changed": 1,
			  "subject-changed-by-prefix": 8,
			  "token-edited": 1,
			  "token-reused": 1,
			}
		`);
	});
});

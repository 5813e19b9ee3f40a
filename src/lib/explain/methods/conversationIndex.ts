import type { ConversationIndexEvidence } from '../../engine/correlation/evidence';
import { code, count, email, field } from '../parts';
import { say, type Sentence } from '../sentence';
import { rule } from '../sources';
import { otherCandidates } from './candidates';
import type { MethodWords } from './words';

export const conversationIndexWords: MethodWords<'ConversationIndex'> = {
	rules: [
		rule(
			'documented',
			'An email whose conversation index matches that of an email in Dynamics 365 is correlated with it.',
			'filteringAndCorrelation'
		),
		rule(
			'documented',
			'Correlated activity and parent activity are both set.',
			'filteringAndCorrelation',
			'emailTable'
		),
		rule(
			'documented',
			'Thread-Index is a header of 22 bytes and one block of 5 bytes for each response.',
			'conversationIndex'
		),
		rule(
			'assumed',
			'What is compared is the header of 22 bytes. The service stores a 32-bit hash of it, so that two conversations can collide there, which is not modelled.',
			'emailTable'
		),
		rule(
			'assumed',
			'Of several emails of one conversation the most recent earlier one wins.',
			'filteringAndCorrelation'
		)
	],
	because: ({ evidence }) => say`its ${field(evidence.from, 'Thread-Index')} ${sameAs(evidence)} that email’s`,
	matched: ({ correlatedActivityId, evidence }, explanation) =>
		say`${field(evidence.from, 'Thread-Index')} ${sameAs(evidence)} that of ${email(explanation, correlatedActivityId)}.`,
	noMatch: ({ evidence }) =>
		say`No earlier tracked email has a ${field(evidence.from, 'Thread-Index')} of the same conversation.`,
	notApplicable: ({ facts }) =>
		facts.threadIndex === null
			? say`This file has no Thread-Index field.`
			: say`Thread-Index cannot be read, so there is nothing to compare.`,
	details: (evidence, explanation) => {
		const [newest] = evidence.stored.newest;
		const others = otherCandidates(evidence.stored, explanation);
		return [
			say`Compared: ${code(evidence.key)} (${keyWords(evidence)}).`,
			say`${count(evidence.responseBlocks, 'response block')} after the header ${evidence.responseBlocks === 1 ? 'is' : 'are'} not compared.`,
			...(newest ? [say`The same key: ${email(explanation, newest)}.`] : []),
			...(others ? [others] : [])
		];
	},
	caveats: ({ facts }) =>
		facts.threadIndex === null
			? [
					say`Exchange computes an index of its own for mail that comes without Thread-Index, and the service reads that one. A file cannot show it, so the service may link emails here that this replay does not.`
				]
			: []
};

function sameAs({ keyIs }: ConversationIndexEvidence): Sentence {
	return keyIs === 'header' ? say`starts with the same 22 bytes as` : say`names the same conversation GUID as`;
}

function keyWords({ keyIs }: ConversationIndexEvidence): string {
	return keyIs === 'header' ? 'the first 22 bytes' : 'the GUID, 16 bytes';
}

import { attemptOf, type Diagnosis } from './diagnosis';

/** Linked by likeness alone: the one method known for false links. */
export const smartMatchingOnly: Diagnosis = {
	id: 'smart-matching-only',
	find(input) {
		const attempt = attemptOf(input, 'SmartMatching');
		if (!input.tracked || attempt.outcome !== 'matched') return null;
		const [winner] = attempt.evidence.candidates;
		return {
			evidence: { words: winner?.sharedWords ?? [], addresses: winner?.sharedAddresses ?? [] },
			from: attempt.evidence.from
		};
	}
};

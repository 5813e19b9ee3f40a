import type { RowMention } from '../../engine/checks';
import type { Explanation } from '../../engine/explanation';
import type { Tone } from '../labels';
import { code, count, field, setting, settingIs } from '../parts';
import { say, sentenceStart, type Sentence } from '../sentence';
import { rule } from '../sources';
import { lines, row } from './rows';
import type { CheckNamed, CheckWords, Said } from './words';

type SenderCheck = CheckNamed<'resolution/sender'>;

export const senderWords: CheckWords<'resolution/sender'> = {
	rules: [
		rule(
			'documented',
			'The sender’s address is looked up in every column of format Email, of custom tables too. It resolves to one row at most.',
			'associateAddress'
		),
		rule('documented', 'A single match counts whatever its state; inactive users never resolve.', 'associateAddress'),
		rule(
			'documented',
			'Of several matches a row owned by the receiving user or the queue’s owner goes first, then the first active row by type: user, contact, account, lead, equipment, team, business unit, others. Within a type the first created one.',
			'associateAddress',
			'outlookTrackingQuestions'
		),
		rule(
			'inferred',
			'Where UnresolveSenderInCaseOfMultipleMatch is on, a sender with several matches stays unresolved.',
			'settingsCatalogue'
		),
		rule('assumed', 'With 100 matches or more the sender stays unresolved.', 'associateAddress'),
		rule('assumed', 'Letter case does not count; aliases and plus-addresses are addresses of their own.')
	],
	said: (check, explanation): Said => {
		const [outcome, tone] = OUTCOMES[check.outcome];
		return {
			outcome,
			tone,
			sentence: say`${sentenceStart(sentence(check, explanation))}.`,
			details: plainMatch(check)
				? []
				: [
						...lines(check.evidence.candidates, 'rows', (candidate) => line(candidate, check, explanation)),
						...overrideNotModelled(check, explanation)
					]
		};
	}
};

const OUTCOMES: Readonly<Record<SenderCheck['outcome'], readonly [string, Tone]>> = {
	resolved: ['Resolved', 'good'],
	unresolved: ['Unresolved', 'quiet'],
	invalid: ['Invalid', 'bad']
};

/** The sentence says it all. */
function plainMatch({ evidence: { why, row: chosen, candidates } }: SenderCheck): boolean {
	return why === 'onlyMatch' && chosen?.active === true && candidates.length === 1;
}

function overrideNotModelled({ evidence }: SenderCheck, explanation: Explanation): readonly Sentence[] {
	const name = 'OverrideV5SenderConflictResolution';
	return evidence.candidates.length > 1 && explanation.settings[name] === true
		? [
				say`${settingIs(explanation, name)}, which is kept and not modelled: by the catalogue such email is not tracked automatically.`
			]
		: [];
}

function sentence({ evidence }: SenderCheck, explanation: Explanation): Sentence {
	const { address, candidates, from } = evidence;
	const sender = say`the address in ${field(from, 'From')}, ${code(address ?? '')},`;
	const found = count(candidates.length, 'row');
	switch (evidence.why) {
		case 'malformed':
			return malformed(address);
		case 'noMatch':
			return say`no user, queue or record has ${sender} so the sender stays unresolved`;
		case 'onlyMatch':
			return say`${sender} belongs to ${resolved(evidence.row)}`;
		case 'ownedByReceiver':
			return say`${sender} belongs to ${found}; ${resolved(evidence.row)} wins, because it is owned by a receiving user or the owner of a receiving queue`;
		case 'firstByType':
			return say`${sender} belongs to ${found}; ${resolved(evidence.row)} wins, because it is the first by type and, within the type, by date of creation`;
		case 'inactiveUser':
			return say`${sender} belongs to nobody but inactive users, and those never resolve`;
		case 'noneActive':
			return say`${sender} belongs to ${found}, none of them active, and ${settingIs(explanation, 'ResolveForInactiveEntities')}`;
		case 'unresolvedBySetting':
			return say`${sender} belongs to ${found}, and ${settingIs(explanation, 'UnresolveSenderInCaseOfMultipleMatch')}: the sender stays unresolved`;
		case 'tooMany':
			return say`${sender} belongs to ${found}, too many to choose from: the sender stays unresolved`;
	}
}

/** "its From holds no address" */
export function malformed(address: string | null): Sentence {
	return address === null || address.trim() === ''
		? say`its From holds no address`
		: say`${code(address)} in its From is not an email address`;
}

function resolved(chosen: RowMention | null): Sentence {
	return chosen === null ? say`a row` : row(chosen);
}

/** One candidate, and why it won or lost. */
function line(candidate: RowMention, { evidence }: SenderCheck, explanation: Explanation): Sentence {
	const named = sentenceStart(row(candidate));
	const { row: chosen, why } = evidence;
	if (chosen?.id === candidate.id && chosen.table === candidate.table) {
		return why === 'onlyMatch' && !candidate.active
			? say`${named}: chosen, because the only match counts whatever its state.`
			: say`${named}: chosen.`;
	}
	if (candidate.table === 'systemuser' && !candidate.active) return say`${named}: inactive users never resolve.`;
	if (!candidate.active && explanation.settings['ResolveForInactiveEntities'] !== true) {
		return say`${named}: left out while ${setting('ResolveForInactiveEntities')} is off.`;
	}
	if (why === 'ownedByReceiver') return say`${named}: not the first that a receiver owns.`;
	if (why === 'firstByType' && chosen) {
		return candidate.table === chosen.table
			? say`${named}: created later, or at an unknown time.`
			: say`${named}: its type comes later.`;
	}
	return say`${named}.`;
}

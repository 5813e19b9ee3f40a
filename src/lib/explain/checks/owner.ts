import type { OwnerMention } from '../../engine/checks';
import type { Explanation } from '../../engine/explanation';
import { code, email, quoted } from '../parts';
import { say, sentenceStart, type Sentence } from '../sentence';
import { rule } from '../sources';
import { lines, row } from './rows';
import type { CheckNamed, CheckWords, Said } from './words';

type OwnerCheck = CheckNamed<'population/owner'>;
type Evidence = OwnerCheck['evidence'];

export const ownerWords: CheckWords<'population/owner'> = {
	rules: [
		rule(
			'documented',
			'To, Cc and Bcc are gone through in order; the first list with an eligible owner counts. Eligible is the owner of a recipient’s mailbox who may modify email: a user, or the owner of a queue.',
			'emailRecordOwner'
		),
		rule(
			'documented',
			'In that list a recipient who owns the correlated email goes first, then one who owns the contact, account or lead that the sender resolves to, then the first eligible one.',
			'emailRecordOwner'
		),
		rule('inferred', 'Outgoing email belongs to the user who sent it, or to the owner of the queue that did.'),
		rule(
			'assumed',
			'Privileges are not described, so every active user counts as one who may modify email. Where a missing fact could change the answer, nobody is named.'
		)
	],
	said: (check, explanation): Said => {
		const { outcome, evidence } = check;
		return {
			outcome: outcome === 'set' ? 'Named' : 'Not known',
			tone: outcome === 'set' ? 'good' : 'warn',
			sentence: say`${sentenceStart(ownerClause(evidence, explanation))}.`,
			details: [
				...evidence.lists.flatMap((list) =>
					lines(list.candidates, 'recipients', (candidate) => candidateLine(list.field, candidate))
				),
				...comparedWith(evidence, explanation)
			]
		};
	}
};

/** "the owner is Luisa, the first eligible owner in To" */
export function ownerClause(evidence: Evidence, explanation: Explanation): Sentence {
	const { why, field, correlated, senderRow } = evidence;
	const owner = evidence.owner ? named(evidence.owner) : say`nobody`;
	const linked = correlated ? say`${email(explanation, correlated)}, the email it is linked to` : say`the linked email`;
	const list = field ?? 'To';
	switch (why) {
		case 'sender':
			return say`the owner is ${owner}, who sent it`;
		case 'onlyEligible':
			return say`the owner is ${owner}, the only eligible owner in ${list}`;
		case 'ownsCorrelatedEmail':
			return say`the owner is ${owner}, who is a recipient in ${list} and owns ${linked}`;
		case 'ownsSenderRow':
			return say`the owner is ${owner}, who is a recipient in ${list} and owns ${senderRow ? row(senderRow) : say`the sender’s row`}`;
		case 'firstEligible':
			return say`the owner is ${owner}, the first eligible owner in ${list}`;
		case 'senderUnresolved':
			return say`the owner cannot be told: it is outgoing, and its sender is neither a described user nor a described queue`;
		case 'queueOwnerUnknown':
			return say`the owner cannot be told: a queue’s owner (${code('ownerid')}) is not described, and it could be the one`;
		case 'correlatedOwnerUnknown':
			return say`the owner cannot be told: a recipient who owns ${linked}, goes first, and the owner of that is not known`;
		case 'senderRowOwnerUnknown':
			return say`the owner cannot be told: a recipient who owns ${senderRow ? row(senderRow) : say`the sender’s row`} goes first, and the owner of that (${code('ownerid')}) is not described`;
		case 'noEligibleOwner':
			return say`the owner cannot be told: no user or queue in To, Cc or Bcc can be the owner, and for such email the rule names nobody`;
	}
}

function candidateLine(field: string, candidate: Evidence['lists'][number]['candidates'][number]): Sentence {
	const who = say`${field}: ${row(candidate.recipient)}`;
	const queue = candidate.recipient.table === 'queue';
	switch (candidate.eligible) {
		case 'unknown':
			return say`${who}, whose owner is not described.`;
		case 'no':
			return say`${who}${queue && candidate.owner ? say`, owned by ${named(candidate.owner)}` : ''}: not eligible, because inactive.`;
		case 'yes':
			return say`${who}${queue && candidate.owner ? say`, owned by ${named(candidate.owner)}` : ''}: eligible.`;
	}
}

function comparedWith(evidence: Evidence, explanation: Explanation): readonly Sentence[] {
	const { correlated, correlatedOwner, senderRow, senderRowOwner } = evidence;
	const owned = (owner: OwnerMention | null) => (owner ? say`is owned by ${named(owner)}` : say`has no known owner`);
	if (evidence.why === 'sender' || evidence.why === 'senderUnresolved') return [];
	return [
		...(correlated ? [say`It is linked to ${email(explanation, correlated)}, which ${owned(correlatedOwner)}.`] : []),
		...(senderRow && ['contact', 'account', 'lead'].includes(senderRow.table)
			? [say`The sender is ${row(senderRow)}, which ${owned(senderRowOwner)}.`]
			: [])
	];
}

function named({ id, name }: OwnerMention): Sentence {
	return name === null ? say`${code(id)}` : say`${{ name: quoted(name), id }}`;
}

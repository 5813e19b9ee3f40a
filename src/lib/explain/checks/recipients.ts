import { code, settingIs } from '../parts';
import { listOf, say, type Sentence } from '../sentence';
import { rule } from '../sources';
import type { Explanation } from '../../engine/explanation';
import { lines, row, rows } from './rows';
import { isSentItem, type CheckNamed, type CheckWords, type Said } from './words';

type Recipient = CheckNamed<'resolution/recipients'>['evidence']['recipients'][number];

export const recipientsWords: CheckWords<'resolution/recipients'> = {
	rules: [
		rule('documented', 'Every recipient address resolves to all rows that have it.', 'associateAddress'),
		rule(
			'documented',
			'Only users and queues can accept an email. Recipients behind Bcc or a distribution list cannot be resolved.',
			'noRecipientMatch',
			'notTracked'
		),
		rule(
			'documented',
			'Where “Set To, cc, bcc fields as unresolved values if multiple matches are found in Incoming Emails” is on, an address that several rows have resolves to none of them.',
			'associateAddress',
			'noRecipientMatch'
		),
		rule(
			'inferred',
			'Inactive users never resolve, other inactive rows with ResolveForInactiveEntities only.',
			'settingsCatalogue',
			'outlookTrackingQuestions'
		),
		rule('documented', 'An alias has to stand in an email column of the row to be found.', 'noRecipientMatch')
	],
	said: ({ outcome, evidence: { recipients } }, explanation): Said => {
		const receivers = recipients
			.flatMap((recipient) => recipient.rows)
			.filter(({ table, id }, index, all) => {
				const isReceiver = table === 'systemuser' || table === 'queue';
				return isReceiver && all.findIndex((other) => other.id === id) === index;
			});
		const found = recipients.filter((recipient) => recipient.rows.length > 0 || recipient.leftOut.length > 0);
		const details = lines(
			[...found, ...recipients.filter((recipient) => !found.includes(recipient))],
			'addresses',
			(recipient) => line(recipient, explanation)
		);
		if (outcome === 'resolved') {
			return {
				outcome: 'Resolved',
				tone: 'good',
				sentence: say`Among its recipients: ${rows(receivers)}.`,
				details
			};
		}
		const sentItem = isSentItem(explanation);
		return {
			outcome: 'No user or queue',
			tone: sentItem ? 'quiet' : 'warn',
			sentence:
				recipients.length === 0
					? say`This email names no recipients, as with Bcc.`
					: say`None of its recipient addresses belongs to a user or a queue${sentItem ? '' : ', as with Bcc or a distribution list'}.`,
			details
		};
	}
};

function line({ field, address, rows: resolved, leftOut }: Recipient, explanation: Explanation): Sentence {
	const to = say`${field} ${code(address)}:`;
	const inactive = leftOut.filter(({ why }) => why === 'inactive').map((left) => row(left.row));
	const several = leftOut.filter(({ why }) => why === 'severalMatch').map((left) => row(left.row));
	const clauses = [
		...(resolved.length > 0 ? [rows(resolved)] : []),
		...(several.length > 0
			? [say`${listOf(several)} left out, because ${settingIs(explanation, 'unresolveemailaddressifmultiplematch')}`]
			: []),
		...(inactive.length > 0 ? [say`${listOf(inactive)} left out`] : [])
	];
	if (clauses.length === 0) return say`${to} no row has this address.`;
	return say`${to} ${clauses.flatMap((clause, index) => (index === 0 ? clause : ['; ', ...clause]))}.`;
}

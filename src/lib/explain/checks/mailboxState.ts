import { code } from '../parts';
import { say, sentenceStart, type Sentence } from '../sentence';
import { rule } from '../sources';
import { mailbox } from './rows';
import type { CheckNamed, CheckWords } from './words';

interface ColumnText {
	/** On the mailbox form. */
	readonly label: string;
	/** By the choice's value. */
	readonly options: readonly string[];
	readonly needed: string;
	readonly remedy: string;
}

/** Choices as the Mailbox table reference lists them. */
const COLUMNS: Readonly<Record<string, ColumnText>> = {
	incomingemaildeliverymethod: {
		label: 'Incoming Email',
		options: [
			'None',
			'Microsoft Dynamics 365 for Outlook',
			'Server-Side Synchronization or Email Router',
			'Forward Mailbox'
		],
		needed: '2 Server-Side Synchronization or Email Router',
		remedy: 'Set Incoming Email to Server-Side Synchronization on the mailbox form, and select Test & Enable Mailbox.'
	},
	enabledforincomingemail: {
		label: 'Enabled For Incoming Email',
		options: [],
		needed: 'true',
		remedy: 'Select Test & Enable Mailbox on the mailbox form.'
	},
	emailrouteraccessapproval: {
		label: 'Email Address Status',
		options: ['Empty', 'Approved', 'Pending Approval', 'Rejected'],
		needed: '1 Approved',
		remedy: 'An administrator selects Approve Email on the mailbox form, and then Test & Enable Mailbox.'
	},
	incomingemailstatus: {
		label: 'Incoming Email Status',
		options: ['Not Run', 'Success', 'Failure'],
		needed: '1 Success',
		remedy: 'Select Test & Enable Mailbox on the mailbox form, and see the mailbox’s alerts if it fails.'
	}
};

export const mailboxStateWords: CheckWords<'scope/mailbox-state'> = {
	rules: [
		rule(
			'documented',
			'Setting Incoming Email to None on the mailbox form turns automatic tracking off for its owner.',
			'filteringAndCorrelation'
		),
		rule(
			'documented',
			'Server-side synchronization receives email for mailboxes that are approved, tested and enabled for incoming email.',
			'notTracked',
			'mailboxTable'
		),
		rule('assumed', 'A state that the environment does not describe stops nothing.')
	],
	said: (check, explanation) => {
		const { mailboxId, column } = check.evidence;
		if (check.outcome === 'passed') {
			return {
				outcome: 'Synchronized',
				tone: 'good',
				sentence: say`${sentenceStart(mailbox(mailboxId, explanation))} receives email by server-side synchronization.`,
				details: []
			};
		}
		const text = column !== null && Object.hasOwn(COLUMNS, column) ? COLUMNS[column] : undefined;
		return {
			outcome: 'Not synchronized',
			tone: 'bad',
			sentence: say`Server-side synchronization does not look at ${mailbox(mailboxId, explanation)}, because ${stoppedBy(check)}.`,
			details: text
				? [
						say`${code(column ?? '')} is “${text.label}” on the mailbox form; it has to be ${code(text.needed)}.`,
						say`${text.remedy}`
					]
				: []
		};
	}
};

/** "incomingemaildeliverymethod is 0 None" */
export function stoppedBy({ evidence: { column, value } }: CheckNamed<'scope/mailbox-state'>): Sentence {
	if (column === null) return say`its state stops it`;
	return say`${code(column)} is ${code(mailboxColumnText(column, value))}`;
}

/** "0 None" */
export function mailboxColumnText(column: string, value: boolean | number | null): string {
	const options = Object.hasOwn(COLUMNS, column) ? COLUMNS[column]?.options : undefined;
	const option = typeof value === 'number' ? options?.[value] : undefined;
	return option === undefined ? String(value) : `${String(value)} ${option}`;
}

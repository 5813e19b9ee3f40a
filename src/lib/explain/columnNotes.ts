/** What has to be said beside a column: too long a value, empty by design, or a reading of ours. */
import type { EmailColumns } from '../domain/columns';
import { ALL_MAIL_QUEUE_ID } from '../domain/environment';
import { columnLengths } from '../domain/limits';
import type { Explanation } from '../engine/explanation';
import { checkOf } from './checks/words';
import { CHECK_TITLES } from './labels';

type Note = (columns: EmailColumns, explanation: Explanation) => string | null;

const nobodyDescribed = 'No users and queues are described.';

const NOTES: Partial<Readonly<Record<keyof EmailColumns, Note>>> = {
	correlationmethod: ({ correlationmethod }) =>
		correlationmethod === 1
			? 'That Skipped stands for “all four methods switched off” is inferred; Microsoft does not say.'
			: null,
	parentactivityid: ({ correlatedactivityid, parentactivityid }, { correlation }) => {
		const matched = correlation.find(({ outcome }) => outcome === 'matched')?.method;
		return correlatedactivityid !== null && parentactivityid === null && matched
			? `By design: ${CHECK_TITLES[matched]} does not fill it.`
			: null;
	},
	acceptingentityid: ({ acceptingentityid }) =>
		acceptingentityid === null ? 'Empty by design: nobody’s filter was asked.' : null,
	receivingmailboxid: ({ receivingmailboxid, acceptingentityid }) =>
		receivingmailboxid === null && acceptingentityid === ALL_MAIL_QUEUE_ID ? 'No mailboxes are described.' : null,
	emailsender: ({ emailsender }, explanation) =>
		emailsender === null && isFreshInstall(explanation) ? nobodyDescribed : null,
	isduplicatesenderunresolved: ({ isduplicatesenderunresolved }) =>
		isduplicatesenderunresolved ? 'That this column tells it is inferred from its name.' : null,
	ownerid: (_columns, explanation) => {
		if (isFreshInstall(explanation)) return nobodyDescribed;
		return checkOf(explanation, 'population/owner')?.outcome === 'unknown' ? 'Not known: see the check.' : null;
	},
	torecipients: ({ torecipients }) =>
		torecipients?.includes(';') ? 'That “;” separates the addresses is assumed.' : null,
	sendermailboxid: ({ sendermailboxid, directioncode }) =>
		directioncode && sendermailboxid === null ? 'The sender’s mailbox is not described.' : null,
	conversationindex: ({ conversationindex }) =>
		conversationindex === null
			? 'The file has no Thread-Index. Exchange may have made one all the same.'
			: 'Shown in Base64, as the file has it: in which form Dataverse keeps it is not documented.',
	statecode: () => 'Inferred: Microsoft lists the choices, not which of them synchronization sets.',
	statuscode: () => 'Inferred: Microsoft lists the choices, not which of them synchronization sets.'
};

/** Null where nothing is to be said. */
export function columnNote(name: keyof EmailColumns, explanation: Explanation): string | null {
	const { columns } = explanation;
	if (columns === null) return null;
	return tooLong(name, columns) ?? NOTES[name]?.(columns, explanation) ?? null;
}

function tooLong(name: keyof EmailColumns, columns: EmailColumns): string | null {
	const value = columns[name];
	const most = columnLengths[name];
	return typeof value === 'string' && most !== undefined && value.length > most
		? `${value.length} characters, but the column holds ${most}: what the service does with the rest is not known.`
		: null;
}

/** Only mailboxes make the checks that a fresh install leaves out. */
function isFreshInstall({ checks }: Explanation): boolean {
	return checks.some(({ check }) => check === 'acceptance/all-mail');
}

import type { FilteringMethod } from '../../domain/environment';
import { FILTERING_RULES } from '../../engine/acceptance/registry';
import type { AskedFilter } from '../../engine/checks';
import type { Explanation } from '../../engine/explanation';
import { matchedAttempt } from '../attempts';
import { NO_RECIPIENT_MATCH_ERROR } from '../labels';
import { code, email, quoted, setting, settingIs } from '../parts';
import { listOf, say, sentenceStart, type Sentence } from '../sentence';
import { rule } from '../sources';
import { decisiveMailboxId } from './mailbox';
import { lines, mailbox, row } from './rows';
import { checkOf, type CheckNamed, type CheckWords, type Said } from './words';

type FilteringCheck = CheckNamed<'acceptance/filtering'>;
type Evidence = FilteringCheck['evidence'];

export const filteringWords: CheckWords<'acceptance/filtering'> = {
	rules: [
		rule(
			'documented',
			'Each user (Personal Options) and each queue (Convert Incoming Email To Activities) has a filter: all email, answers to tracked email, email from leads, contacts and accounts, email from email-enabled records, or none. Users start with answers.',
			'filteringAndCorrelation',
			'queueTable'
		),
		rule(
			'documented',
			'Every user and queue among the recipients is asked with its own filter; one yes is enough. That user or queue is the Accepting Entity; the Receiving Mailbox is the one that was being processed, which may be another’s.',
			'filteringAndCorrelation',
			'unexpectedData'
		),
		rule(
			'documented',
			'UseFilteringMethodOfSyncingMailboxOnlyForCorrelation has only the owner of the mailbox asked. The page on filtering and correlation ascribes this to SSSForceFilteringMethodForUserMailboxes.',
			'orgDbOrgSettings',
			'filteringAndCorrelation'
		),
		rule(
			'inferred',
			'SSSForceFilteringMethodForUserMailboxes, where it is not -1, goes before the filter of every user; queues keep theirs.',
			'settingsCatalogue'
		),
		rule(
			'documented',
			'Whoever got the email by Bcc or a distribution list is not among its recipients; such email is accepted by “All email messages” only.',
			'notTracked',
			'noRecipientMatch'
		),
		rule(
			'documented',
			`Where no recipient is a user or a queue the reason is NoRecipientMatch, which is also shown as error ${NO_RECIPIENT_MATCH_ERROR}.`,
			'reasonCodes',
			'noRecipientMatch'
		),
		rule(
			'documented',
			'Sent items are judged by the filter of the user or queue that sent them; “from” then reads as “to”.',
			'trackSentItems',
			'filteringAndCorrelation'
		),
		rule(
			'assumed',
			'The owner of the mailbox is asked first when among the recipients, then To, Cc and Bcc in order; the first yes counts.'
		)
	],
	said: (check, explanation): Said => {
		const { outcome, evidence } = check;
		const asked = lines(evidence.asked, 'filters', (filter) => line(filter, evidence, explanation));
		const only: Sentence[] = evidence.onlySyncingMailbox
			? [
					say`Only the mailbox’s owner was asked: ${settingIs(explanation, 'UseFilteringMethodOfSyncingMailboxOnlyForCorrelation')}.`
				]
			: [];
		const accepting = evidence.asked.find(({ accepts }) => accepts);
		const internal = checkOf(explanation, 'acceptance/internal-mail')?.evidence;
		if (!evidence.outgoing && internal?.rejected === false && internal.why === 'toQueue') {
			only.push(
				say`Only queues were asked, because ${setting('DoNotIgnoreInternalEmailToQueues')} lets internal email in for their sake.`
			);
		}
		switch (outcome) {
			case 'accepted':
				return {
					outcome: 'Accepted',
					tone: 'good',
					sentence: accepting
						? say`Accepted, because ${acceptance(accepting, explanation)}.`
						: say`Accepted by a recipient’s filter.`,
					details: [...asked, ...only, ...(accepting ? receivingMailbox(accepting, evidence, explanation) : [])]
				};
			case 'noRecipient':
				return {
					outcome: 'No recipient',
					tone: 'bad',
					sentence: say`${sentenceStart(refusals(check))}.`,
					details: [...asked, ...only]
				};
			case 'rejected':
				return {
					outcome: 'Rejected',
					tone: 'bad',
					sentence: say`${sentenceStart(refusals(check))}.`,
					details: [...asked, ...only]
				};
		}
	}
};

/** "the queue “Sales” takes all email" */
export function acceptance({ entity, filteringMethod, via }: AskedFilter, explanation: Explanation): Sentence {
	const who = row(entity);
	const outgoing = checkOf(explanation, 'acceptance/filtering')?.evidence.outgoing ?? false;
	const sender = checkOf(explanation, 'resolution/sender')?.evidence.row;
	const otherEnd = outgoing
		? say`a recipient is one`
		: sender
			? say`the sender is ${row(sender)}`
			: say`its sender is one`;
	const direction = outgoing ? 'to' : 'from';
	switch (filteringMethod) {
		case 0:
			return via === 'owner' && !outgoing
				? say`${who}, whose mailbox it is, takes all email`
				: say`${who} takes all email`;
		case 1:
			return say`${who} takes answers to tracked email`;
		case 2:
			return say`${who} takes email ${direction} leads, contacts and accounts, and ${otherEnd}`;
		case 3:
			return say`${who} takes email ${direction} records with an email address, and ${otherEnd}`;
		case 4:
			return say`${who} accepts it`;
	}
}

/** "the user “Luisa” takes only answers to tracked email, and this email is linked to none" */
export function refusals({ outcome, evidence }: FilteringCheck): Sentence {
	const owner = evidence.asked.find(({ via }) => via === 'owner');
	if (outcome === 'noRecipient') {
		return owner
			? say`no recipient is a user or a queue, and the mailbox’s owner, ${row(owner.entity)}, does not take all email`
			: say`no recipient is a user or a queue`;
	}
	const addressed = evidence.asked.filter(({ via }) => via !== 'owner');
	const asked = addressed.length > 0 ? addressed : evidence.asked;
	const [first, ...others] = asked;
	const last = asked.at(-1);
	if (!first || !last) return say`nobody was asked who could accept it`;
	const same = others.every(
		({ filteringMethod, forcedBy }) => filteringMethod === first.filteringMethod && forcedBy === first.forcedBy
	);
	if (same) return say`${named(asked)} ${takesOnly(first, evidence, asked.length > 1)}`;
	return asked.length > 2
		? say`none of the ${asked.length} users and queues among its recipients accepts it`
		: say`${row(first.entity)} ${takesOnly(first, evidence, false)}; ${row(last.entity)} ${takesOnly(last, evidence, false)}`;
}

/** Who was asked, without reading out a long list. */
function named(asked: readonly AskedFilter[]): Sentence {
	const most = 3;
	const more = asked.length - most;
	const who = asked.slice(0, most).map(({ entity }) => row(entity));
	return listOf(more > 0 ? [...who, `${more} more`] : who);
}

function takesOnly(filter: AskedFilter, { outgoing }: Evidence, several: boolean): Sentence {
	const take = several ? 'take' : 'takes';
	const direction = outgoing ? 'to' : 'from';
	const forced = filter.forcedBy === null ? say`` : say`, forced by ${setting(filter.forcedBy)}`;
	if (filter.via === 'owner' && !outgoing) {
		return say`is not among the recipients, and does not take all email${forced}`;
	}
	switch (filter.filteringMethod) {
		case 0:
			return say`${several ? 'do' : 'does'} not accept it${forced}`;
		case 1:
			return say`${take} only answers to tracked email${forced}, and this email is linked to none`;
		case 2:
			return say`${take} only email ${direction} leads, contacts and accounts${forced}, and ${otherEndIsNone(outgoing)}`;
		case 3:
			return say`${take} only email ${direction} records with an email address${forced}, and ${otherEndIsNone(outgoing)}`;
		case 4:
			return say`${take} no email${forced}`;
	}
}

function otherEndIsNone(outgoing: boolean): string {
	return outgoing ? 'no recipient is one' : 'the sender is none';
}

/** One asked user or queue: yes or no, its filter as the admin UI spells it, and why. */
function line(filter: AskedFilter, evidence: Evidence, explanation: Explanation): Sentence {
	const { entity, via, filteringMethod, forcedBy, accepts } = filter;
	const how = via === 'owner' ? 'owner of the mailbox' : via;
	const method = say`${quoted(FILTERING_RULES[filteringMethod].label)} (${code(String(filteringMethod))})${
		forcedBy === null ? '' : say`, forced by ${setting(forcedBy)}`
	}`;
	const accepting = evidence.asked.find((other) => other.accepts);
	const answer = accepts ? (filter === accepting ? 'Yes' : 'Yes as well') : 'No';
	return say`${answer}: ${row(entity)} (${how}), filter ${method}. ${why(filter, evidence, explanation)}`;
}

function why(filter: AskedFilter, { outgoing }: Evidence, explanation: Explanation): Sentence {
	const { via, filteringMethod, accepts } = filter;
	if (via === 'owner' && !outgoing) {
		return accepts
			? say`Its address is not among the recipients, as with Bcc or a distribution list; this filter takes such email.`
			: say`Its address is not among the recipients; such email is taken by ${quoted(FILTERING_RULES[0].label)} only.`;
	}
	return WHY[filteringMethod](accepts, outgoing, explanation);
}

type Why = (accepts: boolean, outgoing: boolean, explanation: Explanation) => Sentence;

const WHY: Readonly<Record<FilteringMethod, Why>> = {
	0: () => say`It takes every email.`,
	1: (accepts, _outgoing, explanation) => {
		const attempt = matchedAttempt(explanation);
		if (!accepts) return say`No correlation method links this email to a tracked one.`;
		return attempt
			? say`${attempt.method} links this email to ${email(explanation, attempt.correlatedActivityId)}.`
			: say`This email is linked to a tracked one.`;
	},
	2: (accepts, outgoing) => otherEnd(accepts, outgoing, 'a lead, contact or account'),
	3: (accepts, outgoing) => otherEnd(accepts, outgoing, 'a row with an email address'),
	4: () => say`It takes no email.`
};

function otherEnd(accepts: boolean, outgoing: boolean, what: string): Sentence {
	if (outgoing) return accepts ? say`A recipient is ${what}.` : say`No recipient is ${what}.`;
	return accepts ? say`The sender is ${what}.` : say`The sender does not resolve to ${what}.`;
}

/** The story of Luisa and Sales: the accepting entity need not own the mailbox that was being processed. */
function receivingMailbox(accepting: AskedFilter, evidence: Evidence, explanation: Explanation): readonly Sentence[] {
	const mailboxId = decisiveMailboxId(explanation);
	// The owner is asked first when among the recipients, else last and as the owner.
	const owner = evidence.asked.find(({ via }) => via === 'owner') ?? evidence.asked[0];
	if (mailboxId === null || !owner || owner.entity.id === accepting.entity.id) return [];
	return [
		say`Accepting Entity is ${row(accepting.entity)}, Receiving Mailbox is ${mailbox(mailboxId, explanation)}: server-side synchronization was processing that mailbox when it recognized that another recipient takes the email.`
	];
}

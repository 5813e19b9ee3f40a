import type { MailboxVerdict, RowMention } from '../../engine/checks';
import type { Explanation } from '../../engine/explanation';
import { CHECK_TITLES, reasonNameLabel } from '../labels';
import { code, count, quoted, whereFilesLay } from '../parts';
import { listOf, say, sentenceStart, type Sentence } from '../sentence';
import { rule } from '../sources';
import { sightingSentence } from '../timeline';
import { needsClause } from './needs';
import { mailbox, row } from './rows';
import { checkOf, type CheckWords, type Said } from './words';

/** Placements are matched on paths, so a long list of mailboxes says little. */
const maxNamed = 3;

export const mailboxWords: CheckWords<'scope/mailbox'> = {
	rules: [
		rule(
			'documented',
			'Every synchronized mailbox that holds an email looks at it for itself; the email becomes one activity.',
			'filteringAndCorrelation',
			'categoryTracking'
		),
		rule(
			'assumed',
			'The mailboxes look in the order of the environment: the first that tracks the email makes the row, later ones find a duplicate, and of several that refuse it the last one’s reason counts.',
			'filteringAndCorrelation'
		),
		rule(
			'assumed',
			'A file that nothing under “Where files lay” names lies in the Inbox of every mailbox whose owner’s address is in To, Cc, Bcc or Delivered-To.'
		)
	],
	said: ({ outcome, evidence }, explanation): Said => {
		const needs = evidence.needs.length === 0 ? [] : [say`${sentenceStart(needsClause(evidence.needs, explanation))}.`];
		switch (outcome) {
			case 'held':
				return {
					outcome: count(evidence.mailboxes.length, 'mailbox', 'mailboxes'),
					tone: evidence.needs.length > 0 ? 'warn' : 'good',
					sentence: held(evidence.mailboxes, explanation),
					details: needs
				};
			case 'notHeld':
				return {
					outcome: 'No mailbox',
					tone: 'bad',
					sentence: say`No mailbox that the environment describes holds this email, so server-side synchronization never came upon it.`,
					details: [
						say`Nothing under ${whereFilesLay} names its file, and no mailbox belongs to a user or queue with an address in To, Cc, Bcc or Delivered-To.`,
						...(evidence.sender
							? sentByUs(evidence.sender, explanation)
							: [
									say`If it did lie in one of the mailboxes, as with Bcc or a distribution list, say so under ${whereFilesLay}.`
								])
					]
				};
			case 'indeterminate':
				return {
					outcome: 'Cannot decide',
					tone: 'warn',
					sentence: say`Cannot be decided: ${needsClause(evidence.needs, explanation)}.`,
					details: []
				};
			case 'notReached':
				return {
					outcome: 'Not reached',
					tone: 'quiet',
					sentence: say`No mailbox was asked, because a mark had decided.`,
					details: []
				};
		}
	}
};

/** What to do with outgoing email of our own that lies nowhere. */
function sentByUs(sender: RowMention, { correlation }: Explanation): readonly Sentence[] {
	const attempt = correlation.find(({ method }) => method === 'TrackingToken');
	const [token] = attempt?.method === 'TrackingToken' && attempt.outcome === 'noMatch' ? attempt.evidence.tokens : [];
	return [
		say`Its From is ${row(sender)}: probably it was sent from Dynamics 365, or lay in Sent Items.`,
		say`If it was sent from Dynamics 365, mark it as sent. If it lay in Sent Items, say so under ${whereFilesLay}.`,
		...(token
			? [
					say`Its subject carries the tracking token ${code(token.token)}, and no earlier email does: this may be the email that the token was made for.`
				]
			: [])
	];
}

function held(mailboxes: readonly MailboxVerdict[], explanation: Explanation): Sentence {
	const ids = [...new Set(mailboxes.map(({ mailboxId }) => mailboxId))];
	if (ids.length === 0) return say`No mailbox holds this email.`;
	const decisive = decisiveMailboxId(explanation);
	const tracked = explanation.verdict.tracked === 'yes';
	const deciding =
		ids.length === 1 || decisive === null || explanation.verdict.tracked === 'unknown'
			? say``
			: say` ${sentenceStart(mailbox(decisive, explanation))} ${tracked ? 'is the first in the environment’s order to track it (that order is assumed)' : 'gave the reason'}; the checks below are its own.`;
	const more = ids.length - maxNamed;
	const named = ids.slice(0, maxNamed).map((id) => mailbox(id, explanation));
	return say`It lay in ${listOf(more > 0 ? [...named, `${more} more mailboxes`] : named)}.${deciding}`;
}

/** The mailbox whose checks are in the explanation. */
export function decisiveMailboxId(explanation: Explanation): string | null {
	return checkOf(explanation, 'scope/mailbox-state')?.evidence.mailboxId ?? null;
}

export interface MailboxRow {
	readonly mailboxId: string;
	/** The owner’s name, where it tells the mailbox; else the id. */
	readonly name: string;
	readonly folder: string;
	/** How it is known that the email lay there. */
	readonly heldBy: string;
	readonly reason: string;
	/** Title of the check that ended it, or that none did. */
	readonly endedBy: string;
	/** Which sync cycle saw it, or why none did; empty where no cycle is concerned. */
	readonly seen: Sentence;
	/** The ladder shows this mailbox's checks. */
	readonly decisive: boolean;
}

/** What each mailbox made of the email, in the environment's order. */
export function mailboxRows(explanation: Explanation): readonly MailboxRow[] {
	const decisive = decisiveMailboxId(explanation);
	const folder = checkOf(explanation, 'scope/folder')?.evidence.folder ?? null;
	return (checkOf(explanation, 'scope/mailbox')?.evidence.mailboxes ?? []).map((verdict) => ({
		mailboxId: verdict.mailboxId,
		name: nameOf(verdict.mailboxId, explanation),
		folder: quoted(verdict.folder),
		heldBy: verdict.heldBy === 'placement' ? 'placed there' : 'by its owner’s address',
		reason: reasonNameLabel(verdict.reason),
		endedBy: endedBy(verdict),
		seen: sightingSentence(verdict.sighting),
		decisive: verdict.mailboxId === decisive && (folder === null || verdict.folder === folder)
	}));
}

function nameOf(id: string, { mailboxes }: Explanation): string {
	const mention = mailboxes.find((one) => one.id === id);
	if (!mention?.owner) return id;
	return mention.ambiguous ? `${mention.owner} (${id})` : mention.owner;
}

function endedBy({ reason, endedBy: check }: MailboxVerdict): string {
	if (reason === 'Unknown') return 'not decided';
	return check === null ? 'none: tracked' : CHECK_TITLES[check];
}

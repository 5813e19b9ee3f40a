/** Single changes that change what becomes of one email: each in words, with what is otherwise then. */
import { CORRELATION_METHOD_CHOICE } from '../domain/columns';
import type { Basis, Source } from '../domain/decision';
import { ALL_MAIL_QUEUE_ID } from '../domain/environment';
import type { RowMention } from '../engine/checks';
import type { EmailMention } from '../engine/explanation';
import type { MailboxMention } from '../engine/mailboxMentions';
import type { FlipChange, MarkValue, SettingValue } from '../engine/flips/change';
import { FLIP_CLASSES, type FlipClass, type FlipOutcome } from '../engine/flips/outcome';
import type { FoundFlip } from '../engine/flips/search';
import { mailboxColumnText } from './checks/mailboxState';
import { mailbox, row } from './checks/rows';
import { filteringMethodLabel } from './filteringMethods';
import { CORRELATION_METHOD_CHOICE_LABELS, TRACKED_LABELS } from './labels';
import { code, count, instant, quoted, setting, subjectOf } from './parts';
import { listOf, say, type Sentence, type SentencePart } from './sentence';
import { settingWords } from './settings';
import { SOURCES, type SourceId } from './sources';

/** What outcomes and changes may name. */
export interface FlipNames {
	readonly mentions: readonly EmailMention[];
	readonly rows: readonly RowMention[];
	readonly mailboxes: readonly MailboxMention[];
}

const FLIP_CLASS_TITLES: Readonly<Record<FlipClass, string>> = {
	verdict: 'Changes the verdict',
	link: 'Changes the link',
	method: 'Same link, by another method',
	regarding: 'Changes Regarding',
	acceptingEntity: 'Changes the Accepting Entity'
};

export interface FlipGroup {
	readonly class: FlipClass;
	readonly title: string;
	readonly flips: readonly FoundFlip[];
	/** Single changes, those that are told as alternatives, too. */
	readonly changes: number;
}

/** Groups in the order of weight, none of them empty; within each, settings of few before those of all, marks last. */
export function flipGroups(found: readonly FoundFlip[]): readonly FlipGroup[] {
	return FLIP_CLASSES.map((flipClass) => {
		const flips = found.filter((flip) => flip.class === flipClass);
		return { class: flipClass, title: FLIP_CLASS_TITLES[flipClass], flips, changes: changesIn(flips) };
	}).filter(({ flips }) => flips.length > 0);
}

/** Each alternative is a change that was tried, too. */
function changesIn(flips: readonly FoundFlip[]): number {
	return flips.reduce((sum, { alternatives }) => sum + 1 + alternatives.length, 0);
}

/** What to do, with the present value: "Set AutoTrackSentFolderItems to Yes". */
export function flipChangeWords(change: FlipChange, names: FlipNames): Sentence {
	switch (change.kind) {
		case 'setting':
			return change.section === 'modelOptions'
				? say`Use the reading ${valuePart(change.name, change.after)} for ${setting(change.name)}${now(change)}`
				: say`Set ${setting(change.name)} to ${valuePart(change.name, change.after)}${now(change)}`;
		case 'filteringMethod':
			return say`Set ${code('incomingemailfilteringmethod')} of ${row(change.row)} to ${method(change.after)}, now ${method(change.before)}`;
		case 'active':
			return change.row.table === 'queue'
				? say`${change.after ? 'Activate' : 'Deactivate'} the queue ${quoted(change.row.name.trim() || change.row.id)}`
				: say`${change.after ? 'Enable' : 'Disable'} the user ${quoted(change.row.name.trim() || change.row.id)}`;
		case 'mailbox': {
			const { column, before, after } = change;
			if (typeof after === 'boolean') {
				return say`Set ${code(column)} of ${mailbox(change.mailboxId, names)} to ${yesOrNo(after)}`;
			}
			const present = before === null ? 'not described' : code(mailboxColumnText(column, before));
			return say`Bring ${code(column)} of ${mailbox(change.mailboxId, names)} to ${code(mailboxColumnText(column, after))}, now ${present}`;
		}
		case 'processEmailsFrom':
			return say`Set ${code(change.column)} of ${mailbox(change.mailboxId, names)} back to ${instant(change.after)} or earlier, now ${instant(change.before)}`;
		case 'testAndEnable': {
			const present = change.before === null ? say`` : say`, now ${instant(change.before)}`;
			return say`Select Test & Enable of ${mailbox(change.mailboxId, names)} while the email lay in the Inbox: set ${code('testedandenabledon')} to ${instant(change.after)}${present}`;
		}
		case 'trackedFolder':
			return change.removes === null
				? say`Make ${quoted(change.folder)} of ${mailbox(change.mailboxId, names)} a tracked folder`
				: say`Track the folder ${quoted(change.folder)} of ${mailbox(change.mailboxId, names)} no longer`;
		case 'address':
			return say`Add the address ${code(change.address)} to ${row(change.row)}`;
		case 'contact':
			return say`Add a contact with the address ${code(change.record.emailaddresses.join(', '))}`;
		case 'formerPrefix':
			return say`Add the prefix ${code(change.prefix)} to ${setting('trackingprefixhistory')}`;
		case 'mark':
			return markWords(change, names);
	}
}

/** Other values that do the same: "The same with “All email messages” (0)." */
export function flipAlternativesWords({ alternatives }: FoundFlip): Sentence | null {
	if (alternatives.length === 0) return null;
	const values = alternatives.map((change): SentencePart | Sentence => {
		switch (change.kind) {
			case 'setting':
				return valuePart(change.name, change.after);
			case 'filteringMethod':
				return method(change.after);
			case 'mailbox':
				return code(mailboxColumnText(change.column, change.after));
			case 'mark':
				return MARK_NAMES[change.after ?? 'none'];
			default:
				return say`another value`;
		}
	});
	return say`The same with ${listOf(values, 'or')}.`;
}

/** What stands now and what would, as far as the two differ. */
export function flipOutcomeWords(
	flip: FoundFlip,
	before: FlipOutcome,
	names: FlipNames
): readonly [Sentence, Sentence] {
	const words = OUTCOMES[flip.class];
	return [words(before, names), words(flip.outcome, names)];
}

type OutcomeWords = (outcome: FlipOutcome, names: FlipNames) => Sentence;

const OUTCOMES: Readonly<Record<FlipClass, OutcomeWords>> = {
	verdict: (outcome, names) => {
		const verdict = say`${TRACKED_LABELS[outcome.tracked].label} (${outcome.reason})`;
		return outcome.tracked === 'yes' ? say`${verdict}, ${link(outcome, names)}` : verdict;
	},
	link: (outcome, names) => link(outcome, names),
	method: (outcome, names) => link(outcome, names),
	regarding: ({ regarding }) =>
		regarding === null
			? say`Regarding is empty`
			: say`Regarding is ${quoted(regarding.name || regarding.id)} (${code(regarding.table)})`,
	acceptingEntity: ({ acceptingEntityId, reason }, { rows }) => {
		if (acceptingEntityId === null) return say`no Accepting Entity (${reason})`;
		const entity = rows.find(({ id }) => id === acceptingEntityId);
		const named = acceptingEntityId === ALL_MAIL_QUEUE_ID ? say`queue “All mail”` : code(acceptingEntityId);
		return say`accepted by ${entity ? row(entity) : named} (${reason})`;
	}
};

function link({ correlatedActivityId, method: choice }: FlipOutcome, { mentions }: FlipNames): Sentence {
	if (correlatedActivityId === null) return say`linked to nothing`;
	const mention = mentions.find(({ activityId }) => activityId === correlatedActivityId);
	const by = CORRELATION_METHOD_CHOICE_LABELS[choice ?? CORRELATION_METHOD_CHOICE.None];
	return say`linked to ${{ email: correlatedActivityId, text: subjectOf(mention) }} by ${by}`;
}

/** How far the change reaches. Null while it is not counted. */
export function flipReachWords({ others }: FoundFlip): string | null {
	if (others === null) return null;
	return others === 0 ? 'Changes no other email of this case.' : `Also changes ${count(others, 'other email')}.`;
}

/** Why such a change can matter, how sure that is, and who says so. */
export interface FlipReason {
	readonly why: string;
	readonly basis: Basis;
	readonly sources: readonly Source[];
}

export function flipReason(change: FlipChange): FlipReason {
	if (change.kind === 'filteringMethod' && change.row.table === 'systemuser') return userFilter;
	if (change.kind !== 'setting') return REASONS[change.kind];
	const words = settingWords(change.name);
	return words
		? { why: words.does, basis: words.basis, sources: words.sources }
		: reason('A setting of the organization.', 'assumed');
}

function reason(why: string, basis: Basis, ...sources: readonly SourceId[]): FlipReason {
	return { why, basis, sources: sources.map((id): Source => SOURCES[id]) };
}

const ownFilter = 'Every user and queue among the recipients is asked with its own filter; one yes is enough.';
const userFilter = reason(ownFilter, 'documented', 'filteringAndCorrelation', 'userSettingsTable');

const REASONS: Readonly<Record<Exclude<FlipChange['kind'], 'setting'>, FlipReason>> = {
	filteringMethod: reason(ownFilter, 'documented', 'filteringAndCorrelation', 'queueTable'),
	active: reason(
		'An inactive user never resolves, as recipient or as owner of a mailbox; an inactive queue only with ResolveForInactiveEntities.',
		'documented',
		'associateAddress'
	),
	mailbox: reason(
		'Only a mailbox that is approved, tested and enabled looks at email. Test & Enable Mailbox sets these columns.',
		'documented',
		'notTracked',
		'mailboxTable'
	),
	processEmailsFrom: reason(
		'Email received before Process Emails From is not looked at; the later of the mailbox’s and the profile’s date applies.',
		'documented',
		'unexpectedData'
	),
	testAndEnable: reason(
		'Test & Enable Mailbox looks again at what lies in the Inbox, from Process Emails From on, whatever the watermark.',
		'documented',
		'filteringAndCorrelation'
	),
	trackedFolder: reason(
		'Below the Inbox, only email in tracked folders is looked at; it is tracked by hand then, whatever the filter says.',
		'documented',
		'folderTracking'
	),
	address: reason(
		'An address that no row has resolves to nobody. Enter it in a further email column of the row.',
		'documented',
		'noRecipientMatch',
		'associateAddress'
	),
	contact: reason('Two filters ask whether the sender is a known row.', 'documented', 'filteringAndCorrelation'),
	formerPrefix: reason(
		'Only a current or former prefix makes a tracking token of what the subject says.',
		'documented',
		'filteringAndCorrelation'
	),
	mark: reason(
		'Tracking or untracking by hand goes before every filter, and later email is linked to tracked email only.',
		'documented',
		'outlookTrackingQuestions'
	)
};

export interface FlipsProgressFigures {
	readonly phase: 'trying' | 'counting' | 'finished' | 'cancelled';
	readonly tried: number;
	readonly candidates: number;
	readonly found: readonly FoundFlip[];
}

/** The state of the search in one sentence. */
export function flipsSummary({ phase, tried, candidates, found }: FlipsProgressFigures): string {
	const changes = count(candidates, 'single change');
	const changesFound = changesIn(found);
	switch (phase) {
		case 'trying':
			return `${tried} of ${changes} tried, ${changesFound} found.`;
		case 'counting':
			return `${changes} tried, ${changesFound} found. Counting other emails that change with them.`;
		case 'cancelled':
			return `Cancelled after ${tried} of ${changes}, ${changesFound} found until then.`;
		case 'finished': {
			if (changesFound === 0) return `No single change of the ${candidates} tried changes what becomes of this email.`;
			const onlyMarks = found.every(({ change }) => change.kind === 'mark');
			return onlyMarks
				? `${changes} tried. No setting of those changes what becomes of this email, only a mark does.`
				: `${changes} tried, ${changesFound} of them ${changesFound === 1 ? 'changes' : 'change'} what becomes of this email.`;
		}
	}
}

export const FLIPS_OUTDATED = 'The case has changed since. Find out again.';

/** "12 of 60" in the progress bar. */
export function flipsProgressText({ tried, candidates }: FlipsProgressFigures): string {
	return `${tried} of ${candidates} changes tried`;
}

function method(value: number): Sentence {
	const label = filteringMethodLabel(value);
	return label === null ? say`${code(String(value))}` : say`${quoted(label)} (${code(String(value))})`;
}

function yesOrNo(value: boolean): string {
	return value ? 'Yes' : 'No';
}

function valuePart(name: string, value: SettingValue): SentencePart | Sentence {
	if (typeof value === 'boolean') return yesOrNo(value);
	if (name === 'SSSForceFilteringMethodForUserMailboxes' && typeof value === 'number') {
		return value === -1 ? code('-1 off') : method(value);
	}
	return value === null ? 'no limit' : code(String(value));
}

/** A switch has but one other value. */
function now({ name, before }: Extract<FlipChange, { kind: 'setting' }>): Sentence {
	return typeof before === 'boolean' ? say`` : say`, now ${valuePart(name, before)}`;
}

const MARK_NAMES: Readonly<Record<NonNullable<MarkValue> | 'none', string>> = {
	manual: 'a mark as tracked by hand',
	sent: 'a mark as sent from Dynamics 365',
	untracked: 'a mark as untracked',
	none: 'no mark'
};

function markWords(
	{ of, activityId, before, after }: Extract<FlipChange, { kind: 'mark' }>,
	{ mentions }: FlipNames
): Sentence {
	const mention = mentions.find((one) => one.activityId === activityId);
	const email = of === 'this' ? say`this email` : say`${{ email: activityId, text: subjectOf(mention) }}`;
	switch (after) {
		case null:
			return say`Take away the mark of ${email}, now ${MARK_NAMES[before ?? 'none']}`;
		case 'manual':
			return say`Mark ${email} as tracked by hand`;
		case 'sent':
			return say`Mark ${email} as sent from Dynamics 365`;
		case 'untracked':
			return say`Mark ${email} as untracked`;
	}
}

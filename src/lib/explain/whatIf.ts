/** What a draft of the environment would change, in words. */
import { CORRELATION_METHOD_CHOICE, type EmailColumns } from '../domain/columns';
import { REASON_CODES, type CheckId, type ReasonName } from '../domain/decision';
import { ALL_MAIL_QUEUE_ID } from '../domain/environment';
import type { RowMention } from '../engine/checks';
import type { EmailMention, Explanation } from '../engine/explanation';
import type { WhatIfColumn, WhatIfGroup } from '../engine/whatIf/compare';
import { attemptWords } from './attempts';
import { checkWords } from './checks';
import { row } from './checks/rows';
import { CHECK_TITLES, CORRELATION_METHOD_CHOICE_LABELS, reasonNameLabel, TRACKED_LABELS, type Tone } from './labels';
import { patternRefusedText } from './notices';
import { code, count, quoted, subjectOf } from './parts';
import { say, sentenceStart, type Sentence } from './sentence';

export { WHAT_IF_COLUMNS, WHAT_IF_GROUPS } from '../engine/whatIf/compare';

export interface WhatIfGroupWords {
	readonly title: string;
	readonly means: string;
	readonly tone: Tone;
}

export const WHAT_IF_GROUP_WORDS: Readonly<Record<WhatIfGroup, WhatIfGroupWords>> = {
	nowTracked: { title: 'Now tracked', means: 'Not tracked today; the draft would track them.', tone: 'good' },
	noLongerTracked: {
		title: 'No longer tracked',
		means: 'Tracked today; the draft would not track them.',
		tone: 'bad'
	},
	nowUndecided: {
		title: 'Cannot be decided any more',
		means: 'The draft refers to something that it does not describe.',
		tone: 'warn'
	},
	nowNotTracked: {
		title: 'Now decided: not tracked',
		means: 'Cannot be decided today; the draft would not track them.',
		tone: 'bad'
	},
	otherConversation: {
		title: 'Moved to another conversation',
		means: 'Linked to an email of another conversation.',
		tone: 'info'
	},
	otherLink: {
		title: 'Other link, same conversation',
		means: 'Linked to another email of the conversation that they are in today.',
		tone: 'info'
	},
	nowLinked: { title: 'Now linked', means: 'Tracked without a link today; the draft would link them.', tone: 'good' },
	noLongerLinked: {
		title: 'No longer linked',
		means: 'Tracked still, but linked to nothing.',
		tone: 'bad'
	},
	otherMethod: {
		title: 'Same link, other method',
		means: 'Linked to the same email, found by another correlation method.',
		tone: 'info'
	},
	otherColumns: {
		title: 'Other columns',
		means: 'Tracked and linked as today; Regarding, owner or another column differs.',
		tone: 'info'
	},
	otherReason: {
		title: 'Other reason code only',
		means: 'The same outcome as today, for another reason.',
		tone: 'quiet'
	}
};

export interface WhatIfFigures {
	readonly emails: number;
	readonly changed: number;
	readonly tracked: number;
}

/** "12 of 5000 emails would change. 4990 would be tracked, now 5000." */
export function whatIfSummary({ emails, changed, tracked }: WhatIfFigures, trackedNow: number): string {
	if (emails === 0) return 'There are no emails that the draft could change.';
	const change = changed === 0 ? 'No email would change.' : `${changed} of ${count(emails, 'email')} would change.`;
	const now =
		tracked === trackedNow ? `${tracked} would be tracked, as now.` : `${tracked} would be tracked, now ${trackedNow}.`;
	return `${change} ${now}`;
}

/** The short form beside Apply and Discard. */
export function whatIfLinkText({ changed }: WhatIfFigures): string {
	return `${count(changed, 'email')} would change`;
}

export const SHARED_DRAFT_THERE = 'This snapshot came with a draft of its environment.';
export const SHARE_DRAFT_WORDS = {
	label: 'The draft of the environment',
	means: 'Whoever opens the file is offered it in What-if. A draft that cannot be applied is left out.'
};
export const WHAT_IF_EVALUATING = 'Deciding every email under the draft…';
export const WHAT_IF_NO_DRAFT =
	'Nothing is changed yet. Change a setting below or in the Environment, and see here what would become of each email.';
export const WHAT_IF_INVALID = 'The draft cannot be applied as it is; no email was decided under it.';
export const WHAT_IF_NONE_FIT = 'No changed email fits these filters.';

/** A pattern of the draft that is not used. */
export function whatIfRefusedText(refused: {
	readonly setting: string;
	readonly why: string;
	readonly construct: string | null;
}): string {
	return `The pattern of ${refused.setting} would not be used. ${patternRefusedText(refused)}`;
}

export interface WhatIfSideFacts {
	readonly tracked: 'yes' | 'no' | 'unknown';
	readonly reason: ReasonName;
	readonly columns: EmailColumns | null;
}
export interface WhatIfRowFacts {
	readonly group: WhatIfGroup;
	readonly changedColumns: readonly WhatIfColumn[];
	readonly before: WhatIfSideFacts;
	readonly after: WhatIfSideFacts;
}
/** What rows may name. */
export interface WhatIfNames {
	readonly mentions: readonly EmailMention[];
	readonly named: readonly RowMention[];
}
export interface BeforeAfter {
	/** Null for the outcome as a whole. */
	readonly column: WhatIfColumn | null;
	readonly before: Sentence;
	readonly after: Sentence;
}

/** What differs: the verdict or the link first, then each further column. */
export function whatIfRowWords(
	{ group, changedColumns, before, after }: WhatIfRowFacts,
	names: WhatIfNames
): BeforeAfter[] {
	switch (group) {
		case 'nowTracked':
		case 'noLongerTracked':
		case 'nowUndecided':
		case 'nowNotTracked':
			return [both(null, before, after, (side) => verdict(side, names))];
		case 'otherReason':
			return [both(null, before, after, ({ tracked, reason }) => reasoned(tracked, reason))];
		case 'otherConversation':
		case 'otherLink':
		case 'nowLinked':
		case 'noLongerLinked':
		case 'otherMethod':
		case 'otherColumns': {
			const told: readonly WhatIfColumn[] = group === 'otherColumns' ? [] : LINK_COLUMNS;
			const linked =
				group === 'otherColumns' ? [] : [both(null, before, after, (side) => sentenceStart(link(side, names)))];
			const further = changedColumns
				.filter((column) => !told.includes(column))
				.map((column) => both(column, before, after, ({ columns }) => columnValue(column, columns, names)));
			return [...linked, ...further];
		}
	}
}

/** Columns that follow from the link and its method. */
const LINK_COLUMNS: readonly WhatIfColumn[] = ['correlationmethod', 'correlatedactivityid', 'parentactivityid'];

function both(
	column: WhatIfColumn | null,
	before: WhatIfSideFacts,
	after: WhatIfSideFacts,
	words: (side: WhatIfSideFacts) => Sentence
): BeforeAfter {
	return { column, before: words(before), after: words(after) };
}

function reasoned(tracked: WhatIfSideFacts['tracked'], reason: ReasonName): Sentence {
	const text = Object.hasOwn(REASON_CODES, reason) ? reasonNameLabel(reason) : reason;
	return say`${TRACKED_LABELS[tracked].label} (${text})`;
}

function verdict(side: WhatIfSideFacts, names: WhatIfNames): Sentence {
	const told = reasoned(side.tracked, side.reason);
	return side.columns === null ? told : say`${told}, ${link(side, names)}`;
}

function link({ columns }: WhatIfSideFacts, { mentions }: WhatIfNames): Sentence {
	const activityId = columns?.correlatedactivityid ?? null;
	if (activityId === null) return say`linked to nothing`;
	const mention = mentions.find((one) => one.activityId === activityId);
	const method = CORRELATION_METHOD_CHOICE_LABELS[columns?.correlationmethod ?? CORRELATION_METHOD_CHOICE.None];
	return say`linked to ${{ email: activityId, text: subjectOf(mention) }} by ${method}`;
}

function columnValue(column: WhatIfColumn, columns: EmailColumns | null, { mentions, named }: WhatIfNames): Sentence {
	const value = columns?.[column] ?? null;
	if (value === null) return say`empty`;
	if (typeof value === 'object') return say`${quoted(value.name || value.id)} (${code(value.table)})`;
	switch (column) {
		case 'correlationmethod':
			return say`${code(String(value))} ${CORRELATION_METHOD_CHOICE_LABELS[columns?.correlationmethod ?? 0]}`;
		case 'correlatedactivityid':
		case 'parentactivityid': {
			const activityId = String(value);
			return say`${{ email: activityId, text: subjectOf(mentions.find((one) => one.activityId === activityId)) }}`;
		}
		case 'acceptingentityid':
		case 'ownerid': {
			if (value === ALL_MAIL_QUEUE_ID) return say`queue “All mail”`;
			const found = named.find(({ id }) => id === value);
			return found ? row(found) : say`${code(String(value))}`;
		}
		case 'directioncode':
			return say`${code(String(value))} ${value === true ? 'outgoing' : 'incoming'}`;
		default:
			return say`${code(String(value))}`;
	}
}

/** A rung of the ladder that ends otherwise; null on a side where the check does not run. */
export interface StepDifference {
	readonly check: CheckId;
	readonly title: string;
	readonly before: string;
	readonly after: string;
}

/** The rungs that differ, in the order of the ladder: the first is where the two ways part. */
export function stepDifferences(before: Explanation, after: Explanation): readonly StepDifference[] {
	const [then, now] = [outcomes(after), outcomes(before)];
	const checks = [...new Set([...now.keys(), ...then.keys()])];
	return checks
		.filter((check) => now.get(check)?.code !== then.get(check)?.code)
		.map((check) => ({
			check,
			title: CHECK_TITLES[check],
			before: now.get(check)?.label ?? 'not run',
			after: then.get(check)?.label ?? 'not run'
		}));
}

function outcomes(explanation: Explanation): ReadonlyMap<CheckId, { readonly code: string; readonly label: string }> {
	const checks = explanation.checks.map(
		(check) => [check.check, { code: check.outcome, label: checkWords(check, explanation).outcome }] as const
	);
	const attempts = explanation.correlation.map(
		(attempt) => [attempt.method, { code: attempt.outcome, label: attemptWords(attempt, explanation).outcome }] as const
	);
	const isPopulation = ([check]: readonly [CheckId, unknown]) => check.startsWith('population/');
	return new Map<CheckId, { readonly code: string; readonly label: string }>([
		...checks.filter((entry) => !isPopulation(entry)),
		...attempts,
		...checks.filter(isPopulation)
	]);
}

/** The whole decision of one email, with evidence: the same steps as `decide`, run again as of the email's place. */
import type { ActivityId, EmailColumns } from '../domain/columns';
import { REASON_CODES, type CheckId, type Verdict } from '../domain/decision';
import type { Environment } from '../domain/environment';
import type { MessageFacts } from '../domain/message';
import { decodeThreadIndex } from '../domain/threadIndex';
import { isReceiver } from './acceptance/receivers';
import { classifyAutoReply } from './autoreply/classify';
import { bareSubject } from './correlation/bareSubject';
import { conversationIndex } from './correlation/conversationIndex';
import { correlate, explainCorrelation, undecidedEmailNamed } from './correlation/correlate';
import type { CorrelationAttempt } from './correlation/evidence';
import { inReplyTo } from './correlation/inReplyTo';
import { smartMatching } from './correlation/smartMatching';
import { messageIdKey } from './correlation/storedEmails';
import type { Decisions } from './decide';
import type { DiagnosisInput } from './diagnoses/diagnosis';
import { diagnose } from './diagnoses/registry';
import { wentToSenderOf } from './diagnoses/reply';
import type { CheckResult } from './checks';
import { duplicateCheck, type Evaluated } from './evaluate';
import type { DiagnosisFound, EmailMention, Explanation, ThreadIndexDecoded } from './explanation';
import { ghostsOf } from './ghosts';
import { emailMention } from './emailMention';
import { mailboxMentions } from './mailboxMentions';
import type { MarkFound } from './marks';
import { contactCheck } from './population/contact';
import { emailColumns } from './population/emailColumns';
import { ownerCheck } from './population/ownerCheck';
import { queueItemsCheck } from './population/queueItems';
import { linkedOnlyByReferences } from './referencesOnly';
import { mention } from './resolution/checks';

const maxListedAnswers = 50;
/** Emails of one subject among which one to a certain person is looked for; robots send thousands. */
const maxAlikeSubjects = 100;

/** `answers` lists, per position, the positions correlated with it; see `answersByPosition`. */
export function explain(
	decisions: Decisions,
	position: number,
	paths: readonly string[],
	answers: readonly number[]
): Explanation {
	const { stored } = decisions;
	const found = replay(decisions, position);
	const { facts, columns, checks, correlation, autoReply, referencesOnly, reason } = found;
	const answeredBy = answers.slice(0, maxListedAnswers).map((answer) => stored.activityId(answer));
	const explanation: Omit<Explanation, 'mentions' | 'mailboxes'> = {
		activityId: stored.activityId(position),
		position,
		paths,
		facts,
		verdict: verdictOf(decisions, position, checks, correlation),
		reason: { code: REASON_CODES[reason], name: reason },
		columns,
		checks,
		correlation,
		autoReply,
		threadIndex: decodedThreadIndex(facts),
		referencesOnly,
		ghosts: ghostsOf(facts, stored),
		answeredBy,
		answeredByTotal: answers.length,
		diagnoses: diagnose(found),
		settings: settingsRead(decisions.environment)
	};
	return {
		...explanation,
		mentions: mentionsIn(explanation, decisions),
		mailboxes: mailboxMentions(decisions.environment, mailboxIdsIn(explanation))
	};
}

/** The diagnoses of one email without the rest of its explanation. */
export function diagnosesOf(decisions: Decisions, position: number): DiagnosisFound[] {
	return diagnose(replay(decisions, position));
}

/** The steps of `decide` as of the email's place, and what diagnoses may ask about it. */
function replay(decisions: Decisions, position: number): DiagnosisInput {
	const { stored, environment } = decisions;
	const facts = stored.message(position);
	const mark = decisions.markOf(facts, position);
	const correlated = decisions.correlated[position] as number;
	const columns = emailColumns(decisions, position);
	const evaluated = decisions.evaluate(facts, position, mark, correlate(facts, position, stored));
	const references = linkedOnlyByReferences(decisions, position);
	const outgoing = decisions.isOutgoing(position);
	return {
		facts,
		environment,
		tracked: columns !== null,
		reason: decisions.reason[position] ?? 'Unknown',
		outgoing,
		columns,
		checks: explainChecks(decisions, position, mark, evaluated, columns),
		correlation: explainCorrelation(facts, position, stored),
		autoReply: classifyAutoReply(facts),
		subjectChanged: decisions.subjectChanged(position),
		referencesOnly: references && {
			messageId: references.messageId,
			activityId: stored.activityId(references.position)
		},
		correlated: correlated < 0 ? null : stored.message(correlated),
		regardingDescribed: decisions.regardingDescribed,
		message(activityId) {
			const other = stored.positionOf(activityId);
			return other === null ? null : stored.message(other);
		},
		otherCopy() {
			const copies = facts.messageId === null ? [] : stored.seenByMessageId.all(messageIdKey(facts.messageId));
			const copy = copies.find((other) => decisions.isTracked(other) && decisions.isOutgoing(other) !== outgoing);
			return copy === undefined ? null : stored.activityId(copy);
		},
		matchWithCorrelation() {
			for (const method of [inReplyTo, conversationIndex]) {
				if (method.missing(facts, stored).length > 0) continue;
				const match = method.find(facts, position, stored);
				if (match >= 0) return { method: method.id, activityId: stored.activityId(match) };
			}
			return null;
		},
		bareSubject: (subject) => bareSubject(subject, stored.tokens),
		emailToSenderWithSubject(subject) {
			const bare = bareSubject(subject, stored.tokens);
			if (bare === '') return null;
			const alike = stored.byBareSubject.allBefore(bare, position).slice(-maxAlikeSubjects);
			const sent = alike.findLast((other) => wentToSenderOf(facts, stored.message(other)));
			return sent === undefined ? null : stored.activityId(sent);
		},
		smartMatchOf(subject) {
			const match = smartMatching.find({ ...facts, subject }, position, stored);
			return match < 0 ? null : stored.activityId(match);
		}
	};
}

function verdictOf(
	decisions: Decisions,
	position: number,
	checks: readonly CheckResult[],
	correlation: readonly CorrelationAttempt[]
): Verdict {
	const reason = decisions.reason[position];
	const needs = decisions.needs.get(position);
	if (needs) return { tracked: 'unknown', needs };
	if (reason === 'Untracked') return { tracked: 'no', decidedBy: ['scope/mark'] };
	if (!decisions.isTracked(position)) {
		// The last check that ran ended it.
		const last = checks.findLast(({ check, outcome }) => !check.startsWith('population/') && outcome !== 'notReached');
		return { tracked: 'no', decidedBy: last ? [last.check] : [] };
	}
	const linkedBy: CheckId[] = correlation.flatMap(({ outcome, method }) => (outcome === 'matched' ? [method] : []));
	const accepted = checks.find((check) => acceptances[check.check]?.includes(check.outcome));
	return {
		tracked: 'yes',
		by: reason === 'Manual' ? 'manual' : 'automatic',
		decidedBy: [...(accepted ? [accepted.check] : []), ...linkedBy]
	};
}

/** Outcomes by which an email is tracked. */
const acceptances: Partial<Record<CheckResult['check'], readonly CheckResult['outcome'][]>> = {
	'scope/mark': ['sent', 'manual'],
	'scope/folder': ['trackedFolder', 'category'],
	'acceptance/filtering': ['accepted'],
	'acceptance/all-mail': ['accepted']
};

function explainChecks(
	decisions: Decisions,
	position: number,
	mark: MarkFound,
	evaluated: Evaluated,
	columns: EmailColumns | null
): CheckResult[] {
	const facts = decisions.stored.message(position);
	const marked: CheckResult = {
		check: 'scope/mark',
		outcome: mark.tracked ?? 'notMarked',
		evidence: { by: mark.by }
	};
	const population = [
		regardingCheck(decisions, position, mark, evaluated, columns),
		ownerCheck(decisions, position),
		queueItemsCheck(decisions, position, evaluated),
		contactCheck(decisions, position, evaluated)
	].filter((check) => check !== null);
	if (decisions.scope !== null) {
		const { mailboxes, needs } = evaluated;
		const from = mailboxes.length === 0 ? (facts.from?.address ?? '') : '';
		const sender = decisions.scope.receivers.directory.rowsWith(from).find(isReceiver);
		const mailbox: CheckResult = {
			check: 'scope/mailbox',
			outcome:
				mark.tracked !== null
					? 'notReached'
					: mailboxes.length > 0
						? 'held'
						: needs.length > 0
							? 'indeterminate'
							: 'notHeld',
			evidence: { mailboxes, sender: sender ? mention(sender) : null, needs }
		};
		return [marked, mailbox, ...evaluated.checks, ...population];
	}
	const duplicate = duplicateCheck(facts, position, false, decisions.stored, decisions.isOutgoing);
	return [
		marked,
		mark.tracked === null
			? duplicate
			: { ...duplicate, outcome: 'notApplicable', evidence: { ...duplicate.evidence, first: null } },
		{
			check: 'acceptance/all-mail',
			outcome: evaluated.reason === 'AcceptAll' ? 'accepted' : 'notReached',
			evidence: { filteringMethod: 0 }
		},
		...population
	];
}

function regardingCheck(
	decisions: Decisions,
	position: number,
	mark: MarkFound,
	{ folderRegarding }: Evaluated,
	columns: EmailColumns | null
): CheckResult {
	const regarding = columns?.regardingobjectid ?? null;
	const outcome =
		columns === null
			? 'notReached'
			: folderRegarding !== null
				? 'setByFolder'
				: mark.regarding !== undefined
					? 'setByMark'
					: regarding !== null
						? 'inherited'
						: 'empty';
	const correlated = decisions.correlated[position] as number;
	const inheritedFrom = outcome === 'inherited' ? decisions.stored.activityId(correlated) : null;
	return { check: 'population/regarding', outcome, evidence: { regarding, inheritedFrom } };
}

function decodedThreadIndex(facts: MessageFacts): ThreadIndexDecoded | null {
	const decoded = facts.threadIndex === null ? null : decodeThreadIndex(facts.threadIndex);
	if (!decoded?.ok) return null;
	return {
		variant: decoded.variant,
		headerUtcMs: decoded.headerUtcMs,
		guid: decoded.guidHex,
		lengthBytes: decoded.bytes.length,
		extraBytes: decoded.extraBytes,
		responses: decoded.responses
	};
}

function settingsRead({ organization, orgDbOrgSettings, modelOptions }: Environment): Explanation['settings'] {
	return { ...organization, ...orgDbOrgSettings, ...modelOptions };
}

function mailboxIdsIn({ checks, columns }: Pick<Explanation, 'checks' | 'columns'>): string[] {
	const checked = checks.flatMap((check) => {
		if (check.check === 'scope/mailbox') return check.evidence.mailboxes.map(({ mailboxId }) => mailboxId);
		return check.check === 'scope/mailbox-state' ? [check.evidence.mailboxId] : [];
	});
	return [...checked, ...[columns?.receivingmailboxid, columns?.sendermailboxid].flatMap((id) => id ?? [])];
}

/** Every other email that the explanation points to, so that a renderer can name it. */
function mentionsIn(explanation: Omit<Explanation, 'mentions' | 'mailboxes'>, decisions: Decisions): EmailMention[] {
	const ids = new Set<ActivityId>();
	const { verdict, checks, correlation, referencesOnly, answeredBy, diagnoses } = explanation;
	const { stored } = decisions;
	collectIds(
		[verdict, checks, correlation, referencesOnly, answeredBy, diagnoses],
		(text) => stored.positionOf(text) !== null,
		ids
	);
	ids.delete(explanation.activityId);
	return [...ids].map((activityId) => emailMention(decisions, stored.positionOf(activityId) as number));
}

function collectIds(value: unknown, isId: (text: string) => boolean, ids: Set<ActivityId>): void {
	if (typeof value === 'string') {
		const activityId = undecidedEmailNamed(value) ?? value;
		if (isId(activityId)) ids.add(activityId);
	} else if (typeof value === 'object' && value !== null) {
		for (const inner of Object.values(value)) collectIds(inner, isId, ids);
	}
}

/** Positions correlated with each position, ascending. */
export function answersByPosition(decisions: Decisions): ReadonlyMap<number, readonly number[]> {
	const answers = new Map<number, number[]>();
	decisions.correlated.forEach((correlated, position) => {
		if (correlated < 0 || !decisions.isTracked(position)) return;
		const list = answers.get(correlated);
		if (list) list.push(position);
		else answers.set(correlated, [position]);
	});
	return answers;
}

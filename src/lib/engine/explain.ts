/** The whole decision of one email, with evidence: the same steps as `decide`, run again as of the email's place. */
import type { ActivityId, EmailColumns } from '../domain/columns';
import { REASON_CODES, type CheckId, type Verdict } from '../domain/decision';
import type { Environment } from '../domain/environment';
import { maxListedCandidates } from '../domain/limits';
import type { MessageFacts } from '../domain/message';
import { decodeThreadIndex } from '../domain/threadIndex';
import { classifyAutoReply } from './autoreply/classify';
import { explainCorrelation } from './correlation/correlate';
import type { CorrelationAttempt } from './correlation/evidence';
import { messageIdKey } from './correlation/storedEmails';
import type { Decisions } from './decide';
import { diagnose } from './diagnoses/registry';
import type { CheckResult, EmailMention, Explanation, ThreadIndexDecoded } from './explanation';
import { ghostsOf } from './ghosts';
import type { MarkFound } from './marks';
import { emailColumns } from './population/emailColumns';
import { linkedOnlyByReferences } from './referencesOnly';

const maxListedAnswers = 50;

/** `answers` lists, per position, the positions correlated with it; see `answersByPosition`. */
export function explain(
	decisions: Decisions,
	position: number,
	paths: readonly string[],
	answers: readonly number[]
): Explanation {
	const { stored } = decisions;
	const facts = stored.message(position);
	const mark = decisions.marks.of(facts, decisions.isFirstWithMessageId(facts, position));
	const correlation = explainCorrelation(facts, position, stored);
	const columns = emailColumns(decisions, position);
	const checks = explainChecks(decisions, position, mark, columns);
	const autoReply = classifyAutoReply(facts);
	const references = linkedOnlyByReferences(decisions, position);
	const referencesOnly = references && {
		messageId: references.messageId,
		activityId: stored.activityId(references.position)
	};
	const answeredBy = answers.slice(0, maxListedAnswers).map((answer) => stored.activityId(answer));
	const reason = decisions.reason[position] ?? 'Unknown';
	const explanation: Omit<Explanation, 'mentions'> = {
		activityId: stored.activityId(position),
		position,
		paths,
		facts,
		verdict: verdictOf(decisions, position, correlation),
		reason: { code: REASON_CODES[reason], name: reason },
		columns,
		checks,
		correlation,
		autoReply,
		internetMessageHeadersLength: columns?.internetmessageheaders?.length ?? null,
		threadIndex: decodedThreadIndex(facts),
		referencesOnly,
		ghosts: ghostsOf(facts, stored),
		answeredBy,
		answeredByTotal: answers.length,
		diagnoses: diagnose({
			facts,
			tracked: columns !== null,
			outgoing: decisions.outgoing[position] === true,
			correlation,
			autoReply,
			subjectChanged: decisions.subjectChanged[position] === true,
			referencesOnly
		}),
		settings: settingsRead(decisions.environment)
	};
	return { ...explanation, mentions: mentionsIn(explanation, decisions) };
}

function verdictOf(decisions: Decisions, position: number, correlation: readonly CorrelationAttempt[]): Verdict {
	const reason = decisions.reason[position];
	if (reason === 'Untracked') return { tracked: 'no', decidedBy: ['scope/mark'] };
	if (reason === 'Duplicate') return { tracked: 'no', decidedBy: ['scope/duplicate'] };
	const linkedBy: CheckId[] = correlation.flatMap(({ outcome, method }) => (outcome === 'matched' ? [method] : []));
	return reason === 'Manual'
		? { tracked: 'yes', by: 'manual', decidedBy: ['scope/mark', ...linkedBy] }
		: { tracked: 'yes', by: 'automatic', decidedBy: ['acceptance/all-mail', ...linkedBy] };
}

function explainChecks(
	decisions: Decisions,
	position: number,
	mark: MarkFound,
	columns: EmailColumns | null
): CheckResult[] {
	const { stored } = decisions;
	const facts = stored.message(position);
	const duplicateOf = decisions.duplicateOf[position] as number;
	const sameMessageId =
		facts.messageId === null
			? []
			: stored.seenByMessageId
					.all(messageIdKey(facts.messageId))
					.filter((other) => other !== position)
					.slice(0, maxListedCandidates);
	const correlated = decisions.correlated[position] as number;
	const regarding = columns?.regardingobjectid ?? null;
	return [
		{ check: 'scope/mark', outcome: mark.tracked ?? 'notMarked', evidence: { by: mark.by } },
		{
			check: 'scope/duplicate',
			outcome:
				duplicateOf >= 0 ? 'duplicate' : facts.messageId === null || mark.tracked !== null ? 'notApplicable' : 'passed',
			evidence: {
				messageId: facts.messageId,
				first: duplicateOf < 0 ? null : stored.activityId(duplicateOf),
				sameMessageId: sameMessageId.map((other) => stored.activityId(other)),
				from: facts.messageId === null ? [] : [{ field: 'Message-ID', occurrence: 0 }]
			}
		},
		{
			check: 'acceptance/all-mail',
			outcome: decisions.reason[position] === 'AcceptAll' ? 'accepted' : 'notReached',
			evidence: { filteringMethod: 0 }
		},
		{
			check: 'population/regarding',
			outcome:
				columns === null
					? 'notReached'
					: mark.regarding !== null
						? 'setByMark'
						: regarding !== null
							? 'inherited'
							: 'empty',
			evidence: {
				regarding,
				inheritedFrom: regarding !== null && mark.regarding === null ? stored.activityId(correlated) : null
			}
		}
	];
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

/** Every other email that the explanation points to, so that a renderer can name it. */
function mentionsIn(explanation: Omit<Explanation, 'mentions'>, decisions: Decisions): EmailMention[] {
	const ids = new Set<ActivityId>();
	const { checks, correlation, referencesOnly, answeredBy, diagnoses } = explanation;
	const { stored } = decisions;
	collectIds(
		[checks, correlation, referencesOnly, answeredBy, diagnoses],
		(text) => stored.positionOf(text) !== null,
		ids
	);
	ids.delete(explanation.activityId);
	return [...ids].map((activityId) => {
		const position = stored.positionOf(activityId) as number;
		const { subject, from, receivedAtUtcMs } = stored.message(position);
		return {
			activityId,
			subject,
			from: from === null ? null : from.name || from.address,
			receivedAtUtcMs,
			tracked: decisions.isTracked(position) ? 'yes' : 'no'
		};
	});
}

function collectIds(value: unknown, isId: (text: string) => boolean, ids: Set<ActivityId>): void {
	if (typeof value === 'string') {
		if (isId(value)) ids.add(value);
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

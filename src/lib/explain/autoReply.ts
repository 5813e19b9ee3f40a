/** Is it an automatic email? Dynamics 365's flag beside the class found here, with all that speaks for either. */
import type { AutoReplyEvidence, Basis, Source } from '../domain/decision';
import { AUTO_REPLY_RULES } from '../engine/autoreply/registry';
import type { Explanation } from '../engine/explanation';
import { AUTO_REPLY_CLASS_LABELS, EVIDENCE_STRENGTH_LABELS } from './labels';
import { code, header } from './parts';
import { say, type Sentence } from './sentence';
import { rule, type RuleWords } from './sources';

export interface AutoReplyEvidenceWords {
	readonly sentence: Sentence;
	readonly strength: string;
	/** The class it speaks for. */
	readonly for: string;
	/** It speaks for the class that won. */
	readonly decided: boolean;
}
export interface AutoReplyWords {
	readonly flag: boolean;
	readonly flagLabel: string;
	readonly flagSentence: Sentence;
	readonly classLabel: string;
	readonly classSentence: Sentence;
	/** Where the two readings differ, or are easily misread. */
	readonly notes: readonly Sentence[];
	readonly evidence: readonly AutoReplyEvidenceWords[];
	readonly rules: readonly RuleWords[];
}

const FLAG_RULES: readonly RuleWords[] = [
	rule(
		'documented',
		'Server-side synchronization does not look at whether an email is automatic when it decides what to track.',
		'filteringAndCorrelation'
	),
	rule(
		'documented',
		'The InternetMessageHeaders column is filled for incoming email with Auto-Submitted or Reply-To; Auto-Submitted in it means automatic.',
		'filteringAndCorrelation'
	),
	rule(
		'documented',
		'“Auto-Submitted: no” means that a person wrote the email.',
		'automaticResponses',
		'autoSubmittedKeywords'
	)
];

export function autoReplyWords(explanation: Explanation): AutoReplyWords {
	const { autoReply, facts } = explanation;
	const flag = autoReply.internetMessageHeadersFlag;
	const winning = AUTO_REPLY_RULES.find(({ id }) => id === autoReply.class);
	return {
		flag,
		flagLabel: flag ? 'Automatic' : 'Not automatic',
		flagSentence: flag
			? say`The field ${header({ field: 'Auto-Submitted', occurrence: 0 })} is present (${code(facts.autoSubmitted ?? '')}), which Microsoft’s documentation reads as automatic.`
			: say`There is no Auto-Submitted field, so InternetMessageHeaders does not mark it as automatic.`,
		classLabel: AUTO_REPLY_CLASS_LABELS[autoReply.class],
		classSentence: winning
			? say`${strongest(autoReply.evidence, winning.id)}`
			: say`Nothing definite or strong says that a machine wrote it.`,
		notes: notes(explanation),
		evidence: autoReply.evidence.map((evidence) => evidenceWords(evidence, evidence.class === autoReply.class)),
		rules: [...FLAG_RULES, ...(winning ? [classRule(winning.id, winning.basis, winning.sources)] : [])]
	};
}

function strongest(evidence: readonly AutoReplyEvidence[], of: string): string {
	const first = evidence.find((candidate) => candidate.class === of);
	return first
		? `By a ${EVIDENCE_STRENGTH_LABELS[first.strength].toLowerCase()} sign, listed below.`
		: 'By the signs listed below.';
}

function classRule(id: AutoReplyEvidence['class'], basis: Basis, sources: readonly Source[]): RuleWords {
	return { rule: `What makes the class “${AUTO_REPLY_CLASS_LABELS[id]}” is listed as its evidence.`, basis, sources };
}

function notes({ autoReply, facts, columns, verdict }: Explanation): readonly Sentence[] {
	const saysNo = autoReply.internetMessageHeadersFlag && autoReply.autoSubmittedKeyword === 'no';
	const replyToOnly = !autoReply.internetMessageHeadersFlag && facts.replyToText !== null;
	return [
		...(saysNo
			? [
					say`Two readings: the field is present, so the documentation’s rule calls this automatic; its value is ${code('no')}, which by RFC 3834 means that a person wrote it.`
				]
			: []),
		...(replyToOnly
			? [
					say`${header({ field: 'Reply-To', occurrence: 0 })} alone fills InternetMessageHeaders, but says nothing about automation.`
				]
			: []),
		...(autoReply.class === 'suppression-requested'
			? [
					say`X-Auto-Response-Suppress asks others not to answer automatically. It stands on newsletters and robots’ mail too, and is no proof of an automatic reply.`
				]
			: []),
		...(facts.returnPath === null && autoReply.class !== 'human'
			? [say`Return-Path is absent in the file; mail programs often leave it out when they save an email.`]
			: []),
		...(columns?.directioncode && (autoReply.internetMessageHeadersFlag || facts.replyToText !== null)
			? [say`InternetMessageHeaders stays empty, because the email is outgoing.`]
			: []),
		verdict.tracked === 'yes'
			? say`Neither reading had a part in tracking or linking this email.`
			: say`Neither reading is why this email is not tracked.`
	];
}

function evidenceWords(evidence: AutoReplyEvidence, decided: boolean): AutoReplyEvidenceWords {
	const sign = AUTO_REPLY_RULES.find(({ id }) => id === evidence.class)?.signs.find(({ id }) => id === evidence.sign);
	const looksAt = sign ? `Looks at: ${sign.reads}.` : '';
	const value = code(evidence.value === '' ? 'empty' : evidence.value);
	return {
		sentence: evidence.from ? say`${header(evidence.from)}: ${value}. ${looksAt}` : say`${value}. ${looksAt}`,
		strength: EVIDENCE_STRENGTH_LABELS[evidence.strength],
		for: AUTO_REPLY_CLASS_LABELS[evidence.class],
		decided
	};
}

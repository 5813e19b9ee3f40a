import type { AutoReplyClass, AutoReplyEvidence, Basis, EvidenceStrength, Source } from '../../domain/decision';
import type { HeaderRef, MessageFacts } from '../../domain/message';

/** One thing that a rule recognises. */
export interface AutoReplySign {
	readonly id: string;
	readonly strength: EvidenceStrength;
	/** The fields and parts looked at, in words for the documentation. */
	readonly reads: string;
}

/** A header block in short; shown in the documentation and run as a test. */
export interface AutoReplyExample {
	readonly title: string;
	/** Field name and value, in order. */
	readonly fields: readonly (readonly [name: string, value: string])[];
	/** Content types of the body's parts. */
	readonly parts?: readonly string[];
	/** What the whole classification makes of it; another rule may stand before this one. */
	readonly class: AutoReplyClass;
	/** Ids of this rule's signs that are found. */
	readonly signs: readonly string[];
}

/** One class of automatic mail. It applies when a definite or strong sign of it is found; hints are shown only. */
export interface AutoReplyRule {
	readonly id: AutoReplyClass;
	readonly basis: Basis;
	readonly sources: readonly Source[];
	readonly signs: readonly AutoReplySign[];
	readonly examples: readonly AutoReplyExample[];
	/** A quick look without allocating: false only where `find` can give no definite or strong sign. */
	mayApply(facts: MessageFacts): boolean;
	/** Every sign found, strongest first. */
	find(facts: MessageFacts): readonly AutoReplyEvidence[];
}

/** Shared by all rules, since for most mail every rule finds nothing. */
export const NOTHING_FOUND: readonly AutoReplyEvidence[] = [];

/** Collects the evidence of one rule and sorts it, strongest first. */
export class Findings {
	private found: AutoReplyEvidence[] | null = null;

	constructor(private readonly rule: Pick<AutoReplyRule, 'id' | 'signs'>) {}

	add(sign: string, value: string, from: HeaderRef | null): void {
		const strength = this.rule.signs.find((candidate) => candidate.id === sign)?.strength;
		if (strength === undefined) throw new Error(`rule ${this.rule.id} names no sign ${sign}`);
		const evidence = { class: this.rule.id, strength, sign, value };
		(this.found ??= []).push(from === null ? evidence : { ...evidence, from });
	}

	sorted(): readonly AutoReplyEvidence[] {
		return this.found?.sort((a, b) => STRENGTH_ORDER[a.strength] - STRENGTH_ORDER[b.strength]) ?? NOTHING_FOUND;
	}
}

const STRENGTH_ORDER: Readonly<Record<EvidenceStrength, number>> = { definite: 0, strong: 1, hint: 2 };

/** Whether the evidence of a rule makes its class apply. `find` puts the strongest first. */
export function applies(evidence: readonly AutoReplyEvidence[]): boolean {
	const strongest = evidence[0];
	return strongest !== undefined && strongest.strength !== 'hint';
}

const RFC = 'https://www.rfc-editor.org/rfc/';
const MS = 'https://learn.microsoft.com/openspecs/exchange_server_protocols/';
const LEARN = 'https://learn.microsoft.com/';

/** Where the rules come from, each named once. */
export const SOURCES = {
	serverSideSync: {
		title: 'Learn, "Email message filtering and correlation", automatic replies',
		url: `${LEARN}power-platform/admin/email-message-filtering-correlation`
	},
	rfc3834: { title: 'RFC 3834 section 5, Auto-Submitted', url: `${RFC}rfc3834#section-5` },
	rfc5230: { title: 'RFC 5230 section 4.6, Sieve vacation', url: `${RFC}rfc5230#section-4.6` },
	rfc5436: { title: 'RFC 5436 section 2.7.1, auto-notified', url: `${RFC}rfc5436#section-2.7.1` },
	autoSubmittedKeywords: {
		title: 'IANA, Auto-Submitted header field keywords',
		url: 'https://www.iana.org/assignments/auto-submitted-keywords/auto-submitted-keywords.xhtml'
	},
	rfc3464: { title: 'RFC 3464 section 2, delivery status notifications', url: `${RFC}rfc3464#section-2` },
	rfc5321NullPath: { title: 'RFC 5321 section 4.5.5, null reverse-path', url: `${RFC}rfc5321#section-4.5.5` },
	rfc6522: { title: 'RFC 6522 section 3, multipart/report', url: `${RFC}rfc6522#section-3` },
	rfc8098: { title: 'RFC 8098 section 3, message disposition notifications', url: `${RFC}rfc8098#section-3` },
	rfc5965: { title: 'RFC 5965 section 2, feedback reports', url: `${RFC}rfc5965#section-2` },
	rfc2919: { title: 'RFC 2919 section 3, List-Id', url: `${RFC}rfc2919#section-3` },
	rfc2369: { title: 'RFC 2369 section 3, list header fields', url: `${RFC}rfc2369#section-3` },
	rfc5322Resent: { title: 'RFC 5322 section 3.6.6, Resent fields', url: `${RFC}rfc5322#section-3.6.6` },
	autoResponseSuppress: {
		title: 'MS-OXCMAIL 2.1.3.2.20, X-Auto-Response-Suppress',
		url: `${MS}ms-oxcmail/b68efc40-6494-4f95-92d4-38bfb3ebb0ba`
	},
	practice: { title: 'Common practice of mail software' }
} as const satisfies Record<string, Source>;

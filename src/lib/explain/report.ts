/** The decision of one email as a document: to print, or as Markdown to paste into a ticket. */
import { APP_NAME, APP_VERSION } from '../domain/app';
import type { Address } from '../domain/message';
import { ENGINE_VERSION } from '../engine/decide';
import type { Explanation } from '../engine/explanation';
import { attemptWords } from './attempts';
import { checkWords } from './checks';
import { columnWords } from './columns';
import { diagnosisWords } from './diagnoses';
import { headline } from './headline';
import { TRACKED_LABELS } from './labels';
import type { StepWords } from './methods/words';
import { settingIs } from './parts';
import { instant } from './parts';
import { plainText, type Sentence } from './sentence';
import { BASIS_WORDS } from './sources';

export interface ReportLink {
	readonly title: string;
	readonly url: string;
}
export interface ReportRow {
	readonly label: string;
	readonly value: string;
}
export interface ReportStep {
	readonly title: string;
	readonly outcome: string;
	readonly text: string;
}
export interface ReportDiagnosis {
	readonly title: string;
	readonly seen: string;
	readonly cause: string;
	readonly fix: string;
	readonly basis: string;
	readonly links: readonly ReportLink[];
}

/** Plain text throughout: what mail holds is escaped by whoever writes the document. */
export interface ReportDocument {
	readonly title: string;
	readonly verdict: string;
	readonly headline: string;
	readonly facts: readonly ReportRow[];
	readonly steps: readonly ReportStep[];
	readonly columns: readonly ReportRow[];
	readonly diagnoses: readonly ReportDiagnosis[];
	/** "emailcorrelationenabled is false" and the like: the settings that the steps speak of. */
	readonly settings: readonly string[];
	readonly notice: string;
}

const maxAddresses = 6;
/** One page is to hold a typical email; the whole value is in the application. */
const maxTextLength = 400;

export function reportOf(explanation: Explanation): ReportDocument {
	const { facts, verdict, reason, diagnoses } = explanation;
	const steps = stepsOf(explanation);
	return {
		title: cut(facts.subject?.trim() || 'An email without a subject'),
		verdict: `${TRACKED_LABELS[verdict.tracked].label} (${reason.name})`,
		headline: cut(plainText(headline(explanation))),
		facts: factsOf(explanation),
		steps: steps.map(({ title, outcome, sentence }) => ({ title, outcome, text: cut(plainText(sentence)) })),
		columns: columnWords(explanation).flatMap(({ name, value }) =>
			value === null ? [] : [{ label: name, value: cut(plainText(value)) }]
		),
		diagnoses: diagnoses.map((diagnosis) => {
			const { title, seen, cause, fix, basis, sources } = diagnosisWords(diagnosis, explanation);
			const links = sources.flatMap((source) => (source.url ? [{ title: source.title, url: source.url }] : []));
			return { title, seen: cut(plainText(seen)), cause, fix, basis: BASIS_WORDS[basis].label, links };
		}),
		settings: settingsOf(steps, explanation),
		notice: `Modelled by ${APP_NAME} ${APP_VERSION} (engine ${ENGINE_VERSION}) from Microsoft’s documentation, from this file and the environment described; not read from Dynamics 365. Times are UTC.`
	};
}

function factsOf({ facts, paths }: Explanation): readonly ReportRow[] {
	const rows: readonly (readonly [string, string | null])[] = [
		['From', facts.from === null ? null : addressText(facts.from)],
		['To', addressesText(facts.to)],
		['Cc', addressesText(facts.cc)],
		['Received', facts.receivedAtUtcMs === null ? null : plainText([instant(facts.receivedAtUtcMs)])],
		['Message-ID', facts.messageId],
		['In-Reply-To', facts.inReplyTo.slice(0, maxAddresses).join(' ') || null],
		['File', paths[0] ?? null],
		['SHA-256', facts.sha256]
	];
	return rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value: cut(value) }]));
}

function addressText({ name, address }: Address): string {
	return name === '' ? address : `${name} <${address}>`;
}

function addressesText(addresses: readonly Address[]): string | null {
	if (addresses.length === 0) return null;
	const shown = addresses.slice(0, maxAddresses).map(addressText).join(', ');
	return addresses.length > maxAddresses ? `${shown} and ${addresses.length - maxAddresses} more` : shown;
}

/** As on the ladder: the methods stand before what the link brings. */
function stepsOf(explanation: Explanation): readonly StepWords[] {
	const { checks, correlation } = explanation;
	const isPopulation = ({ check }: Explanation['checks'][number]) => check.startsWith('population/');
	return [
		...checks.filter((check) => !isPopulation(check)).map((check) => checkWords(check, explanation)),
		...correlation.map((attempt) => attemptWords(attempt, explanation)),
		...checks.filter(isPopulation).map((check) => checkWords(check, explanation))
	];
}

function settingsOf(steps: readonly StepWords[], explanation: Explanation): readonly string[] {
	const names = new Set<string>();
	const note = (sentence: Sentence): void => {
		for (const part of sentence) if (typeof part === 'object' && 'setting' in part) names.add(part.setting);
	};
	for (const { sentence, details } of steps) {
		note(sentence);
		for (const detail of details) note(detail);
	}
	note(headline(explanation));
	return [...names].map((name) => cut(plainText(settingIs(explanation, name))));
}

/** On one line, without characters that turn the order of others round or hide. */
function cut(text: string): string {
	const line = text
		.slice(0, 4 * maxTextLength)
		.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
		.replace(/[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\p{Cs}]/gu, '')
		.trim();
	return line.length > maxTextLength ? `${line.slice(0, maxTextLength - 1).replace(/\p{Cs}$/u, '')}…` : line;
}

/** The active environment, and whether its HashFilterKeywords can be used over the subjects at hand. */
import {
	DEFAULT_HASH_FILTER_KEYWORDS,
	DEFAULT_MODEL_OPTIONS,
	DEFAULT_ORG_DB_ORG_SETTINGS,
	DEFAULT_ORGANIZATION,
	type Environment
} from '../domain/environment';
import { maxPatternSubjectLength, patternTimeoutMs } from '../domain/limits';
import { compileHashFilter, type HashFilter } from '../engine/correlation/hashFilter';
import { smartMatching } from '../engine/correlation/smartMatching';
import { compileSubjectChangedPattern } from '../engine/subjectChanged';
import { decodeEnvironmentFile, freshInstallFile, type EnvironmentFile } from '../snapshot/environmentFile';
import type { EnvironmentState } from '../storage/rows';
import type { EnvironmentView, SettingView, SmartMatchingState } from './api';
import type { BoundedRunner } from './bounded';

/** Subjects tried in one go; each go has its own time limit. */
const subjectsPerBatch = 5_000;
/** However many subjects there are, an answer comes soon. */
const allSubjectsTimeoutMs = 4_000;

export interface ActiveEnvironment {
	readonly file: EnvironmentFile;
	readonly environment: Environment;
	readonly canUndo: boolean;
}

/** From the stored text; without one, or with one that this version cannot read, the fresh install. */
export function activeEnvironment(json: string | null, canUndo: boolean): ActiveEnvironment {
	const decoded = decodeEnvironmentFile(json === null ? freshInstallFile() : JSON.parse(json));
	if (decoded.ok) return { ...decoded, canUndo };
	const fresh = decodeEnvironmentFile(freshInstallFile());
	if (!fresh.ok) throw new Error('The fresh-install environment does not fit its own schema.');
	return { ...fresh, canUndo };
}

export interface PatternRefusal {
	/** The setting's name. */
	readonly setting: string;
	readonly why: Extract<HashFilter, { readonly ok: false }>['code'];
	readonly construct: string | null;
}

/** An environment and its compiled HashFilterKeywords, as far as they were not refused. */
export interface PatternsInUse {
	readonly environment: Environment;
	readonly hashFilter: HashFilter;
}

export interface TriedPatterns extends PatternsInUse {
	/** What was refused now, and was in use before. */
	readonly refused: readonly PatternRefusal[];
}

/** The patterns of an environment before any subject is known. */
export function compilePatterns(environment: Environment): TriedPatterns {
	const hashFilter = compileHashFilter(environment.organization.hashfilterkeywords);
	const unused = hashFilter.ok || smartMatching.switchedOffBy(environment) !== null;
	return { environment, hashFilter, refused: unused ? [] : [hashFilterRefusal(hashFilter)] };
}

/**
 * Tries every pattern in use that is not the default over the subjects at hand, in a worker that can be ended, before
 * the engine runs it. A pattern that is too slow anywhere is refused whole: HashFilterKeywords makes smart matching
 * indeterminate, subjectChangedPattern gives way to its default.
 */
export async function tryPatterns(
	{ environment, hashFilter }: PatternsInUse,
	subjects: readonly (string | null)[],
	bounded: BoundedRunner
): Promise<TriedPatterns> {
	const refused: PatternRefusal[] = [];
	const tried = { environment, hashFilter };
	const { subjectChangedPattern } = environment.modelOptions;
	const subjectPattern =
		subjectChangedPattern === defaults.subjectChangedPattern
			? null
			: compileSubjectChangedPattern(subjectChangedPattern);
	if (subjectPattern !== null) {
		const texts = distinctTexts(subjects, (subject) => subject.trim());
		const why = await whyRefused(subjectPattern, texts, bounded);
		if (why !== null) {
			tried.environment = { ...environment, modelOptions: { ...environment.modelOptions, ...defaults } };
			refused.push({ setting: 'subjectChangedPattern', why, construct: null });
		}
	}
	const isDefault = environment.organization.hashfilterkeywords === DEFAULT_HASH_FILTER_KEYWORDS;
	if (hashFilter.ok && !isDefault && smartMatching.switchedOffBy(environment) === null) {
		const why = await whyRefused(hashFilter.regex, distinctTexts(subjects), bounded);
		if (why !== null) {
			tried.hashFilter = { ok: false, code: why, construct: null };
			refused.push(hashFilterRefusal(tried.hashFilter));
		}
	}
	return { ...tried, refused };
}

const defaults = { subjectChangedPattern: DEFAULT_MODEL_OPTIONS.subjectChangedPattern };

function hashFilterRefusal({ code, construct }: Extract<HashFilter, { readonly ok: false }>): PatternRefusal {
	return { setting: 'hashfilterkeywords', why: code, construct };
}

/** What the engine runs a pattern over, each text once. */
function distinctTexts(subjects: readonly (string | null)[], prepare = (subject: string) => subject): string[] {
	const distinct = new Set<string>();
	for (const subject of subjects) {
		if (subject !== null) distinct.add(prepare(subject).slice(0, maxPatternSubjectLength));
	}
	return [...distinct];
}

async function whyRefused(
	{ source, flags }: RegExp,
	texts: readonly string[],
	bounded: BoundedRunner
): Promise<'timed-out' | 'unsupported' | null> {
	const endMs = performance.now() + allSubjectsTimeoutMs;
	for (let start = 0; start < texts.length; start += subjectsPerBatch) {
		const batch = texts.slice(start, start + subjectsPerBatch);
		const timeoutMs = Math.min(patternTimeoutMs, endMs - performance.now());
		const tried = await bounded.run((remote) => remote.tryPattern(source, flags, batch), timeoutMs);
		if (tried === 'timed-out' || tried === 'failed') return 'timed-out';
		if (!tried) return 'unsupported';
	}
	return null;
}

export function smartMatchingState(environment: Environment, hashFilter: HashFilter): SmartMatchingState {
	if (smartMatching.switchedOffBy(environment) !== null) return { state: 'off' };
	return hashFilter.ok
		? { state: 'on' }
		: { state: 'patternRefused', code: hashFilter.code, construct: hashFilter.construct };
}

export function environmentView(
	{ environment, canUndo }: ActiveEnvironment,
	{ environments, active }: EnvironmentState
): EnvironmentView {
	return {
		name: environment.name,
		settings: [
			...settingsOf('organization', environment.organization, DEFAULT_ORGANIZATION),
			...settingsOf('orgDbOrgSettings', environment.orgDbOrgSettings, DEFAULT_ORG_DB_ORG_SETTINGS),
			...settingsOf('modelOptions', environment.modelOptions, DEFAULT_MODEL_OPTIONS)
		],
		marks: environment.marks.length,
		canUndo,
		names: environments.map(({ name }) => name),
		active
	};
}

function settingsOf<T extends object>(section: SettingView['section'], values: T, defaults: T): SettingView[] {
	return (Object.keys(defaults) as (keyof T & string)[]).map((name) => ({
		name,
		section,
		value: values[name] as SettingView['value'],
		default: defaults[name] as SettingView['default']
	}));
}

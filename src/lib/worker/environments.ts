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
import type { EnvironmentView, SettingView, SmartMatchingState } from './api';
import type { BoundedRunner } from './bounded';

/** Subjects tried in one go; each go has its own time limit. */
const subjectsPerBatch = 5_000;

export interface ActiveEnvironment {
	readonly file: EnvironmentFile;
	readonly environment: Environment;
	/** Sections kept in the file whose rules are not modelled yet. */
	readonly keptOnly: readonly string[];
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

export interface TriedPatterns {
	/** As given, or with the default in place of a subjectChangedPattern that was refused. */
	readonly environment: Environment;
	readonly hashFilter: HashFilter;
	/** The setting whose pattern was refused, and why. */
	readonly refused: { readonly setting: string; readonly why: string; readonly construct: string | null } | null;
}

/**
 * Tries every pattern that is not the default over the subjects at hand, in a worker that can be ended, before the
 * engine runs it. A pattern that is too slow anywhere is refused whole.
 */
export async function tryPatterns(
	environment: Environment,
	subjects: Iterable<string | null>,
	bounded: BoundedRunner
): Promise<TriedPatterns> {
	const { hashfilterkeywords } = environment.organization;
	const { subjectChangedPattern } = environment.modelOptions;
	const compiled = compileHashFilter(hashfilterkeywords);
	const unused = smartMatching.switchedOffBy(environment) !== null;
	const distinct = new Set<string>();
	for (const subject of subjects) if (subject !== null) distinct.add(subject.slice(0, maxPatternSubjectLength));
	const quick = async (pattern: RegExp | null, isDefault: boolean) =>
		pattern === null || isDefault || (await isQuick(pattern, [...distinct], bounded));

	if (
		!(await quick(
			compileSubjectChangedPattern(subjectChangedPattern),
			subjectChangedPattern === defaults.subjectChangedPattern
		))
	) {
		return {
			environment: { ...environment, modelOptions: { ...environment.modelOptions, ...defaults } },
			hashFilter: compiled,
			refused: { setting: 'subjectChangedPattern', why: 'timed-out', construct: null }
		};
	}
	if (unused) return { environment, hashFilter: compiled, refused: null };
	const hashFilter: HashFilter =
		!compiled.ok || (await quick(compiled.regex, hashfilterkeywords === DEFAULT_HASH_FILTER_KEYWORDS))
			? compiled
			: { ok: false, code: 'timed-out', construct: null };
	return {
		environment,
		hashFilter,
		refused: hashFilter.ok
			? null
			: { setting: 'hashfilterkeywords', why: hashFilter.code, construct: hashFilter.construct }
	};
}

const defaults = { subjectChangedPattern: DEFAULT_MODEL_OPTIONS.subjectChangedPattern };

async function isQuick(
	{ source, flags }: RegExp,
	subjects: readonly string[],
	bounded: BoundedRunner
): Promise<boolean> {
	for (let start = 0; start < subjects.length; start += subjectsPerBatch) {
		const batch = subjects.slice(start, start + subjectsPerBatch);
		const tried = await bounded.run((remote) => remote.tryPattern(source, flags, batch), patternTimeoutMs);
		if (tried === 'timed-out') return false;
	}
	return true;
}

export function smartMatchingState(environment: Environment, hashFilter: HashFilter): SmartMatchingState {
	if (smartMatching.switchedOffBy(environment) !== null) return { state: 'off' };
	return hashFilter.ok
		? { state: 'on' }
		: { state: 'patternRefused', code: hashFilter.code, construct: hashFilter.construct };
}

export function environmentView({ environment, keptOnly, canUndo }: ActiveEnvironment): EnvironmentView {
	return {
		name: environment.name,
		settings: [
			...settingsOf('organization', environment.organization, DEFAULT_ORGANIZATION),
			...settingsOf('orgDbOrgSettings', environment.orgDbOrgSettings, DEFAULT_ORG_DB_ORG_SETTINGS),
			...settingsOf('modelOptions', environment.modelOptions, DEFAULT_MODEL_OPTIONS)
		],
		marks: environment.marks.length,
		sectionsKeptOnly: keptOnly,
		canUndo
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

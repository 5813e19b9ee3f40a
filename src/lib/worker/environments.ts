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

/**
 * Compiles HashFilterKeywords and, where it is not the default, tries it over every subject in a worker that can be
 * ended, before the engine runs it. A pattern that is too slow anywhere is refused whole.
 */
export async function usableHashFilter(
	environment: Environment,
	subjects: Iterable<string | null>,
	bounded: BoundedRunner
): Promise<HashFilter> {
	const pattern = environment.organization.hashfilterkeywords;
	const filter = compileHashFilter(pattern);
	const unused = smartMatching.switchedOffBy(environment) !== null;
	if (!filter.ok || pattern === DEFAULT_HASH_FILTER_KEYWORDS || unused) return filter;
	const distinct = new Set<string>();
	for (const subject of subjects) if (subject !== null) distinct.add(subject.slice(0, maxPatternSubjectLength));
	const all = [...distinct];
	for (let start = 0; start < all.length; start += subjectsPerBatch) {
		const batch = all.slice(start, start + subjectsPerBatch);
		const { source, flags } = filter.regex;
		const tried = await bounded.run((remote) => remote.tryPattern(source, flags, batch), patternTimeoutMs);
		if (tried === 'timed-out') return { ok: false, code: 'timed-out', construct: null };
	}
	return filter;
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

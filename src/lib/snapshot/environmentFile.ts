/** Environment files (format version 1): decoded, kept whole, written back. */
import * as v from 'valibot';
import {
	DEFAULT_MODEL_OPTIONS,
	DEFAULT_ORG_DB_ORG_SETTINGS,
	DEFAULT_ORGANIZATION,
	FRESH_INSTALL,
	type Environment,
	type Mailbox,
	type Mark,
	type Placement,
	type Queue,
	type RecordRow,
	type User
} from '../domain/environment';
import type { FileIssue } from '../domain/fileIssue';
import { environmentFileSchema, environmentFormat, type MarkInFile } from './environmentSchema';
import { utcMsOf } from './instant';
import {
	copyPlainData,
	isPlainObject,
	maxEnvironmentDepth,
	orderKeys,
	pointer,
	type PlainObject,
	type PlainValue
} from './plainData';
import { maxIssues, validate } from './validate';

/** The whole content of an environment file, unknown keys included, validated and safe to copy. */
export interface EnvironmentFile extends PlainObject {
	readonly format: typeof environmentFormat;
	readonly formatVersion: 1;
}

export type DecodedEnvironmentFile =
	| {
			readonly ok: true;
			readonly file: EnvironmentFile;
			/** What the engine reads, defaults filled in. */
			readonly environment: Environment;
			/** What was left out on the way in. */
			readonly notes: readonly FileIssue[];
	  }
	| { readonly ok: false; readonly issues: readonly FileIssue[] };

/** @param path JSON pointer of the environment within its file; '' for an environment file */
export function decodeEnvironmentFile(json: unknown, path = ''): DecodedEnvironmentFile {
	const copied = copyPlainData(json, maxEnvironmentDepth, path);
	if (!copied.ok) return copied;
	const header = headerIssue(copied.value, environmentFormat, path);
	if (header !== null) return { ok: false, issues: [header] };
	const validated = validate(environmentFileSchema, copied.value, copied.nodes, path);
	if (!validated.ok) return validated;
	const duplicates = duplicateIds(validated.value, path);
	if (duplicates.length > 0) return { ok: false, issues: duplicates };
	return {
		ok: true,
		// The schema has just been satisfied by this very value.
		file: copied.value as EnvironmentFile,
		environment: environmentOf(validated.value),
		notes: copied.notes
	};
}

/** Is this file of the given format, and of a version that is understood? Null when it is. */
export function headerIssue(value: unknown, format: string, path = ''): FileIssue | null {
	if (!isPlainObject(value)) return { path, code: 'wrong-type', expected: 'Object' };
	if (value.format !== format) return { path: pointer(path, 'format'), code: 'wrong-format', expected: format };
	const { formatVersion } = value;
	const at = pointer(path, 'formatVersion');
	if (typeof formatVersion !== 'number' || !Number.isInteger(formatVersion) || formatVersion < 1) {
		return { path: at, code: formatVersion === undefined ? 'missing' : 'wrong-type', expected: '1' };
	}
	return formatVersion > 1 ? { path: at, code: 'newer-version', expected: '1', received: String(formatVersion) } : null;
}

type ValidEnvironmentFile = v.InferOutput<typeof environmentFileSchema>;

function environmentOf(file: ValidEnvironmentFile): Environment {
	return {
		name: file.name,
		organization: pick(file.organization, DEFAULT_ORGANIZATION),
		orgDbOrgSettings: pick(file.orgDbOrgSettings, DEFAULT_ORG_DB_ORG_SETTINGS),
		modelOptions: pick(file.modelOptions, DEFAULT_MODEL_OPTIONS),
		users: file.users.map(userOf),
		queues: file.queues.map(queueOf),
		records: file.records.map(recordOf),
		mailboxes: file.mailboxes.map(mailboxOf),
		placements: file.placements.map(placementOf),
		marks: file.marks.map(markOf),
		freshInstall: file.users.length === 0 && file.queues.length === 0
	};
}

type Item<Section extends 'users' | 'queues' | 'records' | 'mailboxes' | 'placements'> =
	ValidEnvironmentFile[Section][number];

function userOf(user: Item<'users'>): User {
	return {
		id: user.id,
		fullname: user.fullname ?? user.id,
		emailaddresses: user.emailaddresses ?? [],
		incomingemailfilteringmethod: user.incomingemailfilteringmethod,
		trackingtokenid: user.trackingtokenid ?? null,
		active: user.active ?? true
	};
}

function queueOf(queue: Item<'queues'>): Queue {
	return {
		id: queue.id,
		name: queue.name ?? queue.id,
		emailaddresses: queue.emailaddresses ?? [],
		incomingemailfilteringmethod: queue.incomingemailfilteringmethod,
		ownerid: queue.ownerid ?? null,
		active: queue.active ?? true
	};
}

function recordOf(record: Item<'records'>): RecordRow {
	return {
		id: record.id,
		table: record.table ?? '',
		name: record.name ?? record.id,
		emailaddresses: record.emailaddresses ?? [],
		ownerid: record.ownerid ?? null,
		active: record.active ?? true,
		createdonUtcMs: utcMsOrNull(record.createdon)
	};
}

function mailboxOf(mailbox: Item<'mailboxes'>): Mailbox {
	return {
		id: mailbox.id,
		ownerid: mailbox.ownerid ?? null,
		incomingemaildeliverymethod: mailbox.incomingemaildeliverymethod,
		enabledforincomingemail: mailbox.enabledforincomingemail,
		emailrouteraccessapproval: mailbox.emailrouteraccessapproval ?? null,
		incomingemailstatus: mailbox.incomingemailstatus ?? null,
		processemailreceivedafterUtcMs: utcMsOrNull(mailbox.processemailreceivedafter),
		profileprocessemailsreceivedafterUtcMs: utcMsOrNull(mailbox.profileprocessemailsreceivedafter),
		testedandenabledonUtcMs: utcMsOrNull(mailbox.testedandenabledon),
		trackedfolders: (mailbox.trackedfolders ?? []).map(({ path, regarding }) => ({
			path: path ?? '',
			regarding: regarding ? { table: regarding.table, id: regarding.id, name: regarding.name } : null
		})),
		syncsUtcMs: (mailbox.syncs ?? []).flatMap((sync) => utcMsOrNull(sync) ?? []).sort((a, b) => a - b)
	};
}

function placementOf(placement: Item<'placements'>): Placement {
	return {
		files: placement.files ?? '**',
		mailboxid: placement.mailboxid ?? '',
		folder: placement.folder ?? 'Inbox',
		moves: (placement.moves ?? [])
			.flatMap(({ at, folder }) => {
				const atUtcMs = utcMsOrNull(at);
				return atUtcMs === null ? [] : [{ atUtcMs, folder: folder ?? 'Inbox' }];
			})
			.sort((a, b) => a.atUtcMs - b.atUtcMs),
		category: placement.category ?? null
	};
}

function utcMsOrNull(instant: string | null | undefined): number | null {
	return instant === null || instant === undefined ? null : utcMsOf(instant);
}

/** Only the keys that `like` has, in its order. */
function pick<Settings extends object>(from: Settings, like: Settings): Settings {
	const keys = Object.keys(like) as (keyof Settings)[];
	return Object.fromEntries(keys.map((key) => [key, from[key]])) as Settings;
}

function markOf(mark: MarkInFile): Mark {
	const { regarding } = mark;
	return {
		...(mark.messageid ? { messageid: withAngleBrackets(mark.messageid) } : {}),
		...(mark.sha256 ? { sha256: mark.sha256.toLowerCase() } : {}),
		...(mark.tracked ? { tracked: mark.tracked } : {}),
		...(regarding ? { regarding: { table: regarding.table, id: regarding.id, name: regarding.name } } : {}),
		...(regarding === null ? { regarding: null } : {})
	};
}

function withAngleBrackets(messageId: string): string {
	return `<${messageId.trim().replace(/^<|>$/g, '')}>`;
}

/** Ids are looked up by name, so each list must hold an id once; records once per table. */
function duplicateIds(file: ValidEnvironmentFile, path: string): readonly FileIssue[] {
	const issues: FileIssue[] = [];
	for (const section of ['users', 'queues', 'records', 'mailboxes'] as const) {
		const seen = new Set<string>();
		for (const [index, item] of file[section].entries()) {
			const key = section === 'records' ? JSON.stringify([item.table, item.id]) : item.id;
			if (seen.has(key) && issues.length < maxIssues) {
				const at = pointer(pointer(pointer(path, section), index), 'id');
				issues.push({ path: at, code: 'duplicate-id', received: item.id.slice(0, 100) });
			}
			seen.add(key);
		}
	}
	return issues;
}

/** What is in force before any environment file was opened. */
export function freshInstallFile(): EnvironmentFile {
	return { format: environmentFormat, formatVersion: 1, name: FRESH_INSTALL.name };
}

/**
 * The same environment with every setting the engine reads written out, given or default, so that a reader of the
 * snapshot sees what was decided with. Doing it twice changes nothing.
 */
export function environmentForSnapshot(file: EnvironmentFile): EnvironmentFile {
	const { organization, orgDbOrgSettings, modelOptions } = environmentOf(v.parse(environmentFileSchema, file));
	return inOrder({
		...file,
		organization: { ...section(file.organization), ...asPlain(organization) },
		orgDbOrgSettings: { ...section(file.orgDbOrgSettings), ...asPlain(orgDbOrgSettings) },
		modelOptions: { ...section(file.modelOptions), ...asPlain(modelOptions) }
	});
}

/** JSON text with tabs; known keys in the order of the documentation, others sorted behind them. */
export function encodeEnvironmentFile(file: EnvironmentFile): string {
	return JSON.stringify(inOrder(file), null, '\t') + '\n';
}

const settingsSections = {
	organization: Object.keys(DEFAULT_ORGANIZATION),
	orgDbOrgSettings: Object.keys(DEFAULT_ORG_DB_ORG_SETTINGS),
	modelOptions: Object.keys(DEFAULT_MODEL_OPTIONS)
};

function inOrder(file: EnvironmentFile): EnvironmentFile {
	const ordered: Record<string, PlainValue> = { ...orderKeys(file, Object.keys(environmentFileSchema.entries)) };
	for (const [name, settings] of Object.entries(settingsSections)) {
		if (ordered[name] !== undefined) ordered[name] = orderKeys(section(ordered[name]), settings);
	}
	return { ...ordered, format: environmentFormat, formatVersion: 1 };
}

function section(value: PlainValue | undefined): PlainObject {
	return isPlainObject(value) ? (value as PlainObject) : {};
}

/** Settings are flat data; only their interfaces lack an index signature. */
function asPlain(settings: object): PlainObject {
	return settings as PlainObject;
}

/** Reads a snapshot. All of it is valid, or none of it is used. */
import { activityIdOf } from '../domain/activityId';
import type { Environment } from '../domain/environment';
import type { FileIssue } from '../domain/fileIssue';
import type { MessageFacts } from '../domain/message';
import { REDACTION_LEVELS, type RedactionLevel } from '../domain/redaction';
import type { ImportEntry } from '../domain/report';
import { decodeEnvironmentFile, headerIssue, type EnvironmentFile } from './environmentFile';
import { environmentFormat } from './environmentSchema';
import { decodeImports } from './importEntries';
import { factsOf, isKnownWarning } from './messageFacts';
import { migrated, SNAPSHOT_MIGRATIONS } from './migrations/migrate';
import { parseJson } from './parseJson';
import {
	compareText,
	copyPlainData,
	isPlainObject,
	maxSnapshotDepth,
	otherKeys,
	type PlainObject,
	type PlainValue
} from './plainData';
import {
	emailSchema,
	messageSchema,
	snapshotFormat,
	snapshotFrameSchema,
	snapshotSchema,
	sourceSchema,
	type EmailInFile
} from './snapshotSchema';
import { maxIssues, validate } from './validate';

export interface DecodedEmail {
	readonly facts: MessageFacts;
	/** Sorted, each once. */
	readonly paths: readonly string[];
	/** Null in a snapshot made without header blocks. */
	readonly headerBlock: string | null;
	/** What the snapshot's maker saw; null where the file does not say. */
	readonly decided: DecidedBefore;
	/** All columns of it; null for an email that was not tracked. */
	readonly columns: PlainObject | null;
	/** Keys this version does not know, also those within `source` and `message`, to be written back. */
	readonly extra: PlainObject;
}
export interface DecidedBefore {
	readonly tracked: 'yes' | 'no' | 'unknown' | null;
	readonly reasonName: string | null;
	readonly correlationmethod: number | null;
	readonly correlatedactivityid: string | null;
}

export interface DecodedSnapshot {
	readonly environmentFile: EnvironmentFile;
	readonly environment: Environment;
	readonly emails: readonly DecodedEmail[];
	readonly imports: readonly ImportEntry[];
	/** Of level `columns` the facts are empty: it can be compared, but not decided again. */
	readonly redactionLevel: RedactionLevel;
	/** 0 when the file does not say. */
	readonly engineVersion: number;
	/** Keys this version does not know, to be written back. */
	readonly extra: PlainObject;
	/** Oddities that did not stop the file from being read. */
	readonly notes: readonly FileIssue[];
}

export type DecodeSnapshotResult =
	| { readonly ok: true; readonly snapshot: DecodedSnapshot }
	| {
			readonly ok: false;
			readonly code: 'snapshot-invalid' | 'snapshot-newer-version' | 'json-invalid';
			readonly issues: readonly FileIssue[];
	  };

export function decodeSnapshot(text: string): DecodeSnapshotResult {
	const parsed = parseJson(text);
	return parsed.ok ? decodeSnapshotJson(parsed.json) : { ok: false, code: 'json-invalid', issues: parsed.issues };
}

/** @param json what `JSON.parse` made of the file */
export function decodeSnapshotJson(json: unknown): DecodeSnapshotResult {
	const copied = copyPlainData(json, maxSnapshotDepth);
	if (!copied.ok) return invalid(copied.issues);
	const header = headerIssue(copied.value, snapshotFormat);
	if (header !== null) {
		const code = header.code === 'newer-version' ? 'snapshot-newer-version' : 'snapshot-invalid';
		return { ok: false, code, issues: [header] };
	}
	const root = migrated(copied.value as PlainObject, 1, SNAPSHOT_MIGRATIONS);
	if (root === null) return invalid([{ path: '/formatVersion', code: 'not-one-of', expected: '1' }]);
	const frame = validate(snapshotFrameSchema, root, copied.nodes);
	if (!frame.ok) return invalid(frame.issues);
	const { level } = frame.value.redaction;
	const redactionLevel = REDACTION_LEVELS.find((known) => known === level);
	if (redactionLevel === undefined) {
		const expected = REDACTION_LEVELS.map((known) => `"${known}"`).join(' | ');
		return invalid([{ path: '/redaction/level', code: 'redaction-not-supported', expected, received: level }]);
	}
	const environment = decodeEnvironmentFile(withHeader(root.environment), '/environment');
	if (!environment.ok) return invalid(environment.issues);
	const emails = decodeEmails(frame.value.emails as readonly PlainValue[], copied.nodes);
	if (!emails.ok) return invalid(emails.issues);
	const imports = decodeImports(frame.value.imports);

	return {
		ok: true,
		snapshot: {
			environmentFile: environment.file,
			environment: environment.environment,
			emails: emails.emails,
			imports: imports.entries,
			redactionLevel,
			engineVersion: frame.value.app.engineVersion,
			extra: { ...otherKeys(root, Object.keys(snapshotSchema.entries)), ...imports.extra },
			notes: [...copied.notes, ...environment.notes, ...danglingIds(emails.emails)]
		}
	};
}

function invalid(issues: readonly FileIssue[]): DecodeSnapshotResult {
	return { ok: false, code: 'snapshot-invalid', issues };
}

/** Within a snapshot an environment may leave out its own header. */
function withHeader(environment: PlainValue | undefined): PlainValue {
	if (environment !== undefined && !isPlainObject(environment)) return environment;
	return { format: environmentFormat, formatVersion: 1, ...environment };
}

type DecodedEmails =
	| { readonly ok: true; readonly emails: readonly DecodedEmail[] }
	| { readonly ok: false; readonly issues: readonly FileIssue[] };

function decodeEmails(list: readonly PlainValue[], nodes: number): DecodedEmails {
	const emails: DecodedEmail[] = [];
	const issues: FileIssue[] = [];
	const seen = new Set<string>();
	for (const [index, item] of list.entries()) {
		if (issues.length >= maxIssues) break;
		const path = `/emails/${index}`;
		const email = validate(emailSchema, item, nodes, path);
		if (!email.ok) {
			issues.push(...email.issues);
			continue;
		}
		const expected = activityIdOf(email.value.source.sha256.toLowerCase());
		const received = email.value.activityid ?? expected;
		if (received.toLowerCase() !== expected) {
			issues.push({
				path: `${path}/activityid`,
				code: 'activityid-mismatch',
				expected,
				received: received.slice(0, 100)
			});
		} else if (seen.has(expected)) {
			issues.push({ path: `${path}/source/sha256`, code: 'duplicate-id', received: email.value.source.sha256 });
		} else {
			seen.add(expected);
			emails.push(decodeEmail(email.value, item as PlainObject));
		}
	}
	return issues.length === 0 ? { ok: true, emails } : { ok: false, issues: issues.slice(0, maxIssues) };
}

function decodeEmail(email: EmailInFile, raw: PlainObject): DecodedEmail {
	const { source, columns } = email;
	return {
		facts: factsOf(email),
		paths: [...new Set(source.paths ?? (source.path === '' ? [] : [source.path]))].sort(compareText),
		headerBlock: email.message.headerBlock,
		decided: {
			tracked: email.tracked,
			reasonName: email.reason?.name ?? null,
			correlationmethod: columns?.correlationmethod ?? null,
			correlatedactivityid: columns?.correlatedactivityid ?? null
		},
		columns: columns === null ? null : (raw.columns as PlainObject),
		extra: extraOf(email, raw)
	};
}

const emailKeys = Object.keys(emailSchema.entries);
const messageKeys = Object.keys(messageSchema.entries);
const sourceKeys = Object.keys(sourceSchema.entries);

/** What of an email this version would not write by itself. */
function extraOf(email: EmailInFile, raw: PlainObject): PlainObject {
	const source = otherKeys(raw.source as PlainObject, sourceKeys);
	// A kind of file that a later version reads.
	if (email.source.kind !== 'eml') source.kind = email.source.kind;
	const message = isPlainObject(raw.message) ? otherKeys(raw.message as PlainObject, messageKeys) : {};
	const warnings = email.warnings.flatMap((warning, index) =>
		isKnownWarning(warning) ? [] : [(raw.warnings as readonly PlainValue[])[index] ?? null]
	);
	return {
		...otherKeys(raw, emailKeys),
		...(Object.keys(source).length === 0 ? {} : { source }),
		...(Object.keys(message).length === 0 ? {} : { message }),
		...(warnings.length === 0 ? {} : { warnings })
	};
}

/** Decisions are made anew, so an id that leads nowhere only spoils the comparison with what was decided before. */
function danglingIds(emails: readonly DecodedEmail[]): readonly FileIssue[] {
	const known = new Set(emails.map((email) => activityIdOf(email.facts.sha256)));
	const notes: FileIssue[] = [];
	for (const [index, { decided }] of emails.entries()) {
		const id = decided.correlatedactivityid;
		if (id !== null && !known.has(id) && notes.length < maxIssues) {
			notes.push({
				path: `/emails/${index}/columns/correlatedactivityid`,
				code: 'dangling-id',
				received: id.slice(0, 100)
			});
		}
	}
	return notes;
}

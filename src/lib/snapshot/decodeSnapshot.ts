/** Reads a snapshot, however large. All of it is valid, or none of it is used. */
import type * as v from 'valibot';
import { activityIdOf } from '../domain/activityId';
import type { ActivityId } from '../domain/columns';
import type { Environment } from '../domain/environment';
import type { FileIssue } from '../domain/fileIssue';
import { maxSnapshotElements, maxSnapshotTextLength } from '../domain/limits';
import type { MessageFacts } from '../domain/message';
import { REDACTION_LEVELS, type RedactionLevel } from '../domain/redaction';
import type { ImportEntry, SnapshotWarningCode } from '../domain/report';
import {
	decodeEnvironmentFile,
	headerIssue,
	type DecodedEnvironmentFile,
	type EnvironmentFile
} from './environmentFile';
import { environmentFormat } from './environmentSchema';
import type { FileHeader } from './fileHeader';
import { decodeImport } from './importEntries';
import { JsonPieces, type JsonPiece } from './jsonPieces';
import { factsOf, isKnownWarning } from './messageFacts';
import { migrationFrom, type SnapshotPiece } from './migrations/migrate';
import {
	compareText,
	copyPlainData,
	isPlainObject,
	maxSnapshotDepth,
	otherKeys,
	pointer,
	removedKeys,
	type PlainObject,
	type PlainValue
} from './plainData';
import {
	emailSchema,
	frameEntries,
	ghostSchema,
	importSchema,
	messageSchema,
	snapshotFormat,
	sourceSchema,
	type EmailInFile,
	type ImportInFile
} from './snapshotSchema';
import { validate } from './validate';

type DecodedEnvironment = Extract<DecodedEnvironmentFile, { readonly ok: true }>;

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

/** All of a snapshot but its emails and its import report. */
export interface SnapshotHead {
	readonly environmentFile: EnvironmentFile;
	readonly environment: Environment;
	/** Of level `columns` the facts are empty: it can be compared, but not decided again. */
	readonly redactionLevel: RedactionLevel;
	/** 0 when the file does not say. */
	readonly engineVersion: number;
	/** Keys this version does not know, to be written back. */
	readonly extra: PlainObject;
	/** Oddities that did not stop the file from being read. */
	readonly warnings: readonly SnapshotWarningCode[];
}

export type SnapshotPart =
	{ readonly kind: 'email'; readonly email: DecodedEmail } | { readonly kind: 'import'; readonly entry: ImportEntry };

export interface SnapshotRefusal {
	readonly ok: false;
	readonly code: 'snapshot-invalid' | 'snapshot-newer-version' | 'json-invalid';
	readonly issues: readonly FileIssue[];
}

/** Keys whose lists are read element by element: all that grow with the mail. */
const LISTS: ReadonlySet<string> = new Set(['emails', 'ghosts', 'imports']);

interface SnapshotLimits {
	readonly elements: number;
	readonly keptLength: number;
}
const LIMITS: SnapshotLimits = { elements: maxSnapshotElements, keptLength: maxSnapshotTextLength };

/** Reads the text as it comes in, in any order of its keys. What it says counts when all of it is valid, so at `end`. */
export class SnapshotDecoder {
	readonly #pieces = new JsonPieces(LISTS);
	#refusal: SnapshotRefusal | null = null;
	readonly #ids = new Set<ActivityId>();
	readonly #correlatedIds = new Set<string>();
	readonly #warnings = new Set<SnapshotWarningCode>();
	readonly #extra: Record<string, PlainValue> = {};
	readonly #unknownImports: PlainValue[] = [];
	#environment: DecodedEnvironment | null = null;
	#redactionLevel: RedactionLevel = 'none';
	#engineVersion = 0;
	readonly #migrate: (piece: SnapshotPiece) => SnapshotPiece;
	readonly #limits: SnapshotLimits;
	/** Of what is kept in memory until the file has been read. */
	#keptLength = 0;

	/** @param header of the same file, which may have it behind what it says how to read */
	constructor(header: FileHeader, limits: SnapshotLimits = LIMITS) {
		this.#migrate = migrationFrom(Number(header.formatVersion));
		this.#limits = limits;
		const issue = headerIssue({ ...header }, snapshotFormat);
		if (issue === null) return;
		const code = issue.code === 'newer-version' ? 'snapshot-newer-version' : 'snapshot-invalid';
		this.#refusal = { ok: false, code, issues: [issue] };
	}

	/** Null as long as nothing is wrong. */
	get refusal(): SnapshotRefusal | null {
		return this.#refusal;
	}

	/** What is whole with this text. Nothing more comes after a refusal. */
	*add(text: string): Generator<SnapshotPart> {
		if (this.#refusal !== null) return;
		for (const piece of this.#pieces.add(text)) {
			const part = this.#decode(piece);
			if (this.#refusal !== null) return;
			if (part !== null) yield part;
		}
		this.#refuseSyntax();
	}

	/** The text has ended. */
	end(): { readonly ok: true; readonly head: SnapshotHead } | SnapshotRefusal {
		if (this.#refusal === null) {
			this.#pieces.end();
			this.#refuseSyntax();
		}
		if (this.#refusal !== null) return this.#refusal;
		const environment = this.#environment ?? decodeEnvironmentFile(withHeader(undefined), '/environment');
		if (!environment.ok) return invalid(environment.issues);
		const { file, environment: inForce, notes } = environment;
		if (notes.length > 0) this.#warnings.add('keys-removed');
		// Decisions are made anew, so it only spoils the comparison with what was decided before.
		for (const id of this.#correlatedIds) if (!this.#ids.has(id)) this.#warnings.add('correlated-email-missing');
		const imports = this.#unknownImports.length === 0 ? {} : { imports: this.#unknownImports };
		return {
			ok: true,
			head: {
				environmentFile: file,
				environment: inForce,
				redactionLevel: this.#redactionLevel,
				engineVersion: this.#engineVersion,
				extra: { ...otherKeys(this.#extra, []), ...imports },
				warnings: [...this.#warnings].sort(compareText)
			}
		};
	}

	#refuse(issues: readonly FileIssue[]): null {
		this.#refusal = invalid(issues);
		return null;
	}

	#refuseSyntax(): void {
		const { issue } = this.#pieces;
		if (issue === null) return;
		this.#refusal =
			issue.code === 'json-syntax' ? { ok: false, code: 'json-invalid', issues: [issue] } : invalid([issue]);
	}

	#decode({ key: keyInFile, index, json, length }: JsonPiece): SnapshotPart | null {
		if (removedKeys.has(keyInFile)) {
			this.#warnings.add('keys-removed');
			return null;
		}
		if (index !== null && index >= this.#limits.elements) {
			const expected = `<=${this.#limits.elements}`;
			return this.#refuse([{ path: pointer('', keyInFile), code: 'wrong-length', expected }]);
		}
		const place = index === null ? pointer('', keyInFile) : pointer(pointer('', keyInFile), index);
		const copied = copyPlainData(json, maxSnapshotDepth - (index === null ? 1 : 2), place);
		if (!copied.ok) return this.#refuse(copied.issues);
		if (copied.notes.length > 0) this.#warnings.add('keys-removed');
		if (index === null && !this.#keeps(keyInFile.length + length, place)) return null;
		const { key, value } = this.#migrate({ key: keyInFile, index, value: copied.value });
		const valid = <Schema extends v.GenericSchema>(schema: Schema) => {
			const validated = validate(schema, value, copied.nodes, place);
			return validated.ok ? validated.value : this.#refuse(validated.issues);
		};
		if (index !== null) {
			switch (key) {
				case 'emails': {
					const email = valid(emailSchema);
					return email === null ? null : this.#email(email, value as PlainObject, place);
				}
				case 'imports': {
					const item = valid(importSchema);
					return item === null ? null : this.#import(item, length, place);
				}
				default:
					// Those without an email are found anew.
					valid(ghostSchema);
					return null;
			}
		}
		if (key === 'environment') {
			const decoded = decodeEnvironmentFile(withHeader(value), place);
			if (!decoded.ok) return this.#refuse(decoded.issues);
			this.#environment = decoded;
			return null;
		}
		if (!Object.hasOwn(frameEntries, key)) {
			this.#extra[key] = value;
			return null;
		}
		const given = valid(frameEntries[key as keyof typeof frameEntries]);
		if (given === null) return null;
		if (key === 'app') this.#engineVersion = (given as v.InferOutput<typeof frameEntries.app>).engineVersion;
		if (key === 'redaction') this.#redaction((given as v.InferOutput<typeof frameEntries.redaction>).level);
		return null;
	}

	#redaction(level: string): void {
		const known = REDACTION_LEVELS.find((other) => other === level);
		if (known !== undefined) this.#redactionLevel = known;
		else {
			const expected = REDACTION_LEVELS.map((other) => `"${other}"`).join(' | ');
			this.#refuse([
				{ path: '/redaction/level', code: 'redaction-not-supported', expected, received: level.slice(0, 100) }
			]);
		}
	}

	#email(email: EmailInFile, raw: PlainObject, place: string): SnapshotPart | null {
		const expected = activityIdOf(email.source.sha256.toLowerCase());
		const received = email.activityid ?? expected;
		if (received.toLowerCase() !== expected) {
			const path = pointer(place, 'activityid');
			return this.#refuse([{ path, code: 'activityid-mismatch', expected, received: received.slice(0, 100) }]);
		}
		if (this.#ids.has(expected)) {
			const path = pointer(pointer(place, 'source'), 'sha256');
			return this.#refuse([{ path, code: 'duplicate-id', received: email.source.sha256 }]);
		}
		this.#ids.add(expected);
		const correlated = email.columns?.correlatedactivityid ?? null;
		if (correlated !== null) this.#correlatedIds.add(correlated.toLowerCase());
		const decoded = decodeEmail(email, raw);
		const extraLength = Object.keys(decoded.extra).length === 0 ? 0 : JSON.stringify(decoded.extra).length;
		return this.#keeps(extraLength, place) ? { kind: 'email', email: decoded } : null;
	}

	#import(item: ImportInFile, length: number, place: string): SnapshotPart | null {
		const entry = decodeImport(item);
		if (entry !== null) return { kind: 'import', entry };
		if (this.#keeps(length, place)) this.#unknownImports.push(item as PlainObject);
		return null;
	}

	/** False, and a refusal, when it is too much. */
	#keeps(length: number, place: string): boolean {
		this.#keptLength += length;
		if (this.#keptLength <= this.#limits.keptLength) return true;
		this.#refuse([{ path: place, code: 'too-long', expected: `<=${this.#limits.keptLength}` }]);
		return false;
	}
}

function invalid(issues: readonly FileIssue[]): SnapshotRefusal {
	return { ok: false, code: 'snapshot-invalid', issues };
}

/** Within a snapshot an environment may leave out its own header. */
function withHeader(environment: PlainValue | undefined): PlainValue {
	if (environment !== undefined && !isPlainObject(environment)) return environment;
	return { format: environmentFormat, formatVersion: 1, ...environment };
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

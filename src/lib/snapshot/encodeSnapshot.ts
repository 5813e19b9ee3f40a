/** Writes a snapshot piece by piece; the same input gives the same text. */
import { APP_NAME } from '../domain/app';
import type { ActivityId, EmailColumns, RecordReference } from '../domain/columns';
import type { RedactionLevel } from '../domain/redaction';
import type { ImportEntry } from '../domain/report';
import type { Explanation } from '../engine/explanation';
import { environmentForSnapshot, type EnvironmentFile } from './environmentFile';
import { importLines } from './importEntries';
import { messageOf, warningOf } from './messageFacts';
import { compareText, isPlainObject, type PlainValue } from './plainData';
import { snapshotFormat } from './snapshotSchema';

export interface SnapshotInput {
	/** ISO 8601 UTC. */
	readonly createdAt: string;
	readonly appVersion: string;
	readonly engineVersion: number;
	/** Absent: `none`. What is given is written; to replace texts is for `redaction/`. */
	readonly redactionLevel?: RedactionLevel;
	/** Not written at level `columns`. */
	readonly environmentFile: EnvironmentFile;
	/** In processing order. */
	readonly emails: Iterable<SnapshotEmail>;
	readonly ghosts: readonly { readonly messageId: string; readonly referredBy: readonly ActivityId[] }[];
	readonly imports: readonly ImportEntry[];
	/** What `decodeSnapshot` found and this version does not know. */
	readonly extra?: Readonly<Record<string, unknown>>;
}
export interface SnapshotEmail {
	readonly explanation: Explanation;
	readonly headerBlock: string | null;
	readonly extra?: Readonly<Record<string, unknown>>;
}

/** UTF-16 code units; pieces of this size keep both the number of Blob parts and the memory small. */
const chunkLength = 64 * 1024;

/** The text of a snapshot in pieces: a readable head, then one line for each email, ghost and import. */
export function* encodeSnapshot(input: SnapshotInput): Generator<string> {
	const extra = input.extra ?? {};
	const ghosts = [...input.ghosts].sort((a, b) => compareText(a.messageId, b.messageId));
	const { imports: otherImports, ...otherSections } = extra;
	let text = headOf(input);
	const lists: Iterable<readonly [string, Iterable<string>]> = [
		['emails', linesOf(input.emails, input.redactionLevel === 'columns' ? columnsLine : emailLine)],
		['ghosts', linesOf(ghosts, ({ messageId, referredBy }) => JSON.stringify({ messageId, referredBy }))],
		['imports', importLines(input.imports, Array.isArray(otherImports) ? (otherImports as PlainValue[]) : [])]
	];
	for (const [name, lines] of lists) {
		text += `,\n\t"${name}": [`;
		let separator = '\n';
		for (const line of lines) {
			text += `${separator}\t\t${line}`;
			separator = ',\n';
			if (text.length >= chunkLength) {
				yield text;
				text = '';
			}
		}
		text += separator === '\n' ? ']' : '\n\t]';
	}
	for (const [name, value] of Object.entries(otherSections)) {
		text += `,\n\t${JSON.stringify(name)}: ${JSON.stringify(value)}`;
	}
	yield text + '\n}\n';
}

function* linesOf<Item>(items: Iterable<Item>, line: (item: Item) => string): Generator<string> {
	for (const item of items) yield line(item);
}

/** Everything before the lists, without the closing brace. */
function headOf(input: SnapshotInput): string {
	const head = {
		format: snapshotFormat,
		formatVersion: 1,
		app: { name: APP_NAME, version: input.appVersion, engineVersion: input.engineVersion },
		createdAt: input.createdAt,
		redaction: { level: input.redactionLevel ?? 'none' },
		...(input.redactionLevel === 'columns' ? {} : { environment: environmentForSnapshot(input.environmentFile) })
	};
	return JSON.stringify(head, null, '\t').slice(0, -'\n}'.length);
}

function emailLine({ explanation, headerBlock, extra = {} }: SnapshotEmail): string {
	const { facts, paths, reason, autoReply } = explanation;
	const { source, message, warnings, ...others } = extra;
	return JSON.stringify({
		activityid: explanation.activityId,
		source: {
			path: paths[0] ?? '',
			paths,
			sha256: facts.sha256,
			bytes: facts.bytes,
			kind: facts.kind,
			...objectOf(source)
		},
		message: { ...messageOf(facts, headerBlock), ...objectOf(message) },
		tracked: explanation.verdict.tracked,
		reason: { code: reason.code, name: reason.name },
		columns: explanation.columns === null ? null : columnsOf(explanation.columns),
		correlation: explanation.correlation,
		checks: explanation.checks.map(({ check, outcome, evidence }) => ({ check, outcome, evidence })),
		autoReply: {
			internetMessageHeadersFlag: autoReply.internetMessageHeadersFlag,
			class: autoReply.class,
			evidence: autoReply.evidence
		},
		diagnoses: explanation.diagnoses.map(({ id, evidence }) => ({ id, evidence })),
		warnings: [...facts.warnings.map(warningOf), ...(Array.isArray(warnings) ? (warnings as unknown[]) : [])],
		...others
	});
}

/** An email of level `columns`: no facts, no evidence, no path. */
function columnsLine({ explanation }: SnapshotEmail): string {
	const { activityId, facts, verdict, reason, columns } = explanation;
	return JSON.stringify({
		activityid: activityId,
		source: { sha256: facts.sha256 },
		tracked: verdict.tracked,
		reason: { code: reason.code, name: reason.name },
		columns: columns === null ? null : columnsOf(columns)
	});
}

function columnsOf(columns: EmailColumns): EmailColumns {
	return {
		correlationmethod: columns.correlationmethod,
		correlatedactivityid: columns.correlatedactivityid,
		parentactivityid: columns.parentactivityid,
		acceptingentityid: columns.acceptingentityid,
		receivingmailboxid: columns.receivingmailboxid,
		regardingobjectid: referenceOf(columns.regardingobjectid),
		trackingtoken: columns.trackingtoken,
		correlatedsubjectchanged: columns.correlatedsubjectchanged,
		internetmessageheaders: columns.internetmessageheaders,
		directioncode: columns.directioncode,
		messageid: columns.messageid,
		inreplyto: columns.inreplyto,
		emailsender: referenceOf(columns.emailsender),
		isduplicatesenderunresolved: columns.isduplicatesenderunresolved,
		ownerid: columns.ownerid,
		sender: columns.sender,
		torecipients: columns.torecipients,
		sendermailboxid: columns.sendermailboxid,
		conversationindex: columns.conversationindex,
		statecode: columns.statecode,
		statuscode: columns.statuscode
	};
}

function referenceOf(reference: RecordReference | null): RecordReference | null {
	return reference && { table: reference.table, id: reference.id, name: reference.name };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
	return isPlainObject(value) ? value : {};
}

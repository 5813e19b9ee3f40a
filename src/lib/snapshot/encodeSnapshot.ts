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

/** All of a snapshot but its emails. */
export interface SnapshotFrame {
	/** ISO 8601 UTC. */
	readonly createdAt: string;
	readonly appVersion: string;
	readonly engineVersion: number;
	/** Absent: `none`. What is given is written; to replace texts is for `redaction/`. */
	readonly redactionLevel?: RedactionLevel;
	/** Not written at level `columns`. */
	readonly environmentFile: EnvironmentFile;
	readonly ghosts: readonly { readonly messageId: string; readonly referredBy: readonly ActivityId[] }[];
	readonly imports: readonly ImportEntry[];
	/** What `SnapshotDecoder` found and this version does not know. */
	readonly extra?: Readonly<Record<string, unknown>>;
}
export interface SnapshotEmail {
	readonly explanation: Explanation;
	readonly headerBlock: string | null;
	readonly extra?: Readonly<Record<string, unknown>>;
}

/** UTF-16 code units; pieces of this size keep both the number of Blob parts and the memory small. */
const chunkLength = 64 * 1024;

/**
 * The text of a snapshot in pieces: a readable head, then one line for each email, ghost and import. `emails` may come
 * in any number of calls, so that none has to be in memory with all the others.
 */
export class SnapshotEncoder {
	readonly #frame: SnapshotFrame;
	#text: string;
	#emailSeparator = '\n';

	constructor(frame: SnapshotFrame) {
		this.#frame = frame;
		this.#text = `${headOf(frame)},\n\t"emails": [`;
	}

	/** @param emails in processing order */
	*emails(emails: Iterable<SnapshotEmail>): Generator<string> {
		const line = this.#frame.redactionLevel === 'columns' ? columnsLine : emailLine;
		for (const email of emails) {
			this.#text += `${this.#emailSeparator}\t\t${line(email)}`;
			this.#emailSeparator = ',\n';
			yield* this.#full();
		}
	}

	/** What is left, when there are no more emails. */
	*end(): Generator<string> {
		const { extra = {}, ghosts, imports } = this.#frame;
		const { imports: otherImports, ...otherSections } = extra;
		this.#text += this.#emailSeparator === '\n' ? ']' : '\n\t]';
		const sorted = [...ghosts].sort((a, b) => compareText(a.messageId, b.messageId));
		yield* this.#list(
			'ghosts',
			sorted.map(({ messageId, referredBy }) => JSON.stringify({ messageId, referredBy }))
		);
		const others = Array.isArray(otherImports) ? (otherImports as PlainValue[]) : [];
		yield* this.#list('imports', importLines(imports, others));
		for (const [name, value] of Object.entries(otherSections)) {
			this.#text += `,\n\t${JSON.stringify(name)}: ${JSON.stringify(value)}`;
		}
		yield this.#text + '\n}\n';
	}

	*#list(name: string, lines: readonly string[]): Generator<string> {
		this.#text += `,\n\t"${name}": [`;
		for (const [index, line] of lines.entries()) {
			this.#text += `${index === 0 ? '\n' : ',\n'}\t\t${line}`;
			yield* this.#full();
		}
		this.#text += lines.length === 0 ? ']' : '\n\t]';
	}

	*#full(): Generator<string> {
		if (this.#text.length < chunkLength) return;
		yield this.#text;
		this.#text = '';
	}
}

/** Everything before the lists, without the closing brace. */
function headOf(input: SnapshotFrame): string {
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

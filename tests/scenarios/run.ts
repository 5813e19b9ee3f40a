/** Runs a scenario: real reader, real environment file, every order of dropping, explanation, snapshot and back. */
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { METHOD_IDS, type ActivityId, type EmailColumns } from '../../src/lib/domain/columns';
import type { Environment } from '../../src/lib/domain/environment';
import type { MessageFacts } from '../../src/lib/domain/message';
import { decide, ENGINE_VERSION, type Decisions } from '../../src/lib/engine/decide';
import { answersByPosition, explain } from '../../src/lib/engine/explain';
import { DIAGNOSIS_IDS, type Explanation } from '../../src/lib/engine/explanation';
import { ghosts } from '../../src/lib/engine/ghosts';
import { readMail } from '../../src/lib/mail/readMail';
import { decodeSnapshot } from '../support/decodeSnapshot';
import { encodeSnapshot } from '../support/encodeSnapshot';
import { decodeEnvironmentFile, type EnvironmentFile } from '../../src/lib/snapshot/environmentFile';
import { expectedRows, letter, type Scenario } from './scenario';

interface Dropped {
	readonly facts: MessageFacts;
	readonly headerBlock: string;
	/** Identical bytes are one email under several paths. */
	readonly paths: readonly string[];
}

export function runScenario(scenario: Scenario): void {
	const { file, environment } = environmentOf(scenario);
	const dropped = read(scenario);
	const explanations = explainAll(dropped, environment);
	expectRows(scenario, dropped, explanations);
	for (const order of otherOrders(dropped)) expect(explainAll(order, environment)).toEqual(explanations);
	const again = snapshotAndBack(dropped, explanations, file, environment);
	expect(explainAll(again.dropped, again.environment)).toEqual(explanations);
}

function environmentOf(scenario: Scenario): { readonly file: EnvironmentFile; readonly environment: Environment } {
	const content = { format: 'tracklens-environment', formatVersion: 1, ...scenario.environment };
	const decoded = decodeEnvironmentFile(JSON.parse(JSON.stringify(content)));
	if (!decoded.ok) throw new Error(JSON.stringify(decoded.issues));
	expect(decoded.notes).toEqual([]);
	return decoded;
}

function read({ mail }: Scenario): readonly Dropped[] {
	const bySha256 = new Map<string, Dropped>();
	for (const [index, [path, text]] of Object.entries(mail).entries()) {
		const bytes = new TextEncoder().encode(letter(path, text, index));
		const result = readMail(bytes);
		if (!result.ok) throw new Error(`${path}: ${result.code}`);
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		const paths = [...(bySha256.get(sha256)?.paths ?? []), path].sort();
		bySha256.set(sha256, { facts: { ...result.facts, sha256 }, headerBlock: result.headerBlock, paths });
	}
	return [...bySha256.values()];
}

/** In processing order. `explain` must tell what `decide` decided. */
function explainAll(dropped: readonly Dropped[], environment: Environment): readonly Explanation[] {
	const pathsBySha256 = new Map(dropped.map(({ facts, paths }) => [facts.sha256, paths]));
	const pathsOf = (sha256: string) => pathsBySha256.get(sha256) ?? [];
	const decisions = decide(
		dropped.map(({ facts }) => facts),
		environment,
		{ pathsOf }
	);
	const answers = answersByPosition(decisions);
	return decisions.stored.messages.map((facts, position) => {
		const explanation = explain(decisions, position, pathsOf(facts.sha256), answers.get(position) ?? []);
		expect(told(explanation)).toEqual(decided(decisions, position));
		return explanation;
	});
}

function told({ verdict, reason, columns, correlation }: Explanation) {
	const matched = correlation.find(({ outcome }) => outcome === 'matched');
	return {
		tracked: verdict.tracked,
		reason: reason.name,
		correlated: matched?.outcome === 'matched' ? matched.correlatedActivityId : null,
		columns: columns && {
			correlationmethod: columns.correlationmethod,
			correlatedactivityid: columns.correlatedactivityid,
			acceptingentityid: columns.acceptingentityid,
			receivingmailboxid: columns.receivingmailboxid,
			regardingobjectid: columns.regardingobjectid,
			directioncode: columns.directioncode
		}
	};
}

function decided(decisions: Decisions, position: number): ReturnType<typeof told> {
	const at = decisions.correlated[position] ?? -1;
	const correlated = at < 0 ? null : decisions.stored.activityId(at);
	return {
		tracked: decisions.tracked(position),
		reason: decisions.reason[position] ?? 'Unknown',
		correlated,
		columns: decisions.isTracked(position)
			? {
					correlationmethod: decisions.method[position] ?? 0,
					correlatedactivityid: correlated,
					acceptingentityid: decisions.acceptingEntityId[position] ?? null,
					receivingmailboxid: decisions.receivingMailboxId[position] ?? null,
					regardingobjectid: decisions.regarding[position] ?? null,
					directioncode: decisions.isOutgoing(position)
				}
			: null
	};
}

/** Reversed, and two shuffles that are the same at every run. */
function otherOrders(dropped: readonly Dropped[]): readonly (readonly Dropped[])[] {
	return [dropped.toReversed(), shuffled(dropped, 7), shuffled(dropped, 1_000_003)];
}

function shuffled(dropped: readonly Dropped[], seed: number): readonly Dropped[] {
	const rank = new Map(
		dropped.map((email, index) => {
			const mixed = Math.imul((index + 1) * seed, 0x9e3779b1);
			return [email, (mixed ^ (mixed >>> 15)) >>> 0];
		})
	);
	return dropped.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
}

function snapshotAndBack(
	dropped: readonly Dropped[],
	explanations: readonly Explanation[],
	environmentFile: EnvironmentFile,
	environment: Environment
): { readonly dropped: readonly Dropped[]; readonly environment: Environment } {
	const headerBlocks = new Map(dropped.map(({ facts, headerBlock }) => [facts.sha256, headerBlock]));
	const facts = dropped.map((email) => email.facts);
	const text = [
		...encodeSnapshot({
			createdAt: '2026-11-23T10:00:00Z',
			appVersion: '0.1.0',
			engineVersion: ENGINE_VERSION,
			environmentFile,
			emails: explanations.map((explanation) => ({
				explanation,
				headerBlock: headerBlocks.get(explanation.facts.sha256) ?? null
			})),
			ghosts: ghosts(decide(facts, environment).stored),
			imports: []
		})
	].join('');
	const decoded = decodeSnapshot(text);
	if (!decoded.ok) throw new Error(JSON.stringify(decoded.issues));
	expect(decoded.snapshot.warnings).toEqual([]);
	expect(decoded.snapshot.emails.map((email) => email.decided)).toEqual(
		explanations.map(({ verdict, reason, columns }) => ({
			tracked: verdict.tracked,
			reasonName: reason.name,
			correlationmethod: columns?.correlationmethod ?? null,
			correlatedactivityid: columns?.correlatedactivityid ?? null
		}))
	);
	const emails = decoded.snapshot.emails.map((email) => ({ ...email, headerBlock: email.headerBlock ?? '' }));
	return { dropped: emails, environment: decoded.snapshot.environment };
}

function expectRows(scenario: Scenario, dropped: readonly Dropped[], explanations: readonly Explanation[]): void {
	const paths = new Map(explanations.map(({ activityId, paths: [path = ''] }) => [activityId, path]));
	const rows = expectedRows(scenario.expected);
	const actual = rows.map(({ file, cells }) => {
		const sha256 = dropped.find((email) => email.paths.includes(file))?.facts.sha256;
		const explanation = explanations.find(({ facts }) => facts.sha256 === sha256);
		if (!explanation) throw new Error(`No mail is called ${file}.`);
		const found = Object.entries(cells).map(([column, cell]) => [column, cellOf(explanation, column, cell, paths)]);
		return { file, cells: Object.fromEntries(found) as Record<string, string> };
	});
	expect(actual).toEqual(rows);
}

const columnNames: readonly (keyof EmailColumns)[] = [
	'correlationmethod',
	'correlatedactivityid',
	'parentactivityid',
	'acceptingentityid',
	'receivingmailboxid',
	'regardingobjectid',
	'trackingtoken',
	'correlatedsubjectchanged',
	'internetmessageheaders',
	'directioncode',
	'messageid',
	'inreplyto',
	'emailsender',
	'isduplicatesenderunresolved',
	'ownerid',
	'sender',
	'torecipients',
	'sendermailboxid',
	'conversationindex',
	'statecode',
	'statuscode'
];

/** What the explanation shows in that column, written as in the table. */
function cellOf(
	explanation: Explanation,
	column: string,
	expected: string,
	paths: ReadonlyMap<ActivityId, string>
): string {
	const { verdict, reason, columns, correlation, checks, autoReply, facts } = explanation;
	if (column === 'tracked') return verdict.tracked;
	if (column === 'reason') return reason.name;
	if (column === 'paths') return explanation.paths.join(', ');
	if (column === 'class') return autoReply.class;
	if (column === 'flag') return String(autoReply.internetMessageHeadersFlag);
	if (column === 'decidedBy') return verdict.tracked === 'unknown' ? '-' : verdict.decidedBy.join(', ');
	if (column === 'needs') return verdict.tracked === 'unknown' ? verdict.needs.join(', ') : '-';
	if (column === 'warnings') return facts.warnings.map(({ code }) => code).join(', ') || '-';
	if (column === 'diagnoses') return diagnosesAsExpected(explanation, expected);
	if ((columnNames as readonly string[]).includes(column)) {
		return written(columns?.[column as keyof EmailColumns] ?? null, paths);
	}
	const [id = '', trail = 'outcome'] = column.split(' ');
	const step = [...checks, ...correlation].find((any) => ('check' in any ? any.check : any.method) === id);
	if (!step) {
		if ((METHOD_IDS as readonly string[]).includes(id) || id.includes('/')) return 'did not run';
		throw new Error(`No such column: ${column}`);
	}
	const evidence = 'evidence' in step ? (step.evidence as object | undefined) : undefined;
	const fields = { ...evidence, ...step } as Readonly<Record<string, unknown>>;
	return written(valueAt(fields, trail.split('.')), paths, facts.subject ?? '');
}

function valueAt(value: unknown, trail: readonly string[]): unknown {
	const [key, ...rest] = trail;
	if (key === undefined) return value ?? null;
	return typeof value === 'object' && value !== null
		? valueAt((value as Readonly<Record<string, unknown>>)[key], rest)
		: null;
}

/** The expected text where all named diagnoses are there and those after `not` are missing; else what was found. */
function diagnosesAsExpected({ diagnoses }: Explanation, expected: string): string {
	const found: readonly string[] = diagnoses.map(({ id }) => id);
	if (expected === '-') return found.join(', ') || '-';
	const wanted = expected
		.split(', ')
		.map((entry) => ({ id: entry.replace(/^not /, ''), not: entry.startsWith('not ') }));
	for (const { id } of wanted) {
		if (!(DIAGNOSIS_IDS as readonly string[]).includes(id)) throw new Error(`No such diagnosis: ${id}`);
	}
	return wanted.every(({ id, not }) => found.includes(id) !== not) ? expected : found.join(', ');
}

function written(value: unknown, paths: ReadonlyMap<ActivityId, string>, subject = ''): string {
	if (value === null) return '-';
	if (typeof value === 'string') return paths.get(value) ?? value;
	if (Array.isArray(value)) return value.map((item) => written(item, paths, subject)).join(', ') || '-';
	if (typeof value !== 'object') return String(value);
	const { id, start, end } = value as Readonly<Record<string, unknown>>;
	if (typeof id === 'string') return id;
	// A range of the subject.
	return typeof start === 'number' && typeof end === 'number'
		? subject.slice(start, end).trim()
		: JSON.stringify(value);
}

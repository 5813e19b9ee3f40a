/** A case through pseudonymised snapshot and back. */
import { createHmac } from 'node:crypto';
import type { Environment } from '../../src/lib/domain/environment';
import type { MessageFacts } from '../../src/lib/domain/message';
import { decide, ENGINE_VERSION, type Decisions } from '../../src/lib/engine/decide';
import { answersByPosition, explain } from '../../src/lib/engine/explain';
import { ghosts } from '../../src/lib/engine/ghosts';
import type { PathsOf } from '../../src/lib/engine/scope/scope';
import { decodeSnapshot, type DecodedSnapshot } from './decodeSnapshot';
import { encodeSnapshot } from './encodeSnapshot';
import type { HmacOf } from '../../src/lib/snapshot/redaction/keys';
import { hmacInput, Redaction, TextCollector } from '../../src/lib/snapshot/redaction/redaction';

export interface Pseudonymised {
	readonly text: string;
	readonly snapshot: DecodedSnapshot;
	/** Of what came back. */
	readonly decisions: Decisions;
	readonly pathsOf: PathsOf;
}

export const hmacWith =
	(key: string): HmacOf =>
	(kind, text) =>
		createHmac('sha256', key).update(hmacInput(kind, text)).digest('hex');

export function pseudonymise(original: Decisions, environment: Environment, pathsOf: PathsOf): Pseudonymised {
	const collector = new TextCollector();
	redact(original, environment, pathsOf, collector.hmacOf);
	const keyOf = hmacWith('a key');
	const redacted = redact(original, environment, pathsOf, (kind, text) => {
		if (!collector.texts.get(kind)?.has(text)) throw new Error(`Not collected: ${kind} ${text}`);
		return keyOf(kind, text);
	});
	const text = [
		...encodeSnapshot({
			createdAt: '2026-11-23T10:00:00Z',
			appVersion: '0.1.0',
			engineVersion: ENGINE_VERSION,
			redactionLevel: 'pseudonymised',
			environmentFile: redacted.environmentFile,
			emails: explanationsOf(redacted.emails, redacted.environmentFile),
			ghosts: ghostsOf(redacted.emails, redacted.environmentFile),
			imports: []
		})
	].join('');
	const decoded = decodeSnapshot(text);
	if (!decoded.ok) throw new Error(JSON.stringify(decoded.issues));
	const { snapshot } = decoded;
	const paths = new Map(snapshot.emails.map((email) => [email.facts.sha256, email.paths]));
	const pathsBack = (sha256: string) => paths.get(sha256) ?? [];
	const facts = snapshot.emails.map((email) => email.facts).toReversed();
	return { text, snapshot, pathsOf: pathsBack, decisions: decide(facts, snapshot.environment, { pathsOf: pathsBack }) };
}

function redact(original: Decisions, environment: Environment, pathsOf: PathsOf, hmacOf: HmacOf) {
	const redaction = new Redaction(environment, original.hashFilter, hmacOf);
	const emails = original.stored.messages.map((facts, order) => ({
		facts: redaction.facts(facts, order),
		paths: redaction.pathsOf(pathsOf(facts.sha256))
	}));
	return { emails, environmentFile: redaction.environmentFile() };
}

interface Email {
	readonly facts: MessageFacts;
	readonly paths: readonly string[];
}

function decideRedacted(emails: readonly Email[], file: unknown): { decisions: Decisions; pathsOf: PathsOf } {
	const decoded = decodeSnapshot(JSON.stringify({ format: 'tracklens-snapshot', formatVersion: 1, environment: file }));
	if (!decoded.ok) throw new Error(JSON.stringify(decoded.issues));
	const paths = new Map(emails.map((email) => [email.facts.sha256, email.paths]));
	const pathsOf = (sha256: string) => paths.get(sha256) ?? [];
	return {
		decisions: decide(
			emails.map(({ facts }) => facts),
			decoded.snapshot.environment,
			{ pathsOf }
		),
		pathsOf
	};
}

function explanationsOf(emails: readonly Email[], file: unknown) {
	const { decisions, pathsOf } = decideRedacted(emails, file);
	const answers = answersByPosition(decisions);
	return decisions.stored.messages.map((facts, position) => ({
		explanation: explain(decisions, position, pathsOf(facts.sha256), answers.get(position) ?? []),
		headerBlock: null
	}));
}

function ghostsOf(emails: readonly Email[], file: unknown) {
	return ghosts(decideRedacted(emails, file).decisions.stored);
}

/** What has to be the same before and after, ids told by position. */
export function verdicts(decisions: Decisions, ids: (id: string | null) => string | null, pathsOf: PathsOf) {
	const answers = answersByPosition(decisions);
	return decisions.stored.messages.map((facts, position) => {
		const { columns, correlation, autoReply, checks } = explain(
			decisions,
			position,
			pathsOf(facts.sha256),
			answers.get(position) ?? []
		);
		return {
			tracked: decisions.tracked(position),
			reason: decisions.reason[position],
			method: decisions.method[position],
			correlated: decisions.correlated[position],
			outgoing: decisions.isOutgoing(position),
			subjectChanged: decisions.subjectChanged(position),
			acceptingEntity: ids(decisions.acceptingEntityId[position] ?? null),
			mailbox: ids(decisions.receivingMailboxId[position] ?? null),
			regarding: ids(decisions.regarding[position]?.id ?? null),
			sender: ids(columns?.emailsender?.id ?? null),
			owner: ids(columns?.ownerid ?? null),
			outcomes: correlation.map(({ outcome }) => outcome),
			wouldMatch: correlation.map((attempt) =>
				attempt.outcome === 'notReached' ? attempt.wouldMatch.map((id) => decisions.stored.positionOf(id)) : []
			),
			checks: checks.map(({ check, outcome }) => `${check} ${outcome}`),
			hasToken: (columns?.trackingtoken ?? null) !== null,
			class: autoReply.class,
			flag: autoReply.internetMessageHeadersFlag
		};
	});
}

/** Hand-made messages for tests: only what a test says differs from a plain mail. */
import type { Address, MessageFacts } from '../../src/lib/domain/message';
import { PLAIN_FACTS } from '../../src/lib/domain/testing/plainFacts';
import {
	DEFAULT_MODEL_OPTIONS,
	DEFAULT_ORGANIZATION,
	DEFAULT_ORG_DB_ORG_SETTINGS,
	FRESH_INSTALL,
	type Environment,
	type Mailbox,
	type Placement,
	type Queue,
	type RecordRow,
	type User,
	type Mark,
	type ModelOptions,
	type OrganizationSettings,
	type OrgDbOrgSettings
} from '../../src/lib/domain/environment';
import { decide, type Decisions } from '../../src/lib/engine/decide';
import { answersByPosition, explain } from '../../src/lib/engine/explain';
import type { Explanation } from '../../src/lib/engine/explanation';
import type { PathsOf } from '../../src/lib/engine/scope/scope';

const startUtcMs = Date.UTC(2026, 8, 1, 8, 0, 0);
const msPerMinute = 60_000;

type Changes = Partial<Omit<MessageFacts, 'from' | 'to' | 'cc'>> & {
	/** Minutes after the start of the test's day; null for an unknown time. */
	readonly at?: number | null;
	readonly from?: string | null;
	readonly to?: readonly string[];
	readonly cc?: readonly string[];
};

/** `name` makes the Message-ID `<name@example.org>` and a SHA-256 of its own. */
export function mail(name: string, { at = 0, from, to, cc, ...changes }: Changes = {}): MessageFacts {
	const receivedAtUtcMs = at === null ? null : startUtcMs + at * msPerMinute;
	return {
		...PLAIN_FACTS,
		sha256: sha256Like(name),
		messageId: id(name),
		subject: 'Hello',
		from: from === null ? null : address(from ?? 'ann@fabrikam.com'),
		to: (to ?? ['support@contoso.com']).map(address),
		cc: (cc ?? []).map(address),
		dateUtcMs: receivedAtUtcMs,
		receivedAtUtcMs,
		receivedFrom: at === null ? null : 'received',
		...changes
	};
}

export function id(name: string): string {
	return `<${name}@example.org>`;
}

function address(text: string): Address {
	return { name: '', address: text };
}

/** 64 hex characters that depend on the name: FNV-1a over it, run eight times. */
export function sha256Like(name: string): string {
	let text = '';
	for (let round = 0; round < 8; round++) {
		let hash = 0x811c9dc5 ^ round;
		for (const char of name) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
		text += (hash >>> 0).toString(16).padStart(8, '0');
	}
	return text;
}

export function environment(changes: {
	readonly organization?: Partial<OrganizationSettings>;
	readonly orgDbOrgSettings?: Partial<OrgDbOrgSettings>;
	readonly modelOptions?: Partial<ModelOptions>;
	readonly marks?: readonly Mark[];
	readonly users?: readonly User[];
	readonly queues?: readonly Queue[];
	readonly records?: readonly RecordRow[];
	readonly mailboxes?: readonly Mailbox[];
	readonly placements?: readonly Placement[];
}): Environment {
	const { users = [], queues = [], records = [], mailboxes = [], placements = [] } = changes;
	return {
		...FRESH_INSTALL,
		users,
		queues,
		records,
		mailboxes,
		placements,
		freshInstall: users.length === 0 && queues.length === 0,
		organization: { ...DEFAULT_ORGANIZATION, ...changes.organization },
		orgDbOrgSettings: { ...DEFAULT_ORG_DB_ORG_SETTINGS, ...changes.orgDbOrgSettings },
		modelOptions: { ...DEFAULT_MODEL_OPTIONS, ...changes.modelOptions },
		marks: changes.marks ?? []
	};
}

export function user(id: string, changes: Partial<User> = {}): User {
	return {
		id,
		fullname: id,
		emailaddresses: [`${id}@contoso.com`],
		incomingemailfilteringmethod: 1,
		trackingtokenid: null,
		active: true,
		...changes
	};
}

export function queue(id: string, changes: Partial<Queue> = {}): Queue {
	return {
		id,
		name: id,
		emailaddresses: [`${id}@contoso.com`],
		incomingemailfilteringmethod: 1,
		ownerid: null,
		active: true,
		...changes
	};
}

export function record(id: string, table: string, changes: Partial<RecordRow> = {}): RecordRow {
	return {
		id,
		table,
		name: id,
		emailaddresses: [`${id}@fabrikam.com`],
		ownerid: null,
		active: true,
		createdonUtcMs: null,
		...changes
	};
}

/** The mailbox of a user or queue, synchronized and ready. */
export function mailbox(ownerid: string, changes: Partial<Mailbox> = {}): Mailbox {
	return {
		id: `m-${ownerid}`,
		ownerid,
		incomingemaildeliverymethod: 2,
		enabledforincomingemail: true,
		emailrouteraccessapproval: null,
		incomingemailstatus: null,
		processemailreceivedafterUtcMs: null,
		profileprocessemailsreceivedafterUtcMs: null,
		testedandenabledonUtcMs: null,
		trackedfolders: [],
		syncsUtcMs: [],
		...changes
	};
}

export function minute(at: number): number {
	return startUtcMs + at * msPerMinute;
}

/** Explanations by Message-ID name. */
export function explainAll(
	messages: readonly MessageFacts[],
	under: Environment = FRESH_INSTALL
): ReadonlyMap<string, Explanation> {
	return explainDecisions(decide(messages, under));
}

export function explainDecisions(decisions: Decisions): ReadonlyMap<string, Explanation> {
	const answers = answersByPosition(decisions);
	return new Map(
		decisions.stored.messages.map((facts, position) => [
			facts.messageId === null ? facts.sha256 : facts.messageId.slice(1, facts.messageId.indexOf('@')),
			explain(decisions, position, ['a.eml'], answers.get(position) ?? [])
		])
	);
}

/** One explanation, by the name given to `mail`. */
export function explainOne(
	name: string,
	messages: readonly MessageFacts[],
	under: Environment = FRESH_INSTALL,
	paths: readonly string[] | PathsOf = ['a.eml']
): Explanation {
	const pathsOf = typeof paths === 'function' ? paths : () => paths;
	const decisions = decide(messages, under, { pathsOf });
	const position = decisions.stored.messages.findIndex(({ sha256 }) => sha256 === sha256Like(name));
	return explain(decisions, position, pathsOf(sha256Like(name)), answersByPosition(decisions).get(position) ?? []);
}

/** `method: outcome` of all four, in order. */
export function outcomes(explanation: Explanation): string {
	return explanation.correlation.map(({ method, outcome }) => `${method} ${outcome}`).join(', ');
}

/** The recorded rows of a case beside its decisions: which email each row is, and what of it agrees. */
import type { EmailColumns } from '../../domain/columns';
import {
	recordedOutgoing,
	recordedText,
	type RecordedColumn,
	type RecordedEmail
} from '../../domain/dataverse/recordedEmails';
import type { Environment } from '../../domain/environment';
import type { Decisions } from '../decide';
import { emailColumns } from '../population/emailColumns';
import { COMPARATORS } from './columns/registry';
import { bareMessageId, folded } from './columns/plain';
import type { CompareContext, ComparedColumn, ComparedEmail, KnownRow, OnlyRecordedReason } from './compared';

/** @param id a row of the environment @returns GUIDs by which Dataverse knows it */
export type GuidsOf = (id: string) => readonly string[];

export class RecordedSet implements CompareContext {
	readonly #decisions: Decisions;
	readonly #recorded: ReadonlyMap<string, RecordedEmail>;
	readonly #rows: ReadonlyMap<string, KnownRow>;
	readonly #idsOfGuid = new Map<string, string[]>();
	readonly #idsOfName = new Map<string, string[]>();
	/** Positions by bare Message-ID. */
	readonly #named: ReadonlyMap<string, readonly number[]>;
	readonly freshInstall: boolean;
	readonly regardingDescribed: boolean;

	/** @param recorded by `activityid` */
	constructor(decisions: Decisions, recorded: ReadonlyMap<string, RecordedEmail>, guidsOf: GuidsOf) {
		this.#decisions = decisions;
		this.#recorded = recorded;
		this.#rows = knownRows(decisions.environment, guidsOf);
		for (const { id, guids, name } of this.#rows.values()) {
			for (const guid of guids) push(this.#idsOfGuid, guid, id);
			if (name !== '') push(this.#idsOfName, name, id);
		}
		this.#named = positionsByMessageId(decisions);
		this.freshInstall = decisions.environment.freshInstall;
		this.regardingDescribed = decisions.regardingDescribed;
	}

	/** In the order of the rows given. Each step compares one row. */
	*compareAll(): Generator<ComparedEmail, void> {
		for (const recorded of this.#recorded.values()) yield this.compare(recorded);
	}

	compare(recorded: RecordedEmail): ComparedEmail {
		const messageId = bareMessageId(recordedText(recorded, 'messageid'));
		if (messageId === '') return onlyRecorded(recorded, null, 'no-message-id');
		const positions = this.positionsNamed(messageId);
		const outgoing = recordedOutgoing(recorded);
		const fits = (position: number) => outgoing === undefined || this.#decisions.isOutgoing(position) === outgoing;
		const tracked = positions.filter((position) => this.#decisions.isTracked(position));
		const position = tracked.find(fits);
		const columns = position === undefined ? null : emailColumns(this.#decisions, position);
		if (position !== undefined && columns !== null) {
			return { kind: 'matched', recorded, position, columns: this.#columns(columns, recorded) };
		}
		const [first = null] = positions;
		if (first === null) return onlyRecorded(recorded, null, 'not-in-set');
		const refused = positions.find((one) => !this.#decisions.isTracked(one) && (fits(one) || tracked.length === 0));
		if (refused === undefined) return onlyRecorded(recorded, first, 'other-direction');
		// A second file with a Message-ID that is tracked in the other direction is no refusal of this row.
		if (tracked.length > 0 && this.#decisions.reason[refused] === 'Duplicate') {
			return onlyRecorded(recorded, tracked[0] ?? first, 'other-direction');
		}
		const undecided = this.#decisions.tracked(refused) === 'unknown';
		return onlyRecorded(recorded, refused, undecided ? 'undecided' : 'not-tracked');
	}

	#columns(modelled: EmailColumns, recorded: RecordedEmail): readonly ComparedColumn[] {
		return Object.entries(recorded.columns).map(([name, value]) => {
			const column = name as RecordedColumn;
			return { column, compared: COMPARATORS[column](modelled, value, this) };
		});
	}

	messageIdOf(guid: string): string | null | undefined {
		const recorded = this.#recorded.get(guid);
		if (recorded === undefined) return undefined;
		const messageId = bareMessageId(recordedText(recorded, 'messageid'));
		return messageId === '' ? null : messageId;
	}

	/** @param messageId in lower case without brackets */
	positionsNamed(messageId: string): readonly number[] {
		return this.#named.get(messageId) ?? [];
	}

	activitiesNamed(messageId: string): readonly string[] {
		return this.positionsNamed(messageId).map((position) => this.#decisions.stored.activityId(position));
	}

	rowOf(id: string): KnownRow | null {
		return this.#rows.get(id) ?? null;
	}

	idsOfGuid(guid: string): readonly string[] {
		return this.#idsOfGuid.get(guid) ?? [];
	}

	idsOfName(name: string): readonly string[] {
		return this.#idsOfName.get(name) ?? [];
	}
}

function onlyRecorded(recorded: RecordedEmail, position: number | null, why: OnlyRecordedReason): ComparedEmail {
	return { kind: 'onlyRecorded', recorded, position, why };
}

function positionsByMessageId({ stored }: Decisions): ReadonlyMap<string, readonly number[]> {
	const named = new Map<string, number[]>();
	for (const [position, { messageId }] of stored.messages.entries()) {
		if (messageId !== null) push(named, bareMessageId(messageId), position);
	}
	return named;
}

function knownRows(environment: Environment, guidsOf: GuidsOf): ReadonlyMap<string, KnownRow> {
	const rows = new Map<string, KnownRow>();
	const add = (id: string, name: string) => rows.set(id, { id, guids: guidsOf(id), name: folded(name) });
	for (const { id, name } of environment.records) add(id, name);
	for (const { id, name } of environment.queues) add(id, name);
	for (const { id, fullname } of environment.users) add(id, fullname);
	// A mailbox is called like its owner (Learn, "Mailbox table/entity reference").
	for (const { id, ownerid } of environment.mailboxes) add(id, rows.get(ownerid ?? '')?.name ?? '');
	return rows;
}

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
	const list = lists.get(key);
	if (list === undefined) lists.set(key, [value]);
	else list.push(value);
}

/** The comparison with what Dataverse recorded: made when it is asked for, in between other calls. */
import type { ActivityId, EmailColumns } from '../domain/columns';
import { recordIdIn } from '../domain/dataverse/recordAddress';
import { type RecordedColumn, type RecordedEmail, type RecordedValue } from '../domain/dataverse/recordedEmails';
import { causesOf } from '../engine/compare/causes';
import { ComparisonTally, type TallyEntry } from '../engine/compare/tally';
import { RecordedSet } from '../engine/compare/recordedSet';
import { emailColumns } from '../engine/population/emailColumns';
import { dataverseIdsIn } from '../snapshot/dataverse/dataverseIds';
import type { Store } from '../storage/store';
import type {
	ComparisonPage,
	ComparisonQuery,
	ComparisonSummary,
	Disagreement,
	ForgetResult,
	RecordedOfEmail,
	RecordFound,
	ShownValue
} from './compareApi';
import type { CaseWriter } from './caseWriter';
import type { Library } from './library';
import type { OpenCase } from './openCase';
import { untilDone } from './pauses';

const maxPage = 100;
/** A recorded text that is shown in a list. */
const maxShownLength = 600;

export interface CompareHost {
	/** The store has changed. */
	changed(): void;
}

interface Made {
	readonly library: Library;
	readonly revision: number;
	readonly recordedRevision: number;
	readonly comparison: Promise<Comparison>;
}

interface Comparison {
	readonly library: Library;
	readonly revision: number;
	readonly decisions: Library['decisions'];
	readonly recorded: ReadonlyMap<string, RecordedEmail>;
	readonly set: RecordedSet;
	readonly tally: ComparisonTally;
}

const NOTHING: ShownValue = { text: null, email: null };

export class Compare {
	readonly #store: Store;
	readonly #case: OpenCase;
	readonly #writer: CaseWriter;
	readonly #host: CompareHost;
	#made: Made | null = null;

	constructor(store: Store, openCase: OpenCase, writer: CaseWriter, host: CompareHost) {
		this.#store = store;
		this.#case = openCase;
		this.#writer = writer;
		this.#host = host;
	}

	async summary(): Promise<ComparisonSummary> {
		const { tally, revision } = await this.#comparison();
		return { revision, ...tally.summary() };
	}

	async page(query: ComparisonQuery): Promise<ComparisonPage> {
		const comparison = await this.#comparison();
		const entries = comparison.tally.entries(query.kind, query.column);
		const first = Math.max(0, query.first);
		const rows = entries.slice(first, first + Math.min(maxPage, query.count));
		return {
			revision: comparison.revision,
			total: entries.length,
			first,
			rows: rows.map((entry) => disagreement(entry, comparison))
		};
	}

	/** Null where no row was recorded for the email. */
	async ofEmail(activityId: ActivityId): Promise<RecordedOfEmail | null> {
		// What most cases have is not worth looking at every email for.
		if (await this.#store.recorded.isEmpty(this.#case.library.datasetId)) return null;
		const comparison = await this.#comparison();
		const position = comparison.library.positionOf(activityId);
		const compared = position === null ? undefined : comparison.tally.matchedAt(position);
		if (compared === undefined) return null;
		const { recorded, columns } = compared;
		return {
			activityId,
			recordedId: recorded.activityid,
			columns: columns.map(({ column, compared: { outcome, ...more } }) => ({
				column,
				recorded: shownRecorded(recorded.columns[column], column, comparison),
				outcome,
				why: 'why' in more ? more.why : null
			}))
		};
	}

	/** @param text a pasted address of a record, or its GUID */
	async find(text: string): Promise<RecordFound> {
		const id = recordIdIn(text);
		if (id === null) return { code: 'no-id' };
		if (id === 'other-table') return { code: 'other-table' };
		const comparison = await this.#comparison();
		const { library, decisions, recorded } = comparison;
		const row = recorded.get(id);
		const position = row === undefined ? library.positionOf(id) : comparison.set.compare(row).position;
		if (position === null) return row ? { code: 'not-in-set', subject: row.subject } : { code: 'not-recorded' };
		const { subject } = decisions.stored.message(position);
		return { code: 'found', activityId: decisions.stored.activityId(position), subject };
	}

	async forget(): Promise<ForgetResult> {
		const done = await this.#writer.writeHere(async () => {
			await this.#store.recorded.forget(this.#case.stored.datasetId);
			return 'forgotten' as const;
		});
		if (done !== 'forgotten') return { ok: false, code: done };
		this.#host.changed();
		return { ok: true };
	}

	/** Made anew after a change of the case or of what was recorded. */
	async #comparison(): Promise<Comparison> {
		const { library, active } = this.#case;
		const { revision } = library;
		const recordedRevision = await this.#store.recorded.revision(library.datasetId);
		const made = this.#made;
		if (made?.library !== library || made.revision !== revision || made.recordedRevision !== recordedRevision) {
			const guids = dataverseIdsIn(active.file);
			const comparison = this.#make(library, (id) => guids.get(id) ?? []);
			this.#made = { library, revision, recordedRevision, comparison };
			return comparison;
		}
		return made.comparison;
	}

	async #make(library: Library, guidsOf: (id: string) => readonly string[]): Promise<Comparison> {
		const { revision, decisions } = library;
		const recorded = await this.#store.recorded.all(library.datasetId);
		const set = new RecordedSet(decisions, recorded, guidsOf);
		const tally = new ComparisonTally(decisions);
		await untilDone(tally.steps(set));
		return { library, revision, decisions, recorded, set, tally };
	}
}

function disagreement(entry: TallyEntry, comparison: Comparison): Disagreement {
	const { decisions, set } = comparison;
	const { kind, position, recorded, column, why } = entry;
	const message = position < 0 ? null : decisions.stored.message(position);
	const onlyRecordedWhy = entry.kind === 'onlyRecorded' ? entry.why : null;
	return {
		kind,
		activityId: position < 0 ? null : decisions.stored.activityId(position),
		subject: message?.subject ?? recorded?.subject ?? null,
		recordedId: recorded?.activityid ?? null,
		column,
		modelled: column === null || position < 0 ? NOTHING : shownModelled(position, column, comparison),
		recorded: column === null ? NOTHING : shownRecorded(recorded?.columns[column], column, comparison),
		why,
		...causesOf({ kind, position, recorded, column, why: onlyRecordedWhy }, decisions, set)
	};
}

function shownModelled(position: number, column: RecordedColumn, { decisions }: Comparison): ShownValue {
	const value: EmailColumns[RecordedColumn] = emailColumns(decisions, position)?.[column] ?? null;
	if (value === null) return NOTHING;
	if (typeof value === 'object') return { text: `${value.name || value.id} (${value.table})`, email: null };
	const isEmail = column === 'correlatedactivityid' || column === 'parentactivityid';
	const named = isEmail ? decisions.stored.positionOf(String(value)) : null;
	return { text: cut(String(value)), email: named === null ? null : mention(named, decisions) };
}

function shownRecorded(
	recorded: RecordedValue | undefined,
	column: RecordedColumn,
	{ decisions, set, recorded: rows }: Comparison
): ShownValue {
	if (recorded === undefined || recorded.value === null) return NOTHING;
	const { value, name } = recorded;
	const isEmail = column === 'correlatedactivityid' || column === 'parentactivityid';
	if (!isEmail || typeof value !== 'string') {
		return { text: cut(name === undefined ? String(value) : `${name} (${value})`), email: null };
	}
	const messageId = set.messageIdOf(value) ?? null;
	const [named] = messageId === null ? [] : set.positionsNamed(messageId);
	const subject = rows.get(value)?.subject;
	return {
		text: cut(subject ? `${subject} (${value})` : value),
		email: named === undefined ? null : mention(named, decisions)
	};
}

function mention(position: number, { stored }: Comparison['decisions']): NonNullable<ShownValue['email']> {
	return { activityId: stored.activityId(position), subject: stored.message(position).subject };
}

function cut(text: string): string {
	return text.length > maxShownLength ? `${text.slice(0, maxShownLength)}…` : text;
}

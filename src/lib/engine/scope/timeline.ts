/**
 * What one mailbox went through, in order of time: its sync cycles, what each saw and passed over, and what was moved.
 * The cycles are those of `replaySyncs`, told as they run; what lies in tracked folders is seen beside them.
 */
import type { Mailbox } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import { folderAt } from './folder';
import type { Holding } from './holdings';
import { mailboxState } from './mailboxState';
import { inboxArrival, type Scope } from './scope';
import {
	processEmailsFrom,
	replaySyncs,
	type Arrival,
	type Cycle,
	type SightedBy,
	type Sighting,
	type UnseenWhy
} from './sightings';
import { wasSeen } from './stays';
import { trackedStays } from './trackedFolders';

/** Null where no sync cycle is concerned: the folder decides, the time of receipt is unknown, or the mailbox is off. */
export type Look =
	| { readonly seen: true; readonly by: SightedBy }
	| { readonly seen: false; readonly why: UnseenWhy | 'beforeProcessEmailsFrom' }
	| null;

export type TimelineRow =
	| {
			readonly kind: 'cycle';
			readonly by: Cycle['kind'];
			readonly atUtcMs: number;
			readonly watermarkBeforeUtcMs: number | null;
			readonly watermarkAfterUtcMs: number | null;
			readonly seen: number;
			readonly passedOver: number;
	  }
	/** Cycles one after the other that came upon nothing new. */
	| {
			readonly kind: 'quietCycles';
			readonly atUtcMs: number;
			readonly untilUtcMs: number;
			readonly cycles: number;
			readonly watermarkUtcMs: number | null;
	  }
	| {
			readonly kind: 'email';
			/** Null: the time of receipt is unknown. */
			readonly atUtcMs: number | null;
			readonly position: number;
			/** Index among the holdings of the email. */
			readonly holding: number;
			/** Where it lay at `atUtcMs`. */
			readonly folder: string;
			readonly look: Look;
			/** Stands below the cycle that came upon it. */
			readonly ofCycle: boolean;
			/** The last row about the email; false where it is come upon again later. */
			readonly final: boolean;
	  }
	| {
			readonly kind: 'move';
			readonly atUtcMs: number;
			readonly position: number;
			readonly from: string;
			readonly to: string;
	  };

export interface MailboxTimeline {
	readonly mailbox: Mailbox;
	/** The column that keeps the mailbox from being synchronized; then no cycle runs. */
	readonly stoppedBy: { readonly column: string; readonly value: number | boolean | null } | null;
	readonly processEmailsFromUtcMs: number | null;
	/** After the last cycle; null without one, or when nothing was processed. */
	readonly watermarkUtcMs: number | null;
	/** Emails that lie in it, each counted once for every folder it lay in. */
	readonly emails: number;
	readonly cycles: number;
	readonly moves: number;
	/** In order of time; emails of unknown time come last. */
	readonly rows: readonly TimelineRow[];
}

interface Held {
	readonly position: number;
	readonly holding: Holding;
	readonly index: number;
	/** In a tracked folder: the first time that it was seen there, or why it never was. */
	readonly inFolder: Sighting | null;
}

/** Of every mailbox that the environment describes, in its order. `messages` are in processing order. */
export function mailboxTimelines(
	mailboxes: readonly Mailbox[],
	messages: readonly MessageFacts[],
	scope: Scope
): readonly MailboxTimeline[] {
	const held = new Map<Mailbox, Held[]>(mailboxes.map((mailbox) => [mailbox, []]));
	messages.forEach((message, position) => {
		scope.holdingsOf(message).holdings.forEach((holding, index) => {
			const ownerIsQueue = scope.receivers.isQueueMailbox(holding.mailbox);
			const stays = trackedStays(holding, message.receivedAtUtcMs, ownerIsQueue);
			const inFolder = (stays.find(wasSeen) ?? stays[0])?.sighting ?? null;
			held.get(holding.mailbox)?.push({ position, holding, index, inFolder });
		});
	});
	return mailboxes.map((mailbox) => timelineOf(mailbox, held.get(mailbox) ?? [], messages));
}

function timelineOf(mailbox: Mailbox, held: readonly Held[], messages: readonly MessageFacts[]): MailboxTimeline {
	const rows = new Rows();
	const { column, value } = mailboxState({ mailbox }).evidence;
	const stopped = column !== null;
	const byHolding = new Map<Holding, Held>();
	const arrivals: Arrival[] = [];
	/** By the instant at which a cycle sees them in a tracked folder. */
	const inFolders = new Map<number, Set<Held>>();
	for (const one of held) {
		byHolding.set(one.holding, one);
		const at = seenInFolderAt(one);
		if (at !== null && mailbox.syncsUtcMs.length > 0) inFolders.set(at, (inFolders.get(at) ?? new Set()).add(one));
		const message = messages[one.position];
		const arrival = stopped || !message ? null : inboxArrival(one.position, message, one.holding);
		if (arrival) arrivals.push(arrival);
	}

	const placed = new Set<Held>();
	let cycles = 0;
	let watermarkUtcMs: number | null = null;
	const sightings = replaySyncs(mailbox, arrivals, (cycle) => {
		if (stopped) return;
		cycles++;
		watermarkUtcMs = cycle.watermarkAfterUtcMs;
		const inFolder = inFolders.get(cycle.atUtcMs) ?? new Set();
		const seen = cycle.seen.flatMap(({ holding }) => byHolding.get(holding) ?? []);
		// What is found in a tracked folder is not passed over for lying outside the Inbox.
		const passedOver = cycle.passedOver.flatMap(({ arrival, why }) => {
			const one = byHolding.get(arrival.holding);
			return one && !inFolder.has(one) ? { one, look: { seen: false, why } as const } : [];
		});
		rows.addCycle(cycle, seen.length + inFolder.size, passedOver.length);
		const looks: { readonly one: Held; readonly look: Look }[] = [
			...seen.map((one) => ({ one, look: { seen: true, by: cycle.kind } as const })),
			...Array.from(inFolder, (one) => ({ one, look: { seen: true, by: 'trackedFolder' } as const })),
			...passedOver
		];
		// In processing order.
		for (const { one, look } of looks.sort((a, b) => a.one.position - b.one.position)) {
			placed.add(one);
			rows.addEmail(one, cycle.atUtcMs, look, 'cycle');
		}
	});
	const from = processEmailsFrom(mailbox);
	let moves = 0;
	for (const one of held) {
		const receivedAtUtcMs = messages[one.position]?.receivedAtUtcMs ?? null;
		if (!placed.has(one)) rows.addEmail(one, receivedAtUtcMs, lookAlone(one, receivedAtUtcMs), 'arrival');
		const inFolderAt = stopped || mailbox.syncsUtcMs.length > 0 ? null : seenInFolderAt(one);
		if (inFolderAt !== null && (placed.has(one) || inFolderAt !== receivedAtUtcMs)) {
			rows.addEmail(one, inFolderAt, { seen: true, by: 'trackedFolder' }, 'found');
		}
		for (const [at, { atUtcMs, folder }] of one.holding.moves.entries()) {
			// A move before the email was there tells where it arrived.
			if (receivedAtUtcMs !== null && atUtcMs <= receivedAtUtcMs) continue;
			const before = one.holding.moves[at - 1]?.folder ?? one.holding.folder;
			rows.add({ kind: 'move', atUtcMs, position: one.position, from: before, to: folder });
			moves++;
		}
	}
	return {
		mailbox,
		stoppedBy: column === null ? null : { column, value },
		processEmailsFromUtcMs: from,
		watermarkUtcMs,
		emails: held.length,
		cycles,
		moves,
		rows: rows.inOrder()
	};

	/** An email that no cycle came upon. */
	function lookAlone(one: Held, receivedAtUtcMs: number | null): Look {
		const message = messages[one.position];
		if (stopped || receivedAtUtcMs === null || !message) return null;
		const { inFolder } = one;
		if (inFolder?.seen && inFolder.atUtcMs === receivedAtUtcMs) return { seen: true, by: 'trackedFolder' };
		if (inboxArrival(one.position, message, one.holding) === null) {
			return inFolder?.seen === false ? { seen: false, why: inFolder.why } : null;
		}
		if (from !== null && receivedAtUtcMs < from) return { seen: false, why: 'beforeProcessEmailsFrom' };
		const sighting = sightings.get(one.position);
		if (!sighting) return null;
		return sighting.seen ? { seen: true, by: sighting.by } : { seen: false, why: sighting.why };
	}
}

function seenInFolderAt({ inFolder }: Held): number | null {
	return inFolder?.seen ? inFolder.atUtcMs : null;
}

/** At one instant: what arrives, what is moved, what is found where it was moved to, then the cycle, which takes all in. */
const ranks = { arrival: 0, move: 1, found: 2, cycle: 3 } as const;

class Rows {
	readonly #blocks: { readonly atUtcMs: number; readonly rank: number; readonly rows: TimelineRow[] }[] = [];

	add(row: TimelineRow & { readonly kind: 'move' }): void {
		this.#blocks.push({ atUtcMs: row.atUtcMs, rank: ranks.move, rows: [row] });
	}

	addCycle(
		{ kind, atUtcMs, watermarkBeforeUtcMs, watermarkAfterUtcMs }: Cycle,
		seen: number,
		passedOver: number
	): void {
		const row: TimelineRow = {
			kind: 'cycle',
			by: kind,
			atUtcMs,
			watermarkBeforeUtcMs,
			watermarkAfterUtcMs,
			seen,
			passedOver
		};
		this.#blocks.push({ atUtcMs, rank: ranks.cycle, rows: [row] });
	}

	/** `cycle`: the one added last. */
	addEmail(
		{ position, holding, index }: Held,
		atUtcMs: number | null,
		look: Look,
		of: 'arrival' | 'found' | 'cycle'
	): void {
		const ofCycle = of === 'cycle';
		const folder = atUtcMs === null ? holding.folder : folderAt(holding.folder, holding.moves, atUtcMs);
		const row: TimelineRow = { kind: 'email', atUtcMs, position, holding: index, folder, look, ofCycle, final: true };
		if (ofCycle) this.#blocks.at(-1)?.rows.push(row);
		else this.#blocks.push({ atUtcMs: atUtcMs ?? Infinity, rank: ranks[of], rows: [row] });
	}

	inOrder(): readonly TimelineRow[] {
		const ordered: TimelineRow[] = [];
		for (const { rows } of this.#blocks.sort((a, b) => compare(a.atUtcMs, b.atUtcMs) || a.rank - b.rank)) {
			for (const row of rows) {
				const last = ordered.at(-1);
				const joined = row.kind === 'cycle' && last ? joinedQuiet(last, row) : null;
				if (joined) ordered[ordered.length - 1] = joined;
				else ordered.push(row);
			}
		}
		return markEarlier(ordered);
	}
}

/** An email that was come upon may be told of again. */
function markEarlier(rows: readonly TimelineRow[]): readonly TimelineRow[] {
	const told = new Set<string>();
	return rows
		.toReversed()
		.map((row) => {
			if (row.kind !== 'email') return row;
			const key = `${row.position}/${row.holding}`;
			if (told.has(key)) return { ...row, final: false };
			told.add(key);
			return row;
		})
		.toReversed();
}

/** Two cycles next to each other, of which neither came upon anything, are told as one row. */
function joinedQuiet(before: TimelineRow, cycle: TimelineRow & { readonly kind: 'cycle' }): TimelineRow | null {
	if (!isQuiet(cycle)) return null;
	if (before.kind === 'quietCycles') {
		return { ...before, untilUtcMs: cycle.atUtcMs, cycles: before.cycles + 1 };
	}
	if (before.kind !== 'cycle' || !isQuiet(before)) return null;
	return {
		kind: 'quietCycles',
		atUtcMs: before.atUtcMs,
		untilUtcMs: cycle.atUtcMs,
		cycles: 2,
		watermarkUtcMs: cycle.watermarkAfterUtcMs
	};
}

function isQuiet({ by, seen, passedOver }: TimelineRow & { readonly kind: 'cycle' }): boolean {
	return by === 'sync' && seen === 0 && passedOver === 0;
}

/** Infinity minus itself is not a number. */
function compare(a: number, b: number): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * When each mailbox saw each message of its Inbox: the sync cycles replayed. "Server-side sync tracks the received date
 * of the last email it processes. During the next sync cycle, it evaluates only emails that are received after that
 * date", so mail that a rule moved to a subfolder stays unseen when it is moved back.
 */
import type { Mailbox } from '../../domain/environment';
import { folderAt, isInboxRoot } from './folder';
import type { Holding } from './holdings';

/** `trackedFolder`: wherever the watermark stood. */
export type SightedBy = 'arrival' | 'sync' | 'testAndEnable' | 'trackedFolder';
export type UnseenWhy = 'notInInboxAtSync' | 'movedIntoInbox' | 'beforeWatermark' | 'noSyncAfter' | 'leftTrackedFolder';

/** `watermarkUtcMs`: the watermark that the email was compared with; null without one. */
export type Sighting =
	| {
			readonly seen: true;
			readonly atUtcMs: number | null;
			readonly by: SightedBy;
			readonly watermarkUtcMs: number | null;
	  }
	| {
			readonly seen: false;
			readonly why: UnseenWhy;
			/** The cycle that passed it over for this reason first; null where none came upon it. */
			readonly atUtcMs: number | null;
			/** Where it lay at that time; where it arrived if none came upon it. */
			readonly folder: string;
			readonly watermarkUtcMs: number | null;
	  };

/** One message of a mailbox, as the replay needs it. */
export interface Arrival {
	readonly key: number;
	readonly receivedAtUtcMs: number;
	readonly holding: Holding;
}

/** What one cycle did. An email passed over again for the same reason is not listed again. */
export interface Cycle {
	readonly kind: 'sync' | 'testAndEnable';
	readonly atUtcMs: number;
	readonly watermarkBeforeUtcMs: number | null;
	readonly watermarkAfterUtcMs: number | null;
	readonly seen: readonly Arrival[];
	readonly passedOver: readonly {
		readonly arrival: Arrival;
		readonly why: UnseenWhy | 'beforeProcessEmailsFrom';
	}[];
}

/**
 * Sightings of one mailbox's messages, by key. `arrivals` need not be sorted. `onCycle` is told every cycle, in order of
 * time. A cycle looks at what is new to it (arrived, moved, or looked at anew by Test & Enable): nothing else can change.
 */
export function replaySyncs(
	mailbox: Mailbox,
	arrivals: readonly Arrival[],
	onCycle?: (cycle: Cycle) => void
): ReadonlyMap<number, Sighting> {
	const sightings = new Map<number, Sighting>();
	const inOrder = [...arrivals].sort((a, b) => a.receivedAtUtcMs - b.receivedAtUtcMs);
	const from = processEmailsFrom(mailbox);
	const { testedandenabledonUtcMs: testedAt, syncsUtcMs } = mailbox;

	if (syncsUtcMs.length === 0) {
		for (const arrival of inOrder) {
			if (isInboxRoot(folderOf(arrival, arrival.receivedAtUtcMs))) {
				sightings.set(arrival.key, { seen: true, atUtcMs: null, by: 'arrival', watermarkUtcMs: null });
			}
		}
	}
	const changes = changesOf(inOrder);
	let watermark = -Infinity;
	let nextChange = 0;
	const waiting = new Set<Arrival>();
	for (const syncAt of cycles(syncsUtcMs, testedAt)) {
		const changed = new Set<Arrival>();
		for (let change = changes[nextChange]; change && change.atUtcMs <= syncAt; change = changes[++nextChange]) {
			changed.add(change.arrival);
			waiting.add(change.arrival);
		}
		const reset = syncAt === testedAt;
		const watermarkBeforeUtcMs = instantOrNull(watermark);
		if (reset) watermark = from ?? -Infinity;
		let newest = reset ? newestSeenBefore(syncAt) : watermark;
		const seen: Arrival[] = [];
		const passedOver: Cycle['passedOver'][number][] = [];
		for (const arrival of reset ? waiting : changed) {
			const { receivedAtUtcMs, holding, key } = arrival;
			const known = sightings.get(key);
			if (known?.seen) {
				waiting.delete(arrival);
				continue;
			}
			if (from !== null && receivedAtUtcMs < from) {
				waiting.delete(arrival);
				passedOver.push({ arrival, why: 'beforeProcessEmailsFrom' });
				continue;
			}
			const inInbox = isInboxRoot(folderOf(arrival, syncAt));
			const after = reset ? receivedAtUtcMs >= watermark : receivedAtUtcMs > watermark;
			const arrivedElsewhere = !isInboxRoot(holding.folder);
			const watermarkUtcMs = instantOrNull(watermark);
			if (inInbox && after && (reset || !arrivedElsewhere)) {
				const by = reset ? 'testAndEnable' : 'sync';
				sightings.set(key, { seen: true, atUtcMs: syncAt, by, watermarkUtcMs });
				newest = Math.max(newest, receivedAtUtcMs);
				waiting.delete(arrival);
				seen.push(arrival);
			} else {
				const why = !inInbox ? 'notInInboxAtSync' : arrivedElsewhere ? 'movedIntoInbox' : 'beforeWatermark';
				if (known?.why === why) continue;
				sightings.set(key, { seen: false, why, atUtcMs: syncAt, folder: folderOf(arrival, syncAt), watermarkUtcMs });
				passedOver.push({ arrival, why });
			}
		}
		watermark = newest;
		onCycle?.({
			kind: reset ? 'testAndEnable' : 'sync',
			atUtcMs: syncAt,
			watermarkBeforeUtcMs,
			watermarkAfterUtcMs: instantOrNull(watermark),
			seen,
			passedOver
		});
	}
	for (const { key, holding } of inOrder) {
		if (sightings.has(key)) continue;
		const why = isInboxRoot(holding.folder) ? 'noSyncAfter' : 'notInInboxAtSync';
		sightings.set(key, {
			seen: false,
			why,
			atUtcMs: null,
			folder: holding.folder,
			watermarkUtcMs: instantOrNull(watermark)
		});
	}
	return sightings;

	/** Test & Enable comes upon what was seen before, too, and the watermark follows it. */
	function newestSeenBefore(syncAt: number): number {
		let newest = watermark;
		for (const arrival of inOrder) {
			const { key, receivedAtUtcMs } = arrival;
			if (receivedAtUtcMs > syncAt) break;
			if (receivedAtUtcMs <= newest || !sightings.get(key)?.seen) continue;
			if (isInboxRoot(folderOf(arrival, syncAt))) newest = receivedAtUtcMs;
		}
		return newest;
	}
}

/** The later of the mailbox's and the profile's date applies. */
export function processEmailsFrom(mailbox: Mailbox): number | null {
	const { processemailreceivedafterUtcMs: own, profileprocessemailsreceivedafterUtcMs: profile } = mailbox;
	return own === null ? profile : profile === null ? own : Math.max(own, profile);
}

interface Change {
	readonly atUtcMs: number;
	readonly arrival: Arrival;
}

/** When each arrival came, and when it was moved after that; by time. */
function changesOf(inOrder: readonly Arrival[]): readonly Change[] {
	const changes: Change[] = [];
	let moves = false;
	for (const arrival of inOrder) {
		changes.push({ atUtcMs: arrival.receivedAtUtcMs, arrival });
		for (const { atUtcMs } of arrival.holding.moves) {
			if (atUtcMs <= arrival.receivedAtUtcMs) continue;
			changes.push({ atUtcMs, arrival });
			moves = true;
		}
	}
	return moves ? changes.sort((a, b) => a.atUtcMs - b.atUtcMs) : changes;
}

function folderOf({ holding }: Arrival, atUtcMs: number): string {
	return folderAt(holding.folder, holding.moves, atUtcMs);
}

function cycles(syncs: readonly number[], testedAt: number | null): number[] {
	return [...new Set(testedAt === null ? syncs : [...syncs, testedAt])].sort((a, b) => a - b);
}

function instantOrNull(utcMs: number): number | null {
	return Number.isFinite(utcMs) ? utcMs : null;
}

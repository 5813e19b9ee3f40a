/**
 * When each mailbox saw each message of its Inbox: the sync cycles replayed. "Server-side sync tracks the received date
 * of the last email it processes. During the next sync cycle, it evaluates only emails that are received after that
 * date", so mail that a rule moved to a subfolder stays unseen when it is moved back.
 */
import type { Mailbox } from '../../domain/environment';
import { folderAt, isInboxRoot } from './folder';
import type { Holding } from './holdings';

export type Sighting =
	| { readonly seen: true; readonly atUtcMs: number | null; readonly by: 'arrival' | 'sync' | 'testAndEnable' }
	| { readonly seen: false; readonly why: 'notInInboxAtSync' | 'movedIntoInbox' | 'beforeWatermark' | 'noSyncAfter' };

/** One message of a mailbox, as the replay needs it. */
export interface Arrival {
	readonly key: number;
	readonly receivedAtUtcMs: number;
	readonly holding: Holding;
}

/** Sightings of one mailbox's messages, by key. `arrivals` need not be sorted. */
export function replaySyncs(mailbox: Mailbox, arrivals: readonly Arrival[]): ReadonlyMap<number, Sighting> {
	const sightings = new Map<number, Sighting>();
	const inOrder = [...arrivals].sort((a, b) => a.receivedAtUtcMs - b.receivedAtUtcMs);
	const from = processEmailsFrom(mailbox);
	const { testedandenabledonUtcMs: testedAt, syncsUtcMs } = mailbox;

	if (syncsUtcMs.length === 0) {
		for (const arrival of inOrder) {
			if (isInboxRoot(folderOf(arrival, arrival.receivedAtUtcMs))) {
				sightings.set(arrival.key, { seen: true, atUtcMs: null, by: 'arrival' });
			}
		}
	}
	let watermark = -Infinity;
	let next = 0;
	const waiting = new Set<Arrival>();
	for (const syncAt of cycles(syncsUtcMs, testedAt)) {
		for (let arrival = inOrder[next]; arrival && arrival.receivedAtUtcMs <= syncAt; arrival = inOrder[++next]) {
			waiting.add(arrival);
		}
		const reset = syncAt === testedAt;
		if (reset) watermark = from ?? -Infinity;
		let newest = watermark;
		for (const arrival of waiting) {
			const { receivedAtUtcMs, holding, key } = arrival;
			if (sightings.get(key)?.seen || (from !== null && receivedAtUtcMs < from)) continue;
			const inInbox = isInboxRoot(folderOf(arrival, syncAt));
			const after = reset ? receivedAtUtcMs >= watermark : receivedAtUtcMs > watermark;
			const arrivedElsewhere = !isInboxRoot(holding.folder);
			if (inInbox && after && (reset || !arrivedElsewhere)) {
				sightings.set(key, { seen: true, atUtcMs: syncAt, by: reset ? 'testAndEnable' : 'sync' });
				newest = Math.max(newest, receivedAtUtcMs);
			} else {
				const why = !inInbox ? 'notInInboxAtSync' : arrivedElsewhere ? 'movedIntoInbox' : 'beforeWatermark';
				sightings.set(key, { seen: false, why });
			}
		}
		watermark = newest;
	}
	for (const { key, holding } of inOrder) {
		if (sightings.has(key)) continue;
		const why = isInboxRoot(holding.folder) ? 'noSyncAfter' : 'notInInboxAtSync';
		sightings.set(key, { seen: false, why });
	}
	return sightings;
}

/** The later of the mailbox's and the profile's date applies. */
export function processEmailsFrom(mailbox: Mailbox): number | null {
	const { processemailreceivedafterUtcMs: own, profileprocessemailsreceivedafterUtcMs: profile } = mailbox;
	return own === null ? profile : profile === null ? own : Math.max(own, profile);
}

function folderOf({ holding }: Arrival, atUtcMs: number): string {
	return folderAt(holding.folder, holding.moves, atUtcMs);
}

function cycles(syncs: readonly number[], testedAt: number | null): number[] {
	return [...new Set(testedAt === null ? syncs : [...syncs, testedAt])].sort((a, b) => a - b);
}

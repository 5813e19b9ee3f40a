/** Where an email lay in a mailbox over time, and when the mailbox came upon it there, whatever its watermark. */
import type { Mailbox } from '../../domain/environment';
import { countBefore } from '../positions';
import type { Holding } from './holdings';
import type { Sighting } from './sightings';

/** An email in one folder, from when it came there until it left. */
export interface Stay {
	readonly folder: string;
	/** Null where the time of receipt is unknown or does not matter. */
	readonly sighting: Sighting | null;
}

/** Sync cycles or moves are described, so the time of receipt decides. */
export function timeMatters({ mailbox, moves }: Holding): boolean {
	return mailbox.syncsUtcMs.length > 0 || moves.length > 0;
}

export function wasSeen({ sighting }: Stay): boolean {
	return sighting === null || sighting.seen;
}

/** Stays in the folders that `counts` says, by time. */
export function staysOf(
	holding: Holding,
	receivedAtUtcMs: number | null,
	counts: (folder: string) => boolean
): readonly Stay[] {
	const { mailbox, folder, moves } = holding;
	if (receivedAtUtcMs === null || !timeMatters(holding)) {
		return [folder, ...moves.map((move) => move.folder)]
			.filter(counts)
			.map((place) => ({ folder: place, sighting: null }));
	}
	const stays: Stay[] = [];
	for (let index = 0; index <= moves.length; index++) {
		const place = moves[index - 1]?.folder ?? folder;
		if (!counts(place)) continue;
		// A move before the email was there tells where it arrived.
		const from = Math.max(moves[index - 1]?.atUtcMs ?? receivedAtUtcMs, receivedAtUtcMs);
		const until = Math.max(moves[index]?.atUtcMs ?? Infinity, receivedAtUtcMs);
		stays.push({ folder: place, sighting: sightingOf(mailbox, place, from, until) });
	}
	return stays;
}

/** Without sync cycles an email is seen as it comes. */
function sightingOf(mailbox: Mailbox, folder: string, from: number, until: number): Sighting {
	const at = mailbox.syncsUtcMs.length === 0 ? from : nextCycle(mailbox, from);
	if (at < until) return { seen: true, atUtcMs: at, by: 'trackedFolder', watermarkUtcMs: null };
	const why = until === Infinity ? 'noSyncAfter' : 'leftTrackedFolder';
	return { seen: false, why, atUtcMs: null, folder, watermarkUtcMs: null };
}

/** Infinity where none is described. */
function nextCycle({ syncsUtcMs, testedandenabledonUtcMs: tested }: Mailbox, from: number): number {
	const sync = syncsUtcMs[countBefore(syncsUtcMs, from)] ?? Infinity;
	return tested !== null && tested >= from ? Math.min(sync, tested) : sync;
}

/** The timeline of a mailbox in words: cycles, what each saw or passed over and why, moves, and how the mailbox stands. */
import type { ReasonName } from '../domain/decision';
import type { MailboxResult } from '../engine/mailboxVerdict';
import type { SightedBy, Sighting, UnseenWhy } from '../engine/scope/sightings';
import type { Look, TimelineRow } from '../engine/scope/timeline';
import { CHECK_TITLES, REASON_WORDS, reasonNameLabel, type Tone } from './labels';
import { code, count, instant, quoted, setting } from './parts';
import { say, sentenceStart, type Sentence } from './sentence';

type CycleRow = Extract<TimelineRow, { kind: 'cycle' }>;
type QuietRow = Extract<TimelineRow, { kind: 'quietCycles' }>;
type EmailRow = Extract<TimelineRow, { kind: 'email' }>;
type MoveRow = Extract<TimelineRow, { kind: 'move' }>;

/** Completes "passed over: ...". */
const PASSED_OVER: Readonly<Record<UnseenWhy | 'beforeProcessEmailsFrom', string>> = {
	notInInboxAtSync: 'it did not lie in the Inbox at that time',
	movedIntoInbox: 'it arrived in another folder, and moving it into the Inbox does not make it new',
	beforeWatermark: 'it was received before the watermark: a later email had been processed already',
	noSyncAfter: 'no sync cycle is described after it was received',
	leftTrackedFolder: 'it had left the tracked folder before the next sync cycle',
	beforeProcessEmailsFrom: 'it was received before Process Emails From'
};

/** The times of a timeline are those of looking; what an email can be linked to goes by another order. */
export const ORDER_OF_RECEIPT =
	'Emails are considered in the order in which they were received, not in that of the cycles: one that a mailbox sees at its sync of 12:00, received before 9:00, can already be what a reply received elsewhere at 9:00 is linked to.';

export const CYCLE_TITLES: Readonly<Record<CycleRow['by'], string>> = {
	sync: 'Sync cycle',
	testAndEnable: 'Test & Enable'
};

export function cycleSentence({ by, seen, passedOver, watermarkBeforeUtcMs, watermarkAfterUtcMs }: CycleRow): Sentence {
	const saw = seen === 0 ? 'Saw nothing new' : `Saw ${count(seen, 'email')}`;
	const passed = passedOver === 0 ? '' : `, passed over ${passedOver}`;
	const anew = by === 'testAndEnable' ? say`Looked at the Inbox anew. ` : say``;
	const watermark =
		watermarkBeforeUtcMs === watermarkAfterUtcMs
			? watermarkStays(watermarkAfterUtcMs)
			: say`The watermark goes from ${watermarkText(watermarkBeforeUtcMs)} to ${watermarkText(watermarkAfterUtcMs)}.`;
	return say`${anew}${saw}${passed}. ${watermark}`;
}

export function quietCyclesSentence({ cycles, untilUtcMs, watermarkUtcMs }: QuietRow): Sentence {
	return say`${count(cycles, 'cycle')} until ${instant(untilUtcMs)} came upon nothing new. ${watermarkStays(watermarkUtcMs)}`;
}

function watermarkStays(utcMs: number | null): Sentence {
	return utcMs === null ? say`There is no watermark yet.` : say`The watermark stays at ${instant(utcMs)}.`;
}

export function moveSentence({ from, to }: Pick<MoveRow, 'from' | 'to'>): Sentence {
	return say`Moved from ${quoted(from)} to ${quoted(to)}.`;
}

/** Why the mailbox did or did not see the email at that point. */
export function lookSentence({
	look,
	folder,
	atUtcMs,
	result
}: Pick<EmailRow, 'look' | 'folder' | 'atUtcMs'> & { readonly result: MailboxResult }): Sentence {
	if (result.endedBy === 'scope/mark' && look?.seen !== true) {
		const mark = result.reason === 'Untracked' ? 'Marked as untracked' : 'Tracked by hand';
		if (look === null) return say`${mark}.`;
		return look.why !== 'noSyncAfter'
			? say`${mark}; the mailbox itself passed it over: ${PASSED_OVER[look.why]}.`
			: say`${mark}; the mailbox itself has not looked yet.`;
	}
	if (look !== null) return look.seen ? say`${sentenceStart(seenClause(look.by, folder))}.` : notSeen(look);
	if (result.endedBy === 'scope/mailbox-state') return say`Not looked at: this mailbox is not synchronized.`;
	if (result.endedBy === 'scope/folder') return say`Not looked at: it lay in ${quoted(folder)}.`;
	if (atUtcMs === null) return say`No field of the email says when it was received.`;
	return say`Looked at in ${quoted(folder)}, whatever the watermark.`;
}

function seenClause(by: SightedBy, folder: string): Sentence {
	switch (by) {
		case 'arrival':
			return say`seen as it arrived: no sync cycles are described`;
		case 'sync':
			return say`seen: it lay in the Inbox and was received after the watermark`;
		case 'testAndEnable':
			return say`seen: Test & Enable looks at everything in the Inbox from Process Emails From on`;
		case 'trackedFolder':
			return say`found in the tracked folder ${quoted(folder)}, whatever the watermark`;
	}
}

function notSeen({ why }: Extract<Look, { seen: false }>): Sentence {
	return why === 'noSyncAfter' ? say`Still waiting: ${PASSED_OVER[why]}.` : say`Passed over: ${PASSED_OVER[why]}.`;
}

export interface ResultWords {
	readonly label: string;
	readonly tone: Tone;
	/** The reason by its name, and what it means. */
	readonly reason: string;
	readonly means: string;
}

/** What the mailbox made of the email; in the end, or for now where it is told of again later. */
export function rowResultWords({
	look,
	final,
	result
}: Pick<EmailRow, 'look' | 'final'> & { readonly result: MailboxResult }): ResultWords {
	if (look?.seen) {
		const inFolder = look.by === 'trackedFolder';
		return inFolder === decidedInFolder(result) || result.endedBy === 'scope/mark'
			? resultWords(result)
			: { label: 'Looked at', tone: 'quiet', reason: '', means: inFolder ? FOLDER_AFTERWARDS : decidedWhen(final) };
	}
	if (!final) return { label: 'Passed over', tone: 'quiet', reason: '', means: 'A later cycle comes upon it again' };
	const words = resultWords(result);
	const waits = result.reason === 'NotEvaluated' && look?.seen === false && look.why === 'noSyncAfter';
	return waits ? { ...words, label: 'Waiting', tone: 'quiet' } : words;
}

const FOLDER_AFTERWARDS = 'It was tracked already; all that the folder can set is Regarding';

function decidedWhen(final: boolean): string {
	return `What became of it was decided ${final ? 'before' : 'later'}, in a tracked folder`;
}

function decidedInFolder({ sighting }: MailboxResult): boolean {
	return sighting?.seen === true && sighting.by === 'trackedFolder';
}

export function resultWords({ reason, endedBy }: MailboxResult): ResultWords {
	const words = { reason: reasonNameLabel(reason), means: REASON_WORDS[reason].means };
	if (reason === 'Unknown') return { ...words, label: 'Cannot decide', tone: 'warn', means: 'a fact is missing' };
	if (reason === 'Duplicate') return { ...words, label: 'Duplicate', tone: 'quiet' };
	if (reason === 'NotEvaluated') return { ...words, label: 'Not looked at', tone: 'bad', means: endedIn(endedBy) };
	const tracked: readonly ReasonName[] = ['AcceptAll', 'CorrelationMatch', 'SenderMatch', 'Manual'];
	return tracked.includes(reason)
		? { ...words, label: 'Tracked', tone: 'good' }
		: { ...words, label: 'Refused', tone: 'bad' };
}

function endedIn(endedBy: MailboxResult['endedBy']): string {
	return endedBy === null ? '' : `stopped at “${CHECK_TITLES[endedBy]}”`;
}

/** When one mailbox saw the email, beside its verdict; empty where no cycle is concerned. */
export function sightingSentence(sighting: Sighting | null): Sentence {
	if (sighting === null) return [];
	if (!sighting.seen) {
		const at = sighting.atUtcMs === null ? say`` : say`, ${instant(sighting.atUtcMs)}`;
		return say`Not seen${at}: ${PASSED_OVER[sighting.why]}. ${watermarkThen(sighting)}`;
	}
	if (sighting.atUtcMs === null) return say`As it arrived`;
	if (sighting.by === 'trackedFolder') return say`In its tracked folder, ${instant(sighting.atUtcMs)}.`;
	const title = CYCLE_TITLES[sighting.by === 'testAndEnable' ? 'testAndEnable' : 'sync'];
	return say`${title} of ${instant(sighting.atUtcMs)}. ${watermarkThen(sighting)}`;
}

function watermarkThen({ atUtcMs, watermarkUtcMs }: Sighting): Sentence {
	if (atUtcMs === null && watermarkUtcMs === null) return [];
	return watermarkUtcMs === null ? say`No watermark then.` : say`Watermark then: ${instant(watermarkUtcMs)}.`;
}

function watermarkText(utcMs: number | null): Sentence {
	return utcMs === null ? say`none` : say`${instant(utcMs)}`;
}

/** What is said of a mailbox above its timeline. */
export interface MailboxStanding {
	readonly id: string;
	readonly ownerId: string | null;
	readonly ownerName: string | null;
	readonly ownerTable: 'systemuser' | 'queue' | null;
	readonly incomingemaildeliverymethod: 0 | 1 | 2 | 3;
	readonly enabledforincomingemail: boolean;
	readonly testedandenabledonUtcMs: number | null;
	readonly stoppedBy: { readonly column: string; readonly value: number | boolean | null } | null;
	readonly processEmailsFromUtcMs: number | null;
	readonly watermarkUtcMs: number | null;
	readonly emails: number;
	readonly tracked: number;
	readonly cycles: number;
	readonly moves: number;
}

const DELIVERY_METHODS: Readonly<Record<MailboxStanding['incomingemaildeliverymethod'], string>> = {
	0: 'None',
	1: 'Dynamics 365 for Outlook',
	2: 'Server-Side Synchronization',
	3: 'Forward Mailbox'
};

export function mailboxFacts(
	mailbox: MailboxStanding
): readonly { readonly term: string; readonly sentence: Sentence }[] {
	const { cycles, processEmailsFromUtcMs, testedandenabledonUtcMs, watermarkUtcMs } = mailbox;
	return [
		{ term: 'Owner', sentence: ownerText(mailbox) },
		{ term: 'Incoming Email', sentence: say`${DELIVERY_METHODS[mailbox.incomingemaildeliverymethod]}` },
		{ term: 'Enabled for incoming email', sentence: mailbox.enabledforincomingemail ? say`Yes` : say`No` },
		{
			term: 'Process Emails From',
			sentence: processEmailsFromUtcMs === null ? say`Not set` : say`${instant(processEmailsFromUtcMs)}`
		},
		...(testedandenabledonUtcMs === null
			? []
			: [{ term: 'Test & Enable on', sentence: say`${instant(testedandenabledonUtcMs)}` }]),
		{ term: 'Sync cycles', sentence: cycles === 0 ? say`${noCycles(mailbox)}` : say`${cycles}` },
		{
			term: 'Watermark at the end',
			sentence: watermarkUtcMs === null ? say`None: ${noWatermark(mailbox)}` : say`${instant(watermarkUtcMs)}`
		},
		{
			term: 'Emails',
			sentence: say`${mailbox.emails} here, ${mailbox.tracked} tracked by this mailbox${mailbox.moves === 0 ? '' : `, ${count(mailbox.moves, 'move')}`}`
		},
		{ term: 'Id of the mailbox', sentence: say`${code(mailbox.id)}` }
	];
}

function ownerText({ ownerId, ownerName, ownerTable }: MailboxStanding): Sentence {
	if (ownerId === null) return say`Not described`;
	if (ownerTable === null) return say`${code(ownerId)}, which is not described`;
	return say`${ownerName || ownerId}, ${ownerTable === 'queue' ? 'queue' : 'user'}`;
}

function noCycles({ stoppedBy }: MailboxStanding): string {
	return stoppedBy === null ? 'None: email is seen as it arrives' : 'None run';
}

function noWatermark({ cycles, stoppedBy }: MailboxStanding): string {
	if (stoppedBy !== null) return 'no email is processed';
	return cycles === 0 ? 'no sync cycles are described' : 'no email has been processed';
}

/** Null for a mailbox that is synchronized. */
export function mailboxStopped({ stoppedBy }: MailboxStanding): Sentence | null {
	if (stoppedBy === null) return null;
	return say`This mailbox is not synchronized, so nothing in it is looked at: ${setting(stoppedBy.column)} is ${code(String(stoppedBy.value))}.`;
}

import { expect, test } from 'vitest';
import { plainText } from './sentence';
import {
	cycleSentence,
	lookSentence,
	mailboxFacts,
	mailboxStopped,
	quietCyclesSentence,
	resultWords,
	rowResultWords,
	sightingSentence,
	type MailboxStanding
} from './timeline';

const nine = Date.UTC(2026, 0, 5, 9);
const ten = Date.UTC(2026, 0, 5, 10);

test('a cycle says what it did to the watermark', () => {
	const cycle = { kind: 'cycle', atUtcMs: ten, watermarkBeforeUtcMs: null } as const;
	expect(plainText(cycleSentence({ ...cycle, by: 'sync', watermarkAfterUtcMs: nine, seen: 2, passedOver: 1 }))).toBe(
		'Saw 2 emails, passed over 1. The watermark goes from none to 2026-01-05 09:00:00 UTC.'
	);
	expect(
		plainText(cycleSentence({ ...cycle, by: 'testAndEnable', watermarkAfterUtcMs: null, seen: 0, passedOver: 0 }))
	).toBe('Looked at the Inbox anew. Saw nothing new. There is no watermark yet.');
	expect(
		plainText(
			quietCyclesSentence({ kind: 'quietCycles', atUtcMs: nine, untilUtcMs: ten, cycles: 4, watermarkUtcMs: nine })
		)
	).toBe(
		'4 cycles until 2026-01-05 10:00:00 UTC came upon nothing new. The watermark stays at 2026-01-05 09:00:00 UTC.'
	);
});

test('what is marked is tracked by hand, whatever the mailbox saw', () => {
	const result = { reason: 'Manual', endedBy: 'scope/mark', sighting: null } as const;
	const said = (look: Parameters<typeof lookSentence>[0]['look']) =>
		plainText(lookSentence({ look, folder: 'Inbox', atUtcMs: nine, result }));
	expect(said({ seen: false, why: 'noSyncAfter' })).toBe('Tracked by hand; the mailbox itself has not looked yet.');
	expect(said({ seen: false, why: 'beforeWatermark' })).toMatch(
		/^Tracked by hand; the mailbox itself passed it over: /
	);
	expect(said(null)).toBe('Tracked by hand.');
});

test.each([
	[{ seen: true, by: 'sync' } as const, 'Seen: it lay in the Inbox and was received after the watermark.'],
	[{ seen: false, why: 'movedIntoInbox' } as const, /^Passed over: it arrived in another folder/],
	[{ seen: false, why: 'noSyncAfter' } as const, /^Still waiting: /],
	[null, 'Looked at in “Inbox/VIP”, whatever the watermark.']
])('the look %j', (look, words) => {
	const result = { reason: 'Manual', endedBy: null, sighting: null } as const;
	expect(plainText(lookSentence({ look, folder: 'Inbox/VIP', atUtcMs: nine, result }))).toMatch(words);
});

test('of two looks at one email the one that decided has the result', () => {
	const inFolder = { seen: true, by: 'trackedFolder' } as const;
	const inInbox = { seen: true, by: 'sync' } as const;
	const sighting = (by: 'sync' | 'trackedFolder') => ({ seen: true, by, atUtcMs: ten, watermarkUtcMs: null }) as const;
	const byFolder = { reason: 'Manual', endedBy: null, sighting: sighting('trackedFolder') } as const;
	const byFilter = { reason: 'AcceptAll', endedBy: null, sighting: sighting('sync') } as const;
	expect(rowResultWords({ look: inFolder, final: true, result: byFolder }).label).toBe('Tracked');
	expect(rowResultWords({ look: inInbox, final: false, result: byFolder })).toMatchObject({
		label: 'Looked at',
		means: 'What became of it was decided later, in a tracked folder'
	});
	expect(rowResultWords({ look: inInbox, final: true, result: byFolder }).means).toMatch(/decided before/);
	expect(rowResultWords({ look: inInbox, final: false, result: byFilter }).label).toBe('Tracked');
	expect(rowResultWords({ look: inFolder, final: true, result: byFilter }).label).toBe('Looked at');
	expect(plainText(lookSentence({ look: inFolder, folder: 'Inbox/VIP', atUtcMs: ten, result: byFolder }))).toBe(
		'Found in the tracked folder “Inbox/VIP”, whatever the watermark.'
	);
	expect(plainText(sightingSentence(byFolder.sighting))).toBe('In its tracked folder, 2026-01-05 10:00:00 UTC.');
});

test.each([
	['AcceptAll', 'Tracked'],
	['Manual', 'Tracked'],
	['NoCorrelationMatch', 'Refused'],
	['Untracked', 'Refused'],
	['Duplicate', 'Duplicate'],
	['NotEvaluated', 'Not looked at'],
	['Unknown', 'Cannot decide']
] as const)('%s is shown as %s', (reason, label) => {
	expect(resultWords({ reason, endedBy: 'scope/folder', sighting: null }).label).toBe(label);
});

test('the decision tells the cycle and the watermark then', () => {
	const cycle = { atUtcMs: ten, watermarkUtcMs: nine };
	expect(plainText(sightingSentence({ seen: true, by: 'sync', ...cycle }))).toBe(
		'Sync cycle of 2026-01-05 10:00:00 UTC. Watermark then: 2026-01-05 09:00:00 UTC.'
	);
	expect(plainText(sightingSentence({ seen: false, why: 'beforeWatermark', folder: 'Inbox', ...cycle }))).toMatch(
		/^Not seen, 2026-01-05 10:00:00 UTC: .* Watermark then: 2026-01-05 09:00:00 UTC\.$/
	);
	expect(sightingSentence(null)).toEqual([]);
});

test('how a mailbox stands', () => {
	const standing: MailboxStanding = {
		id: 'm-luisa',
		ownerId: 'u-luisa',
		ownerName: 'Luisa Alves',
		ownerTable: 'systemuser',
		incomingemaildeliverymethod: 2,
		enabledforincomingemail: true,
		testedandenabledonUtcMs: ten,
		stoppedBy: null,
		processEmailsFromUtcMs: nine,
		watermarkUtcMs: null,
		emails: 3,
		tracked: 1,
		cycles: 2,
		moves: 1
	};
	const facts = new Map(mailboxFacts(standing).map(({ term, sentence }) => [term, plainText(sentence)]));
	expect(facts.get('Owner')).toBe('Luisa Alves, user');
	expect(facts.get('Watermark at the end')).toBe('None: no email has been processed');
	expect(facts.get('Emails')).toBe('3 here, 1 tracked by this mailbox, 1 move');
	expect(mailboxStopped(standing)).toBeNull();
	const stoppedBy = { column: 'enabledforincomingemail', value: false };
	expect(plainText(mailboxStopped({ ...standing, stoppedBy }) ?? [])).toMatch(/enabledforincomingemail is false/);
});

test('what is not final yet is told as passed over, and what waits as waiting', () => {
	const look = { seen: false, why: 'noSyncAfter' } as const;
	const result = { reason: 'NotEvaluated', endedBy: 'scope/received-date', sighting: null } as const;
	expect(rowResultWords({ look, final: true, result }).label).toBe('Waiting');
	expect(rowResultWords({ look, final: false, result: { ...result, reason: 'AcceptAll' } }).label).toBe('Passed over');
});

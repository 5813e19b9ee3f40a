import type { UnseenWhy } from '../../engine/scope/sightings';
import { field, instant, quoted } from '../parts';
import { say, sentenceStart, type Sentence } from '../sentence';
import { rule } from '../sources';
import { EARLIER_DATE, REMEDIES, TRACK_BY_HAND } from './remedies';
import type { CheckNamed, CheckWords, Said } from './words';

type ReceivedDateCheck = CheckNamed<'scope/received-date'>;

export const receivedDateWords: CheckWords<'scope/received-date'> = {
	rules: [
		rule(
			'documented',
			'Server-side synchronization keeps the received date of the last email it processed. At the next cycle it evaluates only emails received after that.',
			'filteringAndCorrelation'
		),
		rule(
			'documented',
			'Email that is not in the Inbox at that time stays unseen, even when it is moved back to the Inbox.',
			'filteringAndCorrelation'
		),
		rule(
			'documented',
			'Of the Process Emails From dates of the mailbox and of its server profile the later one applies.',
			'notTracked'
		),
		rule(
			'inferred',
			'Test & Enable Mailbox starts again at Process Emails From, for email that lies in the Inbox at that time.',
			'filteringAndCorrelation'
		),
		rule('assumed', 'Where no sync cycles are described, email is seen as it arrives.'),
		rule(
			'assumed',
			'Email in a tracked folder is seen by the first sync cycle that finds it there; neither the watermark nor Process Emails From counts there.',
			'folderTracking'
		)
	],
	said: (check): Said => {
		const { receivedAtUtcMs, processEmailsFromUtcMs, from } = check.evidence;
		const received =
			receivedAtUtcMs === null
				? []
				: [say`Received ${instant(receivedAtUtcMs)}, by its ${field(from, from[0]?.field ?? 'Received')} field.`];
		const limit =
			processEmailsFromUtcMs === null ? [] : [say`Process Emails From is ${instant(processEmailsFromUtcMs)}.`];
		switch (check.outcome) {
			case 'passed':
				return { outcome: 'Seen', tone: 'good', sentence: seen(check), details: [...received, ...limit] };
			case 'failed':
				return {
					outcome: 'Not seen',
					tone: 'bad',
					sentence: say`${sentenceStart(notSeen(check))}.`,
					details: isTooEarly(check) ? [TRACK_BY_HAND, EARLIER_DATE] : [...received, ...limit, ...remedies(check)]
				};
			case 'indeterminate':
				return {
					outcome: 'Cannot decide',
					tone: 'warn',
					sentence: say`Cannot be decided: no field of this email says when it was received, and the mailbox asks for the time.`,
					details: limit
				};
		}
	}
};

function seen({ evidence: { sighting, processEmailsFromUtcMs } }: ReceivedDateCheck): Sentence {
	if (sighting?.seen) {
		switch (sighting.by) {
			case 'arrival':
				return say`Seen as it arrived: no sync cycles are described.`;
			case 'sync':
				return sighting.atUtcMs === null
					? say`Seen by a sync cycle.`
					: say`Seen by the sync cycle of ${instant(sighting.atUtcMs)}.`;
			case 'testAndEnable':
				return sighting.atUtcMs === null
					? say`Seen when the mailbox was tested and enabled.`
					: say`Seen when the mailbox was tested and enabled, ${instant(sighting.atUtcMs)}.`;
			case 'trackedFolder':
				return sighting.atUtcMs === null
					? say`Seen in its tracked folder, whatever the watermark.`
					: say`Seen in its tracked folder, ${instant(sighting.atUtcMs)}, whatever the watermark.`;
		}
	}
	return processEmailsFromUtcMs === null
		? say`Seen: nothing limits the time of receipt.`
		: say`Seen: it was not received before Process Emails From.`;
}

const UNSEEN: Readonly<Record<Exclude<UnseenWhy, 'notInInboxAtSync'>, string>> = {
	movedIntoInbox: 'it arrived in another folder, and moving it into the Inbox does not make it seen',
	beforeWatermark:
		'a later email had been processed before it was looked at, and only emails received after the last processed one are evaluated',
	noSyncAfter: 'no sync cycle is described after it was received',
	leftTrackedFolder: 'it had left the tracked folder before the next sync cycle'
};

function isTooEarly({ evidence }: Pick<ReceivedDateCheck, 'evidence'>): boolean {
	const { receivedAtUtcMs, processEmailsFromUtcMs } = evidence;
	return receivedAtUtcMs !== null && processEmailsFromUtcMs !== null && receivedAtUtcMs < processEmailsFromUtcMs;
}

function remedies({ evidence: { sighting, processEmailsFromUtcMs } }: ReceivedDateCheck): readonly Sentence[] {
	// A date that is described is earlier than the email here: later ones are `isTooEarly`.
	const ways = processEmailsFromUtcMs === null ? REMEDIES : REMEDIES.filter((remedy) => remedy !== EARLIER_DATE);
	return sighting?.seen === false && sighting.why === 'noSyncAfter'
		? [say`The next sync cycle sees it if it still lies there by then.`]
		: ways;
}

/** "it was received 2026-03-02 10:01:00 UTC, before Process Emails From (...)" */
export function notSeen({ evidence }: Pick<ReceivedDateCheck, 'evidence'>): Sentence {
	const { receivedAtUtcMs, processEmailsFromUtcMs, sighting } = evidence;
	if (isTooEarly({ evidence }) && receivedAtUtcMs !== null && processEmailsFromUtcMs !== null) {
		return say`it was received ${instant(receivedAtUtcMs)}, before Process Emails From (${instant(processEmailsFromUtcMs)})`;
	}
	if (sighting?.seen !== false) return say`the mailbox did not see it`;
	const { why, folder } = sighting;
	return why === 'notInInboxAtSync'
		? say`when server-side synchronization looked, it lay in ${quoted(folder)}, not in the Inbox`
		: say`${UNSEEN[why]}`;
}

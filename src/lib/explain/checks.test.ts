/** Every outcome and every code of every check has a whole sentence, its evidence too. */
import { describe, expect, it } from 'vitest';
import type { AskedFilter, MailboxVerdict, RowMention } from '../engine/checks';
import type { CheckResult } from '../engine/explanation';
import { OWNER_REASONS, QUEUE_ITEM_SETTINGS } from '../engine/population/evidence';
import { checkWords } from './checks';
import { plainText } from './sentence';
import { explanation } from './testing/explanations';

const receivedAtUtcMs = Date.UTC(2026, 2, 2, 10, 1);
const contact: RowMention = { table: 'contact', id: 'c-ann', name: 'Ann', active: true };
const luisa: RowMention = { table: 'systemuser', id: 'u-luisa', name: 'Luisa Alves', active: true };
const verdict: MailboxVerdict = {
	mailboxId: 'm-luisa',
	folder: 'Inbox',
	heldBy: 'placement',
	reason: 'AcceptAll',
	endedBy: null,
	sighting: null
};
const from = [{ field: 'From', occurrence: 0 }];

const mailbox = [null, luisa].flatMap((sender) =>
	(['held', 'notHeld', 'indeterminate', 'notReached'] as const).flatMap((outcome) =>
		[[], ['mailboxes/m-x', 'mailboxes/m-x/ownerid', 'users or queues/u-x', 'receivedAt', 'else']].map(
			(needs): CheckResult => ({ check: 'scope/mailbox', outcome, evidence: { mailboxes: [verdict], sender, needs } })
		)
	)
);
const mailboxState = (
	[
		...[0, 1, 3].map((value) => ['incomingemaildeliverymethod', value] as const),
		['enabledforincomingemail', false],
		...[0, 2, 3].map((value) => ['emailrouteraccessapproval', value] as const),
		...[0, 2, 9].map((value) => ['incomingemailstatus', value] as const),
		['constructor', 1],
		[null, null]
	] as const
).map(([column, value]): CheckResult => ({
	check: 'scope/mailbox-state',
	outcome: 'failed',
	evidence: { mailboxId: 'm-luisa', column, value }
}));
const folder = [
	...(['inbox', 'sentItems', 'trackedFolder', 'category'] as const).map((outcome) => ({ outcome, why: null })),
	...(['notTracked', 'sentItemsOff', 'queueMailbox', 'beyondLimit', 'notBelowInbox', null] as const).map((why) => ({
		outcome: 'failed' as const,
		why
	}))
].flatMap(({ outcome, why }) =>
	[null, 'Tracked to Dynamics 365', 'Blue'].map((category): CheckResult => ({
		check: 'scope/folder',
		outcome,
		evidence: { folder: 'Archive', category, why, setting: null }
	}))
);
const sightings = [
	null,
	...(['arrival', 'sync', 'testAndEnable', 'trackedFolder'] as const).flatMap((by) => [
		{ seen: true as const, atUtcMs: receivedAtUtcMs, by, watermarkUtcMs: receivedAtUtcMs - 1 },
		{ seen: true as const, atUtcMs: null, by, watermarkUtcMs: null }
	]),
	...(['notInInboxAtSync', 'movedIntoInbox', 'beforeWatermark', 'noSyncAfter', 'leftTrackedFolder'] as const).map(
		(why) => ({
			seen: false as const,
			folder: 'Inbox/VIP',
			why,
			atUtcMs: receivedAtUtcMs,
			watermarkUtcMs: null
		})
	)
];
const receivedDate = (['passed', 'failed', 'indeterminate'] as const).flatMap((outcome) =>
	sightings.flatMap((sighting) =>
		[null, receivedAtUtcMs - 1, receivedAtUtcMs + 1].map((processEmailsFromUtcMs): CheckResult => ({
			check: 'scope/received-date',
			outcome,
			evidence: { receivedAtUtcMs, processEmailsFromUtcMs, sighting, from: [{ field: 'Date', occurrence: 0 }] }
		}))
	)
);
const sender = (
	[
		['resolved', 'onlyMatch'],
		['resolved', 'ownedByReceiver'],
		['resolved', 'firstByType'],
		['unresolved', 'noMatch'],
		['unresolved', 'inactiveUser'],
		['unresolved', 'noneActive'],
		['unresolved', 'unresolvedBySetting'],
		['unresolved', 'tooMany'],
		['invalid', 'malformed']
	] as const
).flatMap(([outcome, why]) =>
	[null, 'ann@fabrikam.example'].map((address): CheckResult => ({
		check: 'resolution/sender',
		outcome,
		evidence: {
			address,
			row: outcome === 'resolved' ? contact : null,
			why,
			candidates: why === 'noMatch' ? [] : Array.from({ length: 30 }, (_, n) => ({ ...contact, id: `c-${n}` })),
			from
		}
	}))
);
const recipients: readonly CheckResult[] = [
	{ check: 'resolution/recipients', outcome: 'noUserOrQueue', evidence: { recipients: [] } },
	{
		check: 'resolution/recipients',
		outcome: 'resolved',
		evidence: {
			recipients: (['To', 'Cc', 'Bcc'] as const).map((field) => ({
				field,
				address: 'luisa@contoso.example',
				rows: [luisa],
				leftOut: [
					{ row: contact, why: 'inactive' },
					{ row: contact, why: 'severalMatch' }
				]
			}))
		}
	}
];
const internalMail = [
	...['ignoreinternalemail', 'IgnoreInternalEmailDetectionEnhancement', 'IgnoreInternalEmailFromQueues'].map(
		(setting): CheckResult => ({
			check: 'acceptance/internal-mail',
			outcome: 'failed',
			evidence: { rejected: true, setting }
		})
	),
	...(
		[
			['twoActivities', 'ignoreinternalemail'],
			['notInternal', 'ignoreinternalemail'],
			['toQueue', 'DoNotIgnoreInternalEmailToQueues'],
			['noOtherCopy', 'IgnoreInternalEmailDetectionEnhancement'],
			['noOtherCopy', 'IgnoreInternalEmailFromQueues']
		] as const
	).map(([why, setting]): CheckResult => ({
		check: 'acceptance/internal-mail',
		outcome: 'passed',
		evidence: { rejected: false, why, setting }
	}))
];
const filters = ([0, 1, 2, 3, 4] as const).flatMap((filteringMethod) =>
	(['To', 'owner'] as const).flatMap((via) =>
		[true, false].map((accepts): AskedFilter => ({
			entity: luisa,
			via,
			filteringMethod,
			forcedBy: accepts ? null : 'SSSForceFilteringMethodForUserMailboxes',
			accepts
		}))
	)
);
const filtering = [...filters.map((filter) => [filter]), [], filters].flatMap((asked) =>
	(['accepted', 'rejected', 'noRecipient'] as const).flatMap((outcome) =>
		[true, false].map((outgoing): CheckResult => ({
			check: 'acceptance/filtering',
			outcome,
			evidence: { asked, onlySyncingMailbox: outgoing, outgoing }
		}))
	)
);
const restricted = (['passed', 'failed'] as const).map((outcome): CheckResult => ({
	check: 'scope/restricted',
	outcome,
	evidence: { contentType: 'text/plain' }
}));
const setByFolder: CheckResult = {
	check: 'population/regarding',
	outcome: 'setByFolder',
	evidence: { regarding: { table: 'incident', id: 'CAS-1', name: '' }, inheritedFrom: null }
};
const named = { id: 'u-luisa', name: 'Luisa Alves' };
const owner = OWNER_REASONS.flatMap((why) =>
	[null, named, { id: 't-sales', name: null }].map((owner): CheckResult => ({
		check: 'population/owner',
		outcome: owner === null ? 'unknown' : 'set',
		evidence: {
			owner,
			why,
			field: owner === null ? null : 'Cc',
			lists: [
				{
					field: 'Cc',
					candidates: (['yes', 'no', 'unknown'] as const).map((eligible) => ({
						recipient: { ...luisa, table: eligible === 'unknown' ? 'queue' : 'systemuser' },
						owner: eligible === 'unknown' ? null : named,
						eligible
					}))
				}
			],
			correlated: owner === null ? null : 'parent',
			correlatedOwner: owner,
			senderRow: owner === null ? null : contact,
			senderRowOwner: owner
		}
	}))
);
const items = (['recipient', 'synchronizingMailbox', 'laterMailbox'] as const).map((cause) => ({
	queue: { ...luisa, table: 'queue' },
	cause,
	setting: QUEUE_ITEM_SETTINGS[cause]
}));
const queueItems = (['made', 'none', 'outgoing', 'byHand'] as const).flatMap((outcome) =>
	[null, 'parent'].map((storedEmail): CheckResult => ({
		check: 'population/queue-items',
		outcome,
		evidence: { made: outcome === 'made' ? items : [], notMade: storedEmail === null ? items : [], storedEmail }
	}))
);
const contactMade = (['made', 'madeBefore'] as const).flatMap((outcome) =>
	[true, false].map((wouldBeAccepted): CheckResult => ({
		check: 'population/contact',
		outcome,
		evidence: { address: 'ann@fabrikam.example', madeBy: 'parent', wouldBeAccepted }
	}))
);

const all: readonly CheckResult[] = [
	...mailbox,
	...mailboxState,
	...folder,
	...receivedDate,
	...sender,
	...recipients,
	...internalMail,
	...filtering,
	...restricted,
	setByFolder,
	...owner,
	...queueItems,
	...contactMade
];

describe('checkWords', () => {
	it.each(all)('$check $outcome, %#', (check) => {
		const words = checkWords(check, explanation({ checks: [check] }));
		expect(words.title.length).toBeGreaterThan(4);
		expect(words.outcome.length).toBeGreaterThan(3);
		expect(words.rules.length).toBeGreaterThan(0);
		for (const sentence of [words.sentence, ...words.details].map(plainText)) {
			expect(sentence).toMatch(/^(“|[A-Z0-9]|[a-z]+ is |ann@).*\.$/s);
			expect(sentence).not.toMatch(/undefined|null|\[object|\.\.|,,| {2}|\(\)/);
		}
		expect(words.details.length).toBeLessThanOrEqual(23);
	});
});

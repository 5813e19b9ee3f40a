/** Decides the same facts again and again, by turns with reading them as JSON. */
import { FRESH_INSTALL, type Environment } from '../../../src/lib/domain/environment';
import type { MessageFacts } from '../../../src/lib/domain/message';
import { decide } from '../../../src/lib/engine/decide';

const { organization } = FRESH_INSTALL;
/** Changed environments: a method switched off, the most expensive one switched on, all mail in one queue's mailbox. */
const ENVIRONMENTS: Readonly<Record<string, Environment>> = {
	decideWithoutTokens: { ...FRESH_INSTALL, organization: { ...organization, usetrackingtokens: false } },
	decideWithSmartMatching: { ...FRESH_INSTALL, organization: { ...organization, enablesmartmatching: true } },
	decideWithMailbox: {
		...FRESH_INSTALL,
		freshInstall: false,
		queues: [
			{
				id: 'q',
				name: 'All',
				emailaddresses: ['all@mail.example'],
				incomingemailfilteringmethod: 0,
				ownerid: null,
				active: true
			}
		],
		mailboxes: [
			{
				id: 'm',
				ownerid: 'q',
				incomingemaildeliverymethod: 2,
				enabledforincomingemail: true,
				emailrouteraccessapproval: null,
				incomingemailstatus: null,
				processemailreceivedafterUtcMs: null,
				profileprocessemailsreceivedafterUtcMs: null,
				testedandenabledonUtcMs: null,
				trackedfolders: [],
				syncsUtcMs: []
			}
		],
		placements: [{ files: '**', mailboxid: 'm', folder: 'Inbox', moves: [], category: null }]
	}
};

const pathsOf = () => ['a.eml'];

addEventListener('message', (event: MessageEvent<{ facts: string; rounds: number }>) => {
	const { facts, rounds } = event.data;
	const measured: Record<string, number[]> = { parse: [] };
	let messages: readonly MessageFacts[] = [];
	for (let round = 0; round < rounds; round++) {
		(measured.parse ??= []).push(timed(() => (messages = JSON.parse(facts) as readonly MessageFacts[])));
		for (const [name, environment] of Object.entries(ENVIRONMENTS)) {
			(measured[name] ??= []).push(timed(() => decide(messages, environment, { pathsOf })));
		}
	}
	postMessage(measured);
});

function timed(work: () => unknown): number {
	const startedAt = performance.now();
	work();
	return performance.now() - startedAt;
}

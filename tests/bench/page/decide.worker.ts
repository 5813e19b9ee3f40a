/** Decides the same facts again and again, by turns with reading them as JSON. */
import { FRESH_INSTALL, type Environment } from '../../../src/lib/domain/environment';
import type { MessageFacts } from '../../../src/lib/domain/message';
import { decide } from '../../../src/lib/engine/decide';

const { organization } = FRESH_INSTALL;
/** Two changed environments: one switches a method off, the other switches the most expensive one on. */
const ENVIRONMENTS: Readonly<Record<string, Environment>> = {
	decideWithoutTokens: { ...FRESH_INSTALL, organization: { ...organization, usetrackingtokens: false } },
	decideWithSmartMatching: { ...FRESH_INSTALL, organization: { ...organization, enablesmartmatching: true } }
};

addEventListener('message', (event: MessageEvent<{ facts: string; rounds: number }>) => {
	const { facts, rounds } = event.data;
	const measured: Record<string, number[]> = { parse: [] };
	let messages: readonly MessageFacts[] = [];
	for (let round = 0; round < rounds; round++) {
		(measured.parse ??= []).push(timed(() => (messages = JSON.parse(facts) as readonly MessageFacts[])));
		for (const [name, environment] of Object.entries(ENVIRONMENTS)) {
			(measured[name] ??= []).push(timed(() => decide(messages, environment)));
		}
	}
	postMessage(measured);
});

function timed(work: () => unknown): number {
	const startedAt = performance.now();
	work();
	return performance.now() - startedAt;
}

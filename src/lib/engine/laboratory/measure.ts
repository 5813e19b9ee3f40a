/** Tries a way of correlating on every trial: the methods as they are set, and smart matching under other settings. */
import type { MethodId } from '../../domain/columns';
import type { Environment } from '../../domain/environment';
import { conversationIndex } from '../correlation/conversationIndex';
import { correlate } from '../correlation/correlate';
import type { HashFilter } from '../correlation/hashFilter';
import type { CorrelationMethod } from '../correlation/method';
import { smartMatching } from '../correlation/smartMatching';
import type { StoredEmails } from '../correlation/storedEmails';
import { trackingToken } from '../correlation/trackingToken';
import type { Decisions } from '../decide';
import { Findings } from './score';
import type { Trials } from './trials';

/** Methods that are tried on their own, whether they are switched on or not. */
export const TRIED_METHODS = ['TrackingToken', 'ConversationIndex'] as const satisfies readonly MethodId[];
export type TriedMethod = (typeof TRIED_METHODS)[number];
const METHODS = { TrackingToken: trackingToken, ConversationIndex: conversationIndex };

/** The settings of smart matching that are tried against each other; all others are those of the environment. */
export interface SmartMatchingSettings {
	readonly hashfilterkeywords: string;
	readonly hashdeltasubjectcount: number;
	readonly hashminaddresscount: number;
}

export function smartMatchingSettingsOf({ organization }: Environment): SmartMatchingSettings {
	const { hashfilterkeywords, hashdeltasubjectcount, hashminaddresscount } = organization;
	return { hashfilterkeywords, hashdeltasubjectcount, hashminaddresscount };
}

/** So many take well under a few milliseconds, but for settings under which nearly every subject fits. */
const trialsPerStep = 50;

export function* measureMethod(id: TriedMethod, trials: Trials, { stored }: Decisions): Generator<void, Findings> {
	return yield* measure(trials, (position) => find<TriedMethod>(METHODS[id], position, stored));
}

/** What is left of the whole order, as it is set, once In-Reply-To is hidden. */
export function* measureOrder(trials: Trials, { stored }: Decisions): Generator<void, Findings> {
	return yield* measure(
		trials,
		(position) => correlate({ ...stored.message(position), inReplyTo: [] }, position, stored).correlated
	);
}

/** `stored` is that of `storedUnder`. */
export function* measureSmartMatching(trials: Trials, stored: StoredEmails): Generator<void, Findings> {
	return yield* measure(trials, (position) => find(smartMatching, position, stored));
}

/** The environment with smart matching on and set so, whatever switches it off now. */
export function withSmartMatching(environment: Environment, settings: SmartMatchingSettings): Environment {
	const { organization, orgDbOrgSettings } = environment;
	return {
		...environment,
		organization: { ...organization, ...settings, enablesmartmatching: true, emailcorrelationenabled: true },
		orgDbOrgSettings: {
			...orgDbOrgSettings,
			DisableSmartMatching: false,
			DisableSmartMatchingEmailHashCreation: false
		}
	};
}

/** The emails that are stored now, for smart matching under other settings to look through. */
export function storedUnder(
	settings: SmartMatchingSettings,
	hashFilter: HashFilter,
	{ environment, stored }: Decisions
): Generator<void, StoredEmails> {
	return stored.forSmartMatching(withSmartMatching(environment, settings), hashFilter);
}

function* measure(trials: Trials, findFor: (position: number) => number): Generator<void, Findings> {
	const findings = new Findings(trials);
	for (const [index, position] of trials.positions.entries()) {
		findings.set(index, findFor(position));
		if (index % trialsPerStep === 0) yield;
	}
	return findings;
}

/** None of these methods reads In-Reply-To, so there is nothing to hide from them. */
function find<M extends MethodId>(method: CorrelationMethod<M>, position: number, stored: StoredEmails): number {
	const message = stored.message(position);
	if (method.missing(message, stored).length > 0 || method.needs(stored).length > 0) return -1;
	return method.find(message, position, stored);
}

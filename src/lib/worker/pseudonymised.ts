/** The case as it leaves in a pseudonymised snapshot: keyed, and decided again from what is left. */
import type { ActivityId } from '../domain/columns';
import type { MessageFacts } from '../domain/message';
import type { ImportEntry } from '../domain/report';
import { autoReplyClass } from '../engine/autoreply/classify';
import { compileHashFilter } from '../engine/correlation/hashFilter';
import type { Decisions } from '../engine/decide';
import { answersByPosition, explain } from '../engine/explain';
import type { Explanation } from '../engine/explanation';
import { decideInSteps } from '../engine/flips/decideInSteps';
import { decodeEnvironmentFile, type EnvironmentFile } from '../snapshot/environmentFile';
import { Redaction, TextCollector, type TextsToKey } from '../snapshot/redaction/redaction';
import type { HmacOf } from '../snapshot/redaction/keys';
import type { Library } from './library';
import { hmacsOf } from './keyedTokens';
import { untilDone } from './pauses';

export interface Pseudonymised {
	/** By position, which is that of the library. */
	readonly decisions: Decisions;
	readonly environmentFile: EnvironmentFile;
	readonly imports: readonly ImportEntry[];
	readonly texts: TextsToKey;
	/** Emails decided otherwise than in the library. None is expected. */
	readonly decidedOtherwise: number;
	paths(position: number): readonly string[];
	explain(position: number): Explanation;
	activityId(position: number): ActivityId;
}

interface Keyed {
	readonly facts: readonly MessageFacts[];
	readonly paths: readonly (readonly string[])[];
	readonly environmentFile: EnvironmentFile;
	readonly imports: readonly ImportEntry[];
}

const messagesPerStep = 50;

export async function pseudonymise(
	library: Library,
	imports: readonly ImportEntry[],
	passphrase: string | null
): Promise<Pseudonymised> {
	const collector = new TextCollector();
	await untilDone(keyInSteps(library, imports, collector.hmacOf));
	const hmacOf = await hmacsOf(collector.texts, passphrase);
	const keyed = await untilDone(keyInSteps(library, imports, hmacOf));

	const decoded = decodeEnvironmentFile(keyed.environmentFile);
	if (!decoded.ok) throw new Error('A pseudonymised environment does not follow its own format.');
	const { environment } = decoded;
	const paths = new Map(keyed.facts.map(({ sha256 }, at) => [sha256, keyed.paths[at] ?? []]));
	const pathsOf = (sha256: string) => paths.get(sha256) ?? [];
	const hashFilter = compileHashFilter(environment.organization.hashfilterkeywords);
	const options = { hashFilter, pathsOf };
	const decisions = await untilDone(decideInSteps(keyed.facts, keyed.facts, environment, options));
	const answers = answersByPosition(decisions);
	const pathsAt = (position: number) => keyed.paths[position] ?? [];
	return {
		decisions,
		environmentFile: keyed.environmentFile,
		imports: keyed.imports,
		texts: collector.texts,
		decidedOtherwise: differences(library.decisions, decisions),
		paths: pathsAt,
		explain: (position) => explain(decisions, position, pathsAt(position), answers.get(position) ?? []),
		activityId: (position) => decisions.stored.activityId(position)
	};
}

function* keyInSteps(library: Library, imports: readonly ImportEntry[], hmacOf: HmacOf): Generator<void, Keyed> {
	const { decisions } = library;
	const redaction = new Redaction(decisions.environment, decisions.hashFilter, hmacOf);
	const facts: MessageFacts[] = [];
	const paths: (readonly string[])[] = [];
	for (let position = 0; position < decisions.length; position++) {
		const message = decisions.stored.message(position);
		facts.push(redaction.facts(message, position));
		paths.push(redaction.pathsOf(library.paths(message.sha256)));
		if (position % messagesPerStep === messagesPerStep - 1) yield;
	}
	const entries: ImportEntry[] = [];
	for (const entry of imports) {
		entries.push(redaction.importEntry(entry));
		if (entries.length % messagesPerStep === 0) yield;
	}
	return { facts, paths, environmentFile: redaction.environmentFile(), imports: entries };
}

function differences(before: Decisions, after: Decisions): number {
	let count = 0;
	for (let position = 0; position < before.length; position++) {
		const same =
			before.tracked(position) === after.tracked(position) &&
			before.reason[position] === after.reason[position] &&
			before.method[position] === after.method[position] &&
			before.correlated[position] === after.correlated[position] &&
			before.isOutgoing(position) === after.isOutgoing(position) &&
			before.subjectChanged(position) === after.subjectChanged(position) &&
			autoReplyClass(before.stored.message(position)) === autoReplyClass(after.stored.message(position));
		if (!same) count++;
	}
	return count;
}

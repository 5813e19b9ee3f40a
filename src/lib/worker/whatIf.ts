/** The draft of the environment: every email decided under it from an empty store, in between other calls. */
import type { ActivityId } from '../domain/columns';
import { answersByPosition, explain } from '../engine/explain';
import type { Explanation } from '../engine/explanation';
import { decideInSteps } from '../engine/flips/decideInSteps';
import { compareInSteps } from '../engine/whatIf/compare';
import { decodeEnvironmentFile } from '../snapshot/environmentFile';
import type { EnvironmentFileContent, WhatIfPage, WhatIfQuery, WhatIfResult } from './api';
import { BoundedRunner } from './bounded';
import { compilePatterns, tryPatterns, type PatternsInUse } from './environments';
import { changesOfKeyedSubjects } from './keyedMail';
import type { Library } from './library';
import { untilDone, whileGoingOn } from './pauses';
import { whatIfPage, type DecidedDraft } from './whatIfRows';

export class WhatIf {
	readonly #library: () => Library;
	readonly #patterns = new BoundedRunner();
	#asked = 0;
	#kept: DecidedDraft | null = null;
	#answers: ReadonlyMap<number, readonly number[]> | null = null;

	constructor(library: () => Library) {
		this.#library = library;
	}

	/** Ends what is under way for another draft. */
	async evaluate(content: EnvironmentFileContent): Promise<WhatIfResult> {
		this.forget();
		const asked = this.#asked;
		const library = this.#library();
		const { revision } = library;
		const goesOn = () => asked === this.#asked && this.#library() === library && library.revision === revision;

		const decoded = decodeEnvironmentFile(content);
		if (!decoded.ok) return { ok: false, code: 'invalid', issues: decoded.issues };
		const { environment, stored } = library.decisions;
		const refused = changesOfKeyedSubjects(stored.messages, environment, decoded.environment);
		if (refused.length > 0) return { ok: false, code: 'invalid', issues: refused };
		const compiled = compilePatterns(decoded.environment);
		const tried = await tryPatterns(compiled, library.subjects(), this.#patterns);
		if (!goesOn()) return superseded;
		const decided = await untilDone(steps(library, tried, goesOn));
		if (decided === null) return superseded;
		const { decisions, differences } = decided;
		this.#kept = { library, revision, ...decided };
		const summary = {
			revision,
			emails: differences.length,
			changed: differences.changed,
			tracked: decisions.trackedCount,
			refused: [...compiled.refused, ...tried.refused]
		};
		return { ok: true, summary };
	}

	/** Ends what is under way, and frees what was decided. */
	forget(): void {
		this.#asked++;
		this.#kept = null;
		this.#answers = null;
		this.#patterns.giveUp();
	}

	/** Null unless a draft is decided over the case as it is now. */
	page(query: WhatIfQuery): WhatIfPage | null {
		const draft = this.#current();
		return draft && whatIfPage(draft, query);
	}

	/** As `explain`, under the draft. */
	explain(activityId: ActivityId): Explanation | null {
		const draft = this.#current();
		const position = draft?.decisions.stored.positionOf(activityId) ?? null;
		if (draft === null || position === null) return null;
		this.#answers ??= answersByPosition(draft.decisions);
		const { sha256 } = draft.decisions.stored.message(position);
		return explain(draft.decisions, position, draft.library.paths(sha256), this.#answers.get(position) ?? []);
	}

	#current(): DecidedDraft | null {
		const kept = this.#kept;
		if (kept === null) return null;
		return kept.library === this.#library() && kept.library.revision === kept.revision ? kept : null;
	}
}

const superseded: WhatIfResult = { ok: false, code: 'superseded' };

type Decided = Pick<DecidedDraft, 'decisions' | 'differences'>;

/** Null when it is not to go on. */
function* steps(
	library: Library,
	{ environment, hashFilter }: PatternsInUse,
	goesOn: () => boolean
): Generator<void, Decided | null> {
	const { decisions: before } = library;
	const { length } = before;
	const messages = before.stored.messages.slice(0, length);
	const pathsOf = (sha256: string) => library.paths(sha256);
	const decisions = yield* whileGoingOn(
		decideInSteps(messages, messages, environment, { hashFilter, pathsOf }),
		goesOn
	);
	if (decisions === null) return null;
	const differences = yield* whileGoingOn(compareInSteps(before, decisions, length), goesOn);
	return differences && { decisions, differences };
}

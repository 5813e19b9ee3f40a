/** The tokens that the emails of the case carry: every subject is looked at once, in between other calls. */
import { maxPatternSubjectLength } from '../domain/limits';
import { TokenSurvey, type SubjectReading, type TokensInCase } from '../engine/tokens/survey';
import type { Library } from './library';
import { untilDone } from './pauses';

interface Surveyed {
	readonly library: Library;
	readonly revision: number;
	readonly survey: Promise<TokenSurvey>;
}

export class Tokens {
	readonly #library: () => Library;
	#surveyed: Surveyed | null = null;

	constructor(library: () => Library) {
		this.#library = library;
	}

	/** Looked for anew after a change; asked for again before, the same answer. */
	async inUse(): Promise<TokensInCase> {
		return (await this.#survey()).result();
	}

	/** @param text a subject or a token; the part beyond 1,000 characters is left out */
	async read(text: string): Promise<SubjectReading> {
		return (await this.#survey()).read(text.slice(0, maxPatternSubjectLength));
	}

	#survey(): Promise<TokenSurvey> {
		const library = this.#library();
		const { revision } = library;
		if (this.#surveyed?.library !== library || this.#surveyed.revision !== revision) {
			this.#surveyed = { library, revision, survey: untilDone(surveyOf(library)) };
		}
		return this.#surveyed.survey;
	}
}

function* surveyOf({ decisions }: Library): Generator<unknown, TokenSurvey> {
	// Decisions made meanwhile are new objects or longer ones; this looks at those of now.
	const { length, stored } = decisions;
	const survey = new TokenSurvey(stored);
	for (let position = 0; position < length; position++) {
		survey.add(position);
		yield position;
	}
	yield* survey.countConversations();
	return survey;
}

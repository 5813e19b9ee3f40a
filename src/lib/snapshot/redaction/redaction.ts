/** A whole case, pseudonymised. Run twice: once to learn which texts need a token, once with the tokens. */
import type { Environment } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import { TOKEN_KINDS, type TokenKind } from '../../domain/redaction';
import type { ImportEntry } from '../../domain/report';
import type { HashFilter } from '../../engine/correlation/hashFilter';
import type { EnvironmentFile } from '../environmentFile';
import { EnvironmentRedaction } from './environment';
import { FactsRedaction, keyedSha256 } from './facts';
import type { HmacOf } from './keys';
import { PathRedaction } from './paths';
import { keyedText } from './text';

export class Redaction {
	readonly #environment: Environment;
	readonly #hashFilter: HashFilter;
	readonly #facts: FactsRedaction;
	readonly #paths: PathRedaction;
	readonly #hmacOf: HmacOf;

	constructor(environment: Environment, hashFilter: HashFilter, hmacOf: HmacOf) {
		this.#environment = environment;
		this.#hashFilter = hashFilter;
		this.#hmacOf = hmacOf;
		this.#facts = new FactsRedaction(environment, hashFilter, hmacOf);
		this.#paths = new PathRedaction(environment.placements, hmacOf);
	}

	environmentFile(): EnvironmentFile {
		return new EnvironmentRedaction(this.#facts, this.#paths, this.#hmacOf).keyed(this.#environment, this.#hashFilter);
	}

	/** @param order place in processing order */
	facts(facts: MessageFacts, order: number): MessageFacts {
		return this.#facts.keyed(facts, order);
	}

	/** Sorted, as paths of an email are. */
	pathsOf(paths: readonly string[]): readonly string[] {
		return paths.map((path) => this.#paths.path(path)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
	}

	importEntry({ path, sha256, bytes, kind, outcome, code, detail, warnings, alreadyThere }: ImportEntry): ImportEntry {
		const figures = Object.entries(detail).map(([key, value]) => [
			key,
			typeof value === 'string' ? keyedText(value, this.#hmacOf) : value
		]);
		return {
			path: this.#paths.path(path),
			sha256: sha256 === null ? null : keyedSha256(sha256, this.#hmacOf),
			bytes,
			kind,
			outcome,
			code,
			detail: Object.fromEntries(figures) as ImportEntry['detail'],
			warnings,
			alreadyThere
		};
	}
}

/** Distinct texts by kind, in the order in which they came up. */
export type TextsToKey = ReadonlyMap<TokenKind, ReadonlySet<string>>;

/** Remembers what a redaction asks for. Which texts it asks for never depends on the tokens it gets. */
export class TextCollector {
	readonly texts: TextsToKey;
	readonly #texts = new Map<TokenKind, Set<string>>(TOKEN_KINDS.map((kind) => [kind, new Set()]));

	constructor() {
		this.texts = this.#texts;
	}

	readonly hmacOf: HmacOf = (kind, text) => {
		this.#texts.get(kind)?.add(text);
		return placeholder;
	};
}

const placeholder = '0'.repeat(64);

/** The HMAC's input: kinds hold no line feed. */
export function hmacInput(kind: TokenKind, text: string): string {
	return `${kind}\n${text}`;
}

import { expect, test } from 'vitest';
import { sha256Like } from '../../../tests/support/mail';
import { DEFAULT_HASH_FILTER_KEYWORDS } from '../domain/environment';
import type { MessageFacts } from '../domain/message';
import type { ImportEntry } from '../domain/report';
import { PLAIN_FACTS } from '../domain/testing/plainFacts';
import { compileHashFilter } from '../engine/correlation/hashFilter';
import { RemovedEntries } from '../storage/removedEntries';
import type { Store } from '../storage/store';
import { activeEnvironment } from './environments';
import { ImportWriter } from './importWriter';
import { Library } from './library';
import type { OpenCase } from './openCase';

const sha256 = sha256Like('a');
const facts: MessageFacts = { ...PLAIN_FACTS, sha256 };
const entry = (alreadyThere: boolean): ImportEntry => ({
	path: 'a.eml',
	bytes: 1,
	sha256,
	kind: 'eml',
	outcome: 'parsed',
	code: null,
	detail: {},
	warnings: [],
	alreadyThere
});

const { environment } = activeEnvironment(null, false);
const hashFilter = compileHashFilter(DEFAULT_HASH_FILTER_KEYWORDS);

/** A library whose first pack brought the email; a removal of it, if any, is not erased yet. */
function libraryWith(email: MessageFacts | null, removed: boolean): Library {
	const removals = [{ importId: null, sha256s: [sha256], throughImportPackId: 1 }];
	const library = new Library(1, environment, hashFilter, new RemovedEntries(removed ? removals : []));
	if (email === null) return library;
	library.addPack(1, [email]);
	library.addEntries(1, 1, [entry(false)]);
	return library;
}

test.each([
	['that was erased since it was read', libraryWith(null, false), true, false, 'removed-meanwhile', 0],
	['that came meanwhile', libraryWith(facts, false), false, true, null, 0],
	['that is there', libraryWith(facts, false), true, false, null, 0],
	['that is new', libraryWith(null, false), false, true, null, 1],
	['that was removed and not erased', libraryWith(facts, true), true, false, null, 1]
])('an email %s', async (_, library, known, withBytes, code, newEmails) => {
	const added: number[] = [];
	const store = {
		beginImport: async () => 2,
		addBatch: async (...parameters: Parameters<Store['addBatch']>) => {
			added.push(parameters[4] ?? -1);
			return { factsPackId: null, importPackId: 2 };
		}
	} as unknown as Store;
	const writer = new ImportWriter(store, { library } as OpenCase);
	const members = withBytes ? [{ facts, headerBlock: null, raw: null }] : [];
	const [written] = await writer.add({ members, entries: [entry(known)] });
	expect(written?.code).toBe(code);
	expect(added).toEqual([newEmails]);
});

import { expect, test } from 'vitest';
import { environment, mail } from '../../../tests/support/mail';
import { maxPatternSubjectLength } from '../domain/limits';
import { compileHashFilter } from '../engine/correlation/hashFilter';
import { Library } from './library';
import { Tokens } from './tokens';

function libraryWith(...subjects: readonly string[]): Library {
	const under = environment({});
	const library = new Library(1, under, compileHashFilter(under.organization.hashfilterkeywords));
	library.addPack(
		1,
		subjects.map((subject, at) => mail(subject, { at, subject }))
	);
	library.decideNew();
	return library;
}

test('the case is looked at once for each of its revisions', async () => {
	let library = libraryWith('Pump CRM:0001005', 'Valve CRM:0001005');
	const tokens = new Tokens(() => library);
	expect(await tokens.inUse()).toMatchObject({ emails: 2, tokensTotal: 1, reusedTotal: 1 });
	expect(await tokens.read('CRM:0001006')).toMatchObject({ tokens: [{ token: 'CRM:0001006', emails: 0 }] });

	library.addPack(2, [mail('later', { at: 9, subject: 'Seals CRM:0001006' })]);
	library.decideNew();
	expect(await tokens.inUse()).toMatchObject({ emails: 3, tokensTotal: 2 });
	expect(await tokens.read('CRM:0001006')).toMatchObject({ tokens: [{ emails: 1, conversations: 1 }] });

	library = libraryWith('Another case');
	expect(await tokens.inUse()).toMatchObject({ emails: 1, tokensTotal: 0 });
});

test('of a long text the start is read', async () => {
	const tokens = new Tokens(() => libraryWith());
	const long = `${'x '.repeat(maxPatternSubjectLength)}CRM:0001005`;
	expect(await tokens.read(long)).toEqual({ tokens: [], nearMisses: [] });
	expect(await tokens.read(`CRM:0001005 ${long}`)).toMatchObject({ tokens: [{ token: 'CRM:0001005' }] });
});

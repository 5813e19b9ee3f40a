import { describe, expect, test } from 'vitest';
import { environment, mail, queue, record, user } from '../../../../tests/support/mail';
import { DEFAULT_ORG_DB_ORG_SETTINGS, type RecordRow } from '../../domain/environment';
import { Directory } from './directory';
import { resolveRecipients } from './recipients';
import { resolveSender } from './sender';

const shared = { emailaddresses: ['ann@fabrikam.com'] };
const day = 86_400_000;

function winner(records: readonly RecordRow[], receivers: readonly string[] = [], settings = {}) {
	const directory = new Directory(environment({ users: [user('luisa')], records }));
	const { row, why } = resolveSender('Ann@Fabrikam.com', directory, () => receivers, {
		...DEFAULT_ORG_DB_ORG_SETTINGS,
		...settings
	});
	return [row?.id ?? null, why];
}

describe('the sender', () => {
	const contact = record('contact', 'contact', shared);
	const account = record('account', 'account', shared);
	const lead = record('lead', 'lead', shared);

	test('nobody, or the one who has the address whatever its state', () => {
		expect(winner([])).toEqual([null, 'noMatch']);
		expect(winner([record('contact', 'contact', { ...shared, active: false })])).toEqual(['contact', 'onlyMatch']);
	});

	test('of several the first by type: contact, account, lead, then others', () => {
		expect(winner([lead, record('pet', 'new_pet', shared), account, contact])).toEqual(['contact', 'firstByType']);
		expect(winner([lead, account])).toEqual(['account', 'firstByType']);
		expect(winner([record('pet', 'new_pet', shared), lead])).toEqual(['lead', 'firstByType']);
	});

	test('within a type the first created', () => {
		const older = record('older', 'contact', { ...shared, createdonUtcMs: day });
		const newer = record('newer', 'contact', { ...shared, createdonUtcMs: 2 * day });
		expect(winner([newer, older])).toEqual(['older', 'firstByType']);
	});

	test('a row that the receiver owns goes first', () => {
		const owned = record('owned', 'lead', { ...shared, ownerid: 'luisa' });
		expect(winner([contact, owned], ['luisa'])).toEqual(['owned', 'ownedByReceiver']);
	});

	test('inactive rows of several do not count, unless ResolveForInactiveEntities', () => {
		const gone = record('gone', 'contact', { ...shared, active: false });
		expect(winner([gone, account])).toEqual(['account', 'firstByType']);
		expect(winner([gone, account], [], { ResolveForInactiveEntities: true })).toEqual(['gone', 'firstByType']);
		expect(winner([gone, record('gone2', 'lead', { ...shared, active: false })])).toEqual([null, 'noneActive']);
	});

	test('UnresolveSenderInCaseOfMultipleMatch, and a hundred matches', () => {
		expect(winner([contact, account], [], { UnresolveSenderInCaseOfMultipleMatch: true })).toEqual([
			null,
			'unresolvedBySetting'
		]);
		const many = Array.from({ length: 100 }, (_, index) => record(`c${index}`, 'contact', shared));
		expect(winner(many)).toEqual([null, 'tooMany']);
		expect(winner(many.slice(1))).toEqual(['c1', 'firstByType']);
	});

	test('an inactive user never resolves', () => {
		const directory = new Directory(environment({ users: [user('old', { ...shared, active: false })] }));
		expect(resolveSender('ann@fabrikam.com', directory, () => [], DEFAULT_ORG_DB_ORG_SETTINGS)).toMatchObject({
			row: null,
			why: 'inactiveUser'
		});
	});
});

describe('recipients', () => {
	const under = (changes: Parameters<typeof environment>[0]) =>
		environment({
			users: [user('luisa', { emailaddresses: ['shared@contoso.com'] })],
			queues: [queue('sales', { emailaddresses: ['Shared@contoso.com'] })],
			records: [record('gone', 'contact', { active: false })],
			...changes
		});
	const message = mail('a', { to: ['SHARED@contoso.com'], cc: ['gone@fabrikam.com'] });
	const resolved = (changes: Parameters<typeof environment>[0] = {}) =>
		resolveRecipients(message, new Directory(under(changes)), under(changes)).map(({ field, rows, leftOut }) => [
			field,
			rows.map(({ id }) => id),
			leftOut.map(({ row, why }) => `${row.id} ${why}`)
		]);

	test('one address resolves to every row that has it', () => {
		expect(resolved()).toEqual([
			['To', ['luisa', 'sales'], []],
			['Cc', [], ['gone inactive']]
		]);
	});

	test('settings', () => {
		expect(resolved({ orgDbOrgSettings: { ResolveForInactiveEntities: true } })[1]).toEqual(['Cc', ['gone'], []]);
		expect(resolved({ organization: { unresolveemailaddressifmultiplematch: true } })[0]).toEqual([
			'To',
			[],
			['luisa severalMatch', 'sales severalMatch']
		]);
	});
});

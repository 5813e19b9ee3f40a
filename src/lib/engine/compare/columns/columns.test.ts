import { describe, expect, it } from 'vitest';
import type { EmailColumns } from '../../../domain/columns';
import type { RecordedColumn, RecordedValue } from '../../../domain/dataverse/recordedEmails';
import type { CompareContext, KnownRow } from '../compared';
import { headersIn } from './internetMessageHeaders';
import { COMPARATORS } from './registry';

const luisa = '5b0a6a43-9a0c-ef11-9f89-000d3a123401';
const sales = '7c1f22d0-11aa-ef11-9f89-000d3a1234a1';
const stranger = '00000000-0000-ef11-9f89-000d3a1234ff';
const parentRow = 'aaaaaaaa-0000-ef11-9f89-000d3a1234f1';
const noIdRow = 'aaaaaaaa-0000-ef11-9f89-000d3a1234f2';

const ROWS: readonly KnownRow[] = [
	{ id: 'u-luisa', guids: [luisa], name: 'luisa alves' },
	{ id: 'q-sales', guids: [], name: 'sales' },
	{ id: 'q-help', guids: [], name: 'help' },
	{ id: 'm-nameless', guids: [], name: '' }
];

function context(changes: Partial<CompareContext> = {}): CompareContext {
	return {
		messageIdOf: (guid) => (guid === parentRow ? 'parent@x' : guid === noIdRow ? null : undefined),
		activitiesNamed: (messageId) => (messageId === 'parent@x' ? ['parent'] : []),
		rowOf: (id) => ROWS.find((row) => row.id === id) ?? null,
		idsOfGuid: (guid) => ROWS.filter(({ guids }) => guids.includes(guid)).map(({ id }) => id),
		idsOfName: (name) => ROWS.filter((row) => row.name === name).map(({ id }) => id),
		freshInstall: false,
		regardingDescribed: true,
		...changes
	};
}

const PLAIN: EmailColumns = {
	correlationmethod: 3,
	correlatedactivityid: 'parent',
	parentactivityid: 'parent',
	acceptingentityid: 'u-luisa',
	receivingmailboxid: null,
	regardingobjectid: { table: 'incident', id: 'CAS-1', name: 'Broken pump' },
	trackingtoken: 'CRM:0001005',
	correlatedsubjectchanged: false,
	internetmessageheaders: '{"Auto-Submitted":"auto-replied","Reply-To":"Ann <ann@x.example>"}',
	directioncode: false,
	messageid: '<A@b>',
	inreplyto: '<parent@x>',
	emailsender: { table: 'contact', id: 'c-ann', name: 'Ann' },
	isduplicatesenderunresolved: false,
	ownerid: 'u-luisa',
	sender: 'Ann@x.example',
	torecipients: 'a@x.example;b@x.example',
	sendermailboxid: null,
	conversationindex: 'AcdyY+a08VX8xfobTsy61v9NHPZ7QAAAiXbA',
	statecode: 1,
	statuscode: 4
};

const headerHex = '01c77263e6b4f155fcc5fa1b4eccbad6ff4d1cf67b40';

type Row = readonly [
	column: RecordedColumn,
	recorded: RecordedValue | RecordedValue['value'],
	expected: string,
	modelled?: Partial<EmailColumns>,
	changes?: Partial<CompareContext>
];

const TABLE: readonly Row[] = [
	['correlationmethod', 3, 'agree'],
	['correlationmethod', 5, 'differ'],
	['correlationmethod', null, 'differ'],
	['directioncode', false, 'agree'],
	['correlatedsubjectchanged', true, 'differ'],
	['statuscode', 4, 'agree'],
	['messageid', 'a@B', 'agree'],
	['messageid', ' <a@b> ', 'agree'],
	['inreplyto', null, 'differ'],
	['inreplyto', '', 'agree', { inreplyto: null }],
	['trackingtoken', 'crm:0001005 ', 'agree'],
	['trackingtoken', '', 'agree', { trackingtoken: null }],
	['sender', 'ann@X.example', 'agree'],
	['torecipients', 'B@x.example; a@x.example;', 'agree'],
	['torecipients', 'a@x.example', 'differ'],
	['torecipients', 'a'.repeat(500), 'cut-at-column-length'],

	['correlatedactivityid', parentRow, 'agree'],
	['correlatedactivityid', parentRow, 'differ', { correlatedactivityid: 'other' }],
	['correlatedactivityid', parentRow, 'differ', { correlatedactivityid: null }],
	['correlatedactivityid', null, 'differ'],
	['correlatedactivityid', null, 'agree', { correlatedactivityid: null }],
	['parentactivityid', stranger, 'other-email-not-recorded'],
	['parentactivityid', noIdRow, 'other-email-not-recorded'],

	['acceptingentityid', luisa, 'agree'],
	['acceptingentityid', sales, 'differ'],
	['acceptingentityid', null, 'differ'],
	['acceptingentityid', luisa, 'differ', { acceptingentityid: 'q-sales' }],
	['acceptingentityid', { value: sales, name: 'Sales' }, 'agree', { acceptingentityid: 'q-sales' }],
	['acceptingentityid', { value: sales, name: 'Help' }, 'differ', { acceptingentityid: 'q-sales' }],
	['acceptingentityid', { value: sales, name: 'Else' }, 'row-not-identified', { acceptingentityid: 'q-sales' }],
	['acceptingentityid', sales, 'row-not-identified', { acceptingentityid: 'q-sales' }],
	['acceptingentityid', sales, 'agree', { acceptingentityid: sales.toUpperCase() }],
	['acceptingentityid', sales, 'nobody-described', { acceptingentityid: 'all-mail' }, { freshInstall: true }],
	['acceptingentityid', null, 'nobody-described', { acceptingentityid: 'all-mail' }, { freshInstall: true }],
	['receivingmailboxid', sales, 'differ'],
	['receivingmailboxid', sales, 'nobody-described', {}, { freshInstall: true }],
	['receivingmailboxid', { value: sales, name: 'M' }, 'row-not-identified', { receivingmailboxid: 'm-nameless' }],
	['sendermailboxid', null, 'agree'],
	['ownerid', luisa, 'agree'],
	['ownerid', luisa, 'not-modelled', { ownerid: null }],
	['ownerid', luisa, 'nobody-described', { ownerid: null }, { freshInstall: true }],
	['emailsender', { value: stranger, name: 'Ann' }, 'row-not-identified'],

	['regardingobjectid', { value: stranger, name: 'broken PUMP', table: 'incident' }, 'agree'],
	['regardingobjectid', { value: stranger, name: 'Broken pump', table: 'lead' }, 'differ'],
	['regardingobjectid', { value: stranger, name: 'Another' }, 'differ'],
	['regardingobjectid', stranger, 'row-not-identified'],
	['regardingobjectid', stranger, 'differ', { regardingobjectid: { table: 'incident', id: sales, name: '' } }],
	['regardingobjectid', sales, 'agree', { regardingobjectid: { table: 'incident', id: sales, name: '' } }],
	['regardingobjectid', null, 'differ'],
	['regardingobjectid', stranger, 'differ', { regardingobjectid: null }],
	['regardingobjectid', null, 'agree', { regardingobjectid: null }],
	[
		'regardingobjectid',
		stranger,
		'regarding-not-described',
		{ regardingobjectid: null },
		{ regardingDescribed: false }
	],

	['conversationindex', 'AcdyY+a08VX8xfobTsy61v9NHPZ7QAAAiXbA', 'agree'],
	['conversationindex', `${headerHex}00008976C0`.toUpperCase(), 'agree'],
	['conversationindex', headerHex, 'agree'],
	['conversationindex', 'AcdyY+a08VX8xfobTsy61v9NHPZ7QA==', 'agree'],
	['conversationindex', headerHex.replace('01c7', '01c8'), 'differ'],
	['conversationindex', 'what?', 'recorded-text-unreadable'],
	['conversationindex', null, 'differ'],
	['conversationindex', headerHex, 'thread-index-not-in-file', { conversationindex: null }],
	['conversationindex', '', 'agree', { conversationindex: null }],

	['internetmessageheaders', null, 'differ'],
	['internetmessageheaders', null, 'agree', { internetmessageheaders: null }],
	['internetmessageheaders', '[]', 'agree', { internetmessageheaders: null }],
	['internetmessageheaders', '{"Auto-Submitted":"no"}', 'differ'],
	['internetmessageheaders', '{"Auto-Submitted":"auto-re', 'recorded-text-unreadable'],
	['internetmessageheaders', `{"Auto-Submitted":"${'a'.repeat(490)}`, 'cut-at-column-length']
];

describe('COMPARATORS', () => {
	for (const [column, recorded, expected, modelled = {}, changes = {}] of TABLE) {
		it(`${column} recorded as ${JSON.stringify(recorded).slice(0, 80)}: ${expected}`, () => {
			const value = recorded !== null && typeof recorded === 'object' ? recorded : { value: recorded };
			const compared = COMPARATORS[column]({ ...PLAIN, ...modelled }, value, context(changes));
			expect(compared.outcome === 'notComparable' ? compared.why : compared.outcome).toBe(expected);
		});
	}

	it.each([
		'{"auto-submitted":"auto-replied","REPLY-TO":"Ann  <ann@x.example>"}',
		'{"Reply-To":["Ann <ann@x.example>"],"Auto-Submitted":["auto-replied"]}',
		'[{"Name":"Auto-Submitted","Value":"auto-replied"},{"name":"Reply-To","value":"Ann <ann@x.example>"}]',
		'[{"Key":"Reply-To","Value":"Ann <ann@x.example>"},{"key":"Auto-Submitted","value":["auto-replied"]}]',
		'[{"Auto-Submitted":"auto-replied"},{"Reply-To":"Ann <ann@x.example>"}]',
		'[["Auto-Submitted","auto-replied"],["Reply-To","Ann <ann@x.example>"]]',
		'["Auto-Submitted: auto-replied","Reply-To: Ann <ann@x.example>"]',
		'{"Headers":[{"Name":"Auto-Submitted","Value":"auto-replied"},{"Name":"Reply-To","Value":"Ann <ann@x.example>"}]}',
		JSON.stringify('{"Auto-Submitted":"auto-replied","Reply-To":"Ann <ann@x.example>"}')
	])('the same headers in another shape agree: %s', (text) => {
		expect(COMPARATORS.internetmessageheaders(PLAIN, { value: text }, context()).outcome).toBe('agree');
	});

	it.each([
		['deep lists', '['.repeat(5_000) + ']'.repeat(5_000)],
		['JSON in JSON without end', Array.from({ length: 12 }).reduce<string>((text) => JSON.stringify(text), '"x"')],
		['an object as a value', '{"Auto-Submitted":{"a":{"b":1}}}'],
		['a number', '7'],
		['many headers', JSON.stringify(Array.from({ length: 3_000 }, (_, at) => [`h${at}`, 'v']))],
		['text', 'Auto-Submitted'],
		['a name of the prototype', '{"__proto__":{"a":1}}']
	])('%s are no headers', (_, text) => {
		expect(headersIn(text)).toBeNull();
	});
});

import { describe, expect, it } from 'vitest';
import { RECORDED_COLUMNS, webApiName } from '../../domain/dataverse/recordedEmails';
import { response } from './fixtures';
import { readWebApi } from './readWebApi';

const guid = '5b0a6a43-9a0c-ef11-9f89-000d3a123401';

function read(json: unknown) {
	const file = readWebApi(json);
	if (file?.ok !== true) throw new Error('It is not read.');
	return file;
}

describe('rows of emails', () => {
	it('are read with whatever columns, each as its kind says', () => {
		const row = {
			'@odata.etag': 'W/"1"',
			activityid: `{${guid.toUpperCase()}}`,
			subject: 'RE: Broken pump',
			messageid: '<a@b>',
			correlationmethod: '3',
			directioncode: 0,
			correlatedsubjectchanged: 'true',
			_regardingobjectid_value: guid,
			'_regardingobjectid_value@OData.Community.Display.V1.FormattedValue': 'Broken pump',
			'_regardingobjectid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'incident',
			_ownerid_value: null,
			internetmessageheaders: [{ Name: 'Auto-Submitted', Value: 'no' }],
			statecode: 'Completed',
			prioritycode: 1
		};
		const file = read(response('emails', [row], { '@odata.nextLink': 'https://x' }));
		expect(file.recordedEmails).toEqual([
			{
				activityid: guid,
				subject: 'RE: Broken pump',
				columns: {
					messageid: { value: '<a@b>' },
					correlationmethod: { value: 3 },
					directioncode: { value: false },
					correlatedsubjectchanged: { value: true },
					regardingobjectid: { value: guid, name: 'Broken pump', table: 'incident' },
					ownerid: { value: null },
					internetmessageheaders: { value: '[{"Name":"Auto-Submitted","Value":"no"}]' }
				}
			}
		]);
		expect(file.warnings).toEqual(['values-not-used', 'more-pages']);
		expect(file.detail).toEqual({
			table: 'email',
			rows: 1,
			columnsNotUsed: 'prioritycode',
			valuesNotUsed: 'statecode'
		});
	});

	it.each<[string, unknown]>([
		['a bare list', [{ activityid: guid, messageid: '<a@b>' }]],
		['one record', { '@odata.context': 'https://x/$metadata#emails(subject)/$entity', activityid: guid }],
		['a list of answers without context', { value: [{ activityid: guid, correlationmethod: 0 }] }]
	])('are told from %s', (_, json) => {
		expect(read(json).recordedEmails).toHaveLength(1);
	});

	it('another kind of activity is none', () => {
		expect(readWebApi([{ activityid: guid, subject: 'Call' }])?.ok ?? null).toBeNull();
		expect(read(response('phonecalls', [{ activityid: guid, messageid: 'x' }])).recordedEmails).toBeUndefined();
	});

	it('of one row twice the last counts, and one without an id is left out', () => {
		const rows = [
			{ activityid: guid, correlationmethod: 0 },
			{ activityid: guid, correlationmethod: 3 },
			{ activityid: 'x' }
		];
		const file = read(response('emails', rows));
		expect(file.recordedEmails?.map(({ columns }) => columns.correlationmethod)).toEqual([{ value: 3 }]);
		expect(file.warnings).toEqual(['rows-without-id']);
	});

	it('hostile values are left out', () => {
		const row = Object.fromEntries(RECORDED_COLUMNS.map((column) => [webApiName(column), { a: ['b'.repeat(9_000)] }]));
		const [email] = read(response('emails', [{ ...row, activityid: guid, subject: {} }])).recordedEmails ?? [];
		expect(email).toEqual({ activityid: guid, subject: null, columns: {} });
	});
});

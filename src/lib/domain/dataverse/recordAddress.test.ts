import { expect, it } from 'vitest';
import { recordIdIn } from './recordAddress';

const guid = '5b0a6a43-9a0c-ef11-9f89-000d3a123401';

it.each([
	[
		`https://contoso.crm.dynamics.com/main.aspx?appid=${guid.replace('5', '6')}&pagetype=entityrecord&etn=email&id=${guid}`,
		guid
	],
	[`https://contoso.crm4.dynamics.com/main.aspx?etn=email&id=%7B${guid.toUpperCase()}%7D&newWindow=true`, guid],
	[`https://contoso.crm.dynamics.com/api/data/v9.2/emails(${guid})?$select=subject`, guid],
	[` {${guid}} `, guid],
	[`https://contoso.crm.dynamics.com/main.aspx?etn=contact&id=${guid}`, 'other-table'],
	[`https://contoso.crm.dynamics.com/main.aspx?appid=${guid}`, null],
	[`https://contoso.crm.dynamics.com/main.aspx?etn=email&id=${guid}00`, null],
	['%zz&id=', null],
	['', null],
	['{'.repeat(100_000), null]
])('%.120s', (text, expected) => {
	expect(recordIdIn(text)).toBe(expected);
});

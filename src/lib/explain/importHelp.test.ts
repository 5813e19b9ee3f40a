import { expect, it } from 'vitest';
import { IMPORT_HELP_TABLES, organizationAddress } from './importHelp';

it('lists an address for each table, with the columns that are read', () => {
	expect(IMPORT_HELP_TABLES.map(({ name }) => name)).toContain('usersettingscollection');
	expect(IMPORT_HELP_TABLES.find(({ name }) => name === 'queues')?.path).toBe(
		'/api/data/v9.2/queues?$select=queueid,name,emailaddress,incomingemailfilteringmethod,_ownerid_value,statecode'
	);
	for (const { path, about } of IMPORT_HELP_TABLES) {
		expect(path).toMatch(/^\/api\/data\/v9\.2\/[a-z]+\?\$select=[a-z0-9_]+(,[a-z0-9_]+)+$/);
		expect(about).not.toBe('');
	}
});

it.each([
	['contoso.crm4.dynamics.com', 'https://contoso.crm4.dynamics.com'],
	[' https://Contoso.crm.dynamics.com/main.aspx?appid=1 ', 'https://contoso.crm.dynamics.com'],
	['crm.contoso.example:5555/contoso', 'https://crm.contoso.example:5555'],
	['http://contoso.crm.dynamics.com', null],
	['javascript:alert(1)', null],
	['contoso', null],
	['', null]
])('organizationAddress %s', (text, address) => {
	expect(organizationAddress(text)).toBe(address);
});

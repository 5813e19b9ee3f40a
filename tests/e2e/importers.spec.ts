/** The environment as Dataverse answers it, dropped together with mail: what comes in, what it does, and its undo. */
import { writeFile } from 'node:fs/promises';
import { expect, test, type App } from './fixtures';
import { message } from './mail';

const LUISA = '5b0a6a43-9a0c-ef11-9f89-000d3a123401';
const SALES = '7c1f22d0-11aa-ef11-9f89-000d3a1234a1';
const MAILBOX_LUISA = '9d55aa10-0000-ef11-9f89-000d3a1234b1';
const MAILBOX_SALES = '9d55aa10-0000-ef11-9f89-000d3a1234b2';

function file(name: string, content: string) {
	return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) };
}

function table(name: string, value: readonly object[], more: object = {}) {
	const context = `https://contoso.crm4.dynamics.com/api/data/v9.2/$metadata#${name}`;
	return file(`${name}.json`, JSON.stringify({ '@odata.context': context, value, ...more }));
}

const TABLES = [
	table('usersettingscollection', [{ systemuserid: LUISA, incomingemailfilteringmethod: 4 }]),
	table('systemusers', [
		{
			systemuserid: LUISA,
			fullname: 'Luisa Alves',
			internalemailaddress: 'luisa@contoso.example',
			personalemailaddress: null,
			mobilealertemail: null,
			isdisabled: false
		}
	]),
	table('queues', [
		{
			queueid: SALES,
			name: 'Sales',
			emailaddress: 'sales@contoso.example',
			incomingemailfilteringmethod: 0,
			_ownerid_value: LUISA
		}
	])
];
const MAILBOXES = table('mailboxes', [
	{ mailboxid: MAILBOX_LUISA, name: 'Luisa Alves', _regardingobjectid_value: LUISA, incomingemaildeliverymethod: 2 },
	{ mailboxid: MAILBOX_SALES, name: 'Sales', _regardingobjectid_value: SALES, incomingemaildeliverymethod: 2 }
]);
const SETTINGS = file(
	'orgdborgsettings.xml',
	'<OrgSettings><AutoTrackSentFolderItems>true</AutoTrackSentFolderItems></OrgSettings>'
);
const TO_SALES = message({ subject: 'To the queue' });
const TO_LUISA = message({ subject: 'To the user', to: 'Luisa <luisa@contoso.example>', minute: 5 });

interface Snapshot {
	readonly emails: readonly {
		readonly tracked: string;
		readonly message: { readonly subject: string };
		readonly columns: { readonly acceptingentityid: string | null } | null;
	}[];
	readonly environment: { readonly name: string; readonly orgDbOrgSettings: object };
	readonly imports: readonly { readonly path: string; readonly outcome: string; readonly kind: string }[];
}

const snapshotOf = async (app: App) => JSON.parse(await app.exportSnapshot()) as Snapshot;

function verdicts({ emails }: Snapshot) {
	return Object.fromEntries(
		emails.map(({ message: { subject }, tracked, columns }) => [
			subject,
			[tracked, columns?.acceptingentityid ?? null] as const
		])
	);
}

test('five files and two emails dropped together are one step, which Undo takes back', async ({
	app,
	page
}, testInfo) => {
	const files = [TO_LUISA, MAILBOXES, ...TABLES, SETTINGS, TO_SALES];
	const paths = files.map(({ name }) => testInfo.outputPath(name));
	await Promise.all(files.map(({ buffer }, at) => writeFile(paths[at] ?? '', buffer)));
	await app.open();
	await app.drop(paths, 400, 400);
	await app.expectProcessed(7);
	const notice = page.getByRole('status').filter({ hasText: '1 user, 1 queue and 2 mailboxes from 5 files' });
	await expect(notice).toContainText('1 setting changed');
	await expect(notice.getByRole('button', { name: 'Undo', exact: true })).toBeVisible();

	const imported = await snapshotOf(app);
	expect(verdicts(imported)).toEqual({ 'To the queue': ['yes', SALES], 'To the user': ['no', null] });
	expect(imported.environment.orgDbOrgSettings).toMatchObject({ AutoTrackSentFolderItems: true });
	expect(imported.imports.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 7 }, () => 'parsed'));
	expect(new Set(imported.imports.map(({ kind }) => kind))).toEqual(new Set(['eml', 'web-api', 'org-settings']));

	await page.getByRole('link', { name: 'Environment' }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Imported environment');
	await page.getByRole('main').getByRole('button', { name: 'Undo', exact: true }).click();
	await app.idle();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fresh install');
	expect(verdicts(await snapshotOf(app))).toEqual({
		'To the queue': ['yes', 'all-mail'],
		'To the user': ['yes', 'all-mail']
	});
});

test('tables that come one after the other add up; the same again is nothing new', async ({ app, page }) => {
	await app.open();
	await app.addFiles([TO_SALES, ...TABLES]);
	await expect(page.getByText('No mailbox is described, so no email is looked at.')).toBeVisible();
	expect(verdicts(await snapshotOf(app))['To the queue']).toEqual(['no', null]);
	await app.addFiles([MAILBOXES]);
	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await app.idle();
	expect(verdicts(await snapshotOf(app))['To the queue']).toEqual(['no', null]);
	await app.addFiles([MAILBOXES]);
	expect(verdicts(await snapshotOf(app))['To the queue']).toEqual(['yes', SALES]);
	await app.addFiles([MAILBOXES, ...TABLES]);
	await expect(page.getByText('Nothing new in 4 files for the environment')).toBeVisible();
});

test('the report says what was taken, what was not, and why a file was refused', async ({ app, page }) => {
	await app.open();
	await app.addFiles([
		table('contacts', [{ contactid: SALES, fullname: 'Ann', emailaddress1: 'ann@fabrikam.example', jobtitle: 'CEO' }], {
			'@odata.nextLink': 'https://contoso.crm4.dynamics.com/next'
		}),
		table('incidents', [{ incidentid: SALES, title: 'Broken pump' }]),
		file('list.csv', 'name,email\nAnn,ann@fabrikam.example\n'),
		file('leads.csv', '\uFEFFTopic;Full Name;E-mail address;Owner\r\nPump;Bob;bob@fabrikam.example;Nobody\r\n'),
		file('bomb.xml', '<OrgSettings><!ENTITY a "b"><A>&a;</A></OrgSettings>')
	]);
	await app.expectProcessed(5);
	await app.open('imports/');
	const row = (name: string) => page.getByRole('row').filter({ hasText: name });
	await expect(row('contacts.json')).toContainText('not the last one');
	await expect(row('contacts.json')).toContainText('Columns not used: jobtitle.');
	await expect(row('incidents.json')).toContainText('Nothing of it was used');
	await expect(row('list.csv')).toContainText('Add a column called table');
	await expect(row('leads.csv')).toContainText('The owner of 1 row is not among the users');
	await expect(row('bomb.xml')).toContainText('does not look like OrgDBOrgSettings');
});

test('the Environment page offers an address for each table', async ({ app, page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await app.open('environment/');
	await page.getByText('Import from Dataverse').click();
	await page.getByLabel('Address of the organization').fill('https://contoso.crm4.dynamics.com/main.aspx');
	await page.getByRole('button', { name: 'Copy address of queues' }).click();
	await expect(page.getByText('Copied', { exact: true })).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
		/^https:\/\/contoso\.crm4\.dynamics\.com\/api\/data\/v9\.2\/queues\?\$select=queueid,name,/
	);
});

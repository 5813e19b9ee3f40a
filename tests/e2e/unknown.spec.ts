/** Emails that cannot be decided: what is needed, and the way from there to the field that settles it. */
import { expect, expectAccessible, test } from './fixtures';
import { message } from './mail';

const FIRST = message({ subject: 'Broken pump', messageId: '<first@fabrikam.example>' });
const REPLY = message({ subject: 'RE: Broken pump', inReplyTo: '<first@fabrikam.example>', minute: 5 });

const ENVIRONMENT = {
	name: 'environment.json',
	mimeType: 'application/json',
	buffer: Buffer.from(
		JSON.stringify({
			format: 'tracklens-environment',
			formatVersion: 1,
			name: 'Half described',
			users: [{ id: 'u-luisa', fullname: 'Luisa Alves', emailaddresses: ['sales@contoso.example'] }],
			mailboxes: [
				{ id: 'm-sales', ownerid: 'u-nobody' },
				{ id: 'm-luisa', ownerid: 'u-luisa' }
			],
			placements: [
				{ files: 'broken-pump.eml', mailboxid: 'm-sales', folder: 'Inbox' },
				{ files: 're*.eml', mailboxid: 'm-luisa', folder: 'Inbox' }
			]
		})
	)
};

test('one click leads from what is needed to the field, and settling it settles what depends on it', async ({
	app,
	page
}) => {
	await app.open();
	await app.addFiles([ENVIRONMENT, FIRST, REPLY]);

	await app.openEmail('RE: Broken pump');
	const settles = page.getByRole('list', { name: 'What would settle it' });
	await expect(app.check('InReplyTo')).toHaveAttribute('data-outcome', 'indeterminate');
	await settles.getByRole('button', { name: 'Open the email it depends on' }).click();

	const describe = settles.getByRole('link', { name: 'Describe the user or queue u-nobody' });
	await expect(describe).toBeVisible();
	await expectAccessible(page);
	await describe.click();
	const owner = page.getByLabel('Owner', { exact: true });
	await expect(owner).toBeFocused();
	await owner.selectOption({ label: 'Luisa Alves' });
	await page.getByRole('button', { name: 'Apply', exact: true }).click();
	await app.idle();

	await page.getByRole('link', { name: 'Activities', exact: true }).click();
	await app.openEmail('Broken pump');
	await expect(settles).toBeHidden();
	await expect(app.check('acceptance/filtering')).toBeVisible();
});

test('a setting named in a decision leads to its field', async ({ app, page }) => {
	await app.open();
	await app.addFiles([FIRST]);
	await app.openEmail('Broken pump');
	await app.check('SmartMatching').getByRole('link', { name: 'enablesmartmatching' }).click();
	await expect(page.getByRole('switch', { name: 'Use smart matching' })).toBeFocused();
});

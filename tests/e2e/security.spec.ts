import { expect, test } from './fixtures';
import { message } from './mail';

test.use({ serviceWorkers: 'allow' });

test('a whole session makes no request to another origin and violates no policy', async ({ app, page }) => {
	await app.open();
	await app.addFiles([
		message({
			subject: 'Tracking pixel',
			more: ['X-Mailer: <img src=https://tracker.example/header.png>'],
			body: '<img src="https://tracker.example/body.png"> https://tracker.example/'
		}),
		htmlMail(
			'<img src="https://tracker.example/pixel.png"><script src="https://tracker.example/x.js"></script><style>@import "https://tracker.example/x.css"</style>'
		)
	]);
	for (const subject of ['Tracking pixel', 'HTML mail']) {
		await app.openEmail(subject);
		for (const tab of await page.getByRole('tab').all()) await tab.click();
		for (const summary of await page.locator('summary').all()) await summary.click();
	}
	await app.exportSnapshot();
	for (const path of ['imports/', 'environment/', '']) await app.open(path);
	// `trouble` fails the test on any request, violation or error.
});

test('headers guard what a page cannot guard itself', async ({ app, request }) => {
	const page = await request.get(app.url);
	const [, policy = ''] = /http-equiv="content-security-policy" content="([^"]*)"/.exec(await page.text()) ?? [];
	expect(policy).toContain("default-src 'none'");
	expect(policy).toContain("require-trusted-types-for 'script'");
	expect(policy).not.toMatch(/unsafe-(inline|eval)/);
	expect(page.headers()).toMatchObject({
		'content-security-policy': "frame-ancestors 'none'",
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'no-referrer',
		'cross-origin-opener-policy': 'same-origin',
		'cache-control': 'no-cache'
	});
	const script = await request.get(new URL('service-worker.js', app.url).href);
	expect(script.headers()['content-security-policy']).toContain("default-src 'none'");
	expect(script.headers()['cache-control']).toBe('no-cache');
	const hashed = (await (await request.get(new URL('_app/worker-files.json', app.url).href)).json()) as string[];
	const worker = await request.get(new URL(hashed[0] ?? '', app.url).href);
	expect(worker.headers()['content-security-policy']).toContain("require-trusted-types-for 'script'");
	expect(worker.headers()['cache-control']).toContain('immutable');
});

test('the page refuses what mail could smuggle in', async ({ app, page, trouble }) => {
	trouble.ignore(/Content Security Policy|CSP:|Trusted|inline style/i);
	await app.open();
	const refused = await page.evaluate(async () => {
		const attempt = async (work: () => unknown) => {
			try {
				await work();
				return 'done';
			} catch (error) {
				return (error as Error).name;
			}
		};
		return {
			html: await attempt(() => (document.createElement('div').innerHTML = '<img>')),
			worker: await attempt(() => new Worker('service-worker.js')),
			request: await attempt(() => fetch('https://tracker.example/'))
		};
	});
	expect(refused).toEqual({ html: 'TypeError', worker: 'TypeError', request: 'TypeError' });
});

test('a worker is held to the same policy', async ({ app, page, trouble }) => {
	trouble.ignore(/Content Security Policy|CSP:|Trusted|Refused/i);
	await app.open();
	const worker = page.workers()[0];
	if (!worker) throw new Error('The engine has no worker.');
	const refused = await worker.evaluate(async () => {
		const attempt = async (work: () => unknown) => {
			try {
				await work();
				return 'done';
			} catch (error) {
				return (error as Error).name;
			}
		};
		return {
			request: await attempt(() => fetch('https://tracker.example/')),
			worker: await attempt(() => new Worker('service-worker.js'))
		};
	});
	expect(refused).toEqual({ request: 'TypeError', worker: 'TypeError' });
});

function htmlMail(html: string) {
	const payload = message({ subject: 'HTML mail', messageId: '<html@fabrikam.example>' });
	const text = payload.buffer
		.toString()
		.replace('text/plain', 'text/html')
		.replace(/Text of .*/, html);
	return { ...payload, buffer: Buffer.from(text) };
}

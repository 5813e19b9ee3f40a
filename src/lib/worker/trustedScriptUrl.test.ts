import { afterEach, describe, expect, it, vi } from 'vitest';

async function load(globals: Record<string, unknown>) {
	vi.resetModules();
	vi.stubGlobal('location', new URL('https://app.example/app/activities/?id=1'));
	for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
	return (await import('./trustedScriptUrl')).trustedScriptUrl;
}

afterEach(() => vi.unstubAllGlobals());

describe('trustedScriptUrl', () => {
	it.each([
		['/_app/worker.js', 'https://app.example/_app/worker.js'],
		['../worker.js', 'https://app.example/app/worker.js'],
		['https://app.example/worker.js', 'https://app.example/worker.js']
	])('makes %s absolute', async (url, expected) => {
		expect((await load({}))(url)).toBe(expected);
	});

	it.each([
		'https://evil.example/worker.js',
		'//evil.example/worker.js',
		'data:text/javascript,1',
		'http://app.example/x.js',
		'blob:null/1'
	])('refuses %s', async (url) => {
		const trustedScriptUrl = await load({});
		expect(() => trustedScriptUrl(url)).toThrow(TypeError);
	});

	it('goes through one policy where the browser has Trusted Types', async () => {
		const names: string[] = [];
		const trustedTypes = {
			createPolicy(name: string, rules: { createScriptURL: (url: string) => string }) {
				names.push(name);
				return { createScriptURL: (url: string) => `trusted ${rules.createScriptURL(url)}` };
			}
		};
		const trustedScriptUrl = await load({ trustedTypes });
		expect(trustedScriptUrl('/a.js')).toBe('trusted https://app.example/a.js');
		expect(() => trustedScriptUrl('https://evil.example/a.js')).toThrow(TypeError);
		expect(names).toEqual(['tracklens-script-url']);
	});
});

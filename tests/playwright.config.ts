import { defineConfig } from '@playwright/test';
import { findBrowser } from '../scripts/browser.mjs';

const executablePath = findBrowser();
if (!executablePath) throw new Error('No Chromium found: run "node scripts/setup.mjs --browser".');

// Chromium's sandbox does not start for root.
const isRoot = process.getuid?.() === 0;

/**
 * Of two lists of features Chromium takes the last, so this one holds Playwright's own, too. The pop-ups of the address
 * bar are pages which every window of a desktop browser loads beforehand: a quarter of all computing time, unseen.
 */
const disabledFeatures = [
	'WebUIOmniboxPopup',
	'WebUIOmniboxAimPopup',
	// Playwright's
	'AvoidUnnecessaryBeforeUnloadCheckSync',
	'DestroyProfileOnBrowserClose',
	'HttpsUpgrades',
	'HttpsFirstBalancedModeAutoEnable',
	'LensOverlay',
	'MediaRouter',
	'PaintHolding',
	'ThirdPartyStoragePartitioning',
	'AvoidCorsURLLoaderRestartOnRedirect',
	'OptimizationHints',
	'NetworkTimeServiceQuerying',
	'AimEnabled',
	'PreconnectToSearch'
];

export default defineConfig({
	testDir: 'e2e',
	outputDir: '../test-results/e2e',
	fullyParallel: true,
	workers: 2,
	retries: 0,
	forbidOnly: Boolean(process.env.CI),
	timeout: 60_000,
	expect: { timeout: 15_000 },
	reporter: 'list',
	use: {
		browserName: 'chromium',
		launchOptions: {
			executablePath,
			args: [
				...(isRoot ? ['--no-sandbox'] : []),
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				`--disable-features=${disabledFeatures.join(',')}`
			]
		},
		locale: 'en-GB',
		timezoneId: 'UTC',
		// Storing the application on the device takes a large part of a short test; the specs it is part of allow it.
		serviceWorkers: 'block',
		trace: 'off',
		screenshot: 'off',
		video: 'off'
	}
});

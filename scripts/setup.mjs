/**
 * Installs what is missing: the dependencies of the lock file, and with `--browser` a browser for the tests.
 * Says nothing when all is there. Node's own modules only: it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampPath = join(root, 'node_modules', '.tracklens-setup');

installDependencies();
if (process.argv.includes('--browser')) installBrowser();

function installDependencies() {
	const wanted = stamp();
	if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === wanted) return;
	console.log('Installing dependencies (npm ci) ...');
	if (!npm('ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error')) {
		fail(
			'npm ci failed; its message is above.',
			'Check that this machine reaches the npm registry (npm ping) and that Node satisfies "engines" in package.json,',
			'then run the command again.'
		);
	}
	writeFileSync(stampPath, wanted);
}

/** A bare `npm ci` wipes node_modules every time, so it runs only when one of these differs. */
function stamp() {
	const lockFile = readFileSync(join(root, 'package-lock.json'));
	return createHash('sha256')
		.update(lockFile)
		.update([process.version, process.platform, process.arch].join(' '))
		.digest('hex');
}

function installBrowser() {
	if (findBrowser()) return;
	if (process.platform === 'linux' && existsSync('/etc/debian_version') && process.getuid?.() === 0) {
		console.log('No Chromium found. Installing it (apt-get install chromium) ...');
		const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
		const installed =
			run('apt-get', ['-qq', 'update'], options) && run('apt-get', ['-qq', '-y', 'install', 'chromium'], options);
		if (!installed) failBrowser('apt-get could not install the package chromium; its message is above.');
	} else {
		console.log('No Chromium found. Downloading it (npx playwright install chromium) ...');
		if (!npm('exec', '--no', '--', 'playwright', 'install', 'chromium')) {
			failBrowser('Playwright could not download Chromium; its message is above.');
		}
	}
	if (!findBrowser()) failBrowser('The installation ended well, yet no browser was found.');
}

function failBrowser(reason) {
	fail(
		reason,
		'Install Chromium or Google Chrome by hand, or set CHROME_PATH to its executable,',
		'then run the command again.'
	);
}

function npm(...parameters) {
	// The npm that runs this script, so that no other one on PATH (or a .cmd on Windows) is picked up.
	const npmScript = process.env.npm_execpath;
	return npmScript?.endsWith('.js')
		? run(process.execPath, [npmScript, ...parameters])
		: run('npm', parameters, { shell: process.platform === 'win32' });
}

function run(command, parameters, options = {}) {
	return (
		spawnSync(command, parameters, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options }).status === 0
	);
}

function fail(...lines) {
	console.error(lines.join('\n'));
	process.exit(1);
}

/**
 * `npm test`: unit tests, the production build, then the tests in a browser. Both runners print their failures; the
 * last line sums their JSON reports as `N passed, N failed`, with `, N skipped` when there are any.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

const vitestReport = 'test-results/vitest.json';
const playwrightReport = 'test-results/playwright.json';
mkdirSync('test-results', { recursive: true });
for (const report of [vitestReport, playwrightReport]) rmSync(report, { force: true });

console.log('Unit tests');
const unit = runVitest();
console.log('Build');
const built = build();
if (!built) console.error('The build failed, so no browser test ran.');
console.log('Browser tests');
const browser = built ? runPlaywright() : { passed: 0, failed: 1, skipped: 0 };

const passed = unit.passed + browser.passed;
const failed = unit.failed + browser.failed;
const skipped = unit.skipped + browser.skipped;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

function runVitest() {
	const ok = run('node_modules/vitest/vitest.mjs', [
		'run',
		'--reporter=dot',
		'--reporter=json',
		`--outputFile.json=${vitestReport}`
	]);
	return summed('vitest', ok, vitestReport, (report) => ({
		passed: report.numPassedTests,
		// A file that cannot be loaded has no failed test of its own.
		failed: report.numFailedTests + report.testResults.filter(failedWithoutTests).length,
		skipped: report.numPendingTests + report.numTodoTests
	}));
}

function failedWithoutTests(file) {
	return file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed');
}

function runPlaywright() {
	const parameters = ['test', '--config', 'tests/playwright.config.ts', '--reporter=dot,json'];
	const ok = run('node_modules/@playwright/test/cli.js', parameters, { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport });
	return summed('Playwright', ok, playwrightReport, ({ stats, errors }) => ({
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky + errors.length,
		skipped: stats.skipped
	}));
}

function run(script, parameters, environment = {}) {
	const options = { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...environment } };
	return spawnSync(process.execPath, [script, ...parameters], options).status === 0;
}

/** A runner that ended badly without a failed test, ran nothing or left no report counts as one failure. */
function summed(runner, ok, path, read) {
	if (!existsSync(path)) {
		console.error(`${runner} left no report.`);
		return { passed: 0, failed: 1, skipped: 0 };
	}
	const counts = read(JSON.parse(readFileSync(path, 'utf8')));
	if (counts.failed === 0 && counts.passed === 0) console.error(`${runner} ran no test.`);
	else if (counts.failed === 0 && !ok) console.error(`${runner} ended with an error outside its tests.`);
	else return counts;
	return { ...counts, failed: 1 };
}

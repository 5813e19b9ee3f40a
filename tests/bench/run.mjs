/**
 * `npm run bench`: measures the production build in Chromium, prints a table and writes test-results/bench.json.
 * --messages N     messages of the ingest measure (2000); decide takes ten times as many
 * --size N         messages of the size and snapshot measures (20000)
 * --rounds R       rounds of each measure (5)
 * --only NAME      ingest, decide, responsiveness, size or snapshot
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildIfChanged } from '../../scripts/build.mjs';
import { serveWithYardsticks, withPage } from './browser.mjs';
import { writeCorpus } from './corpus.mjs';
import { all, median, ms, table, times } from './figures.mjs';
import { decide, factsJson } from './measures/decide.mjs';
import { ingest } from './measures/ingest.mjs';
import { responsiveness } from './measures/responsiveness.mjs';
import { size } from './measures/size.mjs';
import { snapshot } from './measures/snapshot.mjs';

process.chdir(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

const SEED = 1;
/** Mail that is there before the import: without any there is no table to search or scroll. */
const BEFORE_MESSAGES = 300;
const BEFORE_SEED = 2;
const RESPONSIVENESS_MESSAGES = 10_000;
const NAMES = ['ingest', 'decide', 'responsiveness', 'size', 'snapshot'];

const { values: options } = parseArgs({
	options: {
		messages: { type: 'string', default: '2000' },
		size: { type: 'string', default: '20000' },
		rounds: { type: 'string', default: '5' },
		only: { type: 'string' }
	}
});
const messages = Number(options.messages);
const sizeMessages = Number(options.size);
const rounds = Number(options.rounds);
const chosen = options.only === undefined ? NAMES : [options.only];
if (!(messages > 0) || !(sizeMessages > 0) || !(rounds > 0) || !chosen.every((name) => NAMES.includes(name))) {
	console.error(`Options: --messages N --size N --rounds R --only ${NAMES.join('|')}`);
	process.exit(1);
}

const log = (line) => console.log(line);
if (!buildIfChanged()) process.exit(1);

const scratch = mkdtempSync(join(tmpdir(), 'tracklens-bench-'));
const corpora = [];
const extra = {};
const server = await serveWithYardsticks(extra);
const results = {};
const rows = [];
const measures = {
	async ingest() {
		const result = await ingest({ server, folder: corpus(messages), rounds, log });
		results.ingest = result;
		rows.push([`ingest ${messages} messages`, ms(median(result.applicationMs)), all(result.applicationMs)]);
		rows.push(['  postal-mime alone', ms(median(result.yardstickMs)), all(result.yardstickMs)]);
		rows.push(['  ratio (bar 0.30)', times(result.ratio), '']);
	},
	async decide() {
		const count = messages * 10;
		extra['/bench/facts.json'] = await factsJson({ count, seed: SEED });
		const result = await decide({ server, rounds });
		results.decide = { count, ...result };
		for (const [name, roundsMs] of Object.entries(result.roundsMs)) {
			rows.push([`${name} ${count} messages`, ms(median(roundsMs)), all(roundsMs)]);
		}
		for (const [name, ratio] of Object.entries(result.ratios))
			rows.push([`  ${name} over parse (bar 1.00)`, times(ratio), '']);
	},
	async responsiveness() {
		const before = corpus(BEFORE_MESSAGES, BEFORE_SEED);
		const result = await responsiveness({ server, folder: corpus(RESPONSIVENESS_MESSAGES), before });
		results.responsiveness = result;
		for (const [name, { longestTaskMs, longestGapMs, eventTaskMs, keys, turns }] of Object.entries(result)) {
			rows.push([
				`longest task, ${RESPONSIVENESS_MESSAGES} ${name} (bar 50 ms)`,
				ms(longestTaskMs),
				`0: none of 50 ms; ${ms(eventTaskMs)} of the event itself`
			]);
			rows.push(['  longest wait of a timer', ms(longestGapMs), `${keys} keys, ${turns} turns of the wheel`]);
		}
	},
	async size() {
		const result = await size({ server, folder: corpus(sizeMessages), count: sizeMessages, rounds, log });
		results.size = result;
		const { coldStart } = result;
		rows.push([`import of ${sizeMessages}`, ms(result.importMs), `${Math.round(result.messagesPerSecond)} messages/s`]);
		rows.push(['  heap of the page', mb(result.pageHeapBytes), `workers ${result.workerHeapBytes.map(mb).join(' ')}`]);
		const starts = coldStart.fullStartsMs;
		rows.push([
			'  cold start, first rows',
			ms(median(starts.map(({ firstRowMs }) => firstRowMs))),
			all(starts.map(({ firstRowMs }) => firstRowMs))
		]);
		rows.push([
			'  cold start, idle',
			ms(median(starts.map(({ idleMs }) => idleMs))),
			all(starts.map(({ idleMs }) => idleMs))
		]);
		rows.push(['  cold start, empty store', ms(median(coldStart.emptyStartsMs)), all(coldStart.emptyStartsMs)]);
		rows.push(['  first rows later by', ms(coldStart.laterByMs), '']);
	},
	async snapshot() {
		const result = await snapshot({ server, folder: corpus(sizeMessages), scratch, log });
		results.snapshot = result;
		const size = mb(result.bytes);
		for (const [name, { ms: took, longestTaskMs, mostBytes }] of [
			['export', result.exported],
			['open', result.opened]
		]) {
			rows.push([`${name} a snapshot of ${sizeMessages}`, ms(took), size]);
			rows.push(['  over JSON.parse of its text', times(took / result.parseMs), '']);
			rows.push(['  longest task of the page', ms(longestTaskMs), '0: none of 50 ms']);
			rows.push(['  memory of the page with its workers', mb(mostBytes), 'most']);
		}
	}
};

const mb = (bytes) => `${Math.round(bytes / 2 ** 20)} MB`;

try {
	for (const name of chosen) await measures[name]();
} finally {
	await server.close();
	rmSync(scratch, { recursive: true, force: true });
}

mkdirSync('test-results', { recursive: true });
writeFileSync('test-results/bench.json', JSON.stringify({ ...(await circumstances()), results }, null, '\t'));
log(`\n${table([['measure', 'median', 'rounds'], ...rows])}`);

function corpus(count, seed = SEED) {
	const folder = join(scratch, `corpus-${seed}-${count}`);
	log(`writing ${count} messages ...`);
	corpora.push(writeCorpus(folder, { count, seed }));
	return folder;
}

async function circumstances() {
	const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
	const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
	const browser = await withPage((page) => page.evaluate(() => navigator.userAgent));
	return {
		machine: {
			processor: cpus()[0]?.model,
			cores: cpus().length,
			memoryBytes: totalmem(),
			system: `${process.platform} ${release()}`
		},
		versions: { tracklens: version, node: process.version, browser, ...dependencies },
		rounds,
		corpora
	};
}

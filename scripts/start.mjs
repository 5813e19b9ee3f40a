/** `npm start`: builds when the sources have changed, serves the build, prints the address. `--port <number>`. */
import { dirname } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildIfChanged } from './build.mjs';
import { DEFAULT_PORT, serve } from './serve.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

const { values } = parseArgs({ options: { port: { type: 'string', default: String(DEFAULT_PORT) } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
	console.error(`--port takes a number from 0 to 65535, not "${values.port}".`);
	process.exit(1);
}

if (!buildIfChanged()) process.exit(1);
const server = await serve({ port });
if (port !== 0 && server.port !== port) {
	console.log(
		`Port ${port} is taken. A browser keeps what you import by address: another port starts with an empty store.`
	);
}
console.log(`Tracklens is ready: ${server.url}`);
console.log('Press Ctrl+C to stop.');

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { contentVersion } from './version.mjs';

/** Runs the production build into `build/`, quietly unless it fails. True when it succeeded. */
export function build() {
	const parameters = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'];
	const { status, stdout, stderr } = spawnSync(process.execPath, parameters, { encoding: 'utf8' });
	if (status !== 0) console.error(`${stdout}${stderr}\nThe build failed; its message is above.`);
	return status === 0;
}

/** The same, unless `build/` was made from just these sources. */
export function buildIfChanged() {
	if (builtVersion() === contentVersion()) return true;
	console.log('Building ...');
	return build();
}

function builtVersion() {
	const path = 'build/_app/version.json';
	return existsSync(path) && existsSync('build/200.html') ? JSON.parse(readFileSync(path, 'utf8')).version : null;
}

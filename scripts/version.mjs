/** The version of a build: the same sources give the same version, so that two builds are byte-identical. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';

const SOURCES = ['src', 'static', 'package.json', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];

/** Package version and a hash of every file that can change the build, e.g. `0.1.0-0123456789ab`. */
export function contentVersion() {
	const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
	const hash = createHash('sha256');
	for (const path of SOURCES.flatMap(filesOf)) hash.update(path).update(readFileSync(path));
	return `${version}-${hash.digest('hex').slice(0, 12)}`;
}

/** In a fixed order and with forward slashes on every system; tests are left out. */
function filesOf(path) {
	if (!statSync(path).isDirectory()) return /\.test\.[jt]s$/.test(path) ? [] : [path];
	return readdirSync(path)
		.sort()
		.flatMap((name) => filesOf(`${path}/${name}`));
}

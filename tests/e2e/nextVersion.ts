/** Makes version N + 1 of a build without building: other names for all hashed files, another version, a marked page. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HASHED = '_app/immutable/';
const HASHED_NEXT = '_app/immutable/next/';

/** Writes it to `folder`. Its pages carry `<meta name="build" content="next">`; no hashed file of the old one is left. */
export function writeNextVersion(build: string, folder: string): void {
	rmSync(folder, { recursive: true, force: true });
	cpSync(build, folder, { recursive: true });
	const immutable = join(folder, HASHED);
	renameSync(immutable, join(folder, 'hashed'));
	mkdirSync(immutable);
	renameSync(join(folder, 'hashed'), join(folder, HASHED_NEXT));

	edit(join(folder, 'service-worker.js'), (text) =>
		text.replaceAll(HASHED, HASHED_NEXT).replace(/(\d+\.\d+\.\d+-)[0-9a-f]{12}/, '$1next')
	);
	edit(join(folder, '_app/worker-files.json'), (text) => text.replaceAll(HASHED, HASHED_NEXT));
	for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		if (path.endsWith('.html')) edit(join(folder, path), markedPage);
	}
}

function markedPage(page: string): string {
	const next = page.replaceAll(HASHED, HASHED_NEXT).replace('<head>', '<head><meta name="build" content="next">');
	const script = /<script>([\s\S]*?)<\/script>/.exec(next)?.[1] ?? '';
	const hash = createHash('sha256').update(script).digest('base64');
	return next.replace(/'sha256-[^']+'(?=; style-src)/, `'sha256-${hash}'`);
}

function edit(path: string, change: (text: string) => string): void {
	const text = readFileSync(path, 'utf8');
	const changed = change(text);
	if (changed === text) throw new Error(`Nothing to change in ${path}`);
	writeFileSync(path, changed);
}

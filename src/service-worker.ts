/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
/**
 * Keeps the whole application on the device. A version is stored whole before it takes over, takes over only when the
 * page says so, and its hashed files stay for one version more, for tabs that still run the old one.
 */
import { base, build, files, prerendered, version } from '$service-worker';

const worker = self as unknown as ServiceWorkerGlobalScope;

const CACHE_PREFIX = 'tracklens-';
const cacheName = `${CACHE_PREFIX}${version}`;
/** What is served for a path without a page of its own. It is in none of SvelteKit's lists. */
const fallbackPage = `${base}/200.html`;
/** Hashed files that are missing from SvelteKit's lists; written by the build, see vite.config.ts. */
const workerFilesList = `${base}/_app/worker-files.json`;
const hashedFolder = `${base}/_app/immutable/`;

worker.addEventListener('install', (event) => event.waitUntil(storeVersion()));
worker.addEventListener('activate', (event) => event.waitUntil(removeOldVersions().then(() => worker.clients.claim())));
worker.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
	if ((data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
	const { request } = event;
	if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
	event.respondWith(request.mode === 'navigate' ? page(request) : file(request));
});

async function storeVersion(): Promise<void> {
	const cache = await caches.open(cacheName);
	try {
		const paths = new Set([...build, ...(await workerFiles()), ...files, ...prerendered, fallbackPage]);
		await Promise.all([...paths].map((path) => store(cache, path)));
	} catch (error) {
		await caches.delete(cacheName);
		throw error;
	}
}

async function workerFiles(): Promise<readonly string[]> {
	const response = await fetch(workerFilesList, { cache: 'reload' });
	const paths = (await response.json()) as readonly string[];
	return paths.map((path) => `${base}/${path}`);
}

async function store(cache: Cache, path: string): Promise<void> {
	// A hashed file never changes, so the previous version's copy will do; others must not come from the HTTP cache.
	const hashed = path.startsWith(hashedFolder);
	const stored = hashed ? await caches.match(path) : undefined;
	if (stored) await cache.put(path, stored);
	else await cache.add(new Request(path, { cache: hashed ? 'default' : 'reload' }));
}

/** Keeps this version and the one before; `keys` lists caches in the order they were made. */
async function removeOldVersions(): Promise<void> {
	const others = (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX) && name !== cacheName);
	await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

/** Pages come from the stored version, so that a page and its scripts always belong together. */
async function page(request: Request): Promise<Response> {
	const cache = await caches.open(cacheName);
	const stored = await cache.match(request, { ignoreSearch: true });
	if (stored) return stored;
	try {
		return await fetch(request);
	} catch (error) {
		const fallback = await cache.match(fallbackPage);
		if (fallback) return fallback;
		throw error;
	}
}

async function file(request: Request): Promise<Response> {
	const cache = await caches.open(cacheName);
	return (await cache.match(request)) ?? (await caches.match(request)) ?? fetch(request);
}

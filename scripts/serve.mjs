/** A static server for the production build, with the security headers that a meta element cannot carry. */
import { createServer } from 'node:http';
import sirv from 'sirv';

export const DEFAULT_PORT = 4173;

const BASE_HEADERS = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin'
};
/** A document's own policy is in its meta element, where frame-ancestors would be ignored. */
const DOCUMENT_POLICY = "frame-ancestors 'none'";
/** A worker takes its policy from the response of its own script. */
const WORKER_POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"worker-src 'self'",
	"connect-src 'self'",
	"require-trusted-types-for 'script'",
	'trusted-types tracklens-script-url'
].join('; ');

/**
 * Serves a build on localhost. A taken port is replaced by one that is free.
 * @param {{ folder?: string, port?: number, base?: string, extend?: (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean }} [options]
 *   `base` is a sub-path such as `/app/`; `extend` may answer a request first (then it returns true).
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function serve({ folder = 'build', port = DEFAULT_PORT, base = '/', extend } = {}) {
	const files = sirv(folder, { single: '200.html', etag: true, setHeaders });
	const answer = (request, response) => {
		if (extend?.(request, response)) return;
		const path = request.url ?? '/';
		if (!path.startsWith(base)) return notFound(response);
		request.url = path.slice(base.length - 1);
		files(request, response, () => notFound(response));
	};
	const { servers, port: taken } = await listen(answer, port);
	return {
		url: `http://localhost:${taken}${base}`,
		port: taken,
		close: () => Promise.all(servers.map(close)).then(() => undefined)
	};
}

function setHeaders(response, path) {
	for (const [name, value] of Object.entries(BASE_HEADERS)) response.setHeader(name, value);
	response.setHeader('Content-Security-Policy', path.endsWith('.js') ? WORKER_POLICY : DOCUMENT_POLICY);
	const hashed = path.includes('/_app/immutable/');
	response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

function notFound(response) {
	response.writeHead(404, { ...BASE_HEADERS, 'Content-Type': 'text/plain' }).end('Not found');
}

/** `localhost` may mean either address, so a port counts as free only when it is free on both. */
async function listen(answer, wanted) {
	for (const port of [wanted, 0, 0, 0]) {
		const first = await listenOn(answer, port, '127.0.0.1');
		if (!first) continue;
		const second = await listenOn(answer, first.address().port, '::1');
		if (second !== null) return { servers: second ? [first, second] : [first], port: first.address().port };
		await close(first);
	}
	throw new Error(`No free port found, starting with ${wanted}`);
}

/** The server; null when the port is taken; undefined when this machine has no such address. */
function listenOn(answer, port, host) {
	return new Promise((resolve, reject) => {
		const server = createServer(answer);
		server.once('error', (error) => {
			if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
			else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(undefined);
			else reject(error);
		});
		server.listen(port, host, () => resolve(server));
	});
}

function close(server) {
	return new Promise((resolve) => {
		server.close(resolve);
		server.closeAllConnections();
	});
}

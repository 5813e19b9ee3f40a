/**
 * The only maker of script URLs that Trusted Types let through, for workers and for the service worker. A worker has
 * a policy of its own, so the module works on the page and inside a worker alike.
 */

/** Trusted Types are not in TypeScript's own library yet, nor in every browser. */
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL: (url: string) => string }
	): { createScriptURL(url: string): unknown };
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy('tracklens-script-url', { createScriptURL: sameOrigin });

/**
 * The absolute URL of a script of this origin, fit for `new Worker` and for service worker registration.
 * Under Trusted Types it is a `TrustedScriptURL`, typed as the string that those calls are declared with.
 * @throws TypeError when the script is of another origin.
 */
export function trustedScriptUrl(url: string): string {
	return policy ? (policy.createScriptURL(url) as string) : sameOrigin(url);
}

function sameOrigin(url: string): string {
	const absolute = new URL(url, location.href);
	if (absolute.origin !== location.origin) throw new TypeError(`Script of another origin: ${absolute.origin}`);
	return absolute.href;
}

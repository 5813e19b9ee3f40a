/**
 * New versions of the application: the service worker fetches one in the background, the user decides when to change
 * over. The page is never reloaded while it is busy.
 */
import { base } from '$app/paths';
import { Workbox } from 'workbox-window';
import { trustedScriptUrl } from '../worker/trustedScriptUrl';

class Updates {
	/** A new version is on this device and waits for `applyUpdate`. */
	updateReady = $state(false);
	#workbox: Workbox | null = null;
	#accepted = false;

	/** Registers the service worker; call once from the page. Without one the application works, only not offline. */
	async start(): Promise<void> {
		// The development server has no service worker.
		if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
		try {
			const workbox = new Workbox(trustedScriptUrl(`${base}/service-worker.js`));
			workbox.addEventListener('waiting', () => (this.updateReady = true));
			workbox.addEventListener('controlling', () => this.#accepted && void reloadWhenIdle());
			await workbox.register({ immediate: true });
			this.#workbox = workbox;
			document.addEventListener('visibilitychange', () => {
				if (document.visibilityState === 'visible') workbox.update().catch(ignoreFailure);
			});
		} catch (error) {
			ignoreFailure(error);
		}
	}

	/** Changes over to the new version: waits until nothing is under way, then reloads. */
	async applyUpdate(): Promise<void> {
		if (!this.updateReady || this.#accepted) return;
		this.#accepted = true;
		await idle();
		const registration = await navigator.serviceWorker.getRegistration();
		// Another tab may have changed over already; then the new version only needs a reload.
		if (registration?.waiting) this.#workbox?.messageSkipWaiting();
		else await reloadWhenIdle();
	}
}

export const updates = new Updates();

/** Blocked service workers, private windows and being offline are normal: the application just goes on. */
function ignoreFailure(_error: unknown): void {}

async function reloadWhenIdle(): Promise<void> {
	await idle();
	location.reload();
}

/** Resolves when no import, evaluation or write is under way. */
function idle(): Promise<void> {
	const { dataset } = document.documentElement;
	if (dataset.busy === 'false') return Promise.resolve();
	return new Promise((resolve) => {
		const observer = new MutationObserver(() => {
			if (dataset.busy !== 'false') return;
			observer.disconnect();
			resolve();
		});
		observer.observe(document.documentElement, { attributeFilter: ['data-busy'] });
	});
}

import { tick } from 'svelte';

/**
 * After what had the focus has left the page: gives the focus to the page's list of emails, else to its heading, so
 * that the keyboard goes on from there.
 */
export async function keepFocus(): Promise<void> {
	await tick();
	if (document.activeElement !== null && document.activeElement !== document.body) return;
	const main = document.querySelector('main');
	const place = main?.querySelector<HTMLElement>('[role="grid"]') ?? main?.querySelector('h1') ?? main;
	if (!place) return;
	if (place.tabIndex < 0) place.tabIndex = -1;
	place.focus({ preventScroll: true });
}

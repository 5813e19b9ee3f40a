/** Moves the focus within a toolbar as arrow keys, Home and End say; false for every other key. */
export function focusAfter(key: string, buttons: readonly HTMLElement[]): boolean {
	const at = buttons.findIndex((button) => button === document.activeElement);
	const last = buttons.length - 1;
	const moves: Readonly<Record<string, number>> = {
		ArrowRight: at === last ? 0 : at + 1,
		ArrowLeft: at <= 0 ? last : at - 1,
		Home: 0,
		End: last
	};
	const to = Object.hasOwn(moves, key) ? moves[key] : undefined;
	if (to === undefined) return false;
	buttons[to]?.focus();
	return true;
}

/** The case of this tab, remembered until the tab is closed. Storage may be refused: then a reload opens the last used. */
const key = 'tracklens.caseId';

export function rememberedCaseId(): number | null {
	try {
		const id = Number(sessionStorage.getItem(key));
		return Number.isSafeInteger(id) && id > 0 ? id : null;
	} catch {
		return null;
	}
}

export function rememberCaseId(caseId: number): void {
	try {
		sessionStorage.setItem(key, String(caseId));
	} catch {
		// As good as forgotten.
	}
}

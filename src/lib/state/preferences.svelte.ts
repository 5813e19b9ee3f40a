import { browser } from '$app/environment';

export type TimeZoneChoice = 'local' | 'utc';

const TIME_ZONE_KEY = 'tracklens.timeZone';

/** What the user prefers on this machine. Storage may be refused (private windows): then it lasts as long as the page. */
export class Preferences {
	timeZone = $state<TimeZoneChoice>(readTimeZone());
	/** The local zone's IANA name, e.g. `Europe/Berlin`. */
	readonly localZoneName = new Intl.DateTimeFormat().resolvedOptions().timeZone;

	setTimeZone(choice: TimeZoneChoice): void {
		this.timeZone = choice;
		try {
			localStorage.setItem(TIME_ZONE_KEY, choice);
		} catch {
			// Kept for this page only.
		}
	}
}

function readTimeZone(): TimeZoneChoice {
	if (!browser) return 'local';
	try {
		return localStorage.getItem(TIME_ZONE_KEY) === 'utc' ? 'utc' : 'local';
	} catch {
		return 'local';
	}
}

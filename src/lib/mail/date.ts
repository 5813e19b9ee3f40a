/**
 * date-time of RFC 5322 sections 3.3 and 4.3, without `Date.parse`, whose answers differ between engines: comments,
 * obsolete zones, years of two and three digits. A missing or unknown zone is UTC.
 */
import { withoutComments } from './lexical';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Minutes east of UTC. Other names, military letters among them, tell nothing (RFC 5322 section 4.3): UTC. */
const ZONE_MINUTES: Readonly<Record<string, number>> = {
	EST: -300,
	EDT: -240,
	CST: -360,
	CDT: -300,
	MST: -420,
	MDT: -360,
	PST: -480,
	PDT: -420
};

/** No real date-time is longer; what follows is not read. */
const maxDateLength = 300;

const DATE_TIME =
	/^(?:[a-z]{3,9}\.? ?,? ?)?(\d{1,2}) ?-?([a-z]{3,9})\.? ?-?(\d{2,4}) (\d{1,2}) ?: ?(\d{1,2})(?: ?: ?(\d{1,2})(?:\.\d+)?)?(?: ?([+-]\d{1,2}:?\d{2}|[a-z]+))?(?: .*)?$/i;

/** Milliseconds since 1970 UTC; null when the text is not a date-time. */
export function readDateTime(text: string): number | null {
	const match = DATE_TIME.exec(withoutComments(text.slice(0, maxDateLength)).trim().replace(/\s+/g, ' '));
	if (match === null) return null;
	const [, dayText = '', monthText = '', yearText = '', hourText = '', minuteText = '', secondText = '0', zone = ''] =
		match;
	const month = MONTHS.indexOf(monthText.slice(0, 3).toLowerCase());
	const day = Number(dayText);
	const year = fullYear(yearText);
	const [hour, minute, second] = [Number(hourText), Number(minuteText), Number(secondText)];
	// Second 60 is a leap second.
	if (month === -1 || year < 1900 || hour > 23 || minute > 59 || second > 60) return null;
	if (day < 1 || day > new Date(Date.UTC(year, month + 1, 0)).getUTCDate()) return null;
	return Date.UTC(year, month, day, hour, minute, second) - zoneMinutes(zone) * 60_000;
}

/** RFC 5322 section 4.3: 00-49 are this century, 50-99 and three digits count from 1900. */
function fullYear(digits: string): number {
	const year = Number(digits);
	if (digits.length === 2) return year < 50 ? 2000 + year : 1900 + year;
	return digits.length === 3 ? 1900 + year : year;
}

function zoneMinutes(zone: string): number {
	const numeric = /^([+-])(\d{1,2}):?(\d{2})$/.exec(zone);
	if (numeric === null) return ZONE_MINUTES[zone.toUpperCase()] ?? 0;
	const [, sign, hours, minutes] = numeric;
	const east = Number(hours) * 60 + Number(minutes);
	return sign === '-' ? -east : east;
}

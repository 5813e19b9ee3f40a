/**
 * CSV that spreadsheets open as it is: RFC 4180, with a byte order mark, which tells them that it is UTF-8. A cell that a
 * spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV Injection").
 */

export type CsvCell = string | number | boolean | null;

export const csvStart = '\uFEFF';

/** A record with its line end. */
export function csvRecord(cells: readonly CsvCell[]): string {
	return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: CsvCell): string {
	if (value === null) return '';
	if (typeof value !== 'string') return String(value);
	const text = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

export function median(values) {
	const sorted = values.toSorted((one, other) => one - other);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Lines of a table with one name, the median of its rounds, and the rounds. */
export function table(rows) {
	const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => String(row[column]).length)));
	return rows
		.map((row) =>
			row
				.map((cell, column) => String(cell).padEnd(widths[column]))
				.join('  ')
				.trimEnd()
		)
		.join('\n');
}

export const ms = (value) => `${Math.round(value)} ms`;
export const times = (value) => `${value.toFixed(2)} x`;
export const all = (values) => values.map(Math.round).join(' ');

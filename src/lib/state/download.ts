/** Long enough for the browser to have taken the bytes over. */
const keepUrlMs = 60_000;

export function download(blob: Blob, fileName: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = fileName;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), keepUrlMs);
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** SHA-256 of the bytes, lower-case hex. */
export async function sha256Hex(bytes: ArrayBuffer): Promise<string> {
	return hexOf(await crypto.subtle.digest('SHA-256', bytes));
}

export function hexOf(bytes: ArrayBuffer): string {
	let hex = '';
	for (const byte of new Uint8Array(bytes)) hex += hexOfByte[byte];
	return hex;
}

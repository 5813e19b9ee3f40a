/**
 * The two globals that mail reading needs beyond ECMAScript. Every browser, worker and Node has them, but their types
 * come with DOM or Node, which this layer compiles without.
 */
interface Decoder {
	readonly encoding: string;
	decode(bytes: Uint8Array): string;
}
interface Platform {
	readonly TextDecoder: new (
		label: string,
		options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean }
	) => Decoder;
	readonly TextEncoder: new () => { encode(text: string): Uint8Array };
}

export const { TextDecoder, TextEncoder } = globalThis as unknown as Platform;

import { expect, it } from 'vitest';
import { fileText } from './fileText';

const file = (...bytes: number[]) => new File([new Uint8Array(bytes)], 'x.csv');

it.each([
	['UTF-8', file(0xc3, 0xa9), 'é'],
	['UTF-16, little end first', file(0xff, 0xfe, 0xe9, 0x00), 'é'],
	['UTF-16, big end first', file(0xfe, 0xff, 0x00, 0xe9), 'é'],
	['UTF-16 without a mark, little end first', file(0x61, 0, 0x2c, 0, 0x62, 0, 0x0a, 0, 0xe9, 0), 'a,b\né'],
	['UTF-16 without a mark, big end first', file(0, 0x61, 0, 0x2c, 0, 0x62, 0, 0x0a, 0, 0xe9), 'a,b\né'],
	['Windows-1252', file(0xe9), 'é'],
	['nothing', file(), '']
])('%s', async (_, from, text) => {
	expect(await fileText(from, 'windows-1252')).toBe(text);
});

it('reads XML as UTF-8 whatever its bytes', async () => {
	expect(await fileText(file(0xe9), null)).toBe('\uFFFD');
});

import { describe, expect, it } from 'vitest';
import { environmentFileName, snapshotFileName } from './exportName';

describe('names of downloads', () => {
	it.each([
		['Contoso', 'contoso-2026-11-23.tracklens.json'],
		['  Çontoso / Größe & Söhne.  ', 'contoso-gro-e-sohne-2026-11-23.tracklens.json'],
		['../../etc/passwd', 'etc-passwd-2026-11-23.tracklens.json'],
		['CON', 'con-2026-11-23.tracklens.json'],
		['案件', 'tracklens-2026-11-23.tracklens.json'],
		['', 'tracklens-2026-11-23.tracklens.json'],
		['a\u202egpj.exe\0', 'a-gpj-exe-2026-11-23.tracklens.json'],
		['x'.repeat(500), `${'x'.repeat(60)}-2026-11-23.tracklens.json`]
	])('%j', (name, expected) => {
		expect(snapshotFileName(name, '2026-11-23')).toBe(expected);
	});

	it('environment', () => {
		expect(environmentFileName('Contoso', '2026-11-23')).toBe('contoso-environment-2026-11-23.json');
	});
});

import { describe, expect, test } from 'vitest';
import { DEFAULT_ORGANIZATION, type OrganizationSettings } from '../../src/lib/domain/environment';
import { decodeEnvironmentFile } from '../../src/lib/snapshot/environmentFile';

/** As the page gives them, heading "Tracking token structure" and "Smart matching advanced settings". */
const LIMITS: readonly (readonly [
	keyof OrganizationSettings,
	within: readonly unknown[],
	beyond: readonly unknown[]
])[] = [
	['trackingprefix', ['C', 'Contoso.Sales (EMEA)'], ['', 'Contoso.Sales (EMEA):']],
	['trackingtokenidbase', [0, 2_147_483_647], [-1, 2_147_483_648]],
	['trackingtokeniddigits', [1, 10], [0, 11]],
	['trackingtokencounterdigits', [1, 9], [0, 10]]
];

const DEFAULTS: Partial<OrganizationSettings> = {
	trackingprefix: 'CRM:',
	trackingtokenidbase: 0,
	trackingtokeniddigits: 3,
	trackingtokencounterdigits: 3,
	usetrackingtokens: true,
	emailcorrelationenabled: true,
	enablesmartmatching: false,
	hashfilterkeywords: String.raw`^[\s]*([\w]+\s?:[\s]*)+`,
	hashmaxcount: 20,
	hashdeltasubjectcount: 0,
	hashminaddresscount: 2
};

describe('settings as the page gives them', () => {
	test.each(LIMITS)('%s within %j, not %j', (column, within, beyond) => {
		for (const value of within) expect(decoded({ [column]: value }), String(value)).toMatchObject({ ok: true });
		for (const value of beyond) expect(decoded({ [column]: value }), String(value)).toMatchObject({ ok: false });
	});

	test('defaults', () => {
		expect(DEFAULT_ORGANIZATION).toMatchObject(DEFAULTS);
		const read = decoded({});
		expect(read.ok && read.environment.organization).toMatchObject(DEFAULTS);
	});
});

function decoded(organization: object) {
	return decodeEnvironmentFile({ format: 'tracklens-environment', formatVersion: 1, organization });
}

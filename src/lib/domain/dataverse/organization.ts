/**
 * The one row of the organization table.
 *
 * `trackingprefix` is documented as a "history list of tracking token prefixes" of 256 characters, without saying how
 * the list is written. Reading A17: separated by `;`, `,` or a line end; the first prefix is the current one, the others
 * are former ones. Which of them is current changes no verdict here, since all of them are recognised alike.
 *
 * `maximumtrackingnumber` gives the digits of the counter (999 has 3). Null counts as 9999, and zero or less means that
 * tracking tokens are off (seen in a published stored procedure, not documented).
 */
import { entityReference, type SourceTable } from './sourceTable';

export const organizations: SourceTable = {
	logicalName: 'organization',
	entitySet: 'organizations',
	use: 'organization',
	columns: [
		{ name: 'organizationid', kind: 'id', to: null },
		{ name: 'name', kind: 'environment-name', to: null },
		{ name: 'emailcorrelationenabled', kind: 'flag', to: 'emailcorrelationenabled' },
		{ name: 'trackingprefix', kind: 'tracking-prefixes', to: 'trackingprefix' },
		{ name: 'trackingtokenidbase', kind: 'integer', to: 'trackingtokenidbase' },
		{ name: 'trackingtokeniddigits', kind: 'integer', to: 'trackingtokeniddigits' },
		{ name: 'maximumtrackingnumber', kind: 'maximum-tracking-number', to: 'trackingtokencounterdigits' },
		{ name: 'enablesmartmatching', kind: 'flag', to: 'enablesmartmatching' },
		{ name: 'hashfilterkeywords', kind: 'text', to: 'hashfilterkeywords' },
		{ name: 'hashmaxcount', kind: 'integer', to: 'hashmaxcount' },
		{ name: 'hashdeltasubjectcount', kind: 'integer', to: 'hashdeltasubjectcount' },
		{ name: 'hashminaddresscount', kind: 'integer', to: 'hashminaddresscount' },
		{ name: 'ignoreinternalemail', kind: 'flag', to: 'ignoreinternalemail' },
		{ name: 'unresolveemailaddressifmultiplematch', kind: 'flag', to: 'unresolveemailaddressifmultiplematch' },
		{ name: 'orgdborgsettings', kind: 'org-settings-xml', to: null }
	],
	documentation: entityReference('organization')
};

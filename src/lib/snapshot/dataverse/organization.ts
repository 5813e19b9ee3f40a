/** The organization's row: settings, and OrgDBOrgSettings within it. */
import type { SourceTable } from '../../domain/dataverse/sourceTable';
import type { PlainValue } from '../plainData';
import { valuesOf, type WebApiRow } from './columns';
import { NO_FACTS, type ImportedFacts } from './importedFacts';
import type { FileRemarks } from './importedFile';
import { readOrgSettingsXml } from './orgSettingsXml';
import { isKnownOrgDbSetting, orgDbSettingName, orgDbSettingValue, settingExpects, settingFits } from './settings';
import { integerOf, lineOf, trackingPrefixesOf } from './values';

/** Null in `maximumtrackingnumber` counts as this. */
const defaultMaximumTrackingNumber = 9_999;

export function readOrganization(table: SourceTable, row: WebApiRow, remarks: FileRemarks): ImportedFacts {
	const organization: Record<string, PlainValue> = {};
	const plain = table.columns.filter(({ kind }) => kind === 'flag' || kind === 'integer' || kind === 'text');
	for (const [name, value] of Object.entries(valuesOf(row, plain, remarks))) {
		// An empty pattern would be one that is found everywhere.
		const given = value === '' ? null : value;
		if (settingFits('organization', name, given)) organization[name] = given;
		else refuse('organization', name, name, given, remarks);
	}
	const formerPrefixes = takePrefixes(row, organization, remarks);
	takeMaximumTrackingNumber(row, organization, remarks);
	return {
		...NO_FACTS,
		environmentName: lineOf(row.name) || null,
		organization,
		formerPrefixes,
		orgDbOrgSettings: typeof row.orgdborgsettings === 'string' ? orgDbSettingsOf(row.orgdborgsettings, remarks) : {}
	};
}

function takePrefixes(
	row: WebApiRow,
	organization: Record<string, PlainValue>,
	remarks: FileRemarks
): readonly string[] {
	if (!Object.hasOwn(row, 'trackingprefix')) return [];
	const prefixes = row.trackingprefix === null ? [] : trackingPrefixesOf(row.trackingprefix);
	if (prefixes === undefined) {
		remarks.valuesNotUsed.add('trackingprefix');
		return [];
	}
	const [current, ...former] = prefixes;
	organization.trackingprefix = current ?? null;
	return former;
}

function takeMaximumTrackingNumber(
	row: WebApiRow,
	organization: Record<string, PlainValue>,
	remarks: FileRemarks
): void {
	if (!Object.hasOwn(row, 'maximumtrackingnumber')) return;
	const given = row.maximumtrackingnumber;
	const most = given === null ? defaultMaximumTrackingNumber : integerOf(given);
	if (typeof most !== 'number') {
		remarks.valuesNotUsed.add('maximumtrackingnumber');
		return;
	}
	organization.usetrackingtokens = most > 0;
	const digits = String(most).length;
	if (most > 0 && settingFits('organization', 'trackingtokencounterdigits', digits)) {
		organization.trackingtokencounterdigits = digits;
	}
}

function orgDbSettingsOf(xml: string, remarks: FileRemarks): Readonly<Record<string, PlainValue>> {
	if (xml.trim() === '') return {};
	const read = readOrgSettingsXml(xml);
	if (read.ok) return fittingSettings(read.settings, remarks);
	remarks.valuesNotUsed.add('orgdborgsettings');
	return {};
}

/** Under their documented names; those with a value that does not fit are left out and told. */
export function fittingSettings(
	settings: Readonly<Record<string, PlainValue>>,
	remarks: FileRemarks
): Readonly<Record<string, PlainValue>> {
	const fitting: Record<string, PlainValue> = {};
	for (const [given, value] of Object.entries(settings)) {
		const name = orgDbSettingName(given);
		const read = value === '' ? null : orgDbSettingValue(name, value);
		if (!settingFits('orgDbOrgSettings', name, read)) {
			refuse('orgDbOrgSettings', name, given, value, remarks);
			continue;
		}
		fitting[name] = read;
		if (!isKnownOrgDbSetting(name)) remarks.settingsUnknown.add(name);
	}
	return fitting;
}

function refuse(
	section: 'organization' | 'orgDbOrgSettings',
	name: string,
	given: string,
	value: PlainValue,
	remarks: FileRemarks
): void {
	remarks.valuesNotUsed.add(given);
	const expected = settingExpects(section, name, value);
	remarks.settingsRefused.add(
		`${given}: ${JSON.stringify(value)}${expected === null ? '' : ` (allowed: ${expected})`}`
	);
}

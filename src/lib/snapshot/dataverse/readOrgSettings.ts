/** A file with OrgDBOrgSettings as XML. */
import { NO_FACTS } from './importedFacts';
import { FileRemarks, type ImportedFile } from './importedFile';
import { fittingSettings } from './organization';
import { readOrgSettingsXml } from './orgSettingsXml';

export function readOrgSettings(text: string): ImportedFile {
	const read = readOrgSettingsXml(text);
	if (!read.ok)
		return { ok: false, kind: 'org-settings', code: 'org-settings-invalid', detail: { problem: read.problem } };
	const remarks = new FileRemarks();
	const orgDbOrgSettings = fittingSettings(read.settings, remarks);
	return {
		ok: true,
		kind: 'org-settings',
		facts: { ...NO_FACTS, orgDbOrgSettings },
		detail: { settings: Object.keys(orgDbOrgSettings).length, ...remarks.detail() },
		warnings: remarks.warnings()
	};
}

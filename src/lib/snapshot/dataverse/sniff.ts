/** Files for the environment that are not mail and not JSON: told by their content, CSV by its name as well. */
import { looksLikeOrgSettings } from './orgSettingsXml';

export type EnvironmentText = 'json' | 'org-settings' | 'csv';

/**
 * @param head the file's first characters, without the blanks before them
 * @param path its name counts for CSV, which has no mark of its own
 */
export function environmentTextKind(head: string, path: string): EnvironmentText | null {
	if (looksLikeOrgSettings(head)) return 'org-settings';
	if (/\.(?:csv|tsv)$/i.test(path)) return 'csv';
	return /^\uFEFF?\s*\[\s*\{/.test(head) ? 'json' : null;
}

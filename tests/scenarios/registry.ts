/** All scenarios by the file that tells them, in the order of the page. */
import type { Scenario } from './scenario';
import { WHICH_MESSAGES } from './01-which-messages';
import { FILTERS } from './02-filters';
import { CONVERSATIONS } from './03-conversations';
import { WHY_TRACKED } from './04-why-tracked';
import { AUTOMATIC_REPLIES } from './05-automatic-replies';
import { REGARDING } from './06-regarding';
import { TRACKING_TOKENS } from './07-tracking-tokens';
import { SMART_MATCHING } from './08-smart-matching';
import { SMART_MATCHING_SETTINGS } from './09-smart-matching-settings';
import { OPTION_SETS } from './10-option-sets';
import { ORG_DB_ORG_SETTINGS } from './11-orgdborgsettings';
import { ORGANIZATION_COLUMNS } from './12-organization-columns';
import { READINGS_OF_RULES } from './13-readings-of-rules';
import { READINGS_OF_FIELDS } from './14-readings-of-fields';
import { CONTRADICTIONS } from './15-contradictions';

export const SCENARIOS: Readonly<Record<string, readonly Scenario[]>> = {
	'01-which-messages': WHICH_MESSAGES,
	'02-filters': FILTERS,
	'03-conversations': CONVERSATIONS,
	'04-why-tracked': WHY_TRACKED,
	'05-automatic-replies': AUTOMATIC_REPLIES,
	'06-regarding': REGARDING,
	'07-tracking-tokens': TRACKING_TOKENS,
	'08-smart-matching': SMART_MATCHING,
	'09-smart-matching-settings': SMART_MATCHING_SETTINGS,
	'10-option-sets': OPTION_SETS,
	'11-orgdborgsettings': ORG_DB_ORG_SETTINGS,
	'12-organization-columns': ORGANIZATION_COLUMNS,
	'13-readings-of-rules': READINGS_OF_RULES,
	'14-readings-of-fields': READINGS_OF_FIELDS,
	'15-contradictions': CONTRADICTIONS
};

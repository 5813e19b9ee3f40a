/** What of an environment being edited bears on tokens. Values of a wrong type count as their default. */
import {
	DEFAULT_ORG_DB_ORG_SETTINGS,
	DEFAULT_ORGANIZATION,
	type OrganizationSettings,
	type OrgDbOrgSettings
} from '../domain/environment';
import type { EnvironmentFileContent } from '../worker/api';
import { rowsOf, valueAt } from './environmentDraft';

export type TokenSettingsDraft = Pick<
	OrganizationSettings,
	| 'usetrackingtokens'
	| 'trackingprefix'
	| 'trackingprefixhistory'
	| 'trackingtokenidbase'
	| 'trackingtokeniddigits'
	| 'trackingtokencounterdigits'
> &
	Pick<OrgDbOrgSettings, 'MaximumSubjectLengthOnMailServer'>;

export function tokenSettingsOf(file: EnvironmentFileContent): TokenSettingsDraft {
	const organization = DEFAULT_ORGANIZATION;
	const number = (section: string, name: string, ifOther: number): number => {
		const value = valueAt(file, [section, name]);
		return typeof value === 'number' ? value : ifOther;
	};
	const on = valueAt(file, ['organization', 'usetrackingtokens']);
	const prefix = valueAt(file, ['organization', 'trackingprefix']);
	const history = valueAt(file, ['organization', 'trackingprefixhistory']);
	return {
		usetrackingtokens: typeof on === 'boolean' ? on : organization.usetrackingtokens,
		trackingprefix: typeof prefix === 'string' ? prefix : organization.trackingprefix,
		trackingprefixhistory: Array.isArray(history) ? history.filter((item) => typeof item === 'string') : [],
		trackingtokenidbase: number('organization', 'trackingtokenidbase', organization.trackingtokenidbase),
		trackingtokeniddigits: number('organization', 'trackingtokeniddigits', organization.trackingtokeniddigits),
		trackingtokencounterdigits: number(
			'organization',
			'trackingtokencounterdigits',
			organization.trackingtokencounterdigits
		),
		MaximumSubjectLengthOnMailServer: number(
			'orgDbOrgSettings',
			'MaximumSubjectLengthOnMailServer',
			DEFAULT_ORG_DB_ORG_SETTINGS.MaximumSubjectLengthOnMailServer
		)
	};
}

/** Who sends, and with which usersettings.trackingtokenid; null for the system. */
export interface TokenSender {
	readonly id: string;
	readonly name: string;
	/** The owner whose number and counter a queue uses. */
	readonly through: string | null;
	readonly trackingtokenid: number | null;
}

/** Users whose number is described, and the queues they own. */
export function tokenSendersOf(file: EnvironmentFileContent): readonly TokenSender[] {
	const users = rowsOf(file, 'users').flatMap(({ id, fullname, trackingtokenid }): TokenSender[] => {
		if (typeof id !== 'string' || typeof trackingtokenid !== 'number' || !Number.isInteger(trackingtokenid)) return [];
		if (trackingtokenid < 0) return [];
		return [{ id, name: textOr(fullname, id), through: null, trackingtokenid }];
	});
	const queues = rowsOf(file, 'queues').flatMap(({ id, name, ownerid }): TokenSender[] => {
		const owner = users.find((user) => user.id === ownerid);
		if (typeof id !== 'string' || !owner) return [];
		return [{ id, name: textOr(name, id), through: owner.name, trackingtokenid: owner.trackingtokenid }];
	});
	return [...users, ...queues];
}

function textOr(value: unknown, otherwise: string): string {
	return typeof value === 'string' && value !== '' ? value : otherwise;
}

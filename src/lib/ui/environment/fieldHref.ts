import { resolve } from '$app/paths';
import { DEFAULT_MODEL_OPTIONS, DEFAULT_ORG_DB_ORG_SETTINGS, DEFAULT_ORGANIZATION } from '$lib/domain/environment';

/**
 * Address of a field of the Environment page. `pointer` is a JSON pointer (RFC 6901) into the environment file, where a
 * row may be named by its id instead of its index: `/mailboxes/m-luisa/ownerid`.
 */
export function fieldHref(pointer: string): string {
	return `${resolve('/environment/')}?field=${encodeURIComponent(pointer)}`;
}

/** Pointer to a setting by its name alone; null when it is none of the environment's. */
export function settingPointer(name: string): string | null {
	for (const [section, settings] of Object.entries(SECTIONS)) {
		if (Object.hasOwn(settings, name)) return `/${section}/${name}`;
	}
	return null;
}

const SECTIONS = {
	organization: DEFAULT_ORGANIZATION,
	orgDbOrgSettings: DEFAULT_ORG_DB_ORG_SETTINGS,
	modelOptions: DEFAULT_MODEL_OPTIONS
};

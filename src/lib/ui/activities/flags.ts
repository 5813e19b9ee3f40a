import type { ActivityFlag } from '$lib/state/activities.svelte';
import type { IconName } from '$lib/ui/shared/Icon.svelte';

/** What a row's flags mean, in the order they are shown. */
export const FLAGS: Readonly<Record<ActivityFlag, { readonly label: string; readonly icon: IconName }>> = {
	warnings: { label: 'Read with warnings', icon: 'alert' },
	missingParent: { label: 'Answers an email that is not here', icon: 'linkBroken' },
	referencesOnly: { label: 'Linked only by References', icon: 'linkDashed' },
	subjectChanged: { label: 'Subject changed', icon: 'edit' },
	regardingSet: { label: 'Regarding is set', icon: 'flag' },
	marked: { label: 'Marked by hand', icon: 'hand' },
	automaticFlag: { label: 'Auto-Submitted is present', icon: 'automatic' }
};

export const FLAG_ORDER = Object.keys(FLAGS) as readonly ActivityFlag[];

/** What the parts of the pane may ask of it, however deep they lie. */
import { createContext } from 'svelte';
import type { ActivityId } from '$lib/domain/columns';
import type { CheckId } from '$lib/domain/decision';
import type { HeaderRef } from '$lib/domain/message';
import type { EmailMention } from '$lib/engine/explanation';
import type { TimeZoneChoice } from '$lib/ui/shared/format';

export interface DecisionContext {
	readonly timeZone: TimeZoneChoice;
	mention(id: ActivityId): EmailMention | undefined;
	openEmail(id: ActivityId): void;
	/** False when the header block is not at hand or lacks the field. */
	hasHeader(ref: HeaderRef): boolean;
	/** Scrolls to the field in the raw headers, focuses and marks it. */
	showHeader(ref: HeaderRef): void;
	/** Scrolls to a rung of the ladder and focuses it. */
	showCheck(id: CheckId): void;
}

export const [getDecisionContext, setDecisionContext] = createContext<DecisionContext>();

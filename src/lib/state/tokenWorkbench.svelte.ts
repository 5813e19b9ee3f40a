import type { ActiveEnvironment } from './environment.svelte';
import { tokenSendersOf, tokenSettingsOf, type TokenSender } from './tokenSettings';

export type { TokenSender, TokenSettingsDraft } from './tokenSettings';

/** Instead of a described user: the number typed in, or no user at all. */
export const BY_NUMBER = 'by-number';
export const SYSTEM = 'system';

/** What is tried out on the page of tokens, under the settings of the draft. Kept while other pages are looked at. */
export class TokenWorkbench {
	/** Id of a sender, `BY_NUMBER` or `SYSTEM`; null: the first sender. */
	chosen = $state<string | null>(null);
	trackingtokenid = $state(1);
	counter = $state(5);
	subject = $state('Pump P-204 leaks');

	activitiesPerWorkingDay = $state(25);
	queues = $state(1);
	workingDaysPerWeek = $state(5);
	threadLifeDays = $state(14);

	readonly settings = $derived.by(() => tokenSettingsOf(this.environment.draft ?? {}));
	readonly senders = $derived.by(() => tokenSendersOf(this.environment.draft ?? {}));
	/** The chosen sender, or the number typed in where none is described. */
	readonly sender = $derived.by((): TokenSender => {
		const byNumber = { id: BY_NUMBER, name: '', through: null, trackingtokenid: this.trackingtokenid };
		if (this.chosen === SYSTEM) return { id: SYSTEM, name: '', through: null, trackingtokenid: null };
		if (this.chosen === BY_NUMBER) return byNumber;
		return this.senders.find(({ id }) => id === this.chosen) ?? this.senders[0] ?? byNumber;
	});

	constructor(private readonly environment: ActiveEnvironment) {}
}

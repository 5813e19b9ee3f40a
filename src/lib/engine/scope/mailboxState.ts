import type { CheckResult } from '../checks';
import type { Holding } from './holdings';

/** 2 Server-Side Synchronization. */
const serverSideSynchronization = 2;
/** 1 Approved; 1 Success. */
const approved = 1;
const success = 1;

/** A mailbox is synchronized when its delivery method says so and it is enabled, approved and tested. */
export function mailboxState({
	mailbox
}: Pick<Holding, 'mailbox'>): CheckResult & { readonly check: 'scope/mailbox-state' } {
	const { incomingemaildeliverymethod, enabledforincomingemail, emailrouteraccessapproval, incomingemailstatus } =
		mailbox;
	const failed = (column: string, value: number | boolean) => ({
		check: 'scope/mailbox-state' as const,
		outcome: 'failed' as const,
		evidence: { mailboxId: mailbox.id, column, value }
	});
	if (incomingemaildeliverymethod !== serverSideSynchronization)
		return failed('incomingemaildeliverymethod', incomingemaildeliverymethod);
	if (!enabledforincomingemail) return failed('enabledforincomingemail', false);
	if (emailrouteraccessapproval !== null && emailrouteraccessapproval !== approved) {
		return failed('emailrouteraccessapproval', emailrouteraccessapproval);
	}
	if (incomingemailstatus !== null && incomingemailstatus !== success)
		return failed('incomingemailstatus', incomingemailstatus);
	return {
		check: 'scope/mailbox-state',
		outcome: 'passed',
		evidence: { mailboxId: mailbox.id, column: null, value: null }
	};
}

import { agreeIf, DIFFER, notComparable, type Compare } from '../compared';

/**
 * `correlatedactivityid` and `parentactivityid`: Dataverse names another row of its own by GUID, the model an email of
 * the set. The Message-ID of that row, where it is recorded, too, says which email it is.
 */
export function otherEmail(column: 'correlatedactivityid' | 'parentactivityid'): Compare {
	return (modelled, { value }, context) => {
		const ours = modelled[column];
		if (ours === null || typeof value !== 'string') return agreeIf(ours === null && value === null);
		const messageId = context.messageIdOf(value);
		if (messageId === undefined || messageId === null) return notComparable('other-email-not-recorded');
		return context.activitiesNamed(messageId).includes(ours) ? agreeIf(true) : DIFFER;
	};
}

import type { MessageFacts } from '../../domain/message';

/**
 * The column `internetmessageheaders`: JSON text of the two fields that the service is known to keep, each as it stands
 * in the header block, Auto-Submitted first (Learn, "Email message filtering and correlation"; its shape is reading A12).
 * Null on outgoing mail and when neither field is there. Not cut at the column's 500 characters.
 */
export function internetMessageHeaders(facts: MessageFacts, outgoing: boolean): string | null {
	if (outgoing || (facts.autoSubmitted === null && facts.replyToText === null)) return null;
	return JSON.stringify({
		...(facts.autoSubmitted === null ? {} : { 'Auto-Submitted': facts.autoSubmitted }),
		...(facts.replyToText === null ? {} : { 'Reply-To': facts.replyToText })
	});
}

/** The catalogue of complaints: one diagnosis, one file. An id without a diagnosis does not compile. */
import { DIAGNOSIS_IDS, type DiagnosisFound, type DiagnosisId } from '../explanation';
import { acceptedByAnotherRecipient } from './acceptedByAnotherRecipient';
import { aliasNotOnRecord } from './aliasNotOnRecord';
import { allEmailAccepted } from './allEmailAccepted';
import { autoReplyTracked } from './autoReplyTracked';
import { correlationSwitchedOff } from './correlationSwitchedOff';
import { emailSearchRowMissing } from './emailSearchRowMissing';
import { firstEmailInResponseFilter } from './firstEmailInResponseFilter';
import { folderSetsRegarding } from './folderSetsRegarding';
import { forwardNotAReply } from './forwardNotAReply';
import { forwardTracked } from './forwardTracked';
import { genericSubjectMatched } from './genericSubjectMatched';
import { hashFilterPasted } from './hashFilterPasted';
import { heldByNoMailbox } from './heldByNoMailbox';
import { historicEmailTracked } from './historicEmailTracked';
import { internalEmailRejected } from './internalEmailRejected';
import { linkedOnlyByReferencesDiagnosis } from './linkedOnlyByReferences';
import { mailboxNotProcessed } from './mailboxNotProcessed';
import { messageIdConflict } from './messageIdConflict';
import { messageIdRewritten } from './messageIdRewritten';
import { ownerUnexpected } from './ownerUnexpected';
import { parentEmptyByDesign } from './parentEmptyByDesign';
import { parentNotInSet } from './parentNotInSet';
import { parentNotTracked } from './parentNotTracked';
import { protectedEmailKeptOut } from './protectedEmailKeptOut';
import { queueItemForEachQueue } from './queueItemForEachQueue';
import { receivedBeforeProcessEmailsFrom } from './receivedBeforeProcessEmailsFrom';
import { receivedByBcc } from './receivedByBcc';
import { recipientMalformed } from './recipientMalformed';
import { recipientMatchesSeveralRows } from './recipientMatchesSeveralRows';
import { regardingEmpty } from './regardingEmpty';
import { replyMethodsIgnored } from './replyMethodsIgnored';
import { replyReceivedBeforeParent } from './replyReceivedBeforeParent';
import { replyWithoutInReplyTo } from './replyWithoutInReplyTo';
import { senderIsNoRecord } from './senderIsNoRecord';
import { senderMalformed } from './senderMalformed';
import { senderMatchesSeveralRows } from './senderMatchesSeveralRows';
import { sentAndReceivedCopy } from './sentAndReceivedCopy';
import { sentItemsNotTracked } from './sentItemsNotTracked';
import { sentToDistributionList } from './sentToDistributionList';
import { sharedAddressUnresolved } from './sharedAddressUnresolved';
import { smartMatchingOnly } from './smartMatchingOnly';
import { subfolderNotLookedAt } from './subfolderNotLookedAt';
import { subjectChangedDiagnosis } from './subjectChanged';
import { subjectChangedByPrefix } from './subjectChangedByPrefix';
import { subjectTagStopsSmartMatching } from './subjectTagStopsSmartMatching';
import { tokenCopied } from './tokenCopied';
import { tokenEdited } from './tokenEdited';
import { tokenFromElsewhere } from './tokenFromElsewhere';
import { tokenReused } from './tokenReused';
import { undeliverableCategory } from './undeliverableCategory';
import { userAndQueueShareAddress } from './userAndQueueShareAddress';
import { watermarkPassed } from './watermarkPassed';
import type { Diagnosis, DiagnosisInput } from './diagnosis';

export const DIAGNOSIS_BY_ID: { readonly [I in DiagnosisId]: Diagnosis<I> } = {
	'reply-without-in-reply-to': replyWithoutInReplyTo,
	'parent-not-in-set': parentNotInSet,
	'message-id-rewritten': messageIdRewritten,
	'reply-received-before-parent': replyReceivedBeforeParent,
	'parent-not-tracked': parentNotTracked,
	'linked-only-by-references': linkedOnlyByReferencesDiagnosis,
	'first-email-in-response-filter': firstEmailInResponseFilter,
	'correlation-switched-off': correlationSwitchedOff,
	'reply-methods-ignored': replyMethodsIgnored,
	'forward-not-a-reply': forwardNotAReply,
	'sender-is-no-record': senderIsNoRecord,
	'sent-to-distribution-list': sentToDistributionList,
	'received-by-bcc': receivedByBcc,
	'alias-not-on-record': aliasNotOnRecord,
	'shared-address-unresolved': sharedAddressUnresolved,
	'email-search-row-missing': emailSearchRowMissing,
	'subfolder-not-looked-at': subfolderNotLookedAt,
	'received-before-process-emails-from': receivedBeforeProcessEmailsFrom,
	'watermark-passed': watermarkPassed,
	'sent-items-not-tracked': sentItemsNotTracked,
	'mailbox-not-processed': mailboxNotProcessed,
	'protected-email-kept-out': protectedEmailKeptOut,
	'held-by-no-mailbox': heldByNoMailbox,
	'undeliverable-category': undeliverableCategory,
	'internal-email-rejected': internalEmailRejected,
	'sender-malformed': senderMalformed,
	'recipient-malformed': recipientMalformed,
	'accepted-by-another-recipient': acceptedByAnotherRecipient,
	'all-email-accepted': allEmailAccepted,
	'forward-tracked': forwardTracked,
	'user-and-queue-share-address': userAndQueueShareAddress,
	'historic-email-tracked': historicEmailTracked,
	'auto-reply-tracked': autoReplyTracked,
	'subject-changed': subjectChangedDiagnosis,
	'token-reused': tokenReused,
	'token-from-elsewhere': tokenFromElsewhere,
	'token-edited': tokenEdited,
	'token-copied': tokenCopied,
	'smart-matching-only': smartMatchingOnly,
	'generic-subject-matched': genericSubjectMatched,
	'subject-changed-by-prefix': subjectChangedByPrefix,
	'regarding-empty': regardingEmpty,
	'parent-empty-by-design': parentEmptyByDesign,
	'sender-matches-several-rows': senderMatchesSeveralRows,
	'recipient-matches-several-rows': recipientMatchesSeveralRows,
	'sent-and-received-copy': sentAndReceivedCopy,
	'message-id-conflict': messageIdConflict,
	'owner-unexpected': ownerUnexpected,
	'subject-tag-stops-smart-matching': subjectTagStopsSmartMatching,
	'hash-filter-pasted': hashFilterPasted,
	'folder-sets-regarding': folderSetsRegarding,
	'queue-item-for-each-queue': queueItemForEachQueue
};

/** Every diagnosis, in the order shown. */
export const DIAGNOSES: readonly Diagnosis[] = DIAGNOSIS_IDS.map((id) => DIAGNOSIS_BY_ID[id]);

export function diagnose(input: DiagnosisInput): DiagnosisFound[] {
	return DIAGNOSES.flatMap(({ id, find }) => {
		const found = find(input);
		return found === null ? [] : [{ id, ...found }];
	});
}

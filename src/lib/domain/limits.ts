/** Bounds on input. Each says where it comes from. */
import type { EmailColumns } from './columns';

/** A header block longer than this is cut; the largest of 11,000 list messages was 31 KB. */
export const maxHeaderBytes = 256 * 1024;
/** Header fields after this many are left out. */
export const maxHeaderFields = 2_000;
/** Exchange Online's own limit on a message is 150 MB (Learn, "Exchange Online limits"). */
export const maxMessageBytes = 150 * 1024 * 1024;
/** A snapshot, unpacked: some 400,000 emails. */
export const maxSnapshotBytes = 2 * 1024 * 1024 * 1024;
/** Emails, ghosts or report entries of a snapshot: all emails of a case are in memory, 100,000 take some 150 MB. */
export const maxSnapshotElements = 500_000;
/** UTF-16 code units of what is kept of a snapshot without being understood, and of any value in it. */
export const maxSnapshotTextLength = 64 * 1024 * 1024;
/** Any other JSON file is read as one string; V8's longest is a little longer. */
export const maxJsonLength = 500 * 1024 * 1024;
/** Evidence for auto-reply classes is looked for in this much of the body. */
export const bodyScanBytes = 64 * 1024;
export const maxBodyParts = 50;

/** What `openBody` refuses before parsing: stock postal-mime costs 57 us a part and keeps every line. */
export const maxBodyLines = 200_000;
export const maxBoundaryLines = 2_000;
export const maxNestedMessages = 200;
/** A body that takes longer is ended. */
export const bodyTimeoutMs = 10_000;

/** Widths of Dataverse columns (Learn, email table reference). */
export const messageIdColumnLength = 320;
export const subjectColumnLength = 800;
/** In characters; for `torecipients` the whole list. */
export const columnLengths: Readonly<Partial<Record<keyof EmailColumns, number>>> = {
	messageid: messageIdColumnLength,
	inreplyto: messageIdColumnLength,
	trackingtoken: 50,
	internetmessageheaders: 500,
	sender: 250,
	torecipients: 500,
	conversationindex: 2048
};

/** A HashFilterKeywords pattern, and the part of a subject it is run over. */
export const maxPatternLength = 1_000;
export const maxPatternSubjectLength = 1_000;
/** Time for a pattern over one batch of subjects before it is refused. */
export const patternTimeoutMs = 1_000;

/** Candidates listed as evidence; the rest are counted. */
export const maxListedCandidates = 20;

/** Addresses kept of one field name, and msg-ids of In-Reply-To or (the last ones) of References. */
export const maxAddresses = 2_000;
export const maxMsgIds = 2_000;

/** Characters of a body that are shown; laying out 1,000,000 holds the page up for 3 seconds. */
export const maxBodyTextLength = 100_000;
/** MIME parts within parts; Exchange Online allows 30 (Learn, "Exchange Online limits"). */
export const maxPartNesting = 64;
/** Learn, "Folder-level tracking": tracked folders of one user. */
export const maxTrackedFolders = 25;

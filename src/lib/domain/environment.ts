/**
 * The environment: what the mail alone cannot tell. Keys are those of the environment file (format version 1) and,
 * for settings, Dataverse's or OrgDBOrgSettings' own names.
 */
import type { RecordReference } from './columns';

export interface OrganizationSettings {
	readonly emailcorrelationenabled: boolean;
	readonly usetrackingtokens: boolean;
	readonly trackingprefix: string;
	readonly trackingprefixhistory: readonly string[];
	readonly trackingtokenidbase: number;
	readonly trackingtokeniddigits: number;
	readonly trackingtokencounterdigits: number;
	readonly enablesmartmatching: boolean;
	readonly hashfilterkeywords: string;
	readonly hashmaxcount: number;
	readonly hashdeltasubjectcount: number;
	readonly hashminaddresscount: number;
	/** True: mail between users is tracked once only ("Track emails sent between users as two activities" is off). */
	readonly ignoreinternalemail: boolean;
	/** True: a recipient address that several rows have resolves to none of them. */
	readonly unresolveemailaddressifmultiplematch: boolean;
}

/** The OrgDBOrgSettings that bear on tracking. Which of them change a verdict here: `explain/settings`. */
export interface OrgDbOrgSettings {
	readonly IgnoreConversationIndexAndInReplyToForCorrelation: boolean;
	readonly DoNotCorrelateForwardedEmailsAsReplies: boolean;
	readonly DisableSmartMatching: boolean;
	readonly DisableSmartMatchingEmailHashCreation: boolean;
	/** -1 off; 0 to 4 overrides the filtering method of every user, queues keep theirs. */
	readonly SSSForceFilteringMethodForUserMailboxes: -1 | FilteringMethod;
	readonly UseFilteringMethodOfSyncingMailboxOnlyForCorrelation: boolean;
	readonly AutoTrackSentFolderItems: boolean;
	readonly TrackCategorizedItems: boolean;
	readonly DoNotIgnoreInternalEmailToQueues: boolean;
	readonly IgnoreInternalEmailFromQueues: boolean;
	readonly IgnoreInternalEmailDetectionEnhancement: boolean;
	readonly ResolveForInactiveEntities: boolean;
	readonly UnresolveSenderInCaseOfMultipleMatch: boolean;
	readonly OverrideV5SenderConflictResolution: boolean;
	readonly AutoCreateContactOnPromote: boolean;
	readonly CreateQueueItemForSynchronizingMailbox: boolean;
	readonly CreateQueueItemsForAcceptingQueueRecipients: boolean;
	readonly SSSCreateAdditionalQueueItemsForAlreadyTrackedEmail: boolean;
	/** Characters; a longer subject with its token is cut on the way out. */
	readonly MaximumSubjectLengthOnMailServer: number;
	readonly RestrictIRMEmailItems: boolean;
	readonly IgnoreCopiedItemsInSSSForMailbox: boolean;
	readonly SSSSaveOutgoingEmailToExchangeSentFolder: boolean;
	readonly EnableSssItemLevelMonitoring: boolean;
	readonly ExchangeSyncIdMappingPersistenceTimeInDays: number;
	readonly DoNotAutoTrackEmail: boolean;
	readonly HideTrackAllOption: boolean;
	readonly HideEmailAutoTrackOptions: boolean;
	/** Those of the legacy Outlook client: known, without effect here. */
	readonly ClientDisableTrackingForReplyForwardEmails: number;
	readonly AllowPromoteDuplicates: boolean;
	readonly OverrideTrackInCrmBehaviour: number;
	readonly OutlookClientEmailTaggerEnabled: boolean;
}

/** `incomingemailfilteringmethod` of users and queues. */
export const FILTERING_METHODS = [0, 1, 2, 3, 4] as const;
export type FilteringMethod = (typeof FILTERING_METHODS)[number];

export interface User {
	readonly id: string;
	readonly fullname: string;
	readonly emailaddresses: readonly string[];
	readonly incomingemailfilteringmethod: FilteringMethod;
	readonly trackingtokenid: number | null;
	readonly active: boolean;
}
export interface Queue {
	readonly id: string;
	readonly name: string;
	readonly emailaddresses: readonly string[];
	readonly incomingemailfilteringmethod: FilteringMethod;
	readonly ownerid: string | null;
	readonly active: boolean;
}
/** A row of any other table that has an email address: contact, lead, account, a custom table. */
export interface RecordRow {
	readonly id: string;
	readonly table: string;
	readonly name: string;
	readonly emailaddresses: readonly string[];
	readonly ownerid: string | null;
	readonly active: boolean;
	readonly createdonUtcMs: number | null;
}
export interface TrackedFolder {
	readonly path: string;
	readonly regarding: RecordReference | null;
}
export interface Mailbox {
	readonly id: string;
	/** A user's or a queue's id. */
	readonly ownerid: string | null;
	/** 0 None, 1 Dynamics 365 for Outlook, 2 Server-Side Synchronization, 3 Forward Mailbox. */
	readonly incomingemaildeliverymethod: 0 | 1 | 2 | 3;
	readonly enabledforincomingemail: boolean;
	/** 0 Empty, 1 Approved, 2 Pending, 3 Rejected; null when not described. */
	readonly emailrouteraccessapproval: 0 | 1 | 2 | 3 | null;
	/** 0 Not run, 1 Success, 2 Failure; null when not described. */
	readonly incomingemailstatus: 0 | 1 | 2 | null;
	readonly processemailreceivedafterUtcMs: number | null;
	readonly profileprocessemailsreceivedafterUtcMs: number | null;
	readonly testedandenabledonUtcMs: number | null;
	readonly trackedfolders: readonly TrackedFolder[];
	/** Instants of sync cycles, ascending; empty: mail is seen as it arrives. */
	readonly syncsUtcMs: readonly number[];
}
export interface FolderMove {
	readonly atUtcMs: number;
	readonly folder: string;
}
/** Where files lay: a glob over `source.path` (`**` crosses folders, `*` does not); the first match wins. */
export interface Placement {
	readonly files: string;
	readonly mailboxid: string;
	readonly folder: string;
	readonly moves: readonly FolderMove[];
	readonly category: string | null;
}

/** Readings that the documentation leaves open, each with the one shipped as default. */
export interface ModelOptions {
	/** What of Thread-Index is compared: the 22-byte header, or its 16-byte GUID (A4). */
	readonly conversationIndexKey: 'header' | 'guid';
	/** How a subject is split into words (A7). */
	readonly tokeniser: 'whitespace' | 'punctuation';
	/** Subject prefixes that make a forward (A11). */
	readonly forwardPrefixes: readonly string[];
	/** Smart matching looks back this many days; null = without limit. */
	readonly smartMatchingWindowDays: number | null;
	/** Stripped from subjects before correlatedsubjectchanged compares them (A16). */
	readonly subjectChangedPattern: string;
	/** What emailcorrelationenabled = false switches off (A3). */
	readonly correlationOffStops: 'inReplyToAndConversationIndex' | 'all';
}

export interface Mark {
	readonly messageid?: string;
	readonly sha256?: string;
	readonly tracked?: 'sent' | 'manual' | 'untracked';
	readonly regarding?: RecordReference | null;
}

/** What `decide` reads: an environment file with its defaults filled in. */
export interface Environment {
	readonly name: string;
	readonly organization: OrganizationSettings;
	readonly orgDbOrgSettings: OrgDbOrgSettings;
	readonly modelOptions: ModelOptions;
	readonly users: readonly User[];
	readonly queues: readonly Queue[];
	readonly records: readonly RecordRow[];
	readonly mailboxes: readonly Mailbox[];
	readonly placements: readonly Placement[];
	readonly marks: readonly Mark[];
	/** True when the environment names no users and no queues: everything is accepted by the implicit queue. */
	readonly freshInstall: boolean;
}

/** The implicit queue of a fresh install; never written to files. */
export const ALL_MAIL_QUEUE_ID = 'all-mail';

export const DEFAULT_HASH_FILTER_KEYWORDS = '^[\\s]*([\\w]+\\s?:[\\s]*)+';

export const DEFAULT_ORGANIZATION: OrganizationSettings = {
	emailcorrelationenabled: true,
	usetrackingtokens: true,
	trackingprefix: 'CRM:',
	trackingprefixhistory: [],
	trackingtokenidbase: 0,
	trackingtokeniddigits: 3,
	trackingtokencounterdigits: 3,
	enablesmartmatching: false,
	hashfilterkeywords: DEFAULT_HASH_FILTER_KEYWORDS,
	hashmaxcount: 20,
	hashdeltasubjectcount: 0,
	hashminaddresscount: 2,
	ignoreinternalemail: false,
	unresolveemailaddressifmultiplematch: false
};

export const DEFAULT_ORG_DB_ORG_SETTINGS: OrgDbOrgSettings = {
	IgnoreConversationIndexAndInReplyToForCorrelation: false,
	DoNotCorrelateForwardedEmailsAsReplies: false,
	DisableSmartMatching: false,
	DisableSmartMatchingEmailHashCreation: false,
	SSSForceFilteringMethodForUserMailboxes: -1,
	UseFilteringMethodOfSyncingMailboxOnlyForCorrelation: false,
	AutoTrackSentFolderItems: false,
	TrackCategorizedItems: true,
	DoNotIgnoreInternalEmailToQueues: true,
	IgnoreInternalEmailFromQueues: false,
	IgnoreInternalEmailDetectionEnhancement: true,
	ResolveForInactiveEntities: false,
	UnresolveSenderInCaseOfMultipleMatch: false,
	OverrideV5SenderConflictResolution: false,
	AutoCreateContactOnPromote: true,
	CreateQueueItemForSynchronizingMailbox: true,
	CreateQueueItemsForAcceptingQueueRecipients: true,
	SSSCreateAdditionalQueueItemsForAlreadyTrackedEmail: false,
	MaximumSubjectLengthOnMailServer: 255,
	RestrictIRMEmailItems: false,
	IgnoreCopiedItemsInSSSForMailbox: true,
	SSSSaveOutgoingEmailToExchangeSentFolder: true,
	EnableSssItemLevelMonitoring: true,
	ExchangeSyncIdMappingPersistenceTimeInDays: 3,
	DoNotAutoTrackEmail: true,
	HideTrackAllOption: false,
	HideEmailAutoTrackOptions: false,
	ClientDisableTrackingForReplyForwardEmails: 0,
	AllowPromoteDuplicates: false,
	OverrideTrackInCrmBehaviour: 0,
	OutlookClientEmailTaggerEnabled: true
};

export const DEFAULT_MODEL_OPTIONS: ModelOptions = {
	conversationIndexKey: 'header',
	tokeniser: 'whitespace',
	forwardPrefixes: ['FW', 'FWD', 'WG', 'TR', 'RV', 'VS', 'VB', 'I', 'ENC', '转发', '轉寄'],
	smartMatchingWindowDays: null,
	subjectChangedPattern: '^(re:\\s*)+',
	correlationOffStops: 'inReplyToAndConversationIndex'
};

export const FRESH_INSTALL: Environment = {
	name: 'Fresh install',
	organization: DEFAULT_ORGANIZATION,
	orgDbOrgSettings: DEFAULT_ORG_DB_ORG_SETTINGS,
	modelOptions: DEFAULT_MODEL_OPTIONS,
	users: [],
	queues: [],
	records: [],
	mailboxes: [],
	placements: [],
	marks: [],
	freshInstall: true
};

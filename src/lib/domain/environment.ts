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
}

/** The OrgDBOrgSettings that switch correlation. */
export interface OrgDbOrgSettings {
	readonly IgnoreConversationIndexAndInReplyToForCorrelation: boolean;
	readonly DoNotCorrelateForwardedEmailsAsReplies: boolean;
	readonly DisableSmartMatching: boolean;
	readonly DisableSmartMatchingEmailHashCreation: boolean;
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

/** What `decide` reads. Sections whose rules are not modelled yet are kept in the file, not here. */
export interface Environment {
	readonly name: string;
	readonly organization: OrganizationSettings;
	readonly orgDbOrgSettings: OrgDbOrgSettings;
	readonly modelOptions: ModelOptions;
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
	hashminaddresscount: 2
};

export const DEFAULT_ORG_DB_ORG_SETTINGS: OrgDbOrgSettings = {
	IgnoreConversationIndexAndInReplyToForCorrelation: false,
	DoNotCorrelateForwardedEmailsAsReplies: false,
	DisableSmartMatching: false,
	DisableSmartMatchingEmailHashCreation: false
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
	marks: [],
	freshInstall: true
};

/** Where the rules come from: the addresses behind every "why". */
import type { Basis, Source } from '../domain/decision';
import { systemUsers } from '../domain/dataverse/systemUsers';
import { userSettings } from '../domain/dataverse/userSettings';
import { SOURCES as AUTO_REPLY_SOURCES } from '../engine/autoreply/rule';
import {
	ASSOCIATE_ADDRESS,
	CHECK_INCOMING_EMAIL,
	EMAIL_RECORD_OWNER,
	EMAIL_SUBJECT_CHANGED,
	EMAIL_TABLE,
	EMAIL_TRACKING_SETTINGS,
	FOLDER_TRACKING,
	KA_22827,
	KA_22936,
	KA_22940,
	MAILBOX_TABLE,
	MS_OXOMSG,
	NO_RECIPIENT_MATCH,
	ORGANIZATION_TABLE,
	ORG_DB_ORG_SETTINGS_PAGE,
	OUTLOOK_APP_FAQ,
	QUEUE_ITEMS,
	QUEUE_TABLE,
	RFC_5322,
	SETTINGS_CATALOGUE,
	SMART_MATCHING_2008,
	SMART_MATCHING_2009,
	SOURCE_PAGE,
	TRACK_SENT_ITEMS,
	UNEXPECTED_DATA
} from '../engine/sources';

const learn = 'https://learn.microsoft.com/';
const support = `${learn}troubleshoot/power-platform/dataverse/email-exchange-synchronization/`;

export const SOURCES = {
	filteringAndCorrelation: SOURCE_PAGE,
	emailSettings: EMAIL_TRACKING_SETTINGS,
	orgDbOrgSettings: ORG_DB_ORG_SETTINGS_PAGE,
	emailTable: EMAIL_TABLE,
	organizationTable: ORGANIZATION_TABLE,
	queueTable: QUEUE_TABLE,
	userTable: { title: 'User table reference', url: `${learn}${systemUsers.documentation}` },
	userSettingsTable: { title: 'User Settings table reference', url: `${learn}${userSettings.documentation}` },
	queueItems: QUEUE_ITEMS,
	emailRecordOwner: EMAIL_RECORD_OWNER,
	mailboxTable: MAILBOX_TABLE,
	associateAddress: ASSOCIATE_ADDRESS,
	trackSentItems: TRACK_SENT_ITEMS,
	folderTracking: FOLDER_TRACKING,
	noRecipientMatch: NO_RECIPIENT_MATCH,
	reasonCodes: CHECK_INCOMING_EMAIL,
	subjectChange: EMAIL_SUBJECT_CHANGED,
	outlookTrackingQuestions: OUTLOOK_APP_FAQ,
	conversationIndex: MS_OXOMSG,
	internetMessageFormat: RFC_5322,
	smartMatchingBlog: SMART_MATCHING_2008,
	smartMatchingToggleBlog: SMART_MATCHING_2009,
	tokenReuse: KA_22940,
	oldConversation: KA_22936,
	forwards: KA_22827,
	categoryTracking: {
		title: 'Use Outlook category to track appointments and emails',
		url: `${learn}power-platform/admin/use-outlook-category-track-appointments-emails`
	},
	notTracked: {
		title: 'Emails aren’t automatically tracked or synchronized',
		url: `${support}emails-not-automatically-tracked-or-synchronized`
	},
	unexpectedData: UNEXPECTED_DATA,
	noCorrelationMatch: {
		title: 'Email fails to create with NoCorrelationMatch error',
		url: `${support}email-fails-to-create-with-nocorrelationmatch-error`
	},
	settingsCatalogue: SETTINGS_CATALOGUE,
	automaticResponses: AUTO_REPLY_SOURCES.rfc3834,
	autoSubmittedKeywords: AUTO_REPLY_SOURCES.autoSubmittedKeywords,
	autoResponseSuppress: AUTO_REPLY_SOURCES.autoResponseSuppress,
	/** Of what only Tracklens has, such as where files lay. */
	environmentFile: { title: 'Tracklens environment file, version 1' }
} as const satisfies Record<string, Source>;
export type SourceId = keyof typeof SOURCES;

export const BASIS_WORDS: Readonly<Record<Basis, { readonly label: string; readonly means: string }>> = {
	documented: { label: 'Documented', means: 'Microsoft says so.' },
	inferred: { label: 'Inferred', means: 'It follows from what Microsoft says.' },
	assumed: { label: 'Assumed', means: 'Microsoft does not say; this is the reading used here.' }
};

/** One rule behind a check, how sure it is, and who says so. */
export interface RuleWords {
	readonly rule: string;
	readonly basis: Basis;
	readonly sources: readonly Source[];
}

export function rule(basis: Basis, text: string, ...sources: readonly SourceId[]): RuleWords {
	return { rule: text, basis, sources: sources.map((id): Source => SOURCES[id]) };
}

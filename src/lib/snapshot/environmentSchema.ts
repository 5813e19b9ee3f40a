/** The environment file, format version 1: what may stand in it, and the defaults of what the engine reads. */
import * as v from 'valibot';
import {
	DEFAULT_MODEL_OPTIONS,
	DEFAULT_ORG_DB_ORG_SETTINGS,
	DEFAULT_ORGANIZATION,
	type ModelOptions,
	type OrganizationSettings,
	type OrgDbOrgSettings
} from '../domain/environment';
import { maxPatternLength } from '../domain/limits';
import { compileSubjectChangedPattern } from '../engine/subjectChanged';
import { instant, integer, object, optionalList, sha256 } from './schemaParts';

/** Dataverse's Whole Number column. */
const maxInt32 = 2_147_483_647;
/** Column trackingprefixhistory holds 256 characters. */
const maxFormerPrefixes = 128;
const maxForwardPrefixes = 200;

const text = v.nullish(v.string());
const flag = v.nullish(v.boolean());
const trackingPrefix = v.pipe(v.string(), v.minLength(1), v.maxLength(20));
const pattern = v.pipe(v.string(), v.maxLength(maxPatternLength));

const trackingPrefixes = v.pipe(v.array(trackingPrefix), v.maxLength(maxFormerPrefixes));
/** Also as one text, the way System Settings shows the former prefixes (reading A17). */
const formerPrefixes = v.union([
	trackingPrefixes,
	v.pipe(
		v.string(),
		v.maxLength(1_000),
		v.transform((list) =>
			list
				.split(/[;,\r\n]/)
				.map((prefix) => prefix.trim())
				.filter((prefix) => prefix !== '')
		),
		trackingPrefixes
	)
]);

const organization = DEFAULT_ORGANIZATION;
/** A column that is null counts as left out. */
const organizationSchema = object({
	emailcorrelationenabled: v.nullish(v.boolean(), organization.emailcorrelationenabled),
	usetrackingtokens: v.nullish(v.boolean(), organization.usetrackingtokens),
	trackingprefix: v.nullish(trackingPrefix, organization.trackingprefix),
	trackingprefixhistory: v.nullish(formerPrefixes, [...organization.trackingprefixhistory]),
	trackingtokenidbase: v.nullish(integer(0, maxInt32), organization.trackingtokenidbase),
	trackingtokeniddigits: v.nullish(integer(1, 10), organization.trackingtokeniddigits),
	trackingtokencounterdigits: v.nullish(integer(1, 9), organization.trackingtokencounterdigits),
	enablesmartmatching: v.nullish(v.boolean(), organization.enablesmartmatching),
	hashfilterkeywords: v.nullish(pattern, organization.hashfilterkeywords),
	hashmaxcount: v.nullish(integer(1, maxInt32), organization.hashmaxcount),
	hashdeltasubjectcount: v.nullish(integer(0, maxInt32), organization.hashdeltasubjectcount),
	hashminaddresscount: v.nullish(integer(0, maxInt32), organization.hashminaddresscount),
	ignoreinternalemail: v.nullish(v.boolean(), organization.ignoreinternalemail),
	unresolveemailaddressifmultiplematch: v.nullish(v.boolean(), organization.unresolveemailaddressifmultiplematch)
} satisfies Record<keyof OrganizationSettings, v.GenericSchema> & v.ObjectEntries);

const orgDb = DEFAULT_ORG_DB_ORG_SETTINGS;
const orgDbOrgSettingsSchema = object({
	IgnoreConversationIndexAndInReplyToForCorrelation: v.nullish(
		v.boolean(),
		orgDb.IgnoreConversationIndexAndInReplyToForCorrelation
	),
	DoNotCorrelateForwardedEmailsAsReplies: v.nullish(v.boolean(), orgDb.DoNotCorrelateForwardedEmailsAsReplies),
	DisableSmartMatching: v.nullish(v.boolean(), orgDb.DisableSmartMatching),
	DisableSmartMatchingEmailHashCreation: v.nullish(v.boolean(), orgDb.DisableSmartMatchingEmailHashCreation),
	SSSForceFilteringMethodForUserMailboxes: v.nullish(
		v.picklist([-1, 0, 1, 2, 3, 4]),
		orgDb.SSSForceFilteringMethodForUserMailboxes
	),
	UseFilteringMethodOfSyncingMailboxOnlyForCorrelation: v.nullish(
		v.boolean(),
		orgDb.UseFilteringMethodOfSyncingMailboxOnlyForCorrelation
	),
	AutoTrackSentFolderItems: v.nullish(v.boolean(), orgDb.AutoTrackSentFolderItems),
	TrackCategorizedItems: v.nullish(v.boolean(), orgDb.TrackCategorizedItems),
	DoNotIgnoreInternalEmailToQueues: v.nullish(v.boolean(), orgDb.DoNotIgnoreInternalEmailToQueues),
	IgnoreInternalEmailFromQueues: v.nullish(v.boolean(), orgDb.IgnoreInternalEmailFromQueues),
	IgnoreInternalEmailDetectionEnhancement: v.nullish(v.boolean(), orgDb.IgnoreInternalEmailDetectionEnhancement),
	ResolveForInactiveEntities: v.nullish(v.boolean(), orgDb.ResolveForInactiveEntities),
	UnresolveSenderInCaseOfMultipleMatch: v.nullish(v.boolean(), orgDb.UnresolveSenderInCaseOfMultipleMatch),
	OverrideV5SenderConflictResolution: v.nullish(v.boolean(), orgDb.OverrideV5SenderConflictResolution),
	AutoCreateContactOnPromote: v.nullish(v.boolean(), orgDb.AutoCreateContactOnPromote),
	CreateQueueItemForSynchronizingMailbox: v.nullish(v.boolean(), orgDb.CreateQueueItemForSynchronizingMailbox),
	CreateQueueItemsForAcceptingQueueRecipients: v.nullish(
		v.boolean(),
		orgDb.CreateQueueItemsForAcceptingQueueRecipients
	),
	SSSCreateAdditionalQueueItemsForAlreadyTrackedEmail: v.nullish(
		v.boolean(),
		orgDb.SSSCreateAdditionalQueueItemsForAlreadyTrackedEmail
	),
	MaximumSubjectLengthOnMailServer: v.nullish(integer(255, 400), orgDb.MaximumSubjectLengthOnMailServer),
	RestrictIRMEmailItems: v.nullish(v.boolean(), orgDb.RestrictIRMEmailItems),
	IgnoreCopiedItemsInSSSForMailbox: v.nullish(v.boolean(), orgDb.IgnoreCopiedItemsInSSSForMailbox),
	SSSSaveOutgoingEmailToExchangeSentFolder: v.nullish(v.boolean(), orgDb.SSSSaveOutgoingEmailToExchangeSentFolder),
	EnableSssItemLevelMonitoring: v.nullish(v.boolean(), orgDb.EnableSssItemLevelMonitoring),
	ExchangeSyncIdMappingPersistenceTimeInDays: v.nullish(
		integer(0, 14),
		orgDb.ExchangeSyncIdMappingPersistenceTimeInDays
	),
	DoNotAutoTrackEmail: v.nullish(v.boolean(), orgDb.DoNotAutoTrackEmail),
	HideTrackAllOption: v.nullish(v.boolean(), orgDb.HideTrackAllOption),
	HideEmailAutoTrackOptions: v.nullish(v.boolean(), orgDb.HideEmailAutoTrackOptions),
	ClientDisableTrackingForReplyForwardEmails: v.nullish(
		integer(0, 1),
		orgDb.ClientDisableTrackingForReplyForwardEmails
	),
	AllowPromoteDuplicates: v.nullish(v.boolean(), orgDb.AllowPromoteDuplicates),
	OverrideTrackInCrmBehaviour: v.nullish(integer(0, 1), orgDb.OverrideTrackInCrmBehaviour),
	OutlookClientEmailTaggerEnabled: v.nullish(v.boolean(), orgDb.OutlookClientEmailTaggerEnabled)
} satisfies Record<keyof OrgDbOrgSettings, v.GenericSchema> & v.ObjectEntries);

const options = DEFAULT_MODEL_OPTIONS;
const modelOptionsSchema = object({
	conversationIndexKey: v.nullish(v.picklist(['header', 'guid']), options.conversationIndexKey),
	tokeniser: v.nullish(v.picklist(['whitespace', 'punctuation']), options.tokeniser),
	forwardPrefixes: v.nullish(
		v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(50))), v.maxLength(maxForwardPrefixes)),
		[...options.forwardPrefixes]
	),
	smartMatchingWindowDays: v.nullish(integer(1, 36_500), options.smartMatchingWindowDays),
	subjectChangedPattern: v.nullish(
		v.pipe(
			pattern,
			v.check((source) => compileSubjectChangedPattern(source) !== null, 'not-a-pattern')
		),
		options.subjectChangedPattern
	),
	correlationOffStops: v.nullish(v.picklist(['inReplyToAndConversationIndex', 'all']), options.correlationOffStops)
} satisfies Record<keyof ModelOptions, v.GenericSchema>);

const id = v.pipe(v.string(), v.minLength(1));
const emailaddresses = v.optional(v.array(v.string()));
/** 0 All email messages, 1 In response, 2 Leads, contacts and accounts, 3 Email-enabled records, 4 None. */
const incomingemailfilteringmethod = v.nullish(v.picklist([0, 1, 2, 3, 4]), 1);
const optionalInstant = v.nullish(instant);

const regardingSchema = object({ table: v.nullish(v.string(), ''), id, name: v.nullish(v.string(), '') });

const userSchema = object({
	id,
	fullname: text,
	emailaddresses,
	incomingemailfilteringmethod,
	trackingtokenid: v.nullish(integer(0, maxInt32)),
	active: flag
});
const queueSchema = object({
	id,
	name: text,
	emailaddresses,
	incomingemailfilteringmethod,
	ownerid: text,
	active: flag
});
const recordSchema = object({
	id,
	table: text,
	name: text,
	emailaddresses,
	ownerid: text,
	active: flag,
	createdon: optionalInstant
});
const mailboxSchema = object({
	id,
	ownerid: text,
	incomingemaildeliverymethod: v.nullish(v.picklist([0, 1, 2, 3]), 2),
	enabledforincomingemail: v.nullish(v.boolean(), true),
	processemailreceivedafter: optionalInstant,
	trackedfolders: v.optional(v.array(object({ path: text, regarding: v.nullish(regardingSchema) }))),
	profileprocessemailsreceivedafter: optionalInstant,
	emailrouteraccessapproval: v.nullish(v.picklist([0, 1, 2, 3])),
	incomingemailstatus: v.nullish(v.picklist([0, 1, 2])),
	testedandenabledon: optionalInstant,
	syncs: v.optional(v.array(instant))
});
const placementSchema = object({
	files: text,
	mailboxid: text,
	folder: text,
	moves: v.optional(v.array(object({ at: optionalInstant, folder: text }))),
	category: text
});

/** With or without angle brackets; something must stand between them. */
const messageIdOfMark = v.pipe(
	v.string(),
	v.check((messageId) => /[^\s<>]/.test(messageId), 'not-a-message-id')
);
const markSchema = v.pipe(
	object({
		messageid: v.nullish(messageIdOfMark),
		sha256: v.nullish(sha256),
		tracked: v.nullish(v.picklist(['sent', 'manual', 'untracked'])),
		regarding: v.nullish(regardingSchema)
	}),
	v.check((mark) => typeof mark.messageid === 'string' || typeof mark.sha256 === 'string', 'mark-names-no-message'),
	v.metadata({ anyOf: [{ required: ['messageid'] }, { required: ['sha256'] }] })
);
export type MarkInFile = v.InferOutput<typeof markSchema>;

export const environmentFormat = 'tracklens-environment';

export const environmentFileSchema = v.pipe(
	object({
		format: v.literal(environmentFormat),
		formatVersion: v.literal(1),
		name: v.nullish(v.string(), ''),
		organization: v.optional(organizationSchema, {}),
		orgDbOrgSettings: v.optional(orgDbOrgSettingsSchema, {}),
		users: optionalList(userSchema),
		queues: optionalList(queueSchema),
		records: optionalList(recordSchema),
		mailboxes: optionalList(mailboxSchema),
		placements: optionalList(placementSchema),
		marks: optionalList(markSchema),
		modelOptions: v.optional(modelOptionsSchema, {})
	}),
	v.title('Tracklens environment file, version 1'),
	v.description('Keys that are not listed here are kept and written back.')
);

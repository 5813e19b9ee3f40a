/** Where the rules come from. */
import type { Source } from '../domain/decision';

const learn = 'https://learn.microsoft.com';

export const SOURCE_PAGE: Source = {
	title: 'Email message filtering and correlation',
	url: `${learn}/power-platform/admin/email-message-filtering-correlation`
};
export const ORG_DB_ORG_SETTINGS_PAGE: Source = {
	title: 'OrgDBOrgSettings',
	url: `${learn}/power-platform/admin/orgdborgsettings`
};
export const EMAIL_TRACKING_SETTINGS: Source = {
	title: 'Email tracking settings',
	url: `${learn}/power-platform/admin/settings-email-tracking`
};
export const EMAIL_TABLE: Source = {
	title: 'Email table reference',
	url: `${learn}/power-apps/developer/data-platform/reference/entities/email`
};
export const ORGANIZATION_TABLE: Source = {
	title: 'Organization table reference',
	url: `${learn}/power-apps/developer/data-platform/reference/entities/organization`
};
export const CHECK_INCOMING_EMAIL: Source = {
	title: 'CheckIncomingEmailResponse.ReasonCode',
	url: `${learn}/dotnet/api/microsoft.crm.sdk.messages.checkincomingemailresponse.reasoncode`
};
export const EMAIL_SUBJECT_CHANGED: Source = {
	title: 'Record creation when the email subject changes',
	url: `${learn}/dynamics365/customer-service/administer/arc-email-sub-chg`
};
export const OUTLOOK_APP_FAQ: Source = {
	title: 'App for Outlook: questions on email tracking',
	url: `${learn}/dynamics365/outlook-app/user/faq-email-tracking`
};
export const ASSOCIATE_ADDRESS: Source = {
	title: 'Associate an email address with a row',
	url: `${learn}/power-platform/admin/associate-email-address`
};
export const TRACK_SENT_ITEMS: Source = {
	title: 'Track Sent Items folder emails',
	url: `${learn}/power-platform/admin/track-sent-folder-items`
};
export const FOLDER_TRACKING: Source = {
	title: 'Folder-level tracking',
	url: `${learn}/power-platform/admin/configure-outlook-exchange-folder-level-tracking`
};
export const CATEGORY_TRACKING: Source = {
	title: 'Category-based tracking',
	url: `${learn}/power-platform/admin/use-outlook-category-track-appointments-emails`
};
export const NOT_TRACKED: Source = {
	title: 'Emails are not automatically tracked or synchronized',
	url: `${learn}/troubleshoot/power-platform/dataverse/email-exchange-synchronization/emails-not-automatically-tracked-or-synchronized`
};
export const NO_RECIPIENT_MATCH: Source = {
	title: 'Email fails to create with NoRecipientMatch error',
	url: `${learn}/troubleshoot/power-platform/dataverse/email-exchange-synchronization/email-fails-to-create-with-norecipientmatch-error`
};
export const NO_CORRELATION_MATCH: Source = {
	title: 'Email fails to create with NoCorrelationMatch error',
	url: `${learn}/troubleshoot/power-platform/dataverse/email-exchange-synchronization/email-fails-to-create-with-nocorrelationmatch-error`
};
export const QUEUE_TABLE: Source = {
	title: 'Queue table reference',
	url: `${learn}/power-apps/developer/data-platform/reference/entities/queue`
};
export const MS_OXOMSG: Source = { title: 'MS-OXOMSG 2.2.1.2 and 2.2.1.3, conversation index' };
export const RFC_5322: Source = {
	title: 'RFC 5322 section 3.6.4, identification fields',
	url: 'https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4'
};
export const SMART_MATCHING_2008: Source = { title: 'Microsoft blog 2008-11-11, correlation and smart matching' };
export const SMART_MATCHING_2009: Source = { title: 'Microsoft blog 2009-06-23, toggling smart matching' };
export const KA_22940: Source = { title: 'Microsoft KA-22940, tracking tokens used again' };
export const MAILBOX_TABLE: Source = {
	title: 'Mailbox table reference',
	url: `${learn}/power-apps/developer/data-platform/reference/entities/mailbox`
};
export const UNEXPECTED_DATA: Source = {
	title: 'Incoming emails are unexpectedly synchronized, or have unexpected or missing data',
	url: `${learn}/troubleshoot/power-platform/dataverse/email-exchange-synchronization/incoming-emails-unexpectedly-synchronized-have-unexpected-missing-data`
};
export const EMAIL_RECORD_OWNER: Source = {
	title: 'How the owner of an email record is set',
	url: `${learn}/power-platform/admin/email-record-owner`
};
export const QUEUE_ITEMS: Source = {
	title: 'Create queue items from synchronized email messages',
	url: `${learn}/power-platform/admin/create-queue-items-from-synchronized-email-messages`
};
export const SETTINGS_CATALOGUE: Source = {
	title: 'OrganizationSettingsEditor, settings catalogue',
	url: 'https://github.com/seanmcne/OrgDbOrgSettings'
};
export const KA_22827: Source = { title: 'Microsoft KA-22827, forwarded emails are tracked' };
export const KA_22936: Source = { title: 'Microsoft KA-22936, a reply to an old email' };

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
export const MS_OXOMSG: Source = { title: 'MS-OXOMSG 2.2.1.2 and 2.2.1.3, conversation index' };
export const RFC_5322: Source = {
	title: 'RFC 5322 section 3.6.4, identification fields',
	url: 'https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4'
};
export const SMART_MATCHING_2008: Source = { title: 'Microsoft blog 2008-11-11, correlation and smart matching' };
export const SMART_MATCHING_2009: Source = { title: 'Microsoft blog 2009-06-23, toggling smart matching' };
export const KA_22940: Source = { title: 'Microsoft KA-22940, tracking tokens used again' };

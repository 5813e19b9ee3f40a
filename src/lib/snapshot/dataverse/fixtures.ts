/** Web API responses of a made-up organization, as a browser saves them. */

export const IDS = {
	luisa: '5b0a6a43-9a0c-ef11-9f89-000d3a123401',
	marc: '5b0a6a43-9a0c-ef11-9f89-000d3a123402',
	sales: '7c1f22d0-11aa-ef11-9f89-000d3a1234a1',
	support: '7c1f22d0-11aa-ef11-9f89-000d3a1234a2',
	mailboxLuisa: '9d55aa10-0000-ef11-9f89-000d3a1234b1',
	mailboxMarc: '9d55aa10-0000-ef11-9f89-000d3a1234b2',
	mailboxSales: '9d55aa10-0000-ef11-9f89-000d3a1234b3',
	profile: 'a1b2c3d4-0000-ef11-9f89-000d3a1234c1',
	ann: 'c0ffee00-0000-ef11-9f89-000d3a1234d1',
	bob: 'c0ffee00-0000-ef11-9f89-000d3a1234d2'
} as const;

const root = 'https://contoso.crm4.dynamics.com/api/data/v9.2/$metadata';
const etag = (version: number) => ({ '@odata.etag': `W/"${version}"` });

export function response(entitySet: string, value: readonly object[], more: object = {}): object {
	return { '@odata.context': `${root}#${entitySet}(createdon)`, value, ...more };
}

export const ORGANIZATIONS = response('organizations', [
	{
		...etag(1),
		organizationid: 'e0000000-0000-ef11-9f89-000d3a123400',
		name: 'Contoso',
		emailcorrelationenabled: true,
		trackingprefix: 'CON:;CRM:',
		trackingtokenidbase: 500,
		trackingtokeniddigits: 4,
		maximumtrackingnumber: 9999,
		enablesmartmatching: true,
		hashfilterkeywords: null,
		hashmaxcount: 15,
		hashdeltasubjectcount: 0,
		hashminaddresscount: '3',
		ignoreinternalemail: 1,
		unresolveemailaddressifmultiplematch: 0,
		orgdborgsettings:
			'<OrgSettings><AutoTrackSentFolderItems>true</AutoTrackSentFolderItems><SkipSuffixOnKBArticles>false</SkipSuffixOnKBArticles></OrgSettings>',
		languagecode: 1033
	}
]);

export const SYSTEM_USERS = response('systemusers', [
	{
		...etag(2),
		systemuserid: IDS.luisa.toUpperCase(),
		fullname: 'Luisa Alves',
		internalemailaddress: 'luisa@contoso.example',
		personalemailaddress: null,
		mobilealertemail: null,
		isdisabled: false,
		domainname: 'lalves@contoso.example',
		windowsliveid: 'luisa.alves@contoso.example',
		'isdisabled@OData.Community.Display.V1.FormattedValue': 'Enabled'
	},
	{
		...etag(3),
		systemuserid: IDS.marc,
		fullname: 'Marc Faerber',
		internalemailaddress: 'marc@contoso.example',
		personalemailaddress: 'marc@home.example',
		mobilealertemail: null,
		isdisabled: true
	}
]);

export const USER_SETTINGS = response('usersettingscollection', [
	{ ...etag(4), systemuserid: IDS.luisa, incomingemailfilteringmethod: 3, trackingtokenid: 7 },
	{ ...etag(5), systemuserid: IDS.marc, incomingemailfilteringmethod: '0', trackingtokenid: 8 }
]);

export const QUEUES = response('queues', [
	{
		...etag(6),
		queueid: IDS.sales,
		name: 'Sales',
		emailaddress: 'sales@contoso.example',
		incomingemailfilteringmethod: 0,
		_ownerid_value: IDS.luisa,
		'_ownerid_value@OData.Community.Display.V1.FormattedValue': 'Luisa Alves',
		statecode: 0
	},
	{
		...etag(7),
		queueid: `{${IDS.support}}`,
		name: '<Support>',
		emailaddress: null,
		incomingemailfilteringmethod: 2,
		_ownerid_value: IDS.marc,
		statecode: 1
	}
]);

const mailbox = (mailboxid: string, name: string, owner: string, more: object = {}) => ({
	mailboxid,
	name,
	_regardingobjectid_value: owner,
	incomingemaildeliverymethod: 2,
	enabledforincomingemail: true,
	emailrouteraccessapproval: 1,
	incomingemailstatus: 1,
	processemailreceivedafter: null,
	_emailserverprofile_value: IDS.profile,
	statecode: 0,
	...more
});

export const MAILBOXES = response('mailboxes', [
	mailbox(IDS.mailboxLuisa, 'Luisa Alves', IDS.luisa, { processemailreceivedafter: '2026-01-02' }),
	mailbox(IDS.mailboxMarc, 'Marc Faerber', IDS.marc, { statecode: 1 }),
	mailbox(IDS.mailboxSales, 'Sales', IDS.sales)
]);

export const SERVER_PROFILES = response('emailserverprofiles', [
	{ emailserverprofileid: IDS.profile, processemailsreceivedafter: '2026-01-01T08:30:00Z' }
]);

export const TRACKING_FOLDERS = response('mailboxtrackingfolders', [
	{
		mailboxtrackingfolderid: 'f0000000-0000-ef11-9f89-000d3a1234e1',
		_mailboxid_value: IDS.mailboxLuisa,
		exchangefoldername: 'VIP',
		_regardingobjectid_value: IDS.ann,
		'_regardingobjectid_value@OData.Community.Display.V1.FormattedValue': 'Ann Smith',
		'_regardingobjectid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'contact'
	}
]);

export const CONTACTS = response('contacts', [
	{
		contactid: IDS.ann,
		fullname: 'Ann Smith',
		emailaddress1: 'ann@fabrikam.example',
		emailaddress2: 'Ann.Smith@fabrikam.example',
		emailaddress3: 'ANN@fabrikam.example',
		new_invoiceemail: 'billing@fabrikam.example',
		_ownerid_value: IDS.luisa,
		statecode: 0,
		createdon: '2024-03-01T10:00:00Z'
	},
	{ contactid: IDS.bob, fullname: null, emailaddress1: 'bob@fabrikam.example', statecode: 1, createdon: 'yesterday' }
]);

export const EMAIL_SEARCHES = response('emailsearches', [
	{
		emailaddress: 'second@fabrikam.example',
		_parentobjectid_value: IDS.bob,
		parentobjecttypecode: 'contact',
		emailcolumnnumber: 43
	},
	{
		emailaddress: 'alias@contoso.example',
		_parentobjectid_value: IDS.luisa,
		parentobjecttypecode: 8,
		emailcolumnnumber: 20
	}
]);

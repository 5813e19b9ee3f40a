/** What the mail of the sample cannot tell: settings, and which mails were sent from Dynamics 365 and about what. */

const PUMP = { table: 'incident', id: 'CAS-01042', name: 'Pump P-204 leaks' };
const SEALS = { table: 'incident', id: 'CAS-01044', name: 'Spare seals for line 2' };
const TRAINING = { table: 'incident', id: 'CAS-01047', name: 'Operator training' };
const SERVICE = { table: 'incident', id: 'CAS-01031', name: 'Service plans 2027' };
const RECALL = { table: 'incident', id: 'CAS-01060', name: 'Recall of gaskets, lot 88' };

const sent = (messageid: string, regarding: typeof PUMP | null) => ({ messageid, tracked: 'sent', regarding });

/** An environment file, format version 1. It names no users and no queues, so all mail is accepted. */
export const SAMPLE_ENVIRONMENT = {
	format: 'tracklens-environment',
	formatVersion: 1,
	name: 'Sample: Contoso support',
	organization: {
		emailcorrelationenabled: true,
		usetrackingtokens: true,
		trackingprefix: 'CRM:',
		trackingprefixhistory: ['CTS:'],
		enablesmartmatching: true
	},
	marks: [
		{ messageid: '<pump-1@fabrikam.com>', regarding: PUMP },
		sent('<pump-2@contoso.com>', PUMP),
		sent('<pump-4@contoso.com>', PUMP),
		sent('<training@contoso.com>', TRAINING),
		sent('<parking@contoso.com>', TRAINING),
		sent('<quote@contoso.com>', SEALS),
		sent('<order-2@contoso.com>', SEALS),
		sent('<service-plan@contoso.com>', SERVICE),
		sent('<wartung-1@contoso.com>', SERVICE),
		sent('<recall@contoso.com>', RECALL),
		sent('<p310-1@contoso.com>', null)
	]
} as const;

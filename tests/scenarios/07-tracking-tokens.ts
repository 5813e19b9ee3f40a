import { LUISA, OFFER, OFFER_SENT, ORDER, REPLY, but } from './people';
import type { Scenario } from './scenario';

const ANN = but(REPLY, 'In-Reply-To: (none)', 'References: (none)');
const offer = (token: string) => but(OFFER, `Subject: Offer for two pumps ${token}`);
const reply = (token: string) => but(ANN, `Subject: RE: Offer for two pumps ${token}`);

/** The offer goes out with a token under these settings; Ann’s answer brings it back and nothing else. */
function tokenScenario(
	{ token, organization, decoded }: { token: string; organization: object; decoded: object | null },
	words: Pick<Scenario, 'title' | 'places' | 'given' | 'then'>
): Scenario {
	return {
		...words,
		when: `Ann’s answer brings ${token} back.`,
		environment: { ...LUISA, organization },
		mail: { 'offer.eml': offer(token), 'reply.eml': reply(token) },
		expected: `
			file      | tracked | correlationmethod | correlatedactivityid | trackingtoken | TrackingToken tokens.0.decoded
			reply.eml | yes     | 4                 | offer.eml            | ${token} | ${decoded === null ? '-' : JSON.stringify(decoded)}`
	};
}

export const TRACKING_TOKENS: readonly Scenario[] = [
	tokenScenario(
		{
			token: 'CRM:0001005',
			organization: {},
			decoded: { designator: '0', userNumber: '001', counter: '005' }
		},
		{
			title: 'The default structure: CRM: and seven digits',
			places: ['6.1', '7.1', '7.2', '7.6', '7.7'],
			given: 'Nothing is configured.',
			then: 'It reads as online, user 001, counter 005, and links.'
		}
	),
	tokenScenario(
		{
			token: '#0001005',
			organization: { trackingprefix: '#' },
			decoded: { designator: '0', userNumber: '001', counter: '005' }
		},
		{
			title: 'A prefix of one character',
			places: ['7.2', 'trackingprefix, trackingprefixhistory'],
			given: 'The prefix is #.',
			then: 'It links.'
		}
	),
	tokenScenario(
		{
			token: 'Contoso.Sales (EMEA)0001005',
			organization: { trackingprefix: 'Contoso.Sales (EMEA)' },
			decoded: { designator: '0', userNumber: '001', counter: '005' }
		},
		{
			title: 'A prefix of twenty characters, with a space and brackets, and without a colon',
			places: ['7.2'],
			given: 'The prefix is “Contoso.Sales (EMEA)”.',
			then: 'It links: the prefix is text, not a pattern.'
		}
	),
	{
		title: 'A prefix of its own keeps another organization’s token out',
		places: ['7.2'],
		given: 'This organization uses CON: and has never used CRM:.',
		when: 'Ann’s subject carries CRM:0001005 of her own organization.',
		then: 'It is no token here, and none is diagnosed.',
		environment: { ...LUISA, organization: { trackingprefix: 'CON:' } },
		mail: { 'offer.eml': offer('CON:0001005'), 'reply.eml': reply('CRM:0001005') },
		expected: `
			file      | tracked | TrackingToken | diagnoses
			reply.eml | no      | notApplicable | not token-from-elsewhere`
	},
	{
		title: 'Two organizations with the same prefix: a foreign token links by chance',
		places: ['7.2', '2.13'],
		given: 'Both use CRM:. Luisa’s offer went out as CRM:0001005.',
		when: 'Ben, of another organization, sends a mail whose own system put CRM:0001005 into the subject.',
		then: 'It is linked to the offer.',
		environment: LUISA,
		mail: {
			'offer.eml': offer('CRM:0001005'),
			'foreign.eml': but(ANN, 'From: Ben <ben@example.net>', 'Subject: Our order CRM:0001005')
		},
		expected: `
			file        | tracked | correlationmethod | correlatedactivityid | diagnoses
			foreign.eml | yes     | 4                 | offer.eml            | token-copied`
	},
	{
		title: 'A token with a known prefix that nobody here issued',
		places: ['7.2', 'A18'],
		given: 'No email carries CRM:0009001.',
		when: 'Ann’s subject does.',
		then: 'No match; it came from elsewhere, or from mail that is not here.',
		environment: LUISA,
		mail: { 'offer.eml': offer('CRM:0001005'), 'reply.eml': reply('CRM:0009001') },
		expected: `
			file      | tracked | TrackingToken | diagnoses
			reply.eml | no      | noMatch       | token-from-elsewhere, not token-edited`
	},
	tokenScenario(
		{
			token: 'CTS:0001005',
			organization: { trackingprefix: 'CRM:', trackingprefixhistory: ['CTS:'] },
			decoded: { designator: '0', userNumber: '001', counter: '005' }
		},
		{
			title: 'A former prefix keeps correlating',
			places: ['7.3', 'trackingprefix, trackingprefixhistory'],
			given: 'The prefix was CTS: and is CRM: now.',
			then: 'It links by the former prefix.'
		}
	),
	{
		title: 'A prefix that was never configured does not correlate',
		places: ['7.3', 'trackingprefix, trackingprefixhistory'],
		given: 'The prefix is CRM:, and no former one is known.',
		when: 'Ann’s answer brings CTS:0001005 back.',
		then: 'It is no token.',
		environment: LUISA,
		mail: { 'offer.eml': offer('CTS:0001005'), 'reply.eml': reply('CTS:0001005') },
		expected: `
			file      | tracked | TrackingToken | TrackingToken missing
			reply.eml | no      | notApplicable | trackingToken`
	},
	tokenScenario(
		{ token: 'CRM:1001005', organization: {}, decoded: { designator: '1', userNumber: '001', counter: '005' } },
		{
			title: 'The designator of mail sent offline',
			places: ['7.4'],
			given: 'Luisa sent the offer offline, so its token has a 1 after the prefix.',
			then: 'It links, and reads as offline.'
		}
	),
	{
		title: 'Online and offline are different tokens',
		places: ['7.4'],
		given: 'The offer carries CRM:0001005.',
		when: 'Ann’s subject carries CRM:1001005.',
		then: 'It does not link.',
		environment: LUISA,
		mail: { 'offer.eml': offer('CRM:0001005'), 'reply.eml': reply('CRM:1001005') },
		expected: `
			file      | tracked | TrackingToken
			reply.eml | no      | noMatch`
	},
	tokenScenario(
		{
			token: 'CRM:0501001',
			organization: { trackingtokenidbase: 500 },
			decoded: { designator: '0', userNumber: '501', counter: '001' }
		},
		{
			title: 'Base number 500: the first user is 501',
			places: ['7.5', 'trackingtokenidbase, -iddigits, -counterdigits'],
			given: 'The base number is 500.',
			then: 'It reads as user 501 and links.'
		}
	),
	tokenScenario(
		{
			token: 'CRM:000001005',
			organization: { trackingtokeniddigits: 5 },
			decoded: { designator: '0', userNumber: '00001', counter: '005' }
		},
		{
			title: 'Five digits for the user',
			places: ['7.6', 'trackingtokenidbase, -iddigits, -counterdigits'],
			given: 'User numbers have five digits.',
			then: 'It reads as user 00001, counter 005.'
		}
	),
	tokenScenario(
		{
			token: 'CRM:00000000001000000005',
			organization: { trackingtokeniddigits: 10, trackingtokencounterdigits: 9 },
			decoded: { designator: '0', userNumber: '0000000001', counter: '000000005' }
		},
		{
			title: 'The widest token: one, ten and nine digits',
			places: ['7.6', '7.7', '7.8'],
			given: 'User numbers have ten digits, counters nine.',
			then: 'All twenty digits belong to it.'
		}
	),
	tokenScenario(
		{ token: 'CRM:0001005', organization: { trackingtokencounterdigits: 5 }, decoded: null },
		{
			title: 'A token made under former widths keeps correlating',
			places: ['7.7', '7.8'],
			given: 'Counters have five digits now; the offer went out when they had three.',
			then: 'It links as it is spelled, though it cannot be taken apart.'
		}
	),
	{
		title: 'One token for an activity and its answers: the most recent is linked',
		places: ['7.7', 'A5', 'A18'],
		given: 'The offer carries CRM:0001005.',
		when: 'Ann answers twice, each time with the token and nothing else.',
		then: 'The second answer is linked to the first, the most recent email with that token.',
		environment: LUISA,
		mail: {
			'offer.eml': offer('CRM:0001005'),
			'first.eml': reply('CRM:0001005'),
			'second.eml': reply('CRM:0001005')
		},
		expected: `
			file       | correlatedactivityid | diagnoses
			first.eml  | offer.eml            | not token-reused
			second.eml | first.eml            | not token-reused`
	},
	{
		title: 'After 999 the counter starts again, and a token is given twice',
		places: ['7.8', 'C3'],
		given: 'An offer about a case went out as CRM:0001000; a thousand mails later so did an invoice about an order.',
		when: 'Ann answers the old offer with the token only.',
		then: 'Her answer lands on the invoice; the reuse is diagnosed.',
		environment: {
			...LUISA,
			marks: [OFFER_SENT, { messageid: '<invoice@contoso.com>', tracked: 'sent', regarding: ORDER }]
		},
		mail: {
			'offer.eml': offer('CRM:0001000'),
			'invoice.eml': but(
				OFFER,
				'To: ben@example.net',
				'Subject: Invoice CRM:0001000',
				'Thread-Index: AQHWLRNo4NaOjvXU8EODe0ZotrA8B6itzaxf'
			),
			'reply.eml': reply('CRM:0001000')
		},
		expected: `
			file      | correlatedactivityid | regardingobjectid | diagnoses
			reply.eml | invoice.eml          | ORD-7             | token-reused`
	},
	{
		title: 'Tokens turned off',
		places: ['8.1', 'usetrackingtokens'],
		given: 'Tokens are turned off in System Settings.',
		when: 'Ann’s answer brings a token back.',
		then: 'The method is disabled, and the setting is named.',
		environment: { ...LUISA, organization: { usetrackingtokens: false } },
		mail: { 'offer.eml': offer('CRM:0001005'), 'reply.eml': reply('CRM:0001005') },
		expected: `
			file      | tracked | TrackingToken | TrackingToken setting
			reply.eml | no      | disabled      | usetrackingtokens`
	},
	{
		title: 'A token is found wherever it stands, in any letter case',
		places: ['6.1', '8.1'],
		given: 'The offer carries CRM:0001005.',
		when: 'Ann’s subject has crm:0001005 in front.',
		then: 'It links.',
		environment: LUISA,
		mail: { 'offer.eml': offer('CRM:0001005'), 'reply.eml': but(ANN, 'Subject: crm:0001005 your offer') },
		expected: `
			file      | correlationmethod | correlatedactivityid | trackingtoken
			reply.eml | 4                 | offer.eml            | crm:0001005`
	},
	{
		title: 'A token across an encoded and folded subject',
		places: ['6.1'],
		given: 'The offer carries CRM:0001005.',
		when: 'Ann’s program encodes the subject, and the token is cut in two.',
		then: 'It is put together before it is looked for.',
		environment: LUISA,
		mail: {
			'offer.eml': offer('CRM:0001005'),
			'reply.eml': but(ANN, 'Subject: =?utf-8?Q?Ihr_Angebot_=C3=BCber_Pumpen_CRM:00?=\n =?utf-8?Q?01005?=')
		},
		expected: `
			file      | correlationmethod | correlatedactivityid | trackingtoken
			reply.eml | 4                 | offer.eml            | CRM:0001005`
	},
	{
		title: 'A token in the text of the mail is not looked for',
		places: ['6.1'],
		given: 'The offer carries CRM:0001005.',
		when: 'Ann writes the token into the text.',
		then: 'It does not count.',
		environment: LUISA,
		mail: {
			'offer.eml': offer('CRM:0001005'),
			'reply.eml': but(ANN, 'Subject: Your offer') + '\n\nIt is CRM:0001005.'
		},
		expected: `
			file      | tracked | TrackingToken
			reply.eml | no      | notApplicable`
	},
	{
		title: 'Two tokens in a subject: the last is tried first',
		places: ['6.1'],
		given: 'An offer with CRM:0001005, an invoice with CRM:0001006.',
		when: 'Ann’s subject carries both.',
		then: 'The one at the end decides, where Dynamics 365 puts its own.',
		environment: { ...LUISA, marks: [OFFER_SENT, { messageid: '<invoice@contoso.com>', tracked: 'sent' }] },
		mail: {
			'offer.eml': offer('CRM:0001005'),
			'invoice.eml': but(OFFER, 'Subject: Invoice CRM:0001006'),
			'reply.eml': but(ANN, 'Subject: RE: Invoice CRM:0001006 and offer CRM:0001005')
		},
		expected: `
			file      | correlatedactivityid | trackingtoken
			reply.eml | offer.eml            | CRM:0001005`
	}
];

/** Ordinary mail, related to nothing. */
import type { Letter } from '../compose';
import { ELENA, JONAS, LENA, MARA, SUPPORT, TOMAS } from '../people';

export const everyday: readonly Letter[] = [
	{
		path: 'everyday/2026-09-07 lunch talk.eml',
		sent: '2026-09-07T10:00:00+02:00',
		from: MARA,
		to: [SUPPORT, TOMAS],
		subject: 'Lunch talk on Thursday',
		messageId: '<lunch@contoso.com>',
		text: ['Half an hour on mechanical seals, room 4. There will be soup.', '', 'Mara']
	},
	{
		path: 'everyday/2026-09-10 warranty.eml',
		sent: '2026-09-10T13:25:00+02:00',
		from: LENA,
		to: [SUPPORT],
		subject: 'How long is the warranty on bearings?',
		messageId: '<warranty@fabrikam.com>',
		text: ['The manual says two years, the offer says three. Which is it?', '', 'Lena Brook'],
		html: '<p>The manual says <i>two</i> years, the offer says <i>three</i>. Which is it?</p><p>Lena Brook</p>'
	},
	{
		path: 'everyday/2026-09-17 visitors.eml',
		sent: '2026-09-17T11:50:00+01:00',
		from: ELENA,
		to: [SUPPORT],
		cc: [MARA],
		subject: 'Visitors in October',
		messageId: '<visitors@adventure-works.com>',
		text: ['Could six of us see your test bench in the week of the 12th?', '', 'Elena']
	},
	{
		path: 'everyday/2026-09-21 thanks.eml',
		sent: '2026-09-21T09:05:00+02:00',
		from: JONAS,
		to: [MARA],
		cc: [SUPPORT],
		subject: 'Well done, all of you',
		messageId: '<well-done@fabrikam.com>',
		text: ['Three weeks dry. The night shift sends its regards.', '', 'Jonas']
	}
];

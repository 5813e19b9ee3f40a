import { expect, test } from 'vitest';
import { DEFAULT_ORGANIZATION } from '../domain/environment';
import { tokenSendersOf, tokenSettingsOf } from './tokenSettings';

test('settings of a draft, with the default for what is missing or of another type', () => {
	const { trackingprefix, trackingtokenidbase, trackingtokeniddigits, trackingtokencounterdigits } =
		DEFAULT_ORGANIZATION;
	expect(tokenSettingsOf({ organization: { trackingprefix: 7, trackingprefixhistory: ['OLD:', 3] } })).toEqual({
		usetrackingtokens: true,
		trackingprefix,
		trackingprefixhistory: ['OLD:'],
		trackingtokenidbase,
		trackingtokeniddigits,
		trackingtokencounterdigits,
		MaximumSubjectLengthOnMailServer: 255
	});
	expect(
		tokenSettingsOf({
			organization: { usetrackingtokens: false, trackingprefix: 'A', trackingtokencounterdigits: 12 },
			orgDbOrgSettings: { MaximumSubjectLengthOnMailServer: 300 }
		})
	).toMatchObject({
		usetrackingtokens: false,
		trackingprefix: 'A',
		trackingtokencounterdigits: 12,
		MaximumSubjectLengthOnMailServer: 300
	});
});

test('users with a number send, and queues with the number of their owner', () => {
	const file = {
		users: [
			{ id: 'u-1', fullname: 'Mara', trackingtokenid: 12 },
			{ id: 'u-2', fullname: 'Tomas' },
			{ id: 'u-3', trackingtokenid: -1 }
		],
		queues: [{ id: 'q-1', name: 'Support', ownerid: 'u-1' }, { id: 'q-2', ownerid: 'u-2' }, { id: 'q-3' }]
	};
	expect(tokenSendersOf(file)).toEqual([
		{ id: 'u-1', name: 'Mara', through: null, trackingtokenid: 12 },
		{ id: 'q-1', name: 'Support', through: 'Mara', trackingtokenid: 12 }
	]);
	expect(tokenSendersOf({})).toEqual([]);
});

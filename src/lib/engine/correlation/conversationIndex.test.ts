import { describe, expect, test } from 'vitest';
import { environment, explainOne, mail, outcomes } from '../../../../tests/support/mail';
import { decodeThreadIndex } from '../../domain/threadIndex';
import { conversationKey } from './conversationKey';

const header = 'AcdyY+a08VX8xfobTsy61v9NHPZ7QA==';
const firstReply = 'AcdyY+a08VX8xfobTsy61v9NHPZ7QAAAiXbA';
const secondReply = 'AcdyY+a08VX8xfobTsy61v9NHPZ7QAAAiXbAAAXP5fw=';
/** The same GUID under another time: only the option "GUID only" joins the two. */
const sameGuid = 'AddyY+a08VX8xfobTsy61v9NHPZ7QA==';
const modern = 'AQHWLRNo4NaOjvXU8EODe0ZotrA8B6itzaxf';

describe('key', () => {
	test.each([header, firstReply, secondReply, modern, sameGuid])('%s agrees with the decoded bytes', (value) => {
		const decoded = decodeThreadIndex(value);
		if (!decoded.ok) throw new Error(decoded.code);
		const equalHeaders = [header, firstReply, secondReply, modern, sameGuid].filter(
			(other) => conversationKey(other, 'header') === conversationKey(value, 'header')
		);
		const sameBytes = [header, firstReply, secondReply, modern, sameGuid].filter((other) => {
			const bytes = decodeThreadIndex(other);
			return bytes.ok && bytes.headerHex === decoded.headerHex;
		});
		expect(equalHeaders).toEqual(sameBytes);
	});

	test.each([null, '', 'AcdyY', 'not base64 at all, but long enough', header.slice(0, 28), `${header.slice(0, 30)}!=`])(
		'%j has none',
		(value) => {
			expect(conversationKey(value, 'header')).toBeNull();
			expect(conversationKey(value, 'guid')).toBeNull();
		}
	);

	test('a length that is not 22 + 5n still has its first 22 bytes', () => {
		expect(conversationKey('AcdyY+a08VX8xfobTsy61v9NHPZ7QAAA', 'header')).toBe(conversationKey(header, 'header'));
	});
});

describe('ConversationIndex', () => {
	const start = mail('start', { threadIndex: header });
	const startId = explainOne('start', [start]).activityId;

	test('fills correlated and parent, and names the latest of the conversation', () => {
		const first = mail('first', { at: 1, threadIndex: firstReply });
		const second = mail('second', { at: 2, threadIndex: secondReply });
		const explanation = explainOne('second', [start, first, second]);
		const firstId = explainOne('first', [first]).activityId;
		expect(outcomes(explanation)).toBe(
			'InReplyTo notApplicable, TrackingToken notApplicable, ConversationIndex matched, SmartMatching disabled'
		);
		expect(explanation.columns).toMatchObject({
			correlationmethod: 5,
			correlatedactivityid: firstId,
			parentactivityid: firstId
		});
		expect(explanation.correlation[2]).toMatchObject({
			evidence: { keyIs: 'header', responseBlocks: 2, stored: { total: 2, newest: [firstId, startId] } }
		});
	});

	test('another time under the same GUID is another conversation, unless only the GUID counts', () => {
		const other = mail('other', { at: 1, threadIndex: sameGuid });
		expect(explainOne('other', [start, other]).correlation[2]).toMatchObject({ outcome: 'noMatch' });
		const guidOnly = environment({ modelOptions: { conversationIndexKey: 'guid' } });
		expect(explainOne('other', [start, other], guidOnly).correlation[2]).toMatchObject({
			outcome: 'matched',
			evidence: { key: 'f155fcc5fa1b4eccbad6ff4d1cf67b40' }
		});
	});

	test('after InReplyTo it says what it would have matched', () => {
		const first = mail('first', { at: 1, threadIndex: firstReply });
		const reply = mail('reply', { at: 2, threadIndex: secondReply, inReplyTo: ['<start@example.org>'] });
		expect(explainOne('reply', [start, first, reply]).correlation[2]).toMatchObject({
			outcome: 'notReached',
			decidedBy: 'InReplyTo',
			wouldMatch: [explainOne('first', [first]).activityId]
		});
	});
});

import { describe, expect, test } from 'vitest';
import { LINK_KINDS } from '../engine/conversations/links';
import { SUSPECTS } from '../engine/conversations/suspects';
import type { MessageMention, ShownEmail, ShownGhost, ThreadLink } from '../engine/conversations/view';
import {
	elsewhereText,
	GHOST_MARK,
	linkText,
	messageMarks,
	messageText,
	shortLinkText,
	SUSPECT_MARKS,
	threadFacts,
	threadMarks
} from './conversations';

const three: MessageMention = { kind: 'email', activityId: 'a', number: 3, subject: 'Pump' };
const link = (changes: Partial<ThreadLink>): ThreadLink => ({
	kind: 'linked',
	method: 'InReplyTo',
	to: three,
	index: 0,
	...changes
});
const place = {
	link: null,
	answers: 0,
	tree: { depth: 0, level: 0, parentLevel: null, rails: [], trunk: null, placeAmongSiblings: 0, siblings: 1 },
	point: { x: 0, lane: 0 }
};
const email: ShownEmail = {
	...place,
	kind: 'email',
	activityId: 'b',
	number: 4,
	subject: 'RE: Pump',
	from: 'Ann',
	receivedAtUtcMs: 0,
	tracked: 'yes',
	outgoing: false,
	class: 'human',
	conversation: 1,
	suspects: [],
	elsewhere: []
};
const ghost: ShownGhost = { ...place, kind: 'ghost', messageId: '<gone@x>' };

describe('links', () => {
	test.each<[Partial<ThreadLink>, string]>([
		[{}, 'Linked by InReplyTo to number 3'],
		[{ method: 'TrackingToken' }, 'Linked by TrackingToken to number 3'],
		[{ kind: 'emailNotTracked' }, 'Would be linked by InReplyTo to number 3 if it were tracked'],
		[{ kind: 'parentNotTracked', method: null }, 'Would be linked by InReplyTo to number 3 if that one were tracked'],
		[{ kind: 'references', method: null }, 'Names number 3 in References only, which no method reads'],
		[{ kind: 'ghost', method: null, to: { kind: 'ghost', messageId: '<gone@x>' } }, 'Answers a missing message']
	])('%j', (changes, expected) => {
		expect(linkText(link(changes))).toBe(expected);
	});

	test('every kind has its own words, long and short', () => {
		const texts = LINK_KINDS.map((kind) => linkText(link({ kind })));
		expect(new Set(texts).size).toBe(LINK_KINDS.length);
		expect(LINK_KINDS.every((kind) => shortLinkText(link({ kind, method: null })) !== '')).toBe(true);
		expect(shortLinkText(link({}))).toBe('InReplyTo');
		// The method found it, but no link is there.
		expect(shortLinkText(link({ kind: 'emailNotTracked' }))).toBe('not tracked');
	});

	test('a missing message, and what is named besides', () => {
		expect(linkText(link({ kind: 'references', method: null }), 'ghost')).toBe('Named after number 3 in References');
		expect(elsewhereText(link({ kind: 'references' }))).toBe('Also names number 3 in References');
		expect(elsewhereText(link({ kind: 'parentNotTracked' }))).toBe('Also names number 3 in In-Reply-To');
	});
});

describe('marks', () => {
	const labels = (message: ShownEmail | ShownGhost, conversations = 1) =>
		messageMarks(message, conversations).map(({ label }) => label);

	test('a conversation has a number only where there are several', () => {
		expect(labels(email)).toEqual([]);
		expect(labels(email, 2)).toEqual(['Conversation 1']);
	});

	test('not tracked, automatic, suspect, missing', () => {
		expect(labels({ ...email, tracked: 'no', conversation: null, class: 'out-of-office' }, 2)).toEqual([
			'Not tracked',
			'Out of office'
		]);
		expect(labels({ ...email, tracked: 'unknown', conversation: null })).toEqual(['Cannot decide']);
		expect(labels({ ...email, suspects: SUSPECTS })).toEqual(SUSPECTS.map((suspect) => SUSPECT_MARKS[suspect].label));
		expect(labels(ghost)).toEqual([GHOST_MARK.label]);
	});
});

test('a drawing says of a message what the tree says', () => {
	const linked = { ...email, link: link({}), suspects: ['subject-changed' as const] };
	expect(messageText(linked, 2, '2026-01-05 09:00')).toBe(
		'Number 4, RE: Pump. From Ann. 2026-01-05 09:00. Linked by InReplyTo to number 3. Conversation 1. Subject changed'
	);
	expect(messageText(ghost, 2, '')).toBe('Missing message <gone@x>');
});

test.each([
	[
		{ emails: 1, tracked: 1, conversations: 1, ghosts: 1, suspects: 0 },
		'1 email: tracked, one conversation; 1 missing message'
	],
	[
		{ emails: 3, tracked: 3, conversations: 2, ghosts: 0, suspects: 2 },
		'3 emails: all tracked, 2 conversations; 2 suspect links'
	],
	[{ emails: 3, tracked: 1, conversations: 1, ghosts: 0, suspects: 0 }, '3 emails: 1 tracked, one conversation'],
	[{ emails: 2, tracked: 0, conversations: 0, ghosts: 0, suspects: 0 }, '2 emails: none tracked']
])('%j', (thread, expected) => {
	expect(threadFacts(thread)).toBe(expected);
});

test('split and merged are marks of a thread', () => {
	expect(threadMarks({ split: true, merged: true }).map(({ label }) => label)).toEqual(['Split', 'Merged']);
	expect(threadMarks({ split: false, merged: false })).toEqual([]);
});

import type { MessageFacts } from '../message';

/** Facts of a message that has nothing in its header block, for tests to change. */
export const PLAIN_FACTS: MessageFacts = {
	sha256: '00'.repeat(32),
	bytes: 1_000,
	kind: 'eml',
	messageId: null,
	inReplyTo: [],
	references: [],
	threadIndex: null,
	subject: null,
	from: null,
	to: [],
	cc: [],
	bcc: [],
	replyTo: [],
	replyToText: null,
	autoSubmitted: null,
	dateUtcMs: null,
	receivedAtUtcMs: null,
	receivedFrom: null,
	deliveredTo: [],
	contentType: null,
	precedence: null,
	listId: null,
	xAutoResponseSuppress: null,
	returnPath: null,
	otherFields: [],
	bodyParts: [],
	warnings: []
};

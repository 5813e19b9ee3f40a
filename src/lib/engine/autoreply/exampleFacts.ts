import { AUTO_REPLY_FIELDS, type Address, type HeaderFact, type MessageFacts } from '../../domain/message';
import { PLAIN_FACTS } from '../../domain/testing/plainFacts';
import type { AutoReplyExample } from './rule';

const CANONICAL = new Map(AUTO_REPLY_FIELDS.map((name) => [name.toLowerCase(), name]));

/** The facts that a message with an example's fields and parts would give. Its values are already plain text. */
export function exampleFacts(example: Pick<AutoReplyExample, 'fields' | 'parts'>): MessageFacts {
	const value = (name: string): string | null =>
		example.fields.find(([field]) => field.toLowerCase() === name.toLowerCase())?.[1] ?? null;
	const inReplyTo = value('In-Reply-To');
	const replyTo = value('Reply-To');
	return {
		...PLAIN_FACTS,
		messageId: value('Message-ID'),
		inReplyTo: inReplyTo === null ? [] : [inReplyTo],
		subject: value('Subject'),
		from: addressOf(value('From')),
		replyToText: replyTo,
		autoSubmitted: value('Auto-Submitted'),
		contentType: value('Content-Type'),
		precedence: value('Precedence'),
		listId: value('List-Id'),
		xAutoResponseSuppress: value('X-Auto-Response-Suppress'),
		returnPath: value('Return-Path'),
		otherFields: otherFieldsOf(example.fields),
		bodyParts: (example.parts ?? []).map((contentType) => ({ contentType }))
	};
}

function otherFieldsOf(fields: AutoReplyExample['fields']): readonly HeaderFact[] {
	const seen = new Map<string, number>();
	const found: HeaderFact[] = [];
	for (const [field, value] of fields) {
		const name = CANONICAL.get(field.toLowerCase());
		if (name === undefined) continue;
		const occurrence = seen.get(name) ?? 0;
		seen.set(name, occurrence + 1);
		found.push({ name, occurrence, value });
	}
	return found;
}

/** Reads `Name <address>`, `address (Name)` and a bare address. */
function addressOf(text: string | null): Address | null {
	if (text === null) return null;
	const angle = /^([^<]*)<([^>]*)>$/.exec(text);
	if (angle !== null) return { name: (angle[1] ?? '').trim(), address: (angle[2] ?? '').trim() };
	const comment = /^(\S*)\s*\(([^)]*)\)$/.exec(text);
	if (comment !== null) return { name: comment[2] ?? '', address: comment[1] ?? '' };
	return { name: '', address: text.trim() };
}

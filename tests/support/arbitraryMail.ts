/** Random mail whose few ids, subjects and indexes meet one another. */
import { fc } from './fastCheck';
import type { MessageFacts } from '../../src/lib/domain/message';
import { id, mail } from './mail';

const threadIndexes = [null, 'AcdyY+a08VX8xfobTsy61v9NHPZ7QA==', 'AcdyY+a08VX8xfobTsy61v9NHPZ7QAAAiXbA'];

export interface MailParts {
	/** At most one message of each name. */
	readonly names: readonly string[];
	readonly addresses: readonly string[];
	readonly subjects: readonly (string | null)[];
}

export function arbitraryMail({ names, addresses, subjects }: MailParts): fc.Arbitrary<readonly MessageFacts[]> {
	const message = (name: string): fc.Arbitrary<MessageFacts> =>
		fc
			.record({
				at: fc.option(fc.integer({ min: 0, max: 6 })),
				messageId: fc.option(fc.constantFrom(...names.map(id))),
				inReplyTo: fc.array(fc.constantFrom(...names.map(id)), { maxLength: 2 }),
				threadIndex: fc.constantFrom(...threadIndexes),
				subject: fc.constantFrom(...subjects),
				from: fc.constantFrom(...addresses),
				to: fc.array(fc.constantFrom(...addresses), { maxLength: 2 })
			})
			.map((changes) => mail(name, changes));
	return fc.integer({ min: 1, max: names.length }).chain((count) => fc.tuple(...names.slice(0, count).map(message)));
}

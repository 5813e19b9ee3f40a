/** What the mail of the open case suggests to describe. */
import { suggest, type AddressFound } from '../engine/suggestions/suggest';
import type { SuggestedAddress, SuggestionsFound } from './api';
import type { Library } from './library';

export function suggestionsFrom(library: Library, ownDomains: readonly string[] | null): SuggestionsFound {
	const { stored, environment } = library.decisions;
	const { users, queues, records, ...found } = suggest({
		messages: stored.messages,
		environment,
		classOf: (position) => library.messageAt(position).class,
		pathsOf: (position) => library.paths(stored.message(position).sha256),
		ownDomains
	});
	const withExample = ({ example, ...address }: AddressFound): SuggestedAddress => ({
		...address,
		example: stored.activityId(example)
	});
	return {
		...found,
		users: users.map(withExample),
		queues: queues.map(withExample),
		records: records.map(withExample)
	};
}

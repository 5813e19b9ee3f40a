import type { SmartMatchingCandidate } from '../correlation/evidence';
import type { HashFilter } from '../correlation/hashFilter';
import { smartMatchingCandidate } from '../correlation/smartMatching';
import { StoredEmails } from '../correlation/storedEmails';
import type { Decisions } from '../decide';
import { withSmartMatching, type SmartMatchingSettings } from './measure';

export type Compared = Pick<SmartMatchingCandidate, 'sharedWords' | 'otherWords' | 'sharedAddresses'>;

/** What two emails, by position, share in the eyes of smart matching under these settings. */
export function comparedBySmartMatching(
	settings: SmartMatchingSettings,
	hashFilter: HashFilter,
	{ environment, stored }: Decisions
): (position: number, other: number) => Compared {
	const under = new StoredEmails(withSmartMatching(environment, settings), hashFilter, stored.messages);
	return (position, other) => {
		const { sharedWords, otherWords, sharedAddresses } = smartMatchingCandidate(other, stored.message(position), under);
		return { sharedWords, otherWords, sharedAddresses };
	};
}

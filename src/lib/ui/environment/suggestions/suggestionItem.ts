/** Suggestions as lines of a list with their checkboxes. */
import { addressEvidence, placementEvidence } from '$lib/explain/suggestions';
import type { SuggestedAddress, Suggestions } from '$lib/state/suggestions.svelte';
import { isOwnerTicked, keyOf, type Kind, type Offer } from './suggestionRows';

export interface SuggestionItem {
	readonly key: string;
	readonly title: string;
	readonly detail: string;
	readonly evidence: string;
	readonly confidence: SuggestedAddress['confidence'] | null;
	/** An email that shows it. */
	readonly example: string | null;
	readonly ticked: boolean;
	readonly disabled: boolean;
}

export function itemsOf(offer: Offer, suggestions: Suggestions): Readonly<Record<Kind, readonly SuggestionItem[]>> {
	const addressItem = (kind: 'users' | 'queues' | 'records', one: SuggestedAddress): SuggestionItem => {
		const key = keyOf(kind, one.address);
		return {
			key,
			title: one.name,
			detail: [one.address, ...one.aliases, ...(kind === 'records' ? [one.table] : [])].join(', '),
			evidence: addressEvidence(one),
			confidence: one.confidence,
			example: one.example,
			ticked: suggestions.isTicked(key, one.preselected),
			disabled: false
		};
	};
	return {
		users: offer.users.map((one) => addressItem('users', one)),
		queues: offer.queues.map((one) => addressItem('queues', one)),
		records: offer.records.map((one) => addressItem('records', one)),
		mailboxes: offer.mailboxes.map((one) => {
			const key = keyOf('mailboxes', one.address);
			const withOwner = isOwnerTicked(suggestions, offer, one);
			return {
				key,
				title: one.name,
				detail: one.address,
				evidence: withOwner ? '' : 'Its owner is not selected.',
				confidence: null,
				example: null,
				ticked: withOwner && suggestions.isTicked(key, true),
				disabled: !withOwner
			};
		}),
		placements: offer.placements.map((one) => {
			const key = keyOf('placements', one.files);
			return {
				key,
				title: one.files,
				detail: '',
				evidence: placementEvidence(one),
				confidence: one.confidence,
				example: null,
				ticked: suggestions.isTicked(key, one.preselected),
				disabled: false
			};
		})
	};
}

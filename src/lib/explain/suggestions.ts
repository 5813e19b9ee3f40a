/** What speaks for a suggestion, in words. */
import type { AddressFound, Confidence, DomainSuggestion, PlacementFound } from '../engine/suggestions/suggest';
import type { Tone } from './labels';
import { count } from './parts';

export const CONFIDENCE_LABELS: Readonly<Record<Confidence, { readonly label: string; readonly tone: Tone }>> = {
	high: { label: 'Likely', tone: 'good' },
	medium: { label: 'Possible', tone: 'info' },
	low: { label: 'Unsure', tone: 'quiet' }
};

const WHY: Readonly<Record<AddressFound['why'], string>> = {
	personWrites: 'a person writes from it',
	personOnlyReceives: 'it only receives, and its name looks like a person’s',
	roleAddress: 'its name is that of a role',
	onlyReceives: 'it only receives',
	conversation: 'takes part in conversations with you',
	writesToUs: 'writes to you',
	weWriteTo: 'you write to it'
};

/** "From of 12 emails, recipient of 30; a person writes from it." */
export function addressEvidence({ from, to, answered, withUs, why }: Omit<AddressFound, 'example'>): string {
	const parts = [
		...(from > 0 ? [`From of ${count(from, 'email')}`] : []),
		...(to > 0 ? [`recipient of ${from > 0 ? to : count(to, 'email')}`] : []),
		...(withUs > 0 ? [`${withUs} between it and you`] : []),
		...(answered > 0 ? [`${answered} answered`] : [])
	].join(', ');
	return `${parts.charAt(0).toUpperCase()}${parts.slice(1)}; ${WHY[why]}.`;
}

/** "In 40 of 44 emails: recipient of 38, Delivered-To of 20, From of 12; 6 addresses." */
export function domainEvidence(domain: DomainSuggestion, messages: number): string {
	const parts = [
		...(domain.to > 0 ? [`recipient of ${domain.to}`] : []),
		...(domain.deliveredTo > 0 ? [`Delivered-To of ${domain.deliveredTo}`] : []),
		...(domain.from > 0 ? [`From of ${domain.from}`] : []),
		...(domain.inSentFolder > 0 ? [`${domain.inSentFolder} in a folder of sent mail`] : [])
	].join(', ');
	const everybody = domain.isPublic ? ' Anybody can have a mailbox there.' : '';
	return `In ${domain.messages} of ${count(messages, 'email')}: ${parts}; ${count(domain.addresses, 'address', 'addresses')}.${everybody}`;
}

export function placementEvidence({ address, messages, agreeing, named, folder }: PlacementFound): string {
	const direction = folder.startsWith('Sent') ? 'from' : 'to';
	const name = named ? 'a folder above it is named after the owner; ' : '';
	return `${folder} of ${address}: ${name}${agreeing} of ${count(messages, 'email')} ${direction} it.`;
}

export const SUGGESTION_NOTES = {
	users: 'A user’s filter decides what is tracked, so choose it as it is set in Personal Options > Email.',
	queues: 'A queue’s filter decides what is tracked, so choose it as it is set on the queue’s form.',
	records: 'Senders and recipients outside your organization, so that filters by sender can be decided.',
	mailboxes: 'One for each user and queue. Email to somebody without a mailbox is not looked at.',
	placements: 'Folders that are named as those of a mailbox. A file that no row names counts for every recipient.'
} as const;

import { expect, test } from 'vitest';
import { addressEvidence, domainEvidence, placementEvidence } from './suggestions';

const luisa = {
	address: 'luisa@contoso.com',
	aliases: [],
	name: 'Luisa Alves',
	table: 'systemuser',
	why: 'personWrites',
	confidence: 'high',
	preselected: true,
	from: 1,
	to: 30,
	answered: 0,
	withUs: 0
} as const;

test.each([
	[{}, 'From of 1 email, recipient of 30; a person writes from it.'],
	[{ from: 0, why: 'roleAddress' as const }, 'Recipient of 30 emails; its name is that of a role.'],
	[
		{ from: 3, to: 0, withUs: 3, answered: 2, why: 'conversation' as const },
		'From of 3 emails, 3 between it and you, 2 answered; takes part in conversations with you.'
	]
])('evidence of an address %j', (changes, words) => {
	expect(addressEvidence({ ...luisa, ...changes })).toBe(words);
});

test('evidence of a domain', () => {
	const domain = { domain: 'contoso.com', messages: 4, from: 1, to: 3, deliveredTo: 2, inSentFolder: 0, addresses: 1 };
	expect(domainEvidence({ ...domain, isPublic: false, confidence: 'high', preselected: true }, 5)).toBe(
		'In 4 of 5 emails: recipient of 3, Delivered-To of 2, From of 1; 1 address.'
	);
});

test('evidence of a folder', () => {
	const placement = { files: 'luisa/sent/**', folder: 'Sent Items', address: 'luisa@contoso.com', messages: 4 };
	expect(placementEvidence({ ...placement, agreeing: 3, named: true, confidence: 'high', preselected: true })).toBe(
		'Sent Items of luisa@contoso.com: a folder above it is named after the owner; 3 of 4 emails from it.'
	);
});

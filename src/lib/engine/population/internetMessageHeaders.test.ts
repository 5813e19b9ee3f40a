import { expect, it } from 'vitest';
import { exampleFacts } from '../autoreply/exampleFacts';
import { internetMessageHeaders } from './internetMessageHeaders';

const autoSubmitted = ['Auto-Submitted', 'auto-replied'] as const;
const replyTo = ['Reply-To', '"Test email" <example@contoso.com>'] as const;

it.each([
	[
		'both, in one order however they stand',
		[replyTo, autoSubmitted],
		'{"Auto-Submitted":"auto-replied","Reply-To":"\\"Test email\\" <example@contoso.com>"}'
	],
	['Auto-Submitted alone, no included', [['Auto-Submitted', 'no'] as const], '{"Auto-Submitted":"no"}'],
	['Reply-To alone', [replyTo], '{"Reply-To":"\\"Test email\\" <example@contoso.com>"}'],
	['an empty field is there all the same', [['Auto-Submitted', ''] as const], '{"Auto-Submitted":""}'],
	['neither', [['From', 'a@example.com'] as const], null]
])('%s', (_, fields, expected) => {
	expect(internetMessageHeaders(exampleFacts({ fields }), false)).toBe(expected);
	expect(internetMessageHeaders(exampleFacts({ fields }), true)).toBeNull();
});

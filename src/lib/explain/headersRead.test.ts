import { describe, expect, it } from 'vitest';
import { headerKey, headersRead } from './headersRead';
import { ATTEMPTS, facts, linkedBy } from './testing/explanations';

describe('headersRead', () => {
	const notes = headersRead(
		linkedBy([ATTEMPTS.inReplyToMatched, ATTEMPTS.noToken], {
			facts: facts({ references: ['<pump@contoso.example>'], replyToText: 'a@b.example' })
		})
	);
	const readBy = (field: string) => notes.get(headerKey({ field, occurrence: 0 }))?.readBy;

	it('names who read a field, whatever its letter case', () => {
		expect(readBy('IN-REPLY-TO')).toEqual(['InReplyTo']);
		expect(readBy('Subject')).toEqual(['TrackingToken']);
		expect(readBy('Message-ID')).toEqual(['Duplicate check']);
		expect(readBy('Received')).toEqual(['order of processing']);
		expect(readBy('Reply-To')).toEqual(['InternetMessageHeaders']);
	});

	it('notes that nothing reads References', () => {
		expect(readBy('References')).toEqual([]);
		expect(notes.get('references#0')?.note).toBe('No Dynamics 365 method reads this field.');
	});
});

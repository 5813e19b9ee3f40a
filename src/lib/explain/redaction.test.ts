import { expect, test } from 'vitest';
import { previewFieldLabel, replacedText, sameDecisionsText } from './redaction';

test('counts what tokens stand for', () => {
	expect(replacedText('domain', 1)).toBe('1 domain');
	expect(replacedText('word', 12)).toBe('12 words of subjects and names');
	expect(previewFieldLabel('path')).toBe('File');
	expect(previewFieldLabel('Message-ID')).toBe('Message-ID');
});

test('says whether the file would be decided the same', () => {
	expect(sameDecisionsText('pseudonymised', 2, 0)).toContain('every one gets the same result');
	expect(sameDecisionsText('pseudonymised', 2, 1)).toContain('1 of them is decided otherwise');
	expect(sameDecisionsText('none', 1, 0)).toBe('1 email would be in the file.');
});

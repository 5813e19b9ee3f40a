import { expect, test } from 'vitest';
import { diffFailureText, diffHeadline, diffLevelNote, environmentPathWords } from './diff';

test('settings are told by name', () => {
	expect(environmentPathWords('organization/hashmaxcount')).toEqual({ what: 'System setting', name: 'hashmaxcount' });
	expect(environmentPathWords('users/a/b')).toEqual({ what: 'User', name: 'a/b' });
	expect(environmentPathWords('marks')).toEqual({ what: 'Marks', name: '' });
});

test('headline, failures and levels', () => {
	expect(diffHeadline({ fileName: 'a.json', emailsHere: 2, emailsThere: 1, same: 1 })).toBe(
		'This case has 2 emails, a.json has 1. 1 email is in both and decided the same.'
	);
	expect(diffFailureText('snapshot-invalid', { path: '/emails/0' })).toContain('Place: /emails/0.');
	expect(diffLevelNote('none')).toBeNull();
});

import { expect, test } from 'vitest';
import { nextSubject } from './nextSubject';

const token = 'CRM:0001005';
const long = 'x'.repeat(300);

test.each([
	['fits', 'Pump leaks', 255, 'Pump leaks CRM:0001005', ''],
	['without a subject the token stands alone', '', 255, token, ''],
	['just fits', 'x'.repeat(243), 255, `${'x'.repeat(243)} ${token}`, ''],
	['one too many', 'x'.repeat(244), 255, `${'x'.repeat(243)} ${token}`, 'x'],
	['the subject is cut, the token stays', long, 255, `${'x'.repeat(243)} ${token}`, 'x'.repeat(57)],
	['a greater maximum', long, 400, `${long} ${token}`, ''],
	['no room but for the token', 'Pump', token.length, token, 'Pump'],
	['a character of two units is not cut in half', '🔧🔧', 15, `🔧 ${token}`, '🔧']
])('%s', (_, written, maximum, subject, cut) => {
	const next = nextSubject(written, token, maximum);
	expect(next).toMatchObject({ subject, cut, token });
	expect(next.kept + next.cut).toBe(written);
	expect(next.subject.length).toBeLessThanOrEqual(maximum);
});

test('a token that alone is too long is left out', () => {
	expect(nextSubject('Pump leaks', token, 10)).toEqual({
		subject: 'Pump leaks',
		kept: 'Pump leaks',
		cut: '',
		token: null
	});
});

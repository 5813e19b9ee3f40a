import { expect, test } from 'vitest';
import { webApiQuestion } from './webApiQuestion';

test('asks for the recorded columns of an email by its Message-ID', () => {
	const path = webApiQuestion("<o'neil+1@fabrikam.com>") ?? '';
	const url = new URL(path, 'https://contoso.crm.dynamics.com');
	expect(url.pathname).toBe('/api/data/v9.2/emails');
	expect(url.searchParams.get('$filter')).toBe("messageid eq '<o''neil+1@fabrikam.com>'");
	const columns = url.searchParams.get('$select')?.split(',');
	expect(columns).toContain('correlationmethod');
	expect(columns).toContain('_correlatedactivityid_value');
	expect(path).not.toMatch(/[\s<>]/);
});

test('there is no question for an email without a Message-ID', () => {
	expect(webApiQuestion(null)).toBeNull();
});

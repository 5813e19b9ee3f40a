import { expect, test } from 'vitest';
import { webApiQuestion, webApiQuestions, webApiWindow } from './webApiQuestion';

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

test('asks for many Message-IDs in addresses of a bounded length, each id once', () => {
	const messageIds = Array.from({ length: 500 }, (_, at) => `<o'neil${at}@fabrikam.com>`);
	const questions = webApiQuestions(messageIds, 4_000);
	expect(Math.max(...questions.map(({ length }) => length))).toBeLessThanOrEqual(4_000);
	expect(questions.length).toBeLessThan(30);
	const asked = questions.flatMap((path) => {
		const filter = new URL(path, 'https://x').searchParams.get('$filter') ?? '';
		return filter.split(' or ').map((term) => /^messageid eq '(.*)'$/.exec(term)?.[1]?.replaceAll("''", "'"));
	});
	expect(asked).toEqual(messageIds);
	expect(webApiQuestions([])).toEqual([]);
	expect(webApiQuestions(['<half \uD800>'])[0]).toContain('%EF%BF%BD');
});

test('asks for a span of time in whole minutes', () => {
	const path = webApiWindow(Date.UTC(2026, 0, 5, 9, 0, 30), Date.UTC(2026, 0, 5, 9, 30, 1));
	expect(new URL(path, 'https://x').searchParams.get('$filter')).toBe(
		'createdon ge 2026-01-05T09:00:00Z and createdon le 2026-01-05T09:31:00Z'
	);
});

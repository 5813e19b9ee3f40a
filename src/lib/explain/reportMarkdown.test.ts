import { describe, expect, it } from 'vitest';
import { explainOne, id, mail } from '../../../tests/support/mail';
import { reportOf } from './report';
import { escaped, reportMarkdown } from './reportMarkdown';

const HOSTILE = [
	'<img src=x onerror=alert(1)>',
	'<script>alert(1)</script>',
	'[click](javascript:alert(1))',
	'![x](https://evil.example/p.png)',
	'a | b | c',
	'**bold** __under__ ~~gone~~ `code` ``',
	'# heading',
	'- item',
	'1. item',
	'> quote',
	'\r\n\r\n# injected\r\n\r\n<b>x</b>',
	'---',
	'```\ncode\n```',
	'&lt;b&gt; &#60;',
	'https://evil.example www.evil.example',
	'@everyone #12 $x^2$',
	'line\u2028separator \u202Egnp.exe',
	'back\\slash\\',
	'\uD800 half'
];

describe('escaped', () => {
	it.each<[string, string]>([
		['plain text, with (brackets) and a.dot', 'plain text, with (brackets) and a.dot'],
		['<b>', '&lt;b&gt;'],
		['&lt;', '&amp;lt;'],
		['[a](b)', '\\[a\\](b)'],
		['a|b', 'a\\|b'],
		['# x', '\\# x'],
		['- x', '\\- x'],
		['12. x', '12\\. x'],
		['x\n\n# y', 'x # y'],
		['https://x', 'https\\://x'],
		['www.x', 'www\\.x'],
		['a@b', 'a\\@b'],
		['#12', '\\#12'],
		['\\', '\\\\'],
		['`x`', '\\`x\\`']
	])('%j becomes %j', (text, expected) => {
		expect(escaped(text)).toBe(expected);
	});
});

describe('reportMarkdown', () => {
	it('tells the verdict, the ladder, the columns, the diagnoses with sources, and what it is', () => {
		const explanation = explainOne('reply', [mail('reply', { subject: 'RE: Pump', inReplyTo: [id('absent')] })]);
		const text = reportMarkdown(reportOf(explanation));
		expect(text).toMatch(/^# RE: Pump\n\n\*\*Tracked \(AcceptAll\)\.\*\* /);
		expect(text).toContain('- **InReplyTo** (No match): ');
		expect(text).toContain('| correlationmethod | 0 None |');
		expect(text).toContain('**The email it answers is not here.**');
		expect(text).toMatch(/\]\(https:\/\/learn\.microsoft\.com\//);
		expect(text).toMatch(/Modelled by Tracklens \d/);
		expect(text.split('\n').length).toBeLessThan(70);
	});

	it('names the settings that the steps speak of', () => {
		const explanation = explainOne('reply', [mail('reply')]);
		expect(reportOf(explanation).settings).toContain('enablesmartmatching is false');
	});

	it.each(HOSTILE)('shows %j as text', (hostile) => {
		const under = (text: string) => {
			const message = mail('reply', {
				subject: text,
				messageId: `<${text}>`,
				inReplyTo: [text],
				from: text,
				to: [text],
				autoSubmitted: text,
				replyToText: text
			});
			return explainOne('reply', [message], undefined, [`${text}.eml`]);
		};
		const explanation = under(hostile);
		const plain = under('x');
		const report = reportOf(explanation);
		const text = reportMarkdown(report);
		expect(text).not.toMatch(/<[a-z!/]/i);
		expect(text).not.toMatch(/[\u202A-\u202E\u2028]|(?<!\n)\r/);
		expect(text.match(/^#+ .*$/gm)?.slice(1)).toEqual(
			reportMarkdown(reportOf(plain))
				.match(/^#+ .*$/gm)
				?.slice(1)
		);
		expect(text).not.toMatch(/!\[|(?<!\\)\]\((?!https:\/\/)|^```/m);
		for (const line of text.split('\n').filter((one) => one.startsWith('|'))) {
			expect(line.match(/(?<!\\)\|/g)).toHaveLength(3);
		}
	});
});

import { describe, expect, it } from 'vitest';
import { maxBodyLines, maxBodyTextLength, maxBoundaryLines, maxNestedMessages } from '../domain/limits';
import { prescanBody, readBody } from './body';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const HEAD = 'From: a@b\r\nSubject: s\r\nMIME-Version: 1.0\r\n';

describe('prescanBody', () => {
	it.each<[string, string, object]>([
		['ordinary mail', `${HEAD}\r\nText\r\n-- \r\nAnn`, { ok: true }],
		['the most lines', '\n'.repeat(maxBodyLines), { ok: true }],
		['too many lines', '\n'.repeat(maxBodyLines + 1), { ok: false, code: 'too-many-lines', limit: maxBodyLines }],
		['the most boundary lines', '--b\n'.repeat(maxBoundaryLines), { ok: true }],
		[
			'too many boundary lines',
			'--b\n'.repeat(maxBoundaryLines + 1),
			{ ok: false, code: 'too-many-parts', limit: maxBoundaryLines }
		],
		['comments in source code', '-- x\n'.repeat(maxBoundaryLines + 1), { ok: true }],
		[
			'too many nested messages',
			'CONTENT-type: Message/RFC822\n\n'.repeat(maxNestedMessages + 1),
			{ ok: false, code: 'too-deeply-nested', limit: maxNestedMessages }
		],
		[
			'too many nested messages, folded',
			'Content-Type:\n message/rfc822\n\n'.repeat(maxNestedMessages + 1),
			{ ok: false, code: 'too-deeply-nested', limit: maxNestedMessages }
		]
	])('judges %s', (_, content, verdict) => {
		expect(prescanBody(bytesOf(content))).toEqual(verdict);
	});
});

describe('readBody', () => {
	it('reads text', async () => {
		const body = await readBody(
			bytesOf(
				`${HEAD}Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nGr=FC=DFe\r\n`
			)
		);
		expect(body).toEqual({ ok: true, text: 'Grüße\n', from: 'text', attachments: [], cut: false });
	});

	it('prefers text to HTML and lists attachments', async () => {
		const message = `${HEAD}Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\nContent-Type: text/plain\r\n\r\nplain\r\n--a\r\nContent-Type: text/html\r\n\r\n<p>rich</p>\r\n--a--\r\n--m\r\nContent-Type: application/pdf; name="=?utf-8?q?=C3=A9.pdf?="\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--m\r\nContent-Type: application/x-thing\r\nContent-Transfer-Encoding: base64\r\n\r\nAA==\r\n--m--\r\n`;
		expect(await readBody(bytesOf(message))).toMatchObject({
			ok: true,
			text: expect.stringMatching(/^plain\s*$/) as string,
			from: 'text',
			attachments: [
				{ filename: 'é.pdf', mimeType: 'application/pdf', bytes: 3 },
				{ filename: '', mimeType: 'application/x-thing', bytes: 1 }
			]
		});
	});

	it('turns HTML into text when there is nothing else', async () => {
		const body = await readBody(
			bytesOf(`${HEAD}Content-Type: text/html\r\n\r\n<p>One</p><script>x</script><p>Two</p>`)
		);
		expect(body).toMatchObject({ ok: true, text: 'One\n\nTwo', from: 'html' });
	});

	it('says when there is no text', async () => {
		expect(await readBody(bytesOf(`${HEAD}\r\n`))).toMatchObject({ ok: true, text: '', from: 'none' });
	});

	it('cuts long text, not within a surrogate pair', async () => {
		const body = await readBody(bytesOf(`${HEAD}\r\n${'x'.repeat(maxBodyTextLength - 1)}😀😀`));
		expect(body).toMatchObject({ ok: true, cut: true });
		expect(body.ok && body.text.length).toBe(maxBodyTextLength - 1);
	});

	it.each<[string, Uint8Array | string, object]>([
		['a zip', 'PK\x03\x04', { ok: false, code: 'unreadable' }],
		['nothing', '', { ok: false, code: 'unreadable' }],
		[
			'deep nesting',
			HEAD +
				Array.from(
					{ length: 80 },
					(_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`
				).join(''),
			{ ok: false, code: 'too-deeply-nested', limit: 64 }
		]
	])('refuses %s', async (_, content, refusal) => {
		expect(await readBody(typeof content === 'string' ? bytesOf(content) : content)).toEqual(refusal);
	});

	it.each([
		['a byte order mark', `\ufeff${HEAD}\r\nText`],
		['leading blank lines', `\r\n\r\n${HEAD}\r\nText`],
		['bare CR line ends', `${HEAD}\r\nText`.replaceAll('\r\n', '\r')]
	])('reads through %s', async (_, message) => {
		expect(await readBody(bytesOf(message))).toMatchObject({
			ok: true,
			text: expect.stringMatching(/^Text\s*$/) as string
		});
	});
});

import { describe, expect, it } from 'vitest';
import { bodyScanBytes, maxBodyParts } from '../domain/limits';
import { scanBodyParts } from './bodyParts';

const scan = (body: string, contentType: string | null): string[] =>
	scanBodyParts(new TextEncoder().encode(body), 0, contentType).map((part) => part.contentType);

const REPORT = [
	'--b',
	'Content-Type: text/plain',
	'',
	'Sorry',
	'--b',
	'content-type:',
	' MESSAGE/Delivery-Status; x=y',
	'',
	'Status: 5.1.1',
	'--b',
	'Content-Type: message/rfc822',
	'',
	'Content-Type: multipart/mixed; boundary=inner',
	'',
	'--inner',
	'Content-Type: message/disposition-notification',
	'',
	'--inner--',
	'--b--'
];

describe('scanBodyParts', () => {
	it.each(['\n', '\r\n'])('lists the parts of a report, not those of the message within (line end %j)', (lineEnd) => {
		expect(scan(REPORT.join(lineEnd), 'multipart/report; report-type=delivery-status; boundary="b"')).toEqual([
			'text/plain',
			'message/delivery-status',
			'message/rfc822'
		]);
	});

	it('enters nested multiparts', () => {
		const body =
			'--a\nContent-Type: multipart/alternative; boundary="b c"\n\n--b c\nContent-Type: text/html\n\n--b c--\n--a--\n';
		expect(scan(body, 'MULTIPART/Mixed; Boundary=a')).toEqual(['multipart/alternative', 'text/html']);
	});

	it.each([null, 'text/plain', 'multipart/mixed', 'nonsense', 'multipart/mixed; boundary=""'])(
		'finds none under %j',
		(type) => {
			expect(scan('--b\nContent-Type: text/plain\n\n--b--\n', type)).toEqual([]);
		}
	);

	it('leaves out parts without a Content-Type and lines that are no boundary', () => {
		expect(scan('--b\n\ntext\n--c\nContent-Type: text/html\n\n', 'multipart/mixed; boundary=b')).toEqual([]);
	});

	it('takes a boundary from multiparts only', () => {
		const body = '--a\nContent-Type: text/plain; boundary=b\n\n--b\nContent-Type: text/html\n\n--a--\n';
		expect(scan(body, 'multipart/mixed; boundary=a')).toEqual(['text/plain']);
	});

	it('stops at the limits', () => {
		const part = '--b\nContent-Type: text/plain\n\n\n';
		expect(scan(part.repeat(100), 'multipart/mixed; boundary=b')).toHaveLength(maxBodyParts);
		expect(scan('x'.repeat(bodyScanBytes) + '\n' + part, 'multipart/mixed; boundary=b')).toEqual([]);
	});
});

import { describe, expect, it } from 'vitest';
import { readDateTime } from './date';
import { readReceivedDate } from './receivedDate';

const iso = (utcMs: number | null): string | null =>
	utcMs === null ? null : new Date(utcMs).toISOString().slice(0, 19);

describe('readDateTime', () => {
	it.each([
		['Fri, 21 Nov 1997 09:55:06 -0600', '1997-11-21T15:55:06'],
		['21 Nov 1997 09:55 -0600', '1997-11-21T15:55:00'],
		['Fri,21 Nov 1997 09:55:06 +0530', '1997-11-21T04:25:06'],
		['Fri, 21 Nov 97 09:55:06 GMT', '1997-11-21T09:55:06'],
		['1 Jan 49 00:00:00 UT', '2049-01-01T00:00:00'],
		['1 Jan 50 00:00:00 UT', '1950-01-01T00:00:00'],
		['1 Jan 101 00:00:00 UT', '2001-01-01T00:00:00'],
		['Fri, 21 Nov 1997 09:55:06 EST', '1997-11-21T14:55:06'],
		['Fri, 21 Nov 1997 09:55:06 pdt', '1997-11-21T16:55:06'],
		['Fri, 21 Nov 1997 09:55:06 Z', '1997-11-21T09:55:06'],
		['Fri, 21 Nov 1997 09:55:06 A', '1997-11-21T09:55:06'],
		['Fri, 21 Nov 1997 09:55:06 CEST', '1997-11-21T09:55:06'],
		['Fri, 21 Nov 1997 09:55:06', '1997-11-21T09:55:06'],
		['Fri, 21 Nov 1997 09:55:06 -0600 (CST)', '1997-11-21T15:55:06'],
		['Fri, 21 Nov 1997 09(comment):   55  :  06 -0600', '1997-11-21T15:55:06'],
		['(a (nested\\)) one) Fri, 21 Nov 1997 09:55:06 -0600', '1997-11-21T15:55:06'],
		['Thu,\t 1  January 2009  1:02:03 +00:00', '2009-01-01T01:02:03'],
		['Thu, 29 Feb 2024 23:59:60 +0000', '2024-03-01T00:00:00'],
		['Thursday, 29 Feb 2024 00:00:00 -0000', '2024-02-29T00:00:00']
	])('reads %j', (text, expected) => {
		expect(iso(readDateTime(text))).toBe(expected);
	});

	it.each([
		'',
		'Whenever',
		'Wed, 15 Dec 2010    59:10 -0500',
		'Tue, 7 Apr 2026 10:00:t',
		'29 Feb 2023 00:00:00 +0000',
		'31 Apr 2023 00:00:00 +0000',
		'0 Jan 2023 00:00:00 +0000',
		'1 Foo 2023 00:00:00 +0000',
		'1 Jan 2023 24:00:00 +0000',
		'1 Jan 2023 00:60:00 +0000',
		'2023-01-01T00:00:00Z',
		'Wednesday, April 03, 2002 5:56 AM'
	])('takes %j as unreadable', (text) => {
		expect(readDateTime(text)).toBeNull();
	});
});

describe('readReceivedDate', () => {
	it.each([
		['from a by b with SMTP id 1; Fri, 21 Nov 1997 09:55:06 -0600', '1997-11-21T15:55:06'],
		['from a by b; for <c;d@e>; 21 Nov 1997 09:55:06 GMT', '1997-11-21T09:55:06'],
		['from a (b; c) by d; 21 Nov 1997 09:55:06 +0000 (envelope-from <x@y>; z)', '1997-11-21T09:55:06'],
		['from a (by b (8.12.10) with ESMTP id 1; Mon, 22 Sep 2008 20:20:25 GMT', '2008-09-22T20:20:25'],
		['from a by b Fri, 21 Nov 1997 09:55:06 -0600', null],
		['from a by b; soon', null]
	])('reads %j', (text, expected) => {
		expect(iso(readReceivedDate(text))).toBe(expected);
	});
});

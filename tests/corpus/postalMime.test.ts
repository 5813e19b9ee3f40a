/** The facts of the corpus against a second parser's. Every difference has its reason here; a reason that is not used any more fails. */
import PostalMime, { type Address as PostalAddress, type Email } from 'postal-mime';
import { expect, it } from 'vitest';
import type { Address } from '../../src/lib/domain/message';
import { readMail, type ReadMailResult } from '../../src/lib/mail/readMail';
import { corpusFiles } from './files';

type Facts = (ReadMailResult & { ok: true })['facts'];
type Compared = Readonly<Record<string, unknown>>;

const pair = ({ name, address }: Address): [string, string] => [name, address];
const pairs = (list: readonly PostalAddress[] = []): [string, string][] =>
	list
		.flatMap((address) => address.group ?? [address])
		.map((address) => pair({ name: address.name, address: address.address ?? '' }));
const bracketed = (text = ''): string[] => text.match(/<[^<>]*>/g) ?? [];

function ours(facts: Facts): Compared {
	return {
		messageId: facts.messageId,
		inReplyTo: facts.inReplyTo,
		references: facts.references,
		threadIndex: facts.threadIndex,
		autoSubmitted: facts.autoSubmitted,
		replyToText: facts.replyToText,
		subject: facts.subject ?? '',
		from: facts.from === null ? [] : [pair(facts.from)],
		to: facts.to.map(pair),
		cc: facts.cc.map(pair),
		bcc: facts.bcc.map(pair),
		replyTo: facts.replyTo.map(pair),
		date: facts.dateUtcMs === null ? null : new Date(facts.dateUtcMs).toISOString()
	};
}

function theirs(email: Email): Compared {
	const values = (key: string): string[] =>
		email.headers.filter((header) => header.key === key).map(({ value }) => value);
	return {
		messageId: email.messageId ?? null,
		inReplyTo: [...new Set(bracketed(email.inReplyTo))],
		references: bracketed(values('references').join(' ')),
		threadIndex: values('thread-index')[0]?.replace(/\s/g, '') ?? null,
		autoSubmitted: values('auto-submitted')[0] ?? null,
		replyToText: values('reply-to').length === 0 ? null : values('reply-to').join(', '),
		subject: email.subject ?? '',
		from: pairs(email.from && [email.from]).slice(0, 1),
		to: pairs(email.to),
		cc: pairs(email.cc),
		bcc: pairs(email.bcc),
		replyTo: pairs(email.replyTo),
		date: email.date ?? null
	};
}

/** Reasons that show in the two values themselves. */
const REASONS: Readonly<Record<string, (ours: unknown, theirs: unknown) => boolean>> = {
	'raw 8-bit header text is windows-1252 here where it is not UTF-8, U+FFFD there': (ours, theirs) =>
		/\ufffd|ï¿½/.test(JSON.stringify(theirs)) && !/\ufffd|ï¿½/.test(JSON.stringify(ours)),
	'an encoded-word in a charset that is not known stays as it is, with a warning': (ours) =>
		/=\?(utf-7|NONE)\?/.test(JSON.stringify(ours)),
	'a display name that repeats the address is kept': (ours, theirs) =>
		Array.isArray(ours) &&
		JSON.stringify(theirs) ===
			JSON.stringify(ours.map(([name, address]: [string, string]) => [name === address ? '' : name, address])),
	'a date that does not parse is null here, the text there': (ours, theirs) =>
		ours === null && (theirs === '' || Number.isNaN(Date.parse(String(theirs))))
};

/** Reasons that take a look at the file. */
const LOOKED_INTO: readonly (readonly [file: string, field: string, why: string])[] = [
	['flufl-bounce/simple_13.txt', 'messageId', 'one bare word without @ is no msg-id (A20, A25)'],
	['zbateson-mime/m4009.txt', 'messageId', 'one bare word without @ is no msg-id (A20, A25)'],
	['mikel-mail/plain_emails/mix_caps_content_type.eml', 'messageId', 'brackets are added to a bare id (A25)'],
	['mikel-mail/error_emails/bad_date_header.eml', 'inReplyTo', 'a bare addr-like word is an id (A20)'],
	['frappe/reply-1.raw', 'inReplyTo', 'white space inside an id is removed'],
	['mikel-mail/rfc2822/example13.eml', 'messageId', 'white space and comments inside an id are removed'],
	['mikel-mail/rfc2822/example13.eml', 'from', 'white space and comments inside an addr-spec are removed'],
	['mikel-mail/rfc2822/example13.eml', 'date', 'RFC 2822 allows comments and white space between the digits'],
	['mikel-mail/rfc2822/example10.eml', 'from', 'comments inside an addr-spec are removed'],
	['mikel-mail/rfc2822/example10.eml', 'to', 'a comment after a group is no mailbox'],
	['mikel-mail/rfc2822/example10.eml', 'cc', 'a comment within an empty group is no mailbox'],
	['mikel-mail/rfc2822/example11.eml', 'to', 'the route is dropped, white space around full stops removed'],
	['mikel-mail/plain_emails/raw_email_multiple_from.eml', 'to', 'two addresses with only white space between them'],
	['mikel-mail/plain_emails/raw_email_multiple_from.eml', 'from', 'two addresses with only white space between them'],
	[
		'mikel-mail/plain_emails/raw_email_multiple_from.eml',
		'replyTo',
		'two addresses with only white space between them'
	],
	['mikel-mail/error_emails/missing_body.eml', 'to', 'a semicolon is no part of an addr-spec'],
	['flufl-bounce/smtp32_01.txt', 'date', 'year 101 is 2001 (RFC 5322 section 4.3)'],
	['flufl-bounce/yahoo_02.txt', 'date', 'month before day is no RFC 5322 date'],
	['mikel-mail/error_emails/trademark_character_in_subject.eml', 'date', 'a zone that is none is UTC (A26)']
];

it('agrees with postal-mime but where a reason is known', async () => {
	const unexplained: unknown[] = [];
	const used = new Set<string>();
	let compared = 0;
	for (const { path, bytes } of corpusFiles()) {
		const result = readMail(bytes);
		// What postal-mime reads wrongly without a word is compared in readMail.test.ts.
		if (!result.ok || result.facts.warnings.some(({ code }) => code === 'leading-blank-lines-removed')) continue;
		const [here, there] = [ours(result.facts), theirs(await PostalMime.parse(bytes))];
		for (const field of Object.keys(here)) {
			compared++;
			const values = [here[field], there[field]] as const;
			if (JSON.stringify(values[0]) === JSON.stringify(values[1])) continue;
			const lookedInto = LOOKED_INTO.find((reason) => reason[0] === path && reason[1] === field);
			const reason = lookedInto?.join(' ') ?? Object.keys(REASONS).find((name) => REASONS[name]?.(...values));
			if (reason === undefined) unexplained.push({ path, field, here: values[0], there: values[1] });
			else used.add(reason);
		}
	}
	expect(unexplained).toEqual([]);
	expect([...used].sort()).toEqual([...LOOKED_INTO.map((reason) => reason.join(' ')), ...Object.keys(REASONS)].sort());
	expect(compared).toBeGreaterThan(6_700);
}, 60_000);

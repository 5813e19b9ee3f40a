/** The auto-reply classes over real mail, against labels given by reading each message (labels/auto-reply.tsv). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AUTO_REPLY_CLASSES, type AutoReplyClass } from '../../src/lib/domain/decision';
import { autoReplyClass, classifyAutoReply } from '../../src/lib/engine/autoreply/classify';
import type { MessageFacts } from '../../src/lib/domain/message';
import { readMail } from '../../src/lib/mail/readMail';
import { corpusFiles } from './files';

const labels = readFileSync(new URL('labels/auto-reply.tsv', import.meta.url), 'utf8')
	.trimEnd()
	.split('\n')
	.slice(1)
	.map((line) => {
		const [file = '', label = ''] = line.split('\t');
		return { file, label };
	});

interface Exceptions {
	/** What a reader sees and the rules do not. */
	readonly why: string;
	readonly found: AutoReplyClass;
	readonly files: readonly string[];
}

/** Mail that the rules class otherwise than a reader does, because only its text gives it away. */
const EXCEPTIONS: readonly Exceptions[] = [
	{
		why: 'Exchange 2007 wrote no field for absence notes; a subject alone is a hint',
		found: 'human',
		files: ['bounce_email/non_bounces/tt_1234210666.txt']
	},
	{
		why: 'a gateway reports a failed delivery in plain text and under a name that no convention knows',
		found: 'human',
		files: [
			'flufl-bounce/bounce_02.txt',
			'flufl-bounce/simple_15.txt',
			'flufl-bounce/simple_20.txt',
			'flufl-bounce/simple_22.txt',
			'flufl-bounce/simple_35.txt',
			'flufl-bounce/simple_43.txt'
		]
	},
	{
		why: 'MAILER-DAEMON without a subject, a returned message or a Return-Path: one hint',
		found: 'human',
		files: ['flufl-bounce/yahoo_12.txt']
	},
	{
		why: 'such a gateway wrote to a mailing list, whose fields are what remains',
		found: 'list',
		files: ['flufl-bounce/dumbass_01.txt', 'flufl-bounce/microsoft_03.txt']
	},
	{
		why: 'Sieve rejects with a disposition notification (RFC 5429); the declared report-type counts',
		found: 'read-receipt',
		files: ['flufl-bounce/simple_38.txt']
	},
	{
		why: 'Outlook sent the receipt as TNEF, so there is no report',
		found: 'human',
		files: ['zbateson-mime/m4006.txt']
	},
	{
		why: 'a robot that sets no field of automatic mail; a no-reply sender is a hint',
		found: 'human',
		files: [
			'chatwoot/notification.eml',
			'mikel-mail/error_emails/encoding_madness.eml',
			'mikel-mail/error_emails/new_line_in_to_header.eml',
			'mikel-mail/error_emails/trademark_character_in_subject.eml',
			'mikel-mail/error_emails/weird_to_header.eml',
			'mikel-mail/mime_emails/raw_email_encoded_stack_level_too_deep.eml',
			'mikel-mail/plain_emails/raw_email_multiple_from.eml',
			'mikel-mail/plain_emails/raw_email_trailing_dot.eml',
			'sicos-msgreader/EmailWithMultilineSubject.eml',
			'sicos-msgreader/IssueSample.eml',
			'sicos-msgreader/IssueSample_working_base64.eml',
			'sicos-msgreader/UTF-8_Test.eml'
		]
	},
	{
		why: 'bulk mail without a field of lists; the owner- address in Return-Path is a hint',
		found: 'human',
		files: [
			'mikel-mail/error_emails/bad_date_header2.eml',
			'mikel-mail/error_emails/bad_subject.eml',
			'mikel-mail/error_emails/cant_parse_from.eml',
			'mikel-mail/error_emails/content_transfer_encoding_7-bit.eml',
			'mikel-mail/error_emails/content_transfer_encoding_with_8bits.eml',
			'mikel-mail/error_emails/content_transfer_encoding_x_uuencode.eml',
			'mikel-mail/error_emails/invalid_subject_characters.eml',
			'mikel-mail/error_emails/must_supply_encoding.eml'
		]
	}
];
const exceptionOf = new Map(EXCEPTIONS.flatMap(({ found, files }) => files.map((file) => [file, found] as const)));

const factsOfFile = new Map<string, MessageFacts>();
for (const { path, bytes } of corpusFiles()) {
	const read = readMail(bytes);
	if (read.ok) factsOfFile.set(path, { ...read.facts, sha256: '0'.repeat(64) });
}

function factsOf(file: string): MessageFacts {
	const facts = factsOfFile.get(file);
	if (facts === undefined) throw new Error(`${file} is labelled, but is not among the mail that is read`);
	return facts;
}

describe('auto-reply classes over real mail', () => {
	it('has a label for every mail, each a class', () => {
		expect(labels.length).toBeGreaterThan(500);
		expect(labels.map(({ file }) => file).toSorted()).toEqual([...factsOfFile.keys()].toSorted());
		for (const { file, label } of labels) expect(AUTO_REPLY_CLASSES as readonly string[], file).toContain(label);
	});

	it('agrees with every label but the exceptions', () => {
		const otherwise: Record<string, string> = {};
		for (const { file, label } of labels) {
			const found = autoReplyClass(factsOf(file));
			if (found !== label) otherwise[file] = found;
		}
		expect(otherwise).toEqual(Object.fromEntries(exceptionOf));
	});

	it('takes no human for automatic', () => {
		const human = labels.filter(({ label }) => label === 'human');
		expect(human.length).toBeGreaterThan(300);
		for (const { file } of human) expect(autoReplyClass(factsOf(file)), file).toBe('human');
	});

	it('gives the same class in short and with evidence', () => {
		for (const { file } of labels) {
			const facts = factsOf(file);
			expect(classifyAutoReply(facts).class, file).toBe(autoReplyClass(facts));
		}
	});
});

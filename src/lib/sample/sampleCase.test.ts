import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CORRELATION_METHOD_CHOICE } from '../domain/columns';
import type { MessageFacts } from '../domain/message';
import { decodeThreadIndex } from '../domain/threadIndex';
import { autoReplyClass } from '../engine/autoreply/classify';
import { decide } from '../engine/decide';
import { explain } from '../engine/explain';
import { ghosts } from '../engine/ghosts';
import { readMail } from '../mail/readMail';
import { decodeEnvironmentFile } from '../snapshot/environmentFile';
import { threadIndex } from './compose';
import { SAMPLE_STORIES, sampleFiles } from './sampleCase';

const files = sampleFiles();
const mails = files.filter(({ path }) => path.endsWith('.eml'));
const environmentText = files.find(({ path }) => path.endsWith('.json'))?.content ?? '';

const pathOfSha256 = new Map<string, string>();
const factsOfPath = new Map<string, MessageFacts>();
for (const { path, content } of mails) {
	const bytes = new TextEncoder().encode(content);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const read = readMail(bytes);
	if (!read.ok) throw new Error(`${path}: ${read.code}`);
	pathOfSha256.set(sha256, path);
	factsOfPath.set(path, { ...read.facts, sha256 });
}
const allFacts = [...factsOfPath.values()];

/** The one mail whose path contains the text. */
function mailAt(text: string): MessageFacts {
	const found = [...factsOfPath].filter(([path]) => path.includes(text));
	expect(
		found.map(([path]) => path),
		text
	).toHaveLength(1);
	return found[0]?.[1] as MessageFacts;
}

const decoded = decodeEnvironmentFile(JSON.parse(environmentText));
if (!decoded.ok) throw new Error(JSON.stringify(decoded.issues));
const decisions = decide(allFacts, decoded.environment);
const positionOf = (facts: MessageFacts) =>
	decisions.stored.messages.findIndex(({ sha256 }) => sha256 === facts.sha256);
const pathAt = (position: number) => pathOfSha256.get(decisions.stored.message(position).sha256) ?? '';

describe('the files', () => {
	it('are about forty mails and one environment, the same at every call', () => {
		expect(mails.length).toBeGreaterThanOrEqual(40);
		expect(files.length).toBe(mails.length + 1);
		expect(sampleFiles()).toEqual(files);
		expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
	});

	it('have CRLF line ends and no long lines', () => {
		for (const { path, content } of mails) {
			expect(content.replace(/\r\n/g, ''), path).not.toMatch(/[\r\n]/);
			for (const line of content.split('\r\n')) expect(line.length, path).toBeLessThan(998);
			expect(content.split('\r\n\r\n', 1)[0], path).toMatch(/^[\x20-\x7e\t\r\n]*$/);
		}
	});

	it('name nobody but at addresses kept for documentation', () => {
		const domains = new Set(files.flatMap(({ content }) => content.match(/(?<=[\w.-]@)[\w.-]+\w/g) ?? []));
		for (const domain of domains) {
			expect(domain).toMatch(/^(?:mx\.)?(?:contoso\.com|fabrikam\.com|adventure-works\.com|example\.(?:com|net|org))$/);
		}
	});

	it('give every mail a Message-ID of its own but for two', () => {
		const ids = allFacts.map(({ messageId }) => messageId);
		expect(ids.filter((id) => id === null)).toHaveLength(1);
		const repeated = ids.filter((id, at) => ids.indexOf(id) !== at);
		expect(repeated).toEqual(['<arrived@adventure-works.com>']);
	});

	it('are read without a warning but the intended one', () => {
		for (const [path, { warnings }] of factsOfPath) {
			const intended = path.includes('without Message-ID') ? ['message-id-missing'] : [];
			expect(
				warnings.map(({ code }) => code),
				path
			).toEqual(intended);
		}
	});

	it('stand in the order received within each story, in three weeks of September 2026', () => {
		for (const story of SAMPLE_STORIES) {
			const times = story.map(({ path }) => mailAt(path).receivedAtUtcMs ?? Number.NaN);
			expect(times).toEqual(times.toSorted((a, b) => a - b));
			for (const time of times) expect(new Date(time).toISOString()).toMatch(/^2026-09-(?:0[1-9]|1\d|2[01])T/);
		}
	});

	it('survive encoded-words', () => {
		expect(mailAt('2 AW').subject).toBe('AW: Wartungsvertrag verlängern');
		expect(mailAt('6 回复').subject).toBe('回复: 泵 P-310 报价');
		expect(mailAt('4 Réf').from).toEqual({ name: 'Hélène Girard', address: 'girard@example.net' });
	});
});

describe('the environment', () => {
	it('is valid, stays fresh-install, and marks mails that are there', () => {
		expect(decoded.notes).toEqual([]);
		expect(decoded.environment.name).toBe('Sample: Contoso support');
		expect(decoded.environment.freshInstall).toBe(true);
		expect(decoded.environment.organization.enablesmartmatching).toBe(true);
		const ids = new Set(allFacts.map(({ messageId }) => messageId));
		for (const { messageid } of decoded.environment.marks) expect(ids).toContain(messageid);
	});

	it('marks as sent just what Contoso Support wrote', () => {
		const sent = decoded.environment.marks
			.filter(({ tracked }) => tracked === 'sent')
			.map(({ messageid }) => messageid);
		const written = allFacts.filter(({ from }) => from?.address === 'support@contoso.com');
		expect(written.map(({ messageId }) => messageId).toSorted()).toEqual(sent.toSorted());
		for (const { receivedFrom } of written) expect(receivedFrom).toBe('date');
	});
});

const { None, InReplyTo, TrackingToken, ConversationIndex, SmartMatching } = CORRELATION_METHOD_CHOICE;

/** Mail, method, and the mail it is correlated with. */
const LINKS: readonly (readonly [string, number, string | null])[] = [
	['1 pump leaks', None, null],
	['2 answer with token', InReplyTo, '1 pump leaks'],
	['3 reply.eml', InReplyTo, '2 answer with token'],
	['pump leaks/2026-09-02 4', InReplyTo, '3 reply.eml'],
	['5 out of office', InReplyTo, 'pump leaks/2026-09-02 4'],
	['6 reply with another subject', InReplyTo, 'pump leaks/2026-09-02 4'],
	['7 reply without In-Reply-To', None, null],
	['8 only Thread-Index', ConversationIndex, '6 reply with another subject'],
	['9 token with a space', None, null],
	['10 forward', InReplyTo, 'pump leaks/2026-09-02 4'],
	['11 report from site', None, null],
	['12 read receipt', InReplyTo, 'pump leaks/2026-09-02 4'],
	['13 thanks', InReplyTo, 'pump leaks/2026-09-02 4'],
	['4 token alone', TrackingToken, '3 quote'],
	['5 former prefix', TrackingToken, '2 service plan'],
	['6 same token again', TrackingToken, '1 training dates'],
	['7 reply goes astray', TrackingToken, '6 same token again'],
	['3 smart match that is right', SmartMatching, '1 delivery date'],
	['4 reply before its parent', None, null],
	['5 parent, delayed', None, null],
	['6 delivered', None, null],
	['8 without Message-ID', None, null],
	['9 answer to a mail nobody has', None, null],
	['2 AW', InReplyTo, '1 Wartungsvertrag'],
	['3 livraison', None, null],
	['4 Réf', SmartMatching, '3 livraison'],
	['6 回复', InReplyTo, '5 quotation'],
	['8 vacation reply', InReplyTo, '7 question to Noor'],
	['invoice 88120', None, null],
	['invoice 88164', SmartMatching, 'invoice 88120'],
	['invoice 88201', SmartMatching, 'invoice 88164'],
	['09-05 backup', None, null],
	['09-12 backup', SmartMatching, '09-05 backup'],
	['09-19 backup', SmartMatching, '09-12 backup'],
	['bounce', None, null],
	['newsletter', None, null],
	['visitors', None, null]
];

describe('the story', () => {
	it.each(LINKS)('%s', (mail, method, correlated) => {
		const position = positionOf(mailAt(mail));
		expect(decisions.method[position]).toBe(method);
		const link = decisions.correlated[position] ?? -1;
		if (correlated === null) expect(link).toBe(-1);
		else expect(pathAt(link)).toContain(correlated);
	});

	it.each([
		['5 out of office', 'out-of-office'],
		['8 vacation reply', 'out-of-office'],
		['12 read receipt', 'read-receipt'],
		['13 thanks', 'human'],
		['newsletter', 'list'],
		['bounce', 'delivery-report'],
		['09-12 backup', 'notification'],
		['quiet please', 'suppression-requested'],
		['invoice 88164', 'human'],
		['10 forward', 'human']
	])('%s is %s', (mail, expected) => {
		expect(autoReplyClass(mailAt(mail))).toBe(expected);
	});

	it('grows the Thread-Index of the pump conversation by five bytes a mail', () => {
		const lengths = [
			'1 pump leaks',
			'2 answer with',
			'3 reply.eml',
			'pump leaks/2026-09-02 4',
			'6 reply',
			'8 only'
		].map((mail) => atob(mailAt(mail).threadIndex ?? '').length);
		expect(lengths).toEqual([22, 27, 32, 37, 42, 47]);
	});

	it('has everything else to show', () => {
		const explained = (mail: string) => explain(decisions, positionOf(mailAt(mail)), [], []);
		expect(decisions.subjectChanged(positionOf(mailAt('6 reply with another')))).toBe(true);
		expect(decisions.subjectChanged(positionOf(mailAt('3 reply.eml')))).toBe(false);
		expect(explained('7 reply without').referencesOnly?.messageId).toBe('<pump-4@contoso.com>');
		expect(decisions.reason[positionOf(mailAt('7 the same Message-ID'))]).toBe('Duplicate');
		expect(ghosts(decisions.stored).map(({ messageId }) => messageId)).toEqual(['<impeller-1@contoso.com>']);
		expect(decisions.regarding[positionOf(mailAt('13 thanks'))]?.id).toBe('CAS-01042');
		const [late] = explained('4 reply before its parent').correlation;
		expect(late).toMatchObject({ outcome: 'noMatch', evidence: { attempts: [{ absence: 'receivedLater' }] } });
		const [, nearMiss] = explained('9 token with a space').correlation;
		expect(nearMiss).toMatchObject({
			evidence: { nearMisses: [{ kind: 'space-after-prefix', resembles: 'CRM:0001005' }] }
		});
		const [, reused] = explained('7 reply goes astray').correlation;
		expect(reused).toMatchObject({ evidence: { tokens: [{ token: 'CRM:0001017', reused: true }] } });
		const [, former] = explained('5 former prefix').correlation;
		expect(former).toMatchObject({ evidence: { tokens: [{ token: 'CTS:0001311', currentPrefix: false }] } });
	});
});

it('writes a Thread-Index that reads back as the times it was made of', () => {
	const times = ['2026-09-01T09:12:00Z', '2026-09-01T10:40:00Z', '2026-09-03T08:00:00Z'];
	const read = decodeThreadIndex(threadIndex('00112233445566778899aabbccddeeff', times));
	if (!read.ok) throw new Error(read.code);
	expect(read).toMatchObject({ variant: 'classic', guidHex: '00112233445566778899aabbccddeeff', extraBytes: 0 });
	const readTimes = [read.headerUtcMs, ...read.responses.map(({ utcMs }) => utcMs)];
	for (const [at, time] of times.entries()) {
		expect(Math.abs((readTimes[at] ?? 0) - Date.parse(time))).toBeLessThan(100);
	}
});

import { describe, expect, it } from 'vitest';
import type { ImportEntry } from '../domain/report';
import { encodeSnapshot, type SnapshotInput } from '../../../tests/support/encodeSnapshot';
import { freshInstallFile } from './environmentFile';
import { explanation, facts, sha256A, sha256B } from './fixtures';

const empty: SnapshotInput = {
	createdAt: '2026-11-23T10:00:00Z',
	appVersion: '0.1.0',
	engineVersion: 1,
	environmentFile: freshInstallFile(),
	emails: [],
	ghosts: [],
	imports: []
};
function encoded(changes: Partial<SnapshotInput> = {}): string {
	return [...encodeSnapshot({ ...empty, ...changes })].join('');
}
function parsed(changes: Partial<SnapshotInput> = {}) {
	return JSON.parse(encoded(changes)) as Record<string, unknown>;
}

function entry(path: string, changes: Partial<ImportEntry> = {}): ImportEntry {
	return {
		path,
		bytes: 3,
		sha256: sha256A,
		kind: 'eml',
		outcome: 'parsed',
		code: null,
		detail: {},
		warnings: [],
		alreadyThere: false,
		...changes
	};
}

describe('SnapshotEncoder', () => {
	it('writes an empty set', () => {
		const text = encoded();
		expect(text).toMatch(/^\{\n\t"format": "tracklens-snapshot",\n\t"formatVersion": 1,\n\t"app": \{/);
		expect(text).toMatch(/\n\t"emails": \[\],\n\t"ghosts": \[\],\n\t"imports": \[\]\n\}\n$/);
		expect(parsed()).toMatchObject({
			app: { name: 'Tracklens', version: '0.1.0', engineVersion: 1 },
			createdAt: '2026-11-23T10:00:00Z',
			redaction: { level: 'none' },
			environment: { format: 'tracklens-environment', organization: { trackingprefix: 'CRM:' } }
		});
	});

	it('writes the documented keys of an email, in order', () => {
		const { emails } = parsed({ emails: [{ explanation: explanation(), headerBlock: 'Subject: x\r\n' }] });
		const [email] = emails as [Record<string, Record<string, unknown>>];
		expect(Object.keys(email).join(' ')).toBe(
			'activityid source message tracked reason columns correlation checks autoReply diagnoses warnings'
		);
		expect(email.source).toEqual({
			path: 'mail/a.eml',
			paths: ['mail/a.eml'],
			sha256: sha256A,
			bytes: 1234,
			kind: 'eml'
		});
		expect(Object.keys(email.message ?? {}).join(' ')).toBe(
			'messageId inReplyTo references threadIndex subject from to cc bcc replyTo date receivedAt autoSubmitted deliveredTo ' +
				'contentType precedence listId xAutoResponseSuppress returnPath headerBlock replyToText receivedFrom otherFields bodyParts'
		);
		expect(email.message).toMatchObject({
			date: '2026-11-23T10:00:00Z',
			receivedAt: '2026-11-23T10:00:01.500Z',
			headerBlock: 'Subject: x\r\n'
		});
		expect(Object.keys(email.columns ?? {}).join(' ')).toBe(
			'correlationmethod correlatedactivityid parentactivityid acceptingentityid receivingmailboxid regardingobjectid trackingtoken ' +
				'correlatedsubjectchanged internetmessageheaders directioncode messageid inreplyto emailsender isduplicatesenderunresolved ' +
				'ownerid sender torecipients sendermailboxid conversationindex statecode statuscode'
		);
		expect(email).toMatchObject({
			activityid: 'a1a1a1a1-a1a1-81a1-a1a1-a1a1a1a1a1a1',
			tracked: 'yes',
			reason: { code: 6, name: 'AcceptAll' },
			checks: [{ check: 'acceptance/all-mail', outcome: 'accepted', evidence: { filteringMethod: 0 } }],
			autoReply: { internetMessageHeadersFlag: false, class: 'human', evidence: [] }
		});
		expect(email.correlation).toEqual(explanation().correlation);
	});

	it('columns are null for an email that is not tracked', () => {
		const untracked = explanation(facts(), {
			verdict: { tracked: 'no', decidedBy: ['scope/duplicate'] },
			reason: { code: 0, name: 'Duplicate' },
			columns: null
		});
		expect(parsed({ emails: [{ explanation: untracked, headerBlock: null }] }).emails).toMatchObject([
			{ tracked: 'no', reason: { code: 0, name: 'Duplicate' }, columns: null, message: { headerBlock: null } }
		]);
	});

	it('does not hold the whole text: emails are asked for as the text is taken', () => {
		let asked = 0;
		function* emails() {
			for (; asked < 1_000; asked += 1) yield { explanation: explanation(), headerBlock: 'x'.repeat(10_000) };
		}
		const chunks = encodeSnapshot({ ...empty, emails: emails() });
		expect(chunks.next().value?.length).toBeLessThan(100_000);
		expect(asked).toBeLessThan(10);
	});

	it('imports: the same files dropped in any order, any number of times, give the same text', () => {
		const imports = [
			entry('b.eml', { sha256: sha256B }),
			entry('a/z.eml', { sha256: sha256B }),
			entry('a.eml', { sha256: sha256B }),
			entry('a.eml'),
			entry('B.eml', { outcome: 'rejected', code: 'not-mail', sha256: null, kind: 'other' }),
			entry('B.eml', { outcome: 'rejected', code: 'too-large', sha256: null, kind: 'other', detail: { bytes: 9 } })
		];
		const again = imports.map((item) => ({ ...item, alreadyThere: true })).reverse();
		const text = encoded({ imports });
		expect(encoded({ imports: [...again, ...imports] })).toBe(text);
		const written = parsed({ imports }).imports as readonly ImportEntry[];
		expect(written.map(({ path, sha256 }) => [path, sha256?.slice(0, 2) ?? null])).toEqual([
			['B.eml', null],
			['a.eml', 'a1'],
			['a.eml', 'b2'],
			['a/z.eml', 'b2'],
			['b.eml', 'b2']
		]);
		expect(Object.keys(written[0] ?? {}).join(' ')).toBe('path sha256 bytes kind outcome code detail warnings');
	});

	it('ghosts stand by messageId, whatever the language', () => {
		const ghosts = ['<ä@x>', '<b@x>', '<B@x>', '<a@x>'].map((messageId) => ({ messageId, referredBy: ['id'] }));
		expect(parsed({ ghosts }).ghosts).toEqual([
			{ messageId: '<B@x>', referredBy: ['id'] },
			{ messageId: '<a@x>', referredBy: ['id'] },
			{ messageId: '<b@x>', referredBy: ['id'] },
			{ messageId: '<ä@x>', referredBy: ['id'] }
		]);
	});

	it('writes half surrogate pairs in a form that UTF-8 can carry', () => {
		const text = encoded({ emails: [{ explanation: explanation(facts({ subject: 'a\ud800b' })), headerBlock: null }] });
		expect(text).toContain('a\\ud800b');
	});
});

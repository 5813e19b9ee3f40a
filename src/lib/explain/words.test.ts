/** Every code of every union has words; what the compiler cannot see is that they are whole sentences. */
import { describe, expect, it } from 'vitest';
import { AUTO_REPLY_CLASSES, REASON_CODES } from '../domain/decision';
import { MESSAGE_WARNING_CODES } from '../domain/message';
import { REJECTION_CODES, type ImportEntry } from '../domain/report';
import { AUTO_REPLY_RULES } from '../engine/autoreply/registry';
import { DIAGNOSIS_IDS, type CheckResult } from '../engine/explanation';
import { autoReplyWords } from './autoReply';
import { bodyRefusalWords, type BodyRefusal } from './body';
import { checkWords } from './checks';
import { COLUMN_NAMES, columnWords } from './columns';
import { DIAGNOSIS_TEXTS, diagnosisWords } from './diagnoses';
import { AUTO_REPLY_CLASS_LABELS, REASON_WORDS, reasonHelp, reasonLabel, reasonNameLabel } from './labels';
import { decisionChangesText } from './decisionChanges';
import { noticeWords, type NoticeData } from './notices';
import { rejectionWords } from './rejections';
import { plainText } from './sentence';
import { effectText, SETTING_WORDS, settingWords } from './settings';
import { ATTEMPTS, CHECKS, COLUMNS, explanation, facts, linkedBy } from './testing/explanations';
import { warningText, warningWords } from './warnings';

const wholeSentence = /^\S.{8,}[.)]$/s;

describe('labels', () => {
	it('names a reason with its code', () => {
		expect(reasonNameLabel('AcceptAll')).toBe('AcceptAll (6)');
		expect(reasonLabel({ name: 'Manual', code: null })).toBe('Manual');
		expect(Object.keys(REASON_WORDS).sort()).toEqual(Object.keys(REASON_CODES).sort());
		expect(Object.keys(AUTO_REPLY_CLASS_LABELS).sort()).toEqual([...AUTO_REPLY_CLASSES].sort());
	});
});

describe('NoRecipientMatch', () => {
	const error = '-2147218683';
	it('can be found by the number of its error', () => {
		expect(reasonHelp('NoRecipientMatch')).toContain(error);
		expect(reasonHelp('AcceptAll')).toBe('a recipient accepts all email.');
		const ids = ['sent-to-distribution-list', 'received-by-bcc', 'alias-not-on-record'] as const;
		for (const id of [...ids, 'shared-address-unresolved', 'email-search-row-missing'] as const) {
			expect(DIAGNOSIS_TEXTS[id].cause, id).toContain(error);
		}
	});
});

describe('diagnoses', () => {
	it.each(DIAGNOSIS_IDS)('%s', (id) => {
		const words = diagnosisWords({ id, evidence: {}, from: [] }, explanation());
		expect(words.title.length).toBeGreaterThan(8);
		expect(plainText(words.seen)).toMatch(wholeSentence);
		expect(words.cause).toMatch(wholeSentence);
		expect(words.fix).toMatch(wholeSentence);
		expect(words.sources.length).toBeGreaterThan(0);
	});
});

describe('warnings', () => {
	it.each(MESSAGE_WARNING_CODES)('%s', (code) => {
		const { sentence, effect } = warningWords({ code, from: { field: 'X', occurrence: 0 }, detail: { count: 2 } });
		expect(plainText(sentence)).toMatch(/\. See X\. \(count: 2\)$/);
		expect(effect).toMatch(wholeSentence);
	});

	it('shows a code it does not know', () => {
		expect(warningText('no-such-code')).toBe('no-such-code');
		expect(warningText('toString')).toBe('toString');
	});
});

describe('rejections', () => {
	const entry: ImportEntry = {
		path: 'a.msg',
		bytes: 1,
		sha256: null,
		kind: 'other',
		outcome: 'rejected',
		code: null,
		detail: {},
		warnings: [],
		alreadyThere: false
	};
	it.each(REJECTION_CODES)('%s', (code) => {
		const words = rejectionWords({ ...entry, code, detail: { at: 'emails[3]' } });
		expect(words?.what).toMatch(wholeSentence);
		expect(words?.advice).toMatch(wholeSentence);
		expect(words?.detail).toBe('at: emails[3]');
	});

	it('tells how to save an Outlook file', () => {
		expect(rejectionWords({ ...entry, code: 'outlook-msg' })).toMatchObject({
			what: 'This is an Outlook .msg file.',
			advice: expect.stringContaining('.eml') as string
		});
	});

	it('is silent about a file that was read', () => {
		expect(rejectionWords({ ...entry, outcome: 'parsed' })).toBeNull();
		expect(rejectionWords({ ...entry, path: 'a.csv', code: 'empty' })?.advice).toMatch(/^Export it again/);
		expect(rejectionWords({ ...entry, path: 'logo.png', code: 'not-mail' })?.advice).toMatch(/^Leave it out/);
		expect(rejectionWords({ ...entry, path: 'a.eml', code: 'empty' })?.advice).toMatch(/^Save the email again/);
		const broken = { path: '', code: 'json-syntax', received: 'line 3, character 7' };
		expect(rejectionWords({ ...entry, code: 'json-invalid', detail: broken })?.detail).toBe(
			'At line 3, character 7: It is no JSON from there on: cut off, or edited.'
		);
		const wrong = { path: '/users/0/id', code: 'wrong-type', expected: 'string', received: '5' };
		expect(rejectionWords({ ...entry, code: 'environment-invalid', detail: wrong })?.detail).toBe(
			'At /users/0/id: Must be string. There is 5.'
		);
	});
});

describe('checks', () => {
	const evidence = CHECKS[1]?.check === 'scope/duplicate' ? CHECKS[1].evidence : null;
	const regarding = { table: 'incident', id: 'CAS-1', name: 'Broken pump' };
	const all: readonly (readonly [CheckResult, string])[] = [
		[{ check: 'scope/mark', outcome: 'sent', evidence: { by: 'messageid' } }, 'Marked as sent from Dynamics 365'],
		[{ check: 'scope/mark', outcome: 'manual', evidence: { by: 'sha256' } }, 'Marked as tracked by hand'],
		[{ check: 'scope/mark', outcome: 'untracked', evidence: { by: 'sha256' } }, 'Marked as untracked'],
		[{ check: 'scope/mark', outcome: 'notMarked', evidence: { by: null } }, 'Nobody marked this email'],
		...(evidence
			? ([
					[
						{ check: 'scope/duplicate', outcome: 'duplicate', evidence: { ...evidence, first: 'parent' } },
						'The same Message-ID is stored already, with “Pump P-204 leaks”.'
					],
					[{ check: 'scope/duplicate', outcome: 'passed', evidence }, 'No stored email has this Message-ID.'],
					[
						{ check: 'scope/duplicate', outcome: 'notApplicable', evidence: { ...evidence, messageId: null } },
						'This email has no usable Message-ID'
					]
				] as const)
			: []),
		[{ check: 'acceptance/all-mail', outcome: 'accepted', evidence: { filteringMethod: 0 } }, 'Accepted by the queue'],
		[{ check: 'acceptance/all-mail', outcome: 'notReached', evidence: { filteringMethod: 0 } }, 'No filter was asked'],
		[
			{ check: 'population/regarding', outcome: 'inherited', evidence: { regarding, inheritedFrom: 'parent' } },
			'Regarding is “Broken pump” (incident), taken over from “Pump P-204 leaks”.'
		],
		[
			{ check: 'population/regarding', outcome: 'setByMark', evidence: { regarding, inheritedFrom: null } },
			'Regarding is “Broken pump” (incident), set by hand.'
		],
		[
			{ check: 'population/regarding', outcome: 'empty', evidence: { regarding: null, inheritedFrom: null } },
			'Regarding is empty, because the email is linked to nothing.'
		],
		[
			{ check: 'population/regarding', outcome: 'notReached', evidence: { regarding: null, inheritedFrom: null } },
			'An email that is not tracked'
		]
	];
	it.each(all)('%j', (check, start) => {
		const words = checkWords(check, explanation());
		expect(plainText(words.sentence).startsWith(start)).toBe(true);
		expect(plainText(words.sentence)).toMatch(wholeSentence);
		expect(words.rules.length).toBeGreaterThan(0);
	});
});

describe('autoReplyWords', () => {
	const flagged = (value: string, keyword: string) =>
		explanation({
			facts: facts({ autoSubmitted: value }),
			autoReply: { internetMessageHeadersFlag: true, autoSubmittedKeyword: keyword, class: 'human', evidence: [] }
		});

	it('shows both readings of Auto-Submitted: no', () => {
		const words = autoReplyWords(flagged('no', 'no'));
		expect(words).toMatchObject({ flag: true, flagLabel: 'Automatic', classLabel: 'Human' });
		expect(words.notes.map(plainText).join(' ')).toMatch(/Two readings: .*by RFC 3834 means that a person wrote it/);
	});

	it('does not take Reply-To for automation', () => {
		const words = autoReplyWords(explanation({ facts: facts({ replyToText: 'a@b.example' }) }));
		expect(words.flag).toBe(false);
		expect(words.notes.map(plainText)).toContain(
			'Reply-To alone fills InternetMessageHeaders, but says nothing about automation.'
		);
	});

	it('says that neither reading decides', () => {
		expect(autoReplyWords(flagged('auto-replied', 'auto-replied')).notes.map(plainText).at(-1)).toBe(
			'Neither reading had a part in tracking or linking this email.'
		);
	});

	it('words every sign of every rule', () => {
		for (const { id, signs } of AUTO_REPLY_RULES) {
			const evidence = signs.map((sign) => ({
				class: id,
				strength: sign.strength,
				sign: sign.id,
				value: 'x',
				from: { field: 'Subject', occurrence: 0 }
			}));
			const words = autoReplyWords(
				explanation({
					autoReply: { internetMessageHeadersFlag: false, autoSubmittedKeyword: null, class: id, evidence }
				})
			);
			for (const { sentence } of words.evidence) expect(plainText(sentence)).toMatch(/^Subject: x\. Looks at: .+\.$/);
			expect(words.rules.length).toBeGreaterThan(3);
		}
	});
});

describe('columnWords', () => {
	it('has a row for every column, in the order of the type', () => {
		expect(COLUMN_NAMES).toEqual(Object.keys(COLUMNS));
	});

	it('names the check that wrote a value, and mentions the email of a lookup', () => {
		const rows = columnWords(linkedBy([ATTEMPTS.inReplyToMatched]));
		const parent = rows.find(({ name }) => name === 'parentactivityid');
		expect(parent && plainText(parent.value ?? [])).toBe('“Pump P-204 leaks”');
		expect(parent?.writtenBy).toEqual({ check: 'InReplyTo', text: 'InReplyTo' });
	});

	it('explains an empty parent and a text that is too long', () => {
		const rows = columnWords(
			linkedBy([ATTEMPTS.tokenMatched], {
				columns: {
					...COLUMNS,
					correlationmethod: 4,
					correlatedactivityid: 'parent',
					internetmessageheaders: 'x'.repeat(612),
					trackingtoken: `CRM:${'1'.repeat(50)}`,
					torecipients: 'a@contoso.example;'.repeat(30)
				}
			})
		);
		const notes = Object.fromEntries(rows.map(({ name, note }) => [name, note]));
		expect(notes.parentactivityid).toBe('By design: TrackingToken does not fill it.');
		expect(notes.internetmessageheaders).toMatch(/^612 characters, but the column holds 500/);
		expect(notes.trackingtoken).toMatch(/^54 characters, but the column holds 50/);
		expect(notes.torecipients).toMatch(/^540 characters, but the column holds 500/);
	});

	it('is empty for an email that is not tracked', () => {
		expect(columnWords(explanation({ columns: null }))).toEqual([]);
	});
});

describe('notices, bodies, settings', () => {
	const sameDecisions = { nowTracked: 0, noLongerTracked: 0, linkedOtherwise: 0, noLongerDecided: 0, nowNotTracked: 0 };
	it('says how many emails are tracked or linked otherwise', () => {
		expect(decisionChangesText(sameDecisions)).toBe('No verdict and no link has changed.');
		const changes = { ...sameDecisions, noLongerTracked: 19, nowTracked: 3, linkedOtherwise: 5 };
		expect(decisionChangesText(changes)).toBe('19 emails no longer tracked, 3 now tracked, 5 linked otherwise.');
	});

	const notices: readonly NoticeData[] = [
		{ code: 'environment-activated', name: 'Contoso', changes: null },
		{ code: 'environment-undone', name: 'Contoso', changes: sameDecisions },
		{ code: 'environment-undone', name: 'Contoso', changes: { ...sameDecisions, noLongerTracked: 19, nowTracked: 3 } },
		{ code: 'environment-deleted', name: 'Contoso', now: 'Fabrikam' },
		{ code: 'case-opened', name: 'Contoso' },
		{ code: 'case-duplicated', name: 'Contoso' },
		{ code: 'case-deleted', name: 'Contoso' },
		{ code: 'case-refused', failure: 'import-running' },
		{ code: 'case-gone', name: 'Contoso', now: 'My case' },
		{ code: 'import-given-up', name: 'Contoso' },
		{ code: 'emails-removed', emails: 1 },
		{ code: 'import-removed', emails: 0 },
		{ code: 'removal-undone', emails: 2 },
		{ code: 'removal-refused', failure: 'nothing-there' },
		{ code: 'pattern-refused', setting: 'hashfilterkeywords', why: 'unsupported', construct: '(?>...)' },
		{ code: 'pattern-looks-escaped', pattern: 'a', repaired: 'b' },
		{ code: 'snapshot-opened', emails: 2, decidedBefore: 2, differences: 1 },
		{ code: 'storage-full' },
		{ code: 'store-upgraded-elsewhere' },
		{ code: 'storage-unavailable', detail: 'InvalidStateError' },
		{ code: 'virtual-files', count: 1 },
		{ code: 'not-a-file' },
		{ code: 'files-not-handed-over', count: 2 },
		{ code: 'exported', fileName: 'a.json', emails: 12345 },
		{ code: 'everything-deleted' },
		{ code: 'action-failed', detail: 'Boom' }
	];
	it.each(notices)('$code', (notice) => {
		const { title, text } = noticeWords(notice);
		expect(title.length).toBeGreaterThan(8);
		expect(text === '' || text === 'Boom' || wholeSentence.test(text)).toBe(true);
		expect(text).not.toContain('12,345');
	});

	const refusals: readonly BodyRefusal[] = [
		'no-raw-bytes',
		'too-many-lines',
		'too-many-parts',
		'too-deeply-nested',
		'timed-out',
		'unreadable',
		'unknown-email'
	];
	it.each(refusals)('%s', (code) => {
		expect(bodyRefusalWords(code, 200000).text).toMatch(wholeSentence);
	});

	it('says so where a setting changes no verdict', () => {
		const silent = Object.values(SETTING_WORDS).filter(({ effect }) => effect !== 'verdict');
		expect(silent.length).toBeGreaterThan(10);
		for (const words of silent) expect(effectText(words)).toMatch(/^Changes no verdict here/);
		expect(effectText(SETTING_WORDS.enablesmartmatching)).toBeNull();
	});

	it('tells of the costs where they are chosen', () => {
		expect(SETTING_WORDS.enablesmartmatching.note).toMatch(/EmailHash grows .* 90 days/);
		expect(SETTING_WORDS.trackingtokencounterdigits.note).toContain('per email activity, not per message');
	});

	it('words every setting that the model reads', () => {
		for (const name of Object.keys(explanation().settings)) expect(settingWords(name), name).not.toBeNull();
		for (const { does, note, sources } of Object.values(SETTING_WORDS)) {
			expect(does).toMatch(wholeSentence);
			if (note !== undefined) expect(note).toMatch(wholeSentence);
			expect(sources.length).toBeGreaterThan(0);
		}
		expect(settingWords('constructor')).toBeNull();
	});
});

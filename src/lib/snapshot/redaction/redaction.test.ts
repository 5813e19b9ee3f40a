import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { decide } from '../../engine/decide';
import { readMail } from '../../mail/readMail';
import { pseudonymise } from '../../../../tests/support/pseudonymise';
import { environment, mailbox, queue, record, user } from '../../../../tests/support/mail';

/** Every word here with more than three letters is made up, so that finding it again means that it has left. */
const letters: Readonly<Record<string, string>> = {
	'Zwickelhaus/Brombeere/anfrage.eml': `Received: from gateway.quellnymphe.example ([203.0.113.25]) by mx.zwickelhaus.example; Tue, 1 Sep 2026 08:00:00 +0000
Message-ID: <KirschbaumNr7@quellnymphe.example>
Date: Tue, 1 Sep 2026 08:00:00 +0000
From: "Wilhelmine Krautkopf" <wilhelmine.krautkopf@quellnymphe.example>
To: Hilfeteam <hilfeteam@zwickelhaus.example>, noreply-spatzenhirn@zwickelhaus.example
Cc: Nachtigall@Quellnymphe.example
Reply-To: Dachboden <dachboden@quellnymphe.example>
Subject: [Sonnenblume] RE: Fallobst und Wanderschuh CRM:0472915 automatisch
Thread-Index: AcdyY+a08VX8xfobTsy61v9NHPZ7QA==
In-Reply-To: <Stachelbeere9@zwickelhaus.example>
References: <Stachelbeere9@zwickelhaus.example> <Apfelmus@zwickelhaus.example>
Delivered-To: hilfeteam@zwickelhaus.example
Return-Path: <bounce-feuerwehr@quellnymphe.example>
List-Id: Gartenfreunde <gartenfreunde.quellnymphe.example>
Auto-Submitted: maulwurf (Schubkarre)
X-Auto-Response-Suppress: Regenwurm
X-Loop: Wetterfrosch
Precedence: Pusteblume
Content-Type: text/plain; name="Steuererklaerung.txt"; charset=nilpferd

Text`,
	'Zwickelhaus/Hollerbusch.eml': `Message-ID: <Zaunkoenig@quellnymphe.example>
Date: Tue, 1 Sep 2026 09:00:00 +0000
From: wilhelmine.krautkopf@quellnymphe.example
To: hilfeteam@zwickelhaus.example
Subject: Abwesenheitsnotiz: Butterbrot 88412
X-Autoreply: Gewitterwolke

Text`
};
const secrets = [
	...['zwickelhaus', 'brombeere', 'anfrage', 'quellnymphe', 'kirschbaum', 'wilhelmine', 'krautkopf', 'hilfeteam'],
	...['spatzenhirn', 'nachtigall', 'dachboden', 'sonnenblume', 'fallobst', 'wanderschuh', '472915', 'automatisch'],
	...['8vx8xfobtsy61v9nhpz7qa', 'stachelbeere', 'apfelmus', 'feuerwehr', 'gartenfreunde', 'maulwurf', 'schubkarre'],
	...['regenwurm', 'wetterfrosch', 'pusteblume', 'steuererklaerung', 'nilpferd', 'hollerbusch', 'zaunkoenig'],
	...['butterbrot', '88412', 'notiz', 'gewitterwolke', 'gateway', '203.0.113.25'],
	...[
		'murmeltier',
		'eichhorn',
		'kuckuck',
		'fledermaus',
		'igelchen',
		'wiesel',
		'dachs',
		'luchs',
		'new_otter',
		'bitterling'
	],
	...['pfifferling', 'steinpilz', 'morchel', 'knollenblaetter', 'hallimasch']
];

test('nothing of what was told in words leaves', () => {
	const mails = Object.entries(letters).map(([path, text]) => {
		const bytes = new TextEncoder().encode(text.replaceAll('\n', '\r\n'));
		const read = readMail(bytes);
		if (!read.ok) throw new Error(read.code);
		return { path, facts: { ...read.facts, sha256: createHash('sha256').update(bytes).digest('hex') } };
	});
	const under = environment({
		organization: { enablesmartmatching: true, hashfilterkeywords: 'Murmeltier|^RE:' },
		modelOptions: { subjectChangedPattern: 'Pfifferling' },
		users: [
			user('Eichhorn', { fullname: 'Wilhelmine Kuckuck', emailaddresses: ['wilhelmine.krautkopf@quellnymphe.example'] })
		],
		queues: [
			queue('Fledermaus', { name: 'Igelchen', emailaddresses: ['hilfeteam@zwickelhaus.example'], ownerid: 'Eichhorn' })
		],
		records: [record('Wiesel', 'new_otter', { name: 'Dachs', emailaddresses: ['nachtigall@quellnymphe.example'] })],
		mailboxes: [
			mailbox('Fledermaus', {
				trackedfolders: [
					{ path: 'Inbox/Bitterling', regarding: { table: 'new_otter', id: 'Luchs', name: 'Steinpilz' } }
				]
			})
		],
		placements: [
			{
				files: 'Zwickelhaus/Brombeere/**',
				mailboxid: 'm-Fledermaus',
				folder: 'Inbox/Bitterling',
				moves: [{ atUtcMs: 0, folder: 'Morchel' }],
				category: 'Knollenblaetter'
			}
		],
		marks: [
			{
				messageid: '<Zaunkoenig@quellnymphe.example>',
				tracked: 'manual',
				regarding: { table: 'incident', id: 'Hallimasch', name: 'x' }
			}
		]
	});
	const paths = new Map(mails.map(({ facts, path }) => [facts.sha256, [path]]));
	const facts = mails.map((one) => one.facts);
	const pathsOf = (sha256: string) => paths.get(sha256) ?? [];
	const { text, snapshot } = pseudonymise(decide(facts, under, { pathsOf }), under, pathsOf);
	const leaving = text.toLowerCase();
	const hashes = facts.map(({ sha256 }) => sha256);
	expect([...secrets, ...hashes].filter((secret) => leaving.includes(secret))).toEqual([]);
	// What rules and readers need is still there.
	expect(snapshot.emails.map((email) => email.facts.subject)).toEqual([
		expect.stringMatching(/^\[[A-Z][a-z]+\] RE: [A-Z][a-z]+ [a-z]+ [A-Z][a-z]+ CRM:0\d{6} [a-z]+$/),
		expect.stringMatching(/^Abwesenheit[a-z]+: [A-Z][a-z]+ \d{5}$/)
	]);
	expect(snapshot.emails.every((email) => email.headerBlock === null)).toBe(true);
});

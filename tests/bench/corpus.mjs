/**
 * Synthetic mail, the same for the same seed: median about 17 KB, 15 % with an attachment of 20 to 400 KB; conversations
 * with In-Reply-To, References, Thread-Index and tracking tokens, single messages, automatic replies, repeats.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILES_PER_FOLDER = 1_000;
const ATTACHMENT_SHARE = 0.15;
const ATTACHMENT_BYTES = { least: 20_000, most: 400_000 };
const MEDIAN_BODY_BYTES = 12_500;
const START_UTC_MS = Date.UTC(2026, 0, 5, 8);
const MS_PER_MESSAGE = 97_000;

const WORDS = (
	'pump order delivery invoice contract renewal quote machine spare part warehouse service visit engineer broken question ' +
	'answer schedule meeting Monday shipment customs price offer discount license support ticket report project budget ' +
	'please thank regards attached below above team customer supplier number date confirm change update open closed'
).split(' ');
const NAMES = ['Ann', 'Luisa', 'Bert', 'Chen', 'Dora', 'Emil', 'Fatima', 'Georg', 'Hana', 'Ivan', 'Jürgen', 'Kim'];
const SUBJECT_PREFIXES = ['RE: ', 'Re: ', 'AW: ', 'RE: RE: '];
const LINE_BYTES = 76;

/** Writes `count` messages below `folder` and says how many bytes that were. */
export function writeCorpus(folder, { count, seed = 1 }) {
	let bytes = 0;
	let index = 0;
	for (const text of messages({ count, seed })) {
		const part = join(folder, String(Math.floor(index / FILES_PER_FOLDER)).padStart(3, '0'));
		if (index % FILES_PER_FOLDER === 0) mkdirSync(part, { recursive: true });
		writeFileSync(join(part, `${String(index).padStart(6, '0')}.eml`), text);
		bytes += Buffer.byteLength(text);
		index++;
	}
	return { count, seed, bytes };
}

/** @param {{ count: number, seed?: number }} options */
export function* messages({ count, seed = 1 }) {
	const random = generator(seed);
	const pick = (list) => list[Math.floor(random() * list.length)];
	const person = () => {
		const name = pick(NAMES);
		const number = Math.floor(random() * 400);
		return `=?utf-8?Q?${quoted(name)}?= <${name
			.normalize('NFD')
			.replace(/[^a-z]/gi, '')
			.toLowerCase()}${number}@company${number % 37}.example>`;
	};
	const filler = fillers(random, pick);
	const open = [];

	for (let index = 0; index < count; index++) {
		const date = new Date(START_UTC_MS + index * MS_PER_MESSAGE).toUTCString().replace('GMT', '+0000');
		const parent = open.length > 0 && random() < 0.6 ? pick(open) : null;
		const messageId = `<${index.toString(36)}.${Math.floor(random() * 2 ** 40).toString(36)}@mail${index % 7}.example>`;
		const conversation = parent ? replyTo(parent, random, pick) : started(index, random, pick, person);
		const automatic = parent !== null && random() < 0.06;
		const fields = [
			...received(date, index, random),
			`Message-ID: ${messageId}`,
			...(parent && random() < 0.9 ? [`In-Reply-To: ${parent.messageId}`] : []),
			...(parent ? [`References: ${conversation.references.join('\r\n ')}`] : []),
			...(conversation.threadIndex
				? [`Thread-Topic: ${conversation.topic}`, `Thread-Index: ${conversation.threadIndex}`]
				: []),
			...(automatic ? ['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All'] : []),
			`From: ${parent ? parent.to : conversation.from}`,
			`To: ${parent ? parent.from : conversation.to}`,
			...(random() < 0.3 ? [`Cc: ${person()}, ${person()}`] : []),
			`Date: ${date}`,
			`Subject: ${automatic ? 'Automatic reply: ' : ''}${conversation.subject}`,
			'MIME-Version: 1.0'
		];
		yield [...fields, ...body(index, random, filler)].join('\r\n');
		open.push({
			...conversation,
			messageId,
			from: parent ? parent.to : conversation.from,
			to: parent ? parent.from : conversation.to
		});
		if (open.length > 200) open.splice(Math.floor(random() * open.length), 1);
	}
}

function started(index, random, pick, person) {
	const topic = Array.from({ length: 2 + Math.floor(random() * 5) }, () => pick(WORDS)).join(' ');
	const token = random() < 0.15 ? ` CRM:${String(index % 1_000_000).padStart(7, '0')}` : '';
	const threadIndex =
		random() < 0.5 ? Buffer.from([1, ...Array.from({ length: 21 }, () => Math.floor(random() * 256))]) : null;
	return {
		topic,
		subject: `${topic} ${index}${token}`,
		from: person(),
		to: person(),
		references: [],
		threadIndex: threadIndex?.toString('base64') ?? null
	};
}

function replyTo(parent, random, pick) {
	const block = Buffer.from(Array.from({ length: 5 }, () => Math.floor(random() * 256)));
	return {
		...parent,
		subject: parent.references.length === 0 ? pick(SUBJECT_PREFIXES) + parent.subject : parent.subject,
		references: [...parent.references, parent.messageId].slice(-20),
		threadIndex:
			parent.threadIndex && Buffer.concat([Buffer.from(parent.threadIndex, 'base64'), block]).toString('base64')
	};
}

function received(date, index, random) {
	const hops = 2 + Math.floor(random() * 4);
	return [
		...Array.from(
			{ length: hops },
			(_, hop) =>
				`Received: from relay${hop}.example (relay${hop}.example [192.0.2.${(index + hop) % 250}])\r\n\tby mx${hop}.example (Postfix) with ESMTPS id ${index.toString(36)}${hop}\r\n\tfor <sales@contoso.example>; ${date}`
		),
		'Authentication-Results: mx0.example; spf=pass smtp.mailfrom=company.example;\r\n\tdkim=pass header.d=company.example; dmarc=pass',
		`DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=company.example; s=s1;\r\n\th=from:to:subject:date:message-id; bh=${'A'.repeat(43)}=;\r\n\tb=${'B'.repeat(60)}\r\n\t ${'C'.repeat(60)}`,
		'Return-Path: <bounce@company.example>'
	];
}

function body(index, random, filler) {
	// Log-normal: half of the messages are shorter than the median, a few are several times as long.
	const bytes = Math.round(MEDIAN_BODY_BYTES * Math.exp(0.7 * gaussian(random)));
	const alternative = `alt-${index}`;
	const parts = [
		`--${alternative}`,
		'Content-Type: text/plain; charset=utf-8',
		'Content-Transfer-Encoding: quoted-printable',
		'',
		filler.text(Math.round(bytes * 0.3)),
		`--${alternative}`,
		'Content-Type: text/html; charset=utf-8',
		'Content-Transfer-Encoding: quoted-printable',
		'',
		`<html><body><p>${filler.text(Math.round(bytes * 0.7))}</p></body></html>`,
		`--${alternative}--`,
		''
	];
	if (random() >= ATTACHMENT_SHARE)
		return [`Content-Type: multipart/alternative; boundary="${alternative}"`, '', ...parts];
	const { least, most } = ATTACHMENT_BYTES;
	const size = Math.round(least * (most / least) ** random());
	const mixed = `mixed-${index}`;
	return [
		`Content-Type: multipart/mixed; boundary="${mixed}"`,
		'',
		`--${mixed}`,
		`Content-Type: multipart/alternative; boundary="${alternative}"`,
		'',
		...parts,
		`--${mixed}`,
		`Content-Type: application/pdf; name="report-${index}.pdf"`,
		`Content-Disposition: attachment; filename="report-${index}.pdf"`,
		'Content-Transfer-Encoding: base64',
		'',
		filler.base64(size),
		`--${mixed}--`,
		''
	];
}

/** Long texts made once; a message takes a stretch of one, so that making a corpus costs little more than writing it. */
function fillers(random, pick) {
	const lines = (bytes, line) => Array.from({ length: Math.ceil(bytes / (LINE_BYTES + 2)) }, line).join('\r\n');
	const text = lines(400_000, () => {
		let line = pick(WORDS);
		while (line.length < LINE_BYTES - 14) line += ` ${pick(WORDS)}`;
		return random() < 0.2 ? `${line} gr=C3=BCn =` : line;
	});
	const base64 = lines(1_200_000, () =>
		Buffer.from(Array.from({ length: (LINE_BYTES * 3) / 4 }, () => Math.floor(random() * 256))).toString('base64')
	);
	const stretch = (pool, bytes) => {
		const at = Math.floor(random() * (pool.length - bytes));
		const start = pool.indexOf('\r\n', at) + 2;
		const end = pool.indexOf('\r\n', start + bytes);
		return pool.slice(start, end === -1 ? undefined : end);
	};
	return {
		text: (bytes) => stretch(text, Math.min(bytes, 300_000)),
		// Four characters stand for three bytes.
		base64: (bytes) => stretch(base64, Math.round((bytes * 4) / 3))
	};
}

function quoted(text) {
	return [...Buffer.from(text)]
		.map((byte) => (byte < 128 ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase()}`))
		.join('');
}

/** mulberry32: numbers in [0, 1), the same for the same seed. */
function generator(seed) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

function gaussian(random) {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

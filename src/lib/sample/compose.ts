/** Writes RFC 5322 messages from short descriptions: the same text every time, CRLF line ends. */

export interface Person {
	readonly name: string;
	readonly address: string;
}

export interface Letter {
	/** Below `sample/`, its first folder being the story. */
	readonly path: string;
	/** When it was written: ISO 8601 with the writer's zone, e.g. `2026-09-01T09:12:00+02:00`. */
	readonly sent: string;
	/** How long it was under way. Null: a copy of sent mail, without a Received field. */
	readonly underWaySeconds?: number | null;
	readonly from: Person;
	readonly to: readonly Person[];
	readonly cc?: readonly Person[];
	readonly subject: string;
	/** With angle brackets; null leaves Message-ID out. */
	readonly messageId: string | null;
	readonly inReplyTo?: string;
	readonly references?: readonly string[];
	readonly threadIndex?: string;
	/** Written as they are, after the fields above. */
	readonly fields?: readonly (readonly [name: string, value: string])[];
	readonly text: readonly string[];
	/** An HTML alternative of the text. */
	readonly html?: string;
	readonly attachment?: { readonly filename: string; readonly mediaType: string; readonly content: string };
	/** Makes a multipart/report: the machine-readable part, and the message it is about. */
	readonly report?: {
		readonly type: 'delivery-status' | 'disposition-notification';
		readonly lines: readonly string[];
		readonly about: readonly string[];
	};
}

const CRLF = '\r\n';
const DEFAULT_UNDER_WAY_SECONDS = 9;

export function compose(letter: Letter): string {
	const body = bodyOf(letter);
	const fields: (readonly [string, string])[] = [];
	const underWay = letter.underWaySeconds === undefined ? DEFAULT_UNDER_WAY_SECONDS : letter.underWaySeconds;
	if (underWay !== null) fields.push(['Received', receivedValue(letter, underWay)]);
	fields.push(['Date', rfc5322Date(letter.sent)], ['From', mailbox(letter.from)], ['To', mailboxes(letter.to)]);
	if (letter.cc !== undefined) fields.push(['Cc', mailboxes(letter.cc)]);
	fields.push(['Subject', encodedWords(letter.subject)]);
	if (letter.messageId !== null) fields.push(['Message-ID', letter.messageId]);
	if (letter.inReplyTo !== undefined) fields.push(['In-Reply-To', letter.inReplyTo]);
	if (letter.references !== undefined) fields.push(['References', letter.references.join(`${CRLF} `)]);
	if (letter.threadIndex !== undefined) fields.push(['Thread-Index', letter.threadIndex]);
	fields.push(...(letter.fields ?? []), ['MIME-Version', '1.0']);
	const header = fields.map(([name, value]) => `${name}: ${value}`);
	return [...header, ...body, ''].join(CRLF);
}

/** Content fields of the whole message, an empty line, and what follows. */
function bodyOf(letter: Letter): readonly string[] {
	if (letter.report !== undefined) {
		const { type, lines, about } = letter.report;
		const returned = type === 'delivery-status' ? 'message/rfc822' : 'text/rfc822-headers';
		return multipart(`report; report-type=${type}`, 'report', [
			textPart('plain', letter.text),
			[`Content-Type: message/${type}`, '', ...lines],
			[`Content-Type: ${returned}`, '', ...about]
		]);
	}
	const text = textPart('plain', letter.text);
	const readable =
		letter.html === undefined
			? text
			: multipart('alternative', 'text-and-html', [text, textPart('html', [letter.html])]);
	if (letter.attachment === undefined) return readable;
	const { filename, mediaType, content } = letter.attachment;
	return multipart('mixed', 'with-attachment', [
		readable,
		[
			`Content-Type: ${mediaType}; name="${filename}"`,
			`Content-Disposition: attachment; filename="${filename}"`,
			'Content-Transfer-Encoding: base64',
			'',
			...(base64(content).match(/.{1,76}/g) ?? [])
		]
	]);
}

function textPart(subtype: 'plain' | 'html', lines: readonly string[]): readonly string[] {
	return [`Content-Type: text/${subtype}; charset=utf-8`, 'Content-Transfer-Encoding: 8bit', '', ...lines];
}

function multipart(subtype: string, boundary: string, parts: readonly (readonly string[])[]): readonly string[] {
	const enclosed = parts.flatMap((part) => [`--${boundary}`, ...part]);
	return [`Content-Type: multipart/${subtype}; boundary="${boundary}"`, '', ...enclosed, `--${boundary}--`];
}

function receivedValue(letter: Letter, underWaySeconds: number): string {
	const host = `mail.${letter.from.address.split('@')[1] ?? 'example.net'}`;
	const arrived = new Date(Date.parse(letter.sent) + underWaySeconds * 1_000).toISOString().replace('.000Z', '+00:00');
	return `from ${host} (${host} [203.0.113.25])${CRLF}\tby mx.contoso.com with ESMTPS; ${rfc5322Date(arrived)}`;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function rfc5322Date(iso: string): string {
	const [day, time] = [iso.slice(0, 10), iso.slice(11, 19)];
	// The calendar day as written, whatever its zone.
	const date = new Date(`${day}T00:00:00Z`);
	const zone = iso.slice(19).replace(':', '');
	return `${WEEKDAYS[date.getUTCDay()]}, ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()} ${time} ${zone}`;
}

function mailboxes(people: readonly Person[]): string {
	return people.map(mailbox).join(', ');
}

function mailbox({ name, address }: Person): string {
	return name === '' ? `<${address}>` : `${encodedWords(name)} <${address}>`;
}

/** RFC 2047: text beyond ASCII becomes encoded-words, each within 75 characters and holding whole characters. */
function encodedWords(text: string): string {
	if (/^[\x20-\x7e]*$/.test(text)) return text;
	return (text.match(/.{1,12}/gu) ?? []).map((piece) => `=?utf-8?B?${base64(piece)}?=`).join(`${CRLF} `);
}

/** Base64 of the text's UTF-8 bytes. */
function base64(text: string): string {
	return base64OfBytes(new TextEncoder().encode(text));
}

function base64OfBytes(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes));
}

const FILETIME_OF_1970 = 116_444_736_000_000_000n;
const TICKS_PER_MILLISECOND = 10_000n;

/**
 * A Thread-Index as desktop Outlook writes it (MS-OXOMSG 2.2.1.3): six bytes of time, sixteen of GUID, then five bytes
 * for each reply with the time since the one before.
 * @param guid 32 hex digits
 * @param times ISO 8601: the first mail, then each reply
 */
export function threadIndex(guid: string, times: readonly string[]): string {
	const [first, ...replies] = times.map((time) => FILETIME_OF_1970 + BigInt(Date.parse(time)) * TICKS_PER_MILLISECOND);
	if (first === undefined) throw new RangeError('a Thread-Index needs the time of the first mail');
	let hex = (first >> 16n).toString(16).padStart(12, '0') + guid;
	let before = (first >> 16n) << 16n;
	for (const [index, time] of replies.entries()) {
		const delta = (time - before) >> 18n;
		before += delta << 18n;
		const random = ((index + 3) * 16).toString(16).padStart(2, '0');
		hex += delta.toString(16).padStart(8, '0') + random;
	}
	return base64OfBytes(Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
}

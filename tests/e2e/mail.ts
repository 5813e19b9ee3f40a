/** Messages made for the tests in a browser. */
interface MessageFields {
	readonly subject: string;
	readonly messageId?: string;
	readonly inReplyTo?: string;
	readonly references?: string;
	readonly from?: string;
	readonly to?: string;
	/** Minutes after 2026-01-05 09:00 UTC at which it was sent and received. */
	readonly minute?: number;
	readonly more?: readonly string[];
	readonly body?: string;
}

interface FilePayload {
	readonly name: string;
	readonly mimeType: string;
	readonly buffer: Buffer;
}

/** An `.eml` file for `setInputFiles`, named after its subject. */
export function message(fields: MessageFields): FilePayload {
	return { name: `${slug(fields.subject)}.eml`, mimeType: 'message/rfc822', buffer: Buffer.from(emlText(fields)) };
}

export function emlText(fields: MessageFields): string {
	const date = new Date(Date.UTC(2026, 0, 5, 9, fields.minute ?? 0)).toUTCString().replace('GMT', '+0000');
	const lines = [
		`Received: from mail.fabrikam.example by mail.contoso.example; ${date}`,
		`Message-ID: ${fields.messageId ?? `<${slug(fields.subject)}@fabrikam.example>`}`,
		fields.inReplyTo === undefined ? null : `In-Reply-To: ${fields.inReplyTo}`,
		fields.references === undefined ? null : `References: ${fields.references}`,
		`Date: ${date}`,
		`From: ${fields.from ?? 'Ann <ann@fabrikam.example>'}`,
		`To: ${fields.to ?? 'Sales <sales@contoso.example>'}`,
		`Subject: ${fields.subject}`,
		'MIME-Version: 1.0',
		'Content-Type: text/plain; charset=utf-8',
		...(fields.more ?? []),
		'',
		fields.body ?? `Text of ${fields.subject}.`,
		''
	];
	return lines.filter((line) => line !== null).join('\r\n');
}

function slug(text: string): string {
	return text
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}

/** Whom the stories are about, as entries of an environment file, and the mail that many of them start with. */

/** A user; tracks replies only, the default, unless changed. */
export function user(id: string, changes: object = {}): object {
	return { id, fullname: NAMES[id] ?? id, emailaddresses: [`${id}@contoso.com`], ...changes };
}

export function queue(id: string, changes: object = {}): object {
	return { id, name: NAMES[id] ?? id, emailaddresses: [`${id}@contoso.com`], ...changes };
}

/** A row of another table. */
export function record(id: string, table: string, changes: object = {}): object {
	return { id, table, name: NAMES[id] ?? id, emailaddresses: [`${id}@fabrikam.com`], ...changes };
}

/** The synchronized mailbox of a user or queue. */
export function mailbox(ownerid: string, changes: object = {}): object {
	return { id: `m-${ownerid}`, ownerid, ...changes };
}

/** Files below `<ownerid>/` lie in that mailbox. */
export function placement(ownerid: string, folder: string, changes: object = {}): object {
	return { files: `${ownerid}/**`, mailboxid: `m-${ownerid}`, folder, ...changes };
}

const NAMES: Readonly<Record<string, string>> = {
	luisa: 'Luisa Alves',
	max: 'Max Berg',
	sales: 'Sales',
	ann: 'Ann Lee'
};

export const CASE = { table: 'incident', id: 'CAS-1', name: 'Broken pump' };
export const ORDER = { table: 'salesorder', id: 'ORD-7', name: 'Spare parts' };

/** A mail that Luisa sent from Dynamics 365, file `offer.eml`; most stories ask what becomes of an answer to it. */
export const OFFER = `
	From: Luisa Alves <luisa@contoso.com>
	To: Ann Lee <ann@fabrikam.com>
	Subject: Offer for two pumps
	Thread-Index: AcdyY+a08VX8xfobTsy61v9NHPZ7QA==
	Received: (none)`;
export const OFFER_SENT = { messageid: '<offer@contoso.com>', tracked: 'sent', regarding: CASE };

/** Ann's answer to the offer, by an ordinary mail program. */
export const REPLY = `
	From: Ann Lee <ann@fabrikam.com>
	To: Luisa Alves <luisa@contoso.com>
	Subject: RE: Offer for two pumps
	In-Reply-To: <offer@contoso.com>
	References: <offer@contoso.com>`;

/** A first mail from Ann, in answer to nothing. */
export const QUESTION = `
	From: Ann Lee <ann@fabrikam.com>
	To: Luisa Alves <luisa@contoso.com>
	Subject: The pump leaks`;

/** Luisa tracks replies; her mailbox is synchronized; the offer was sent from Dynamics 365 about a case. */
export const LUISA = { users: [user('luisa')], mailboxes: [mailbox('luisa')], marks: [OFFER_SENT] };

/** The mail with these fields instead of its own of the same name, or beside them. `Field: (none)` leaves one out. */
export function but(mail: string, ...fields: readonly string[]): string {
	const names = fields.map((field) => field.slice(0, field.indexOf(':') + 1).toLowerCase());
	const lines = mail.split('\n').filter((line) => !names.some((name) => line.trim().toLowerCase().startsWith(name)));
	return [...lines, ...fields].join('\n');
}

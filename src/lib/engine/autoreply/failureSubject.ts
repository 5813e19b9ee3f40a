/** Subjects and senders of mail systems that report on delivery, from the reports of many vendors. */
import type { MessageFacts } from '../../domain/message';
import { plainSubject, senderLocalPart } from './reading';

/** Starts of the subject, lower case, after reply prefixes and tags. */
const FAILURE_STARTS = [
	'undeliverable',
	'undelivered mail',
	'undeliverable mail',
	'non-delivery',
	'non delivery',
	'failure notice',
	'failure delivery',
	'failed mail',
	'mail failed',
	'mail delivery fail',
	'mail delivery problem',
	'mail delivery warning',
	'mail delivery status',
	'mail error',
	'mail system error',
	'mail not delivered',
	'mail could not be delivered',
	'message not delivered',
	'message delivery failure',
	'message delayed',
	'message undeliverable',
	'delivery status notification',
	'delivery notification',
	'delivery failure',
	'delivery failed',
	'delivery delayed',
	'delivery report',
	'delivery has failed',
	'email delivery failure',
	'e-mail delivery failure',
	'permanent delivery failure',
	'returned mail',
	'returned e-mail',
	'returned to sender',
	'delayed mail',
	'processing error',
	'warning: message',
	'warning: could not send message',
	'automatically rejected mail',
	'address not found',
	'unzustellbar',
	'nicht zustellbar',
	'zustellung fehlgeschlagen',
	'zustellfehler',
	'übermittlungsfehler',
	'non remis',
	'non distribuable',
	'échec de la remise',
	'échec de remise',
	'notification d’état de remise',
	"notification d'état de remise",
	'no se puede entregar',
	'no entregado',
	'entrega fallida',
	'error de entrega',
	'impossibile recapitare',
	'mancata consegna',
	'não entregue',
	'não é possível entregar',
	'falha na entrega',
	'kan niet worden bezorgd',
	'onbestelbaar',
	'niet bezorgd',
	'kan ikke leveres',
	'ikke leveret',
	'går inte att leverera',
	'kunde inte levereras',
	'ei voitu toimittaa',
	'nie można dostarczyć',
	'niedostarczalne',
	'nedoručitelné',
	'nelze doručit',
	'kézbesíthetetlen',
	'teslim edilemedi',
	'недоставленное сообщение',
	'не удается доставить',
	'сообщение не доставлено',
	'ваше сообщение не доставлено',
	'配信不能',
	'配信できませんでした',
	'无法投递',
	'未送达',
	'系统退信',
	'退信',
	'無法傳遞',
	'배달되지 않음',
	'לא ניתן למסור'
] as const;

/** What a report says further on, where other words come first: `[Postmaster] Email Delivery Failure`. */
const FAILURE_WITHIN =
	/\b(?:could not be delivered|has not yet been delivered|undeliverable|returning (?:message )?to sender|delivery failure|user unknown|delayed \d+ (?:hour|day)s?)\b/;

const DAEMON_LOCAL_PART = /^(?:mailer-daemon|mdaemon|mail\.?delivery\.?(?:sub)?system|microsoftexchange[0-9a-f]{32})$/;
const POSTMASTER_LOCAL_PART = /^(?:postmaster|"?system administrator"?)$/;
const DAEMON_NAME = /^(?:internet )?mail delivery (?:system|subsystem|service)$/i;

/** The part of the subject that speaks of a failed or late delivery, or null. */
export function failureSubject(facts: MessageFacts): string | null {
	const subject = plainSubject(facts);
	if (subject === '') return null;
	for (const start of FAILURE_STARTS) if (subject.startsWith(start)) return start;
	return FAILURE_WITHIN.exec(subject)?.[0] ?? null;
}

/** Names of mail systems rather than of people. */
export function isMailSystemName(name: string): boolean {
	return DAEMON_NAME.test(name.trim());
}

/** @param localPart lower case */
export function isMailSystemLocalPart(localPart: string): boolean {
	return DAEMON_LOCAL_PART.test(localPart) || POSTMASTER_LOCAL_PART.test(localPart);
}

/** The sender that only a mail system uses, or null. `postmaster` may be a person. */
export function daemonSender(facts: MessageFacts): { readonly value: string; readonly mayBePerson: boolean } | null {
	const { from } = facts;
	if (from === null) return null;
	const localPart = senderLocalPart(facts);
	if (DAEMON_LOCAL_PART.test(localPart)) return { value: from.address, mayBePerson: false };
	if (isMailSystemName(from.name)) return { value: from.name, mayBePerson: false };
	if (POSTMASTER_LOCAL_PART.test(localPart)) return { value: from.address, mayBePerson: true };
	return null;
}

/** Linked wrongly: numbers 23 to 27 and 33 of the catalogue. */
import { code, count, field, setting } from '../parts';
import { say } from '../sentence';
import { COUNTER_RUNS, EMAIL_HASH_GROWTH } from '../settings/words';
import { codeOf, codesOf, numberOf, otherEmail, textsOf, type DiagnosisEntries } from './entry';

export const WRONG_LINK = {
	'subject-changed': {
		title: 'Linked, although the subject is another one',
		tone: 'info',
		cause:
			'InReplyTo goes by the Message-ID and does not look at the subject. Somebody who answers an old email about a new matter ends up in the old conversation. Dynamics 365 sets correlatedsubjectchanged for such an email.',
		fix: 'If it is a new matter, change Regarding by hand. A rule for creating records can act on correlatedsubjectchanged and open a new record.',
		seen: (found, explanation) => {
			const { subject } = explanation.facts;
			return say`It is linked to ${otherEmail(found, explanation)}, but its ${field(found.from, 'Subject')} is ${subject ? code(subject) : 'empty'}.`;
		}
	},
	'token-reused': {
		title: 'The tracking token has been used before',
		tone: 'warn',
		cause: `Emails of different conversations carry the same token. The counter of three digits starts over after 999, and ${COUNTER_RUNS}; queues use the counter of their owner, so many queues of one owner, or a service account, get there quickly. The most recent email with the token wins, which may be the wrong one.`,
		fix: 'Raise “Number of digits for incremental message counter” in System Settings > Email; existing tokens keep working. Give busy queues owners of their own. Set Regarding of this email by hand.',
		seen: (found) => {
			const emails = numberOf(found, 'emails');
			return say`${emails === null ? 'Earlier emails' : count(emails, 'earlier email')} of more than one conversation carry ${codeOf(found, 'token', 'its tracking token')}.`;
		}
	},
	'token-from-elsewhere': {
		title: 'No earlier email has this tracking token',
		tone: 'info',
		cause:
			'The prefix is known, but no tracked email has the token. Either another organization uses the same prefix, or the email with the token is not here, was deleted, or the token was edited.',
		fix: 'Add the email that the token was made for, if there is one. Give every organization a prefix of its own in System Settings > Email: with the default CRM: a token of a partner’s organization links email here as soon as the same digits are issued.',
		seen: (found) =>
			say`${field(found.from, 'Subject')} has ${codeOf(found, 'token', 'a tracking token')}, which no earlier tracked email has.`
	},
	'token-edited': {
		title: 'The tracking token was changed',
		tone: 'warn',
		cause:
			'Tokens are compared letter by letter. A space, a missing digit or a translated colon makes another text of it; people and gateways that rewrite subjects do this.',
		fix: 'Set Regarding by hand, and ask for the token to be left as it is. A short, plain prefix at the end of the subject survives best.',
		seen: (found) =>
			say`${field(found.from, 'Subject')} has ${codeOf(found, 'text', 'something like a token')}, which resembles ${codeOf(found, 'resembles', 'that of an earlier email')}.`
	},
	'token-copied': {
		title: 'A new email with an old tracking token',
		tone: 'warn',
		cause:
			'The token alone links this email, which is no reply and has another subject than the email with the token: probably it was copied, or the subject of an old email was written over. Tokens can be seen and changed by everybody.',
		fix: 'Set Regarding by hand if it is another matter. Without the token the email would be judged as a new one.',
		seen: (found, explanation) =>
			say`It names no earlier email, and ${codeOf(found, 'token', 'its token')} is that of ${otherEmail(found, explanation)}.`
	},
	'smart-matching-only': {
		title: 'Linked by smart matching alone',
		tone: 'warn',
		cause: `No identifier says that these two emails belong together. Smart matching took their subject words and addresses for proof; with common subjects and the usual recipients it links strangers. ${EMAIL_HASH_GROWTH}`,
		fix: 'Check whether the two belong together. If not, raise HashMinAddressCount, keep HashDeltaSubjectCount at 0, or switch smart matching off, as Microsoft recommends.',
		seen: (_found, explanation) => {
			const attempt = explanation.correlation.find(({ method }) => method === 'SmartMatching');
			const activityId = attempt?.outcome === 'matched' ? attempt.correlatedActivityId : null;
			const evidence = { activityId };
			return say`SmartMatching linked it to ${otherEmail({ id: 'smart-matching-only', evidence, from: [] }, explanation)}; no other method did.`;
		}
	},
	'generic-subject-matched': {
		title: 'Smart matching by a subject that says little',
		tone: 'warn',
		cause:
			'Customer and queue are on every email between them, so their two addresses always match, and only the subject tells matters apart. With one or two common words it does not.',
		fix: 'Switch smart matching off, or raise HashMinAddressCount to 3 so that customer and queue alone are not enough. Use telling subjects in templates and in email that robots send.',
		seen: (found) => {
			const fitting = numberOf(found, 'fitting') ?? 0;
			const more = fitting > 1 ? `; ${count(fitting, 'earlier email')} fit` : '';
			const compared = textsOf(found, 'words').length === 1 ? 'The only word compared is' : 'The words compared are';
			return say`${compared} ${codesOf(found, 'words', 'one or two')}${more}.`;
		}
	},
	'subject-changed-by-prefix': {
		title: 'Counts as changed because of a prefix',
		tone: 'info',
		cause:
			'correlatedsubjectchanged leaves out RE: only. FW:, AW: and other prefixes, or a token, make the subject count as changed, and a rule for creating records that acts on the column opens a new record instead of using the old one.',
		fix: 'Edit the regular expression of the prefixes that are left out (with the OrgDBOrgSettings tool; here it is subjectChangedPattern), or have the rule compare subjects itself.',
		seen: (found, explanation) =>
			say`Its ${field(found.from, 'Subject')} differs from that of ${otherEmail(found, explanation)} only by what stands before or after.`
	},
	'subject-tag-stops-smart-matching': {
		title: 'A tag in the subject stops smart matching',
		tone: 'warn',
		cause:
			'A tag that a gateway writes in front is one more word, and with it in front HashFilterKeywords no longer removes RE: and FW:, which must begin the subject.',
		fix: 'Set HashFilterKeywords to ^[\\s]*((\\[EXTERNAL\\]|[\\w]+\\s?:)[\\s]*)+ with your tag in place of EXTERNAL, or have the gateway show the tag in a header field or banner instead.',
		seen: (found, explanation) =>
			say`Without ${codeOf(found, 'tag', 'the tag')} in its ${field(found.from, 'Subject')} it would have been linked to ${otherEmail(found, explanation)}.`
	},
	'hash-filter-pasted': {
		title: 'HashFilterKeywords was pasted wrongly',
		tone: 'warn',
		cause:
			'The value has the escapes of the web page it was copied from, or has lost its backslashes. It is a valid expression that removes nothing, not even RE:, so replies have one word more than what they answer.',
		fix: 'Set HashFilterKeywords to the value as it was meant; the default is ^[\\s]*([\\w]+\\s?:[\\s]*)+ and with “Out of office:” it is ^[\\s]*([\\w]+\\s?:[\\s]*)+|Out of office: (without any further backslash).',
		seen: (found) =>
			say`${setting('hashfilterkeywords')} is ${codeOf(found, 'pattern', 'not what was meant')}; meant was ${codeOf(found, 'meant', 'another')}.`
	}
} satisfies DiagnosisEntries;

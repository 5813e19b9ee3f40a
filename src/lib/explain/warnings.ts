/** What is wrong or notable about one message, and what it does to the decision. */
import type { MessageWarning, MessageWarningCode } from '../domain/message';
import { code, header } from './parts';
import { say, type Sentence } from './sentence';

interface WarningText {
	readonly says: string;
	/** What it means for tracking and correlation; empty when it means nothing. */
	readonly effect: string;
}
export interface WarningWords {
	readonly sentence: Sentence;
	readonly effect: string;
}

const notJudged = 'It changes nothing about the decision.';

const WARNING_TEXTS: Readonly<Record<MessageWarningCode, WarningText>> = {
	'message-id-missing': {
		says: 'There is no Message-ID.',
		effect: 'The email is tracked as any other, but no reply can name it, so InReplyTo never links to it.'
	},
	'message-id-malformed': {
		says: 'Message-ID holds no usable id.',
		effect: 'No reply can name this email, so InReplyTo never links to it.'
	},
	'message-id-too-long': {
		says: 'Message-ID is longer than the 320 characters of the messageid column.',
		effect: 'What the service stores of it is not known; replies may not be linked.'
	},
	'in-reply-to-several': {
		says: 'In-Reply-To holds more than one id.',
		effect: 'They are tried from first to last, and the first that finds an email wins (assumed).'
	},
	'in-reply-to-prose': {
		says: 'In-Reply-To holds text, but no Message-ID.',
		effect: 'InReplyTo has nothing to look for.'
	},
	'in-reply-to-own-message-id': {
		says: 'In-Reply-To names this email’s own Message-ID.',
		effect: 'An email never answers itself, so InReplyTo finds nothing.'
	},
	'in-reply-to-too-long': {
		says: 'In-Reply-To is longer than the 320 characters of the inreplyto column.',
		effect: 'What the service stores of it is not known.'
	},
	'thread-index-not-base64': {
		says: 'Thread-Index is not base64.',
		effect: 'ConversationIndex has nothing to compare.'
	},
	'thread-index-too-short': {
		says: 'Thread-Index is shorter than the 22 bytes of its header.',
		effect: 'ConversationIndex has nothing to compare.'
	},
	'thread-index-odd-length': {
		says: 'The length of Thread-Index is not 22 bytes and a multiple of 5.',
		effect: 'Its first 22 bytes are compared all the same (assumed).'
	},
	'header-repeated': {
		says: 'A field that may stand once is there more than once.',
		effect: 'The first one counts (assumed); address fields are joined.'
	},
	'date-missing': {
		says: 'There is no Date.',
		effect: 'The order of processing rests on Received alone; without either the email is considered last.'
	},
	'date-unreadable': {
		says: 'Date cannot be read.',
		effect: 'The order of processing rests on Received alone; without either the email is considered last.'
	},
	'received-unreadable': {
		says: 'The date of the topmost Received line cannot be read.',
		effect: 'Date stands in for the time of receipt.'
	},
	'from-missing': {
		says: 'There is no From.',
		effect: 'Dynamics 365 may refuse such an email (InvalidSender); smart matching has an address less.'
	},
	'subject-missing': {
		says: 'There is no Subject.',
		effect: 'There is no tracking token to find, and smart matching never matches an empty subject.'
	},
	'subject-too-long': {
		says: 'Subject is longer than the 800 characters of the subject column.',
		effect: 'A tracking token at its end may be cut off in Dynamics 365.'
	},
	'header-line-malformed': {
		says: 'A line of the header block is neither a field nor a continuation of one.',
		effect: 'It is left out.'
	},
	'header-block-cut': {
		says: 'The header block is larger than what is read of it.',
		effect: 'Fields after the cut are not known here.'
	},
	'nul-removed': { says: 'NUL bytes were removed from the header block.', effect: notJudged },
	'converted-from-utf16': { says: 'The file was UTF-16 text and has been converted.', effect: notJudged },
	'byte-order-mark-removed': { says: 'A byte order mark stood before the first field.', effect: notJudged },
	'leading-blank-lines-removed': { says: 'Blank lines stood before the first field.', effect: notJudged },
	'bare-cr-line-ends': { says: 'Lines end in a bare CR.', effect: notJudged },
	'charset-unknown': {
		says: 'A field is written in a character set that is not known here.',
		effect: 'Its words may be shown wrongly, and smart matching compares them as shown.'
	}
};

export function warningWords(warning: MessageWarning): WarningWords {
	const { says, effect } = WARNING_TEXTS[warning.code];
	const place = warning.from ? say` See ${header(warning.from)}.` : say``;
	const figures = Object.entries(warning.detail ?? {}).filter(([, value]) => value !== 0);
	const detail =
		figures.length > 0 ? say` (${code(figures.map(([name, value]) => `${name}: ${value}`).join(', '))})` : say``;
	return { sentence: say`${says}${place}${detail}`, effect };
}

/** A warning's code in the import report, where only the code is kept. */
export function warningText(warningCode: string): string {
	return Object.hasOwn(WARNING_TEXTS, warningCode)
		? WARNING_TEXTS[warningCode as MessageWarningCode].says
		: warningCode;
}

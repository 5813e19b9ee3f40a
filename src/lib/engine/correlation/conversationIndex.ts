import { CORRELATION_METHOD_CHOICE } from '../../domain/columns';
import { decodeThreadIndex } from '../../domain/threadIndex';
import { SOURCE_PAGE, EMAIL_TABLE, MS_OXOMSG } from '../sources';
import { conversationKey } from './conversationKey';
import { correlationSwitchedOffBy } from './correlationSwitch';
import { NO_MATCH, NOTHING, type CorrelationMethod, type FactName } from './method';

const MISSING: readonly FactName[] = ['threadIndex'];

/**
 * The base of Thread-Index equals the base of a stored email. Server-side synchronization reads the property through
 * Exchange, which computes one even for mail without the header: a file without it is "not applicable", not "no match".
 */
export const conversationIndex: CorrelationMethod<'ConversationIndex'> = {
	id: 'ConversationIndex',
	choice: CORRELATION_METHOD_CHOICE.ConversationIndex,
	summary: 'The base of Thread-Index equals that of an email already in Dynamics 365.',
	reads: ['threadIndex'],
	basis: 'documented',
	sources: [SOURCE_PAGE, EMAIL_TABLE, MS_OXOMSG],
	examples: [
		{
			shows: 'A reply repeats the 22-byte header and adds a response block of 5 bytes.',
			stored: { threadIndex: 'AcdyY+a08VX8xfobTsy61v9NHPZ7QA==' },
			email: { threadIndex: 'AcdyY+a08VX8xfobTsy61v9NHPZ7QAAAiXbA' },
			outcome: 'matched'
		},
		{
			shows: 'The same GUID under another time is another conversation.',
			stored: { threadIndex: 'AcdyY+a08VX8xfobTsy61v9NHPZ7QA==' },
			email: { threadIndex: 'AddyY+a08VX8xfobTsy61v9NHPZ7QA==' },
			outcome: 'noMatch'
		},
		{
			shows: 'With the model option "GUID only" it is the same one.',
			stored: { threadIndex: 'AcdyY+a08VX8xfobTsy61v9NHPZ7QA==' },
			email: { threadIndex: 'AddyY+a08VX8xfobTsy61v9NHPZ7QA==' },
			settings: { conversationIndexKey: 'guid' },
			outcome: 'matched'
		},
		{
			shows: 'No Thread-Index in the file. Exchange may have computed one, so this does not say "would not match".',
			stored: { threadIndex: 'AcdyY+a08VX8xfobTsy61v9NHPZ7QA==' },
			email: {},
			outcome: 'notApplicable'
		}
	],
	setsParent: true,

	switchedOffBy: correlationSwitchedOffBy,

	missing: (message) => (conversationKey(message.threadIndex, 'header') === null ? MISSING : NOTHING),
	explainsAbsence: false,

	needs: () => NOTHING,

	find(message, at, stored) {
		const key = conversationKey(message.threadIndex, stored.environment.modelOptions.conversationIndexKey);
		return key === null ? NO_MATCH : stored.byConversation.latestBefore(key, at);
	},

	evidence(message, at, stored) {
		const keyIs = stored.environment.modelOptions.conversationIndexKey;
		const key = conversationKey(message.threadIndex, keyIs);
		const decoded = message.threadIndex === null ? null : decodeThreadIndex(message.threadIndex);
		return {
			from: [{ field: 'Thread-Index', occurrence: 0 }],
			key: decoded?.ok ? (keyIs === 'header' ? decoded.headerHex : decoded.guidHex) : '',
			keyIs,
			responseBlocks: decoded?.ok ? decoded.responses.length : 0,
			stored: stored.candidates(key === null ? [] : stored.byConversation.allBefore(key, at))
		};
	}
};

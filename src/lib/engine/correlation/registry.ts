import { conversationIndex } from './conversationIndex';
import { inReplyTo } from './inReplyTo';
import { smartMatching } from './smartMatching';
import { trackingToken } from './trackingToken';

/** The four methods in the order in which server-side synchronization tries them; the first hit wins. */
export const CORRELATION_METHODS = [inReplyTo, trackingToken, conversationIndex, smartMatching] as const;

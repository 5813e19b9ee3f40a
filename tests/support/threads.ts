/** Threads of hand-made messages. */
import type { Environment } from '../../src/lib/domain/environment';
import type { MessageFacts } from '../../src/lib/domain/message';
import { decide } from '../../src/lib/engine/decide';
import { threadsOf, type Threads } from '../../src/lib/engine/conversations/threads';
import {
	maxShownMessages,
	threadView,
	type ThreadMessage,
	type ThreadView
} from '../../src/lib/engine/conversations/view';
import { environment } from './mail';

export function threadsIn(messages: readonly MessageFacts[], under: Environment = environment({})): Threads {
	const steps = threadsOf(decide(messages, under));
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

/** The window that holds every message of a thread of at most 2,000. */
export const whole = { first: 0, count: maxShownMessages, around: null };

export function viewsOf(threads: Threads): ThreadView[] {
	return threads.all.map((thread) => threadView(threads, thread, whole));
}

/** Distinct within a thread. */
export function nameOf(message: ThreadMessage): string {
	return message.kind === 'ghost' ? message.messageId : `${message.number} ${message.subject ?? ''}`;
}

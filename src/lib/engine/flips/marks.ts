/** Marks of this email, of those it answers and of others on which it depends, and prefixes that would make part of its subject a tracking token. */
import { isReceiver } from '../acceptance/receivers';
import { messageIdKey } from '../correlation/storedEmails';
import type { FlipChange, MarkValue } from './change';
import type { FlipTarget } from './target';

const maxPrefixes = 3;
/** A run of up to 20 characters (the width of a prefix) and the digits of a token behind it. */
const tokenLike = /(?<![\p{L}\p{N}])([^\s\p{N}]{1,20})(\p{Nd}{3,20})(?!\p{Nd})/gu;

export function formerPrefixes({ environment, message }: FlipTarget): FlipChange[] {
	const { organization } = environment;
	if (!organization.usetrackingtokens || message.subject === null) return [];
	const known = [organization.trackingprefix, ...organization.trackingprefixhistory].map((text) => text.toLowerCase());
	const prefixes = new Set<string>();
	for (const [, prefix = ''] of message.subject.matchAll(tokenLike)) {
		// "(042" is no token: a prefix has a letter or one of the signs that are used as one.
		if (/[\p{L}#:]/u.test(prefix) && !known.includes(prefix.toLowerCase())) prefixes.add(prefix);
	}
	const path = ['organization', 'trackingprefixhistory'];
	return [...prefixes].slice(0, maxPrefixes).map((prefix) => ({ kind: 'formerPrefix', path, prefix }));
}

export function marksOfThis(target: FlipTarget): FlipChange[] {
	return marksOf(target, target.position, 'this');
}

/** Of the emails that it answers up the chain: any mark. Of further ones: the marks that there are, changed or removed. */
export function marksOfParents(target: FlipTarget): FlipChange[] {
	// Several emails with one Message-ID may share a mark, which can be taken away once.
	const taken = new Set([sharedMark(target, target.position)]);
	return [...target.parents, ...target.marked].flatMap((position) => {
		const shared = sharedMark(target, position);
		const changes = marksOf(target, position, 'parent');
		if (shared === null || !taken.has(shared)) {
			taken.add(shared);
			return changes;
		}
		return changes.filter((change) => change.kind !== 'mark' || change.after !== null);
	});
}

/** Message-ID of the mark by messageid that decides an email, else null. */
function sharedMark({ decisions }: FlipTarget, position: number): string | null {
	const message = decisions.stored.message(position);
	const { by } = decisions.markOf(message, position);
	return by === 'messageid' && message.messageId !== null ? messageIdKey(message.messageId) : null;
}

function marksOf({ decisions, environment }: FlipTarget, position: number, of: 'this' | 'parent'): FlipChange[] {
	const message = decisions.stored.message(position);
	const before = decisions.markOf(message, position).tracked;
	return valuesFor().map((after) => ({
		kind: 'mark',
		path: ['marks', environment.marks.length],
		activityId: decisions.stored.activityId(position),
		sha256: message.sha256,
		messageId: message.messageId,
		of,
		before,
		after
	}));

	function valuesFor(): readonly MarkValue[] {
		const without: readonly MarkValue[] = before === null ? [] : [null];
		// A mark that tracks adds nothing to an email that is tracked, but the accepting entity would be gone.
		if (decisions.isTracked(position)) return [...without, 'untracked'];
		if (decisions.scope === null) return [...without, 'manual', 'sent'];
		// Only a user or a queue sends from Dynamics 365.
		const fromOwn =
			message.from !== null && decisions.scope.receivers.directory.rowsWith(message.from.address).some(isReceiver);
		return [...without, ...(fromOwn ? (['sent', 'manual'] as const) : (['manual'] as const))];
	}
}

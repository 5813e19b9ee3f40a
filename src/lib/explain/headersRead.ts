/** Which header fields the decision read, and for what: the notes beside the raw headers. */
import type { HeaderRef } from '../domain/message';
import type { Explanation } from '../engine/explanation';
import { CHECK_TITLES, METHOD_LABELS } from './labels';

export interface HeaderNote {
	/** Short names of what read the field; empty for a field that is noted because nothing reads it. */
	readonly readBy: readonly string[];
	readonly note: string | null;
}

export function headerKey({ field, occurrence }: HeaderRef): string {
	return `${field.toLowerCase()}#${occurrence}`;
}

export function headersRead(explanation: Explanation): ReadonlyMap<string, HeaderNote> {
	const notes = new Map<string, { readBy: string[]; note: string | null }>();
	const add = (refs: readonly HeaderRef[], reader: string | null, note: string | null = null) => {
		for (const ref of refs) {
			const key = headerKey(ref);
			const entry = notes.get(key) ?? { readBy: [], note: null };
			if (reader !== null && !entry.readBy.includes(reader)) entry.readBy.push(reader);
			entry.note ??= note;
			notes.set(key, entry);
		}
	};
	for (const check of explanation.checks) {
		if ('from' in check.evidence) add(check.evidence.from, CHECK_TITLES[check.check]);
		if (check.check === 'resolution/recipients') {
			for (const { field } of check.evidence.recipients) add([first(field)], CHECK_TITLES[check.check]);
		}
	}
	for (const attempt of explanation.correlation) {
		if ('evidence' in attempt && attempt.evidence) add(attempt.evidence.from, METHOD_LABELS[attempt.method]);
	}
	const { facts, autoReply } = explanation;
	if (facts.receivedFrom !== null) {
		add([first(facts.receivedFrom === 'received' ? 'Received' : 'Date')], 'order of processing');
	}
	add(
		autoReply.evidence.flatMap(({ from }) => (from ? [from] : [])),
		'automatic email'
	);
	if (facts.replyToText !== null) add([first('Reply-To')], 'InternetMessageHeaders');
	if (facts.autoSubmitted !== null) add([first('Auto-Submitted')], 'InternetMessageHeaders');
	if (facts.references.length > 0) add([first('References')], null, 'No Dynamics 365 method reads this field.');
	for (const { from } of facts.warnings) if (from) add([from], 'a warning');
	return notes;
}

function first(field: string): HeaderRef {
	return { field, occurrence: 0 };
}

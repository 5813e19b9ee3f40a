/** What cannot be changed for mail that came out of a pseudonymised snapshot. */
import type { Environment } from '../domain/environment';
import type { FileIssue } from '../domain/fileIssue';
import type { MessageFacts } from '../domain/message';

/** The subjects these two read are not in such a snapshot: only what the patterns had left of them. */
export function changesOfKeyedSubjects(
	messages: readonly MessageFacts[],
	before: Environment,
	after: Environment
): readonly FileIssue[] {
	const changed = [
		...(before.organization.hashfilterkeywords === after.organization.hashfilterkeywords
			? []
			: ['/organization/hashfilterkeywords']),
		...(before.modelOptions.subjectChangedPattern === after.modelOptions.subjectChangedPattern
			? []
			: ['/modelOptions/subjectChangedPattern'])
	];
	if (changed.length === 0 || !messages.some(({ keyed }) => Boolean(keyed))) return [];
	return changed.map((path) => ({ path, code: 'subjects-pseudonymised' }));
}

/** What is wrong with a value of an environment file, said at its field. */
import type { FileIssue } from '../domain/fileIssue';

export function fileIssueText({ code, expected }: FileIssue): string {
	const limit = expected === undefined ? null : /^(>=|<=)(-?\d+)$/.exec(expected);
	const [, side, number] = limit ?? [];
	switch (code) {
		case 'out-of-range':
			return number === undefined ? 'Out of range.' : `Must be ${number} or ${side === '>=' ? 'more' : 'less'}.`;
		case 'wrong-length':
			if (number === undefined) return 'Too long or too short.';
			return side === '<='
				? `Too long: at most ${number}.`
				: number === '1'
					? 'Must not be empty.'
					: `At least ${number}.`;
		case 'not-an-integer':
			return 'Must be a whole number.';
		case 'not-one-of':
			return `Must be one of ${expected ?? 'the values offered'}.`;
		case 'not-a-time':
			return 'Must be a time such as 2026-01-05T09:00:00Z.';
		case 'not-a-sha256':
			return 'Must be a SHA-256: 64 hexadecimal digits.';
		case 'not-a-message-id':
			return 'Must be a Message-ID such as <a@b>.';
		case 'not-a-pattern':
			return 'Not a regular expression.';
		case 'mark-names-no-message':
			return 'Give a Message-ID or a SHA-256, so that the mark has an email.';
		case 'duplicate-id':
			return 'Another row has this id.';
		case 'name-taken':
			return 'Another environment of this case has this name.';
		case 'subjects-pseudonymised':
			return 'Cannot be changed here: some emails came from a pseudonymised snapshot, which holds what this pattern left of their subjects, not the subjects.';
		case 'json-syntax':
			return 'It is no JSON from there on: cut off, or edited.';
		case 'too-deep':
			return 'It is nested too deeply.';
		case 'too-long':
			return 'It is longer than what can be kept of it.';
		case 'duplicate-key':
			return 'It is there twice, so that it is not clear which one counts.';
		case 'missing':
			return 'Is missing.';
		default:
			return expected === undefined ? 'Cannot be used.' : `Must be ${expected}.`;
	}
}

/** The place, and what is wrong there: "At /users/0/id: Is missing." */
export function placedIssueText(issue: FileIssue): string {
	const { path, code, received } = issue;
	if (code === 'json-syntax') {
		return received === undefined ? 'It is no JSON: cut off, or edited.' : `At ${received}: ${fileIssueText(issue)}`;
	}
	const at = path === '' ? 'In the file as a whole' : `At ${path}`;
	return `${at}: ${fileIssueText(issue)}${received === undefined ? '' : ` There is ${received}.`}`;
}

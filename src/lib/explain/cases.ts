/** What is said about cases, environments and what is taken out of a case. */

export type CaseFailure =
	| 'name-empty'
	| 'name-too-long'
	| 'name-taken'
	| 'import-running'
	| 'case-gone'
	| 'environment-gone'
	| 'nothing-to-undo'
	| 'read-only'
	| 'storage-full';

const CASE_FAILURES: Readonly<Record<CaseFailure, string>> = {
	'name-empty': 'Give it a name.',
	'name-too-long': 'This name is too long: at most 100 characters.',
	'name-taken': 'Another one has this name. Choose another name.',
	'import-running': 'An import is under way. Wait for it, or cancel it.',
	'case-gone': 'The case is not open in this tab any more: it was deleted, or this tab went to another one.',
	'environment-gone':
		'Another tab has deleted this environment or made another one active. Look at what is active now, and repeat it there if you still mean it.',
	'nothing-to-undo': 'There is no earlier environment to go back to.',
	'read-only': 'A snapshot opened read-only is not changed.',
	'storage-full': 'The browser’s storage is full. Nothing was changed.'
};

/** Why a case or an environment was not made, opened, renamed or deleted. */
export function caseFailureText(failure: CaseFailure): string {
	return CASE_FAILURES[failure];
}

export type RemovalFailure = 'nothing-there' | 'case-gone' | 'read-only' | 'storage-full';

const REMOVAL_FAILURES: Readonly<Record<RemovalFailure, string>> = {
	'nothing-there': 'It is not there any more. What was removed before the last start cannot be brought back.',
	'case-gone': CASE_FAILURES['case-gone'],
	'read-only': CASE_FAILURES['read-only'],
	'storage-full': CASE_FAILURES['storage-full']
};

export function removalFailureText(failure: RemovalFailure): string {
	return REMOVAL_FAILURES[failure];
}

const CASE_BLOCKS: Readonly<Record<'import-running' | 'unapplied-changes', string>> = {
	'import-running': 'An import is under way, and its mail belongs to this case. Wait for it, or cancel it.',
	'unapplied-changes': 'The environment has changes that are not applied. Apply or discard them first.'
};

/** Why this tab cannot go to another case now. */
export function caseBlockText(block: keyof typeof CASE_BLOCKS): string {
	return CASE_BLOCKS[block];
}

/** Shown where an environment cannot be switched. */
export const unappliedChangesText = 'Apply or discard the changes first.';

/** A name in a list; files may leave theirs out. */
export function environmentLabel(name: string): string {
	return name.trim() === '' ? 'Environment without a name' : name;
}

/** Proposed for a copy. */
export function copyName(name: string): string {
	return `Copy of ${name}`;
}

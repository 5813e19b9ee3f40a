import { expect, test } from 'vitest';
import { environment, mail } from '../../../tests/support/mail';
import { changesOfKeyedSubjects } from './keyedMail';

const keyed = mail('a', { keyed: { order: 0, subjectWords: [], comparedSubject: 'x' } });
const before = environment({});
const after = environment({ organization: { hashfilterkeywords: 'x' }, modelOptions: { subjectChangedPattern: 'y' } });

test('patterns over subjects cannot be changed where one came pseudonymised', () => {
	expect(changesOfKeyedSubjects([mail('b'), keyed], before, after)).toEqual([
		{ path: '/organization/hashfilterkeywords', code: 'subjects-pseudonymised' },
		{ path: '/modelOptions/subjectChangedPattern', code: 'subjects-pseudonymised' }
	]);
	expect(changesOfKeyedSubjects([mail('b')], before, after)).toEqual([]);
	expect(changesOfKeyedSubjects([keyed], before, environment({ organization: { hashmaxcount: 3 } }))).toEqual([]);
});

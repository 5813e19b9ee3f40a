/** The checks beside the correlation methods, in words. */
import type { CheckResult, Explanation } from '../engine/explanation';
import { allMailWords } from './checks/allMail';
import { contactWords } from './checks/contact';
import { duplicateWords } from './checks/duplicate';
import { filteringWords } from './checks/filtering';
import { folderWords } from './checks/folder';
import { internalMailWords } from './checks/internalMail';
import { mailboxWords } from './checks/mailbox';
import { mailboxStateWords } from './checks/mailboxState';
import { markWords } from './checks/mark';
import { ownerWords } from './checks/owner';
import { queueItemsWords } from './checks/queueItems';
import { receivedDateWords } from './checks/receivedDate';
import { recipientsWords } from './checks/recipients';
import { regardingWords } from './checks/regarding';
import { restrictedWords } from './checks/restricted';
import { senderWords } from './checks/sender';
import type { CheckName, CheckNamed, CheckWords } from './checks/words';
import { CHECK_TITLES } from './labels';
import type { StepWords } from './methods/words';

const CHECK_WORDS: { readonly [C in CheckName]: CheckWords<C> } = {
	'scope/mark': markWords,
	'scope/mailbox': mailboxWords,
	'scope/mailbox-state': mailboxStateWords,
	'scope/folder': folderWords,
	'scope/received-date': receivedDateWords,
	'scope/restricted': restrictedWords,
	'scope/duplicate': duplicateWords,
	'resolution/sender': senderWords,
	'resolution/recipients': recipientsWords,
	'acceptance/internal-mail': internalMailWords,
	'acceptance/filtering': filteringWords,
	'acceptance/all-mail': allMailWords,
	'population/regarding': regardingWords,
	'population/owner': ownerWords,
	'population/queue-items': queueItemsWords,
	'population/contact': contactWords
};

export function checkWords(check: CheckResult, explanation: Explanation): StepWords {
	return stepWords(check.check, check, explanation);
}

/** The name and the check belong together: `check` is the union's member that `name` tells. */
function stepWords<C extends CheckName>(name: C, check: CheckResult, explanation: Explanation): StepWords {
	const words: CheckWords<C> = CHECK_WORDS[name];
	return { title: CHECK_TITLES[name], ...words.said(check as CheckNamed<C>, explanation), rules: words.rules };
}

import { say } from '../sentence';
import { rule } from '../sources';
import type { CheckWords } from './words';

export const allMailWords: CheckWords<'acceptance/all-mail'> = {
	rules: [
		rule('documented', 'Filtering method 0, “All email messages”, accepts every email.', 'filteringAndCorrelation'),
		rule('assumed', 'While no users and queues are described, one queue “All mail” with method 0 receives everything.')
	],
	said: ({ outcome }, { verdict }) => {
		if (outcome === 'accepted') {
			return {
				outcome: 'Accepted',
				tone: 'good',
				sentence: say`Accepted by the queue “All mail”, which stands for a fresh installation and takes all email (filtering method 0).`,
				details: [say`No users and queues are described, so no filters of their own are replayed.`]
			};
		}
		const why = verdict.tracked === 'yes' ? 'because a mark tracks it' : 'because an earlier check refused it';
		return { outcome: 'Not reached', tone: 'quiet', sentence: say`No filter was asked, ${why}.`, details: [] };
	}
};

import { CATEGORY_TRACKING, NOT_TRACKED } from '../sources';
import { checkOf, type Diagnosis } from './diagnosis';

const undeliverable = 'tracked to dynamics 365 (undeliverable)';

/** The category says that creating the row failed five times: a plug-in, a workflow or a missing privilege. */
export const undeliverableCategory: Diagnosis<'undeliverable-category'> = {
	id: 'undeliverable-category',
	number: 14,
	needs: 'environment',
	sight: 'hint',
	basis: 'documented',
	sources: [CATEGORY_TRACKING, NOT_TRACKED],
	applies: [
		{
			shows: 'The category of the failure.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }],
				placement: { mailboxid: 'm-luisa', category: 'Tracked to Dynamics 365 (Undeliverable)' }
			}
		}
	],
	doesNotApply: [
		{
			shows: 'The category of success.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }],
				placement: { mailboxid: 'm-luisa', category: 'Tracked to Dynamics 365' }
			}
		}
	],
	find(input) {
		const category = checkOf(input, 'scope/folder')?.evidence.category ?? null;
		return category?.trim().toLowerCase() === undeliverable ? { evidence: { category }, from: [] } : null;
	}
};

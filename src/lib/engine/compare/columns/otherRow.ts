import type { RecordedValue } from '../../../domain/dataverse/recordedEmails';
import { ALL_MAIL_QUEUE_ID } from '../../../domain/environment';
import { AGREE, agreeIf, DIFFER, notComparable, type Compare, type CompareContext, type Compared } from '../compared';
import { folded } from './plain';

/** Columns that name a row of the environment: a user, queue, mailbox or record. */
export function otherRow(column: 'acceptingentityid' | 'receivingmailboxid' | 'sendermailboxid'): Compare {
	return (modelled, recorded, context) => sameRow(modelled[column], recorded, context);
}

/** Nothing is modelled where nobody is described, or where the facts do not say. */
export const owner: Compare = ({ ownerid }, recorded, context) => {
	if (ownerid === null && recorded.value !== null) {
		return notComparable(context.freshInstall ? 'nobody-described' : 'not-modelled');
	}
	return sameRow(ownerid, recorded, context);
};

export const sender: Compare = ({ emailsender }, recorded, context) =>
	sameRow(emailsender?.id ?? null, recorded, context);

/** A record of any table, which the environment may name in its own way. */
export const regarding: Compare = ({ regardingobjectid: ours }, recorded, context) => {
	const { value, name, table } = recorded;
	if (ours === null) {
		return value !== null && !context.regardingDescribed ? notComparable('regarding-not-described') : agreeIf(!value);
	}
	if (typeof value !== 'string') return DIFFER;
	if (folded(ours.id) === value) return AGREE;
	if (context.rowOf(ours.id)?.guids.includes(value)) return AGREE;
	if (table !== undefined && ours.table !== '' && table !== folded(ours.table)) return DIFFER;
	if (name !== undefined && ours.name !== '') return agreeIf(folded(name) === folded(ours.name));
	return isGuid(ours.id) ? DIFFER : notComparable('row-not-identified');
};

function sameRow(ours: string | null, { value, name }: RecordedValue, context: CompareContext): Compared {
	if (typeof value !== 'string') return noRow(ours, context);
	if (ours === null) return context.freshInstall ? notComparable('nobody-described') : DIFFER;
	if (ours === ALL_MAIL_QUEUE_ID && context.freshInstall) return notComparable('nobody-described');
	const row = context.rowOf(ours);
	const guids = row === null || row.guids.length === 0 ? guidIn(ours) : row.guids;
	if (guids.length > 0) return agreeIf(guids.includes(value));
	const others = context.idsOfGuid(value);
	if (others.length > 0) return agreeIf(others.includes(ours));
	if (name === undefined || row === null || row.name === '') return notComparable('row-not-identified');
	if (folded(name) === row.name) return AGREE;
	return context.idsOfName(folded(name)).length > 0 ? DIFFER : notComparable('row-not-identified');
}

/** Dataverse recorded none. */
function noRow(ours: string | null, context: CompareContext): Compared {
	// That somebody accepts it is all that a fresh install models.
	if (ours === ALL_MAIL_QUEUE_ID && context.freshInstall) return notComparable('nobody-described');
	return agreeIf(ours === null);
}

function guidIn(id: string): readonly string[] {
	return isGuid(id) ? [folded(id).replace(/[{}]/g, '')] : [];
}

function isGuid(id: string): boolean {
	return /^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i.test(id.trim());
}

import type { ListWords } from './list';
import { mailboxes } from './mailboxes';
import { marks } from './marks';
import { placements } from './placements';
import { queues } from './queues';
import { records } from './records';
import { users } from './users';

/** In the order of the page. */
export const LISTS: readonly ListWords[] = [users, queues, records, mailboxes, placements, marks];

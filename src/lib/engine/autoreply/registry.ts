/** The rules in order of precedence: the first that applies gives the class (reading A27). */
import { autoForwarded } from './autoForwarded';
import { autoReply } from './autoReply';
import { deliveryReport } from './deliveryReport';
import { feedbackReport } from './feedbackReport';
import { list } from './list';
import { notification } from './notification';
import { outOfOffice } from './outOfOffice';
import { readReceipt } from './readReceipt';
import type { AutoReplyRule } from './rule';
import { suppressionRequested } from './suppressionRequested';

export const AUTO_REPLY_RULES: readonly AutoReplyRule[] = [
	deliveryReport,
	readReceipt,
	feedbackReport,
	autoForwarded,
	outOfOffice,
	autoReply,
	list,
	notification,
	suppressionRequested
];

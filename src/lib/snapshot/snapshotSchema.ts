/** The snapshot, format version 1. What an email was decided to be is described, but decided again on opening. */
import * as v from 'valibot';
import { AUTO_REPLY_CLASSES } from '../domain/decision';
import { environmentFileSchema } from './environmentSchema';
import { dictionary, exactObject, instant, integer, object, optionalList, sha256 } from './schemaParts';

export const snapshotFormat = 'tracklens-snapshot';

const textOrNull = v.nullish(v.string(), null);
const textOrEmpty = v.nullish(v.string(), '');
const instantOrNull = v.nullish(instant, null);
const occurrence = v.nullish(integer(0, 2_147_483_647), 0);
const anything = dictionary(v.unknown());
const figures = dictionary(v.union([v.string(), v.number()]));
const addressSchema = exactObject({ name: textOrEmpty, address: textOrEmpty });
const headerFactSchema = exactObject({ name: textOrEmpty, occurrence, value: textOrEmpty });

export const messageSchema = object({
	messageId: textOrNull,
	inReplyTo: optionalList(v.string()),
	references: optionalList(v.string()),
	threadIndex: textOrNull,
	subject: textOrNull,
	from: v.nullish(addressSchema, null),
	to: optionalList(addressSchema),
	cc: optionalList(addressSchema),
	bcc: optionalList(addressSchema),
	replyTo: optionalList(addressSchema),
	date: instantOrNull,
	/** Left out, it is the Date. */
	receivedAt: v.optional(v.nullable(instant)),
	autoSubmitted: textOrNull,
	deliveredTo: optionalList(v.string()),
	contentType: textOrNull,
	precedence: textOrNull,
	listId: textOrNull,
	xAutoResponseSuppress: textOrNull,
	returnPath: textOrNull,
	headerBlock: textOrNull,
	/** Left out, it is made from replyTo. */
	replyToText: v.optional(v.nullable(v.string())),
	receivedFrom: v.optional(v.nullable(v.picklist(['received', 'date']))),
	/** Left out, it is made from the fields above. */
	otherFields: v.optional(v.array(headerFactSchema)),
	bodyParts: optionalList(exactObject({ contentType: textOrEmpty })),
	/** These three in pseudonymised snapshots only: see `KeyedFacts`. */
	order: v.optional(integer(0, Number.MAX_SAFE_INTEGER)),
	subjectWords: v.optional(v.array(v.string())),
	comparedSubject: v.optional(v.string())
});
export type MessageInFile = v.InferOutput<typeof messageSchema>;

const warningSchema = object({
	code: v.string(),
	from: v.exactOptional(exactObject({ field: textOrEmpty, occurrence })),
	detail: v.exactOptional(figures)
});

export const sourceSchema = object({
	path: textOrEmpty,
	paths: v.optional(v.array(v.string())),
	sha256,
	bytes: v.nullish(integer(0, Number.MAX_SAFE_INTEGER), 0),
	kind: v.nullish(v.string(), 'eml')
});

const columnsSchema = object({
	correlationmethod: v.nullish(integer(0, 7), null),
	correlatedactivityid: textOrNull,
	parentactivityid: textOrNull,
	acceptingentityid: textOrNull,
	receivingmailboxid: textOrNull,
	regardingobjectid: v.nullish(object({ table: textOrEmpty, id: v.string(), name: textOrEmpty })),
	trackingtoken: textOrNull,
	correlatedsubjectchanged: v.nullish(v.boolean()),
	internetmessageheaders: textOrNull,
	directioncode: v.nullish(v.boolean()),
	messageid: textOrNull,
	inreplyto: textOrNull,
	emailsender: v.nullish(object({ table: textOrEmpty, id: v.string(), name: textOrEmpty })),
	isduplicatesenderunresolved: v.nullish(v.boolean()),
	ownerid: textOrNull,
	sender: textOrNull,
	torecipients: textOrNull,
	sendermailboxid: textOrNull,
	conversationindex: textOrNull,
	statecode: v.nullish(integer(0, 2), null),
	statuscode: v.nullish(integer(1, 8), null)
});

export const emailSchema = object({
	activityid: v.nullish(v.string()),
	source: sourceSchema,
	message: v.optional(messageSchema, {}),
	tracked: v.nullish(v.picklist(['yes', 'no', 'unknown']), null),
	reason: v.nullish(object({ code: v.nullish(v.number()), name: textOrNull }), null),
	columns: v.nullish(columnsSchema, null),
	correlation: optionalList(object({ method: v.optional(v.string()), outcome: v.optional(v.string()) })),
	checks: optionalList(
		object({ check: v.optional(v.string()), outcome: v.optional(v.string()), evidence: v.optional(anything) })
	),
	autoReply: v.nullish(
		object({
			internetMessageHeadersFlag: v.nullish(v.boolean()),
			/** One of those known to this version, or a later one's. */
			class: v.nullish(v.pipe(v.string(), v.metadata({ examples: [...AUTO_REPLY_CLASSES] }))),
			evidence: v.optional(v.array(anything))
		})
	),
	diagnoses: optionalList(object({ id: v.string(), evidence: v.optional(anything) })),
	warnings: optionalList(warningSchema)
});
export type EmailInFile = v.InferOutput<typeof emailSchema>;

export const ghostSchema = object({ messageId: v.optional(v.string()), referredBy: optionalList(v.string()) });

export const importSchema = object({
	path: textOrEmpty,
	sha256: v.nullish(sha256, null),
	bytes: v.nullish(integer(0, Number.MAX_SAFE_INTEGER), 0),
	kind: textOrNull,
	/** Left out, it follows from code and warnings. */
	outcome: textOrNull,
	code: textOrNull,
	detail: v.optional(figures, {}),
	warnings: optionalList(v.string())
});
export type ImportInFile = v.InferOutput<typeof importSchema>;

const appSchema = object({
	name: textOrNull,
	version: textOrNull,
	engineVersion: v.nullish(integer(0, 2_147_483_647), 0)
});

/** A later version may know more levels. */
const redactionSchema = object({ level: v.nullish(v.string(), 'none') });

/** Values of the file's own keys, but for its environment, which has its own format. */
export const frameEntries = {
	format: v.literal(snapshotFormat),
	formatVersion: v.literal(1),
	app: v.optional(appSchema, {}),
	createdAt: instantOrNull,
	redaction: v.optional(redactionSchema, {}),
	emails: optionalList(emailSchema),
	ghosts: optionalList(ghostSchema),
	imports: optionalList(importSchema)
};

/** The whole format, for the JSON Schema. */
export const snapshotSchema = v.pipe(
	object({ ...frameEntries, environment: v.optional(environmentFileSchema) }),
	v.title('Tracklens snapshot, version 1'),
	v.description('Keys that are not listed here are kept and written back.')
);

/** What would leave in a snapshot, shown before it does. */
import type { Address, MessageFacts } from '../domain/message';
import type { Store } from '../storage/store';
import type { PreviewEmail, PreviewField, PreviewLine, RedactionPreview, SnapshotOptions } from './api';
import type { Library } from './library';
import { pseudonymise } from './pseudonymised';
import { importsOf } from './snapshotExport';

/** Enough to see how it looks. */
const maxExamples = 5;
/** Characters of a field; some have thousands of addresses. */
const maxFieldLength = 300;

export async function redactionPreview(
	store: Store,
	library: Library,
	{ level, headerBlocks, passphrase }: SnapshotOptions
): Promise<RedactionPreview> {
	const emails = library.decisions.length;
	const positions = Array.from({ length: Math.min(emails, maxExamples) }, (_, position) => position);
	if (level !== 'pseudonymised') {
		const left: (field: PreviewField) => boolean =
			level === 'none' ? (field) => field !== 'headerBlock' || headerBlocks : (field) => inColumns.has(field);
		const examples = positions.map((position) =>
			exampleOf(library, position, (field, before) => (left(field) ? before : null))
		);
		return { level, emails, replaced: [], decidedOtherwise: 0, examples };
	}
	const redacted = await pseudonymise(library, await importsOf(store, library), passphrase);
	const examples = positions.map((position) => {
		const after = fieldsOf(redacted.decisions.stored.message(position), redacted.paths(position));
		return exampleOf(library, position, (field) => after.get(field) ?? null);
	});
	const replaced = [...redacted.texts]
		.map(([kind, texts]) => ({ kind, texts: texts.size }))
		.filter(({ texts }) => texts > 0);
	return { level, emails, replaced, decidedOtherwise: redacted.decidedOtherwise, examples };
}

/** Fields that columns of the email table repeat. */
const inColumns: ReadonlySet<PreviewField> = new Set(['From', 'To', 'Message-ID', 'In-Reply-To', 'Thread-Index']);

function exampleOf(
	library: Library,
	position: number,
	afterOf: (field: PreviewField, before: string) => string | null
): PreviewEmail {
	const { stored } = library.decisions;
	const facts = stored.message(position);
	const fields = [...fieldsOf(facts, library.paths(facts.sha256)), ['headerBlock', ''] as const];
	const lines = fields.map(([field, before]): PreviewLine => ({ field, before, after: afterOf(field, before) }));
	return { activityId: stored.activityId(position), lines };
}

function fieldsOf(facts: MessageFacts, paths: readonly string[]): ReadonlyMap<PreviewField, string> {
	const all: readonly (readonly [PreviewField, string | null])[] = [
		['path', paths[0] ?? null],
		['Subject', facts.subject],
		['From', facts.from === null ? null : listed([facts.from])],
		['To', listed(facts.to)],
		['Cc', listed(facts.cc)],
		['Message-ID', facts.messageId],
		['In-Reply-To', facts.inReplyTo.join(' ')],
		['Thread-Index', facts.threadIndex],
		['Reply-To', listed(facts.replyTo)]
	];
	return new Map(
		all.flatMap(([field, text]) => (text === null || text === '' ? [] : [[field, text.slice(0, maxFieldLength)]]))
	);
}

function listed(addresses: readonly Address[]): string {
	return addresses.map(({ name, address }) => (name === '' ? address : `${name} <${address}>`)).join(', ');
}

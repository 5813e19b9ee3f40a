/** What the body view has to say. The shape is that of the worker's answer. */

export type BodyRefusal =
	| 'no-raw-bytes'
	| 'too-many-lines'
	| 'too-many-parts'
	| 'too-deeply-nested'
	| 'timed-out'
	| 'unreadable'
	| 'unknown-email';

export interface BodyRefusalWords {
	readonly title: string;
	readonly text: string;
}

export function bodyRefusalWords(code: BodyRefusal, limit?: number): BodyRefusalWords {
	const most = limit === undefined ? '' : ` More than ${limit} are not opened.`;
	switch (code) {
		case 'no-raw-bytes':
			return {
				title: 'The body is not here',
				text: 'This email came in with a snapshot, which holds no bodies. The decision does not need them.'
			};
		case 'too-many-lines':
			return { title: 'Too many lines', text: `This body has so many lines that it could freeze the page.${most}` };
		case 'too-many-parts':
			return { title: 'Too many parts', text: `This email has so many parts that it could freeze the page.${most}` };
		case 'too-deeply-nested':
			return {
				title: 'Nested too deeply',
				text: `This email holds emails within emails, too many to be opened safely.${most}`
			};
		case 'timed-out':
			return { title: 'It took too long', text: 'Reading this body was ended. The decision does not need it.' };
		case 'unreadable':
			return { title: 'The body cannot be read', text: 'Its MIME structure is broken. The decision does not need it.' };
		case 'unknown-email':
			return { title: 'This email is no longer here', text: 'It was removed while it was open.' };
	}
}

export const BODY_SOURCE_WORDS: Readonly<Record<'text' | 'html' | 'none', string>> = {
	text: 'The plain text part.',
	html: 'There is no plain text part; this is the HTML part without its markup.',
	none: 'The email has no text.'
};

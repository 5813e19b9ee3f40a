import type { MethodId } from '../../domain/columns';
import type { CorrelationMethod, ExampleMail } from './method';

const basisWords = {
	documented: 'Microsoft documents it.',
	inferred: 'It follows from what Microsoft documents.',
	assumed: 'Microsoft does not say; this is the reading shipped here.'
} as const;

/** The page of a method in `docs/methods`, written from the method's own file. */
export function methodPage<M extends MethodId>(method: CorrelationMethod<M>): string {
	const sources = method.sources.map(({ title, url }) => (url === undefined ? `- ${title}` : `- [${title}](${url})`));
	const examples = method.examples.flatMap(({ shows, stored, email, settings, outcome }) => [
		`### ${shows}`,
		'',
		`Outcome: **${outcome}**${settings === undefined ? '' : `, with ${code(settings)}`}`,
		'',
		`- stored: ${mailWords(stored)}`,
		`- new: ${mailWords(email)}`,
		''
	]);
	return [
		`# ${method.id}`,
		'',
		method.summary,
		'',
		`\`correlationmethod\` ${method.choice} · reads ${method.reads.map((fact) => `\`${fact}\``).join(', ')} · ` +
			`fills \`correlatedactivityid\`${method.setsParent ? ' and `parentactivityid`' : ' only'}`,
		'',
		`Basis: ${method.basis}. ${basisWords[method.basis]}`,
		'',
		'## Sources',
		'',
		...sources,
		'',
		'## Examples',
		'',
		...examples
	]
		.join('\n')
		.concat('_Written from the code; each example also runs as a test._\n');
}

function mailWords(mail: ExampleMail): string {
	const parts = Object.entries(mail).map(([name, value]) => `${name} ${code(value)}`);
	return parts.length === 0 ? 'a plain mail' : parts.join(', ');
}

function code(value: unknown): string {
	return `\`${JSON.stringify(value)}\``;
}

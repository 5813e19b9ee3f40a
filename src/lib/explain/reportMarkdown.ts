/** The report of one email as Markdown: CommonMark with tables, as tickets and wikis take it. */
import type { ReportDocument, ReportRow } from './report';

export function reportMarkdown(report: ReportDocument): string {
	const { title, verdict, headline, facts, steps, columns, diagnoses, settings, notice } = report;
	const blocks = [
		`# ${escaped(title)}`,
		`**${escaped(verdict)}.** ${escaped(headline)}`,
		table(['Fact', 'Value'], facts.map(cells)),
		'## Decision',
		list(steps.map(({ title: step, outcome, text }) => `**${escaped(step)}** (${escaped(outcome)}): ${escaped(text)}`))
	];
	if (diagnoses.length > 0) {
		blocks.push('## Diagnoses');
		for (const { title: name, seen, cause, fix, basis, links } of diagnoses) {
			const sources = links.map((link) => `[${escaped(link.title)}](${address(link.url)})`).join(', ');
			blocks.push(
				`**${escaped(name)}.** ${escaped(seen)} ${escaped(cause)}`,
				`What to do: ${escaped(fix)} (${escaped(basis)}${sources === '' ? '' : `: ${sources}`})`
			);
		}
	}
	if (columns.length > 0) blocks.push('## Columns of the email row', table(['Column', 'Value'], columns.map(cells)));
	if (settings.length > 0) blocks.push('## Settings that mattered', list(settings.map(escaped)));
	return `${[...blocks, '---', escaped(notice)].join('\n\n')}\n`;
}

/**
 * Text that Markdown shows as it is: no emphasis, link, image, list, heading, table cell, HTML, formula, mention or
 * address of its own. CommonMark 0.31 section 2.4; entities, since not every reader knows the escape of `<`.
 */
export function escaped(text: string): string {
	return text
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/&/g, '&amp;')
		.replace(/[\\`*_{}[\]|~$@^]/g, '\\$&')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/#(?=\w)/g, '\\#')
		.replace(/==/g, '\\=\\=')
		.replace(/:(?=\/\/)|(?<=mailto|xmpp):/gi, '\\:')
		.replace(/(?<=www)\./gi, '\\.')
		.replace(/^[-+=#:]/, '\\$&')
		.replace(/^(\d+)([.)])/, '$1\\$2');
}

/** Sources are ours, and https. */
function address(url: string): string {
	return encodeURI(url).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
}

function cells({ label, value }: ReportRow): readonly string[] {
	return [escaped(label), escaped(value)];
}

function list(items: readonly string[]): string {
	return items.map((item) => `- ${item}`).join('\n');
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
	const lines = [heads, heads.map(() => '---'), ...rows];
	return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

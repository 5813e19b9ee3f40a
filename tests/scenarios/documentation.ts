/** `docs/scenarios.md`: every paragraph of the source page and every row of the option tables, with its scenarios. */
import { PAGE, type Section } from './page';
import { SCENARIOS } from './registry';

const INTRODUCTION = `# Scenarios

Every paragraph, list item and table row of Microsoft's page [Email message filtering and correlation](https://learn.microsoft.com/power-platform/admin/email-message-filtering-correlation), in our own words and numbered within its heading, and the scenarios in \`tests/scenarios\` that show it: mail, an environment file, and the decisions that the documentation asks for. After the page come the option sets, settings and readings that bear on it.

Each scenario also runs with its files dropped in other orders, compares the explanation with the decision, and decides an exported snapshot again. Written by \`tests/scenarios/documentation.test.ts\`; do not edit.
`;

export function scenarioIndex(): string {
	return [INTRODUCTION, ...PAGE.map(sectionText)].join('\n');
}

function sectionText({ heading, places }: Section): string {
	const rows = places.map(({ at, says, otherwise }) => {
		const links = scenariosAt(at).map(({ file, title }) => `[${escaped(title)}](../tests/scenarios/${file}.ts)`);
		return `| ${at} | ${says} | ${[...links, ...(otherwise === undefined ? [] : [otherwise])].join('<br>')} |`;
	});
	return [`## ${heading}`, '', '| Place | What it says | Scenarios |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

export function scenariosAt(place: string): readonly { readonly file: string; readonly title: string }[] {
	return Object.entries(SCENARIOS).flatMap(([file, scenarios]) =>
		scenarios
			.filter(({ places }) => (places as readonly string[]).includes(place))
			.map(({ title }) => ({ file, title }))
	);
}

function escaped(text: string): string {
	return text.replace(/[[\]|<>*_`]/g, '\\$&');
}

/**
 * The layers of ARCHITECTURE.md: what each folder of src/lib may import. Own folder included, tests left out.
 * An entry is a folder, or a module of one; `types` marks those that may be imported for their types only.
 */
const LAYERS = {
	domain: [],
	mail: ['domain'],
	engine: ['domain'],
	explain: ['domain', 'engine'],
	snapshot: ['domain', 'engine'],
	storage: ['domain'],
	sample: [],
	worker: ['domain', 'mail', 'engine', 'storage', 'snapshot'],
	state: ['domain', 'worker/api', 'worker/bridge', 'worker/trustedScriptUrl', 'sample'],
	ui: ['domain', 'state', 'explain']
};
const TYPES_ONLY = {
	state: ['engine'],
	ui: ['engine', 'worker/api']
};

/** A package that is wrapped in one place. */
const ONLY_IMPORTERS = {
	dexie: '^src/lib/storage/',
	comlink: '^src/lib/worker/',
	'postal-mime': '^src/lib/mail/',
	'workbox-window': '^src/lib/state/updates\\.svelte\\.ts$'
};

const TEST = '\\.test\\.ts$';
const pathsOf = (entries) => entries.map((entry) => `^src/lib/${entry}(/|\\.|$)`);

function layerRules([layer, allowed]) {
	const from = { path: `^src/lib/${layer}/`, pathNot: TEST };
	const own = pathsOf([layer, ...allowed]);
	const types = pathsOf(TYPES_ONLY[layer] ?? []);
	return [
		{
			name: `layer-${layer}`,
			comment: `src/lib/${layer} may import ${allowed.join(', ') || 'nothing'} of this project.`,
			severity: 'error',
			from,
			to: { path: '^src/', pathNot: [...own, ...types] }
		},
		...types.map((path, index) => ({
			name: `layer-${layer}-types-of-${TYPES_ONLY[layer][index].replace('/', '-')}`,
			comment: `src/lib/${layer} may import only types of ${TYPES_ONLY[layer][index]}.`,
			severity: 'error',
			from,
			to: { path, dependencyTypesNot: ['type-only'] }
		}))
	];
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		...Object.entries(LAYERS).flatMap(layerRules),
		{
			name: 'folder-without-layer',
			comment: 'Every folder of src/lib has a line in LAYERS.',
			severity: 'error',
			from: { path: '^src/' },
			to: { path: '^src/lib/', pathNot: pathsOf(Object.keys(LAYERS)) }
		},
		{
			name: 'layer-routes',
			comment: 'src/routes may import ui, state and the style sheet.',
			severity: 'error',
			from: { path: '^src/routes/' },
			to: { path: '^src/', pathNot: ['^src/routes/', '^src/app\\.css$', ...pathsOf(['ui', 'state'])] }
		},
		{
			name: 'sample-dynamically',
			comment: 'The sample mail is loaded when someone asks for it, not with the page.',
			severity: 'error',
			from: { pathNot: ['^src/lib/sample/', TEST] },
			to: { path: '^src/lib/sample/', dependencyTypesNot: ['dynamic-import', 'type-only'] }
		},
		...Object.entries(ONLY_IMPORTERS).map(([name, path]) => ({
			name: `only-importer-of-${name}`,
			comment: `${name} is imported in ${path} only.`,
			severity: 'error',
			from: { path: '^src/', pathNot: [path, TEST] },
			to: { path: `(^|/)node_modules/${name}(/|$)` }
		})),
		{
			name: 'no-cycles',
			severity: 'error',
			from: {},
			to: { circular: true }
		},
		{
			name: 'no-tests-in-the-application',
			severity: 'error',
			from: { path: '^src/', pathNot: TEST },
			to: { path: ['^tests/', TEST] }
		},
		{
			name: 'resolvable',
			comment: 'An import that cannot be resolved cannot be checked.',
			severity: 'error',
			from: {},
			// SvelteKit's own modules exist only inside its build; the query is a Vite import of a worker.
			to: { couldNotResolve: true, pathNot: ['^\\$(app|env)/', '^\\$service-worker$', '^\\./\\$types'] }
		}
	],
	options: {
		// The one whose `$lib` path is written relative to the project, as the resolver needs it.
		tsConfig: { fileName: 'tsconfig.pure.json' },
		tsPreCompilationDeps: true,
		doNotFollow: { path: 'node_modules' },
		enhancedResolveOptions: {
			extensions: ['.ts', '.svelte.ts', '.svelte', '.js', '.json'],
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'browser', 'import', 'types', 'default'],
			mainFields: ['module', 'main', 'types']
		}
	}
};

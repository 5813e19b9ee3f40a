import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** The layers whose result depends on their input alone. Which module may import which is in .dependency-cruiser.cjs. */
const PURE_LAYERS = ['domain', 'mail', 'engine', 'explain', 'snapshot'].map((layer) => `src/lib/${layer}/**/*.ts`);

const CLOCK = 'The result may depend on the input alone, so the clock is read outside and passed in.';
const PAGE = 'This layer must run without a page.';

export default defineConfig(
	{ ignores: ['build/', '.svelte-kit/', 'test-results/', 'static/', 'tests/corpus/'] },
	typescript.configs.strict,
	svelte.configs.recommended,
	svelte.configs.prettier,
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		languageOptions: { globals: { ...globals.browser, ...globals.worker } },
		rules: {
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'no-undef': 'off', // TypeScript checks this
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/consistent-type-imports': 'error'
		}
	},
	{
		files: ['**/*.ts', '**/*.svelte'],
		languageOptions: {
			parserOptions: {
				projectService: { allowDefaultProject: ['src/service-worker.ts'], defaultProject: 'tsconfig.worker.json' },
				extraFileExtensions: ['.svelte'],
				tsconfigRootDir: import.meta.dirname
			}
		},
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: typescript.parser, svelteConfig } },
		rules: {
			'svelte/no-at-html-tags': 'error',
			// It cannot see that a link handed in as a property was resolved; the test below a sub-path can.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: PURE_LAYERS,
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: CLOCK },
				{
					object: 'Date',
					property: 'parse',
					message: 'It guesses, and differs between browsers: read the fields and use Date.UTC.'
				},
				{ object: 'Math', property: 'random', message: 'The same input must give the same result.' },
				{ object: 'performance', property: 'now', message: CLOCK }
			],
			'no-restricted-syntax': [
				'error',
				{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK }
			],
			'no-restricted-globals': [
				'error',
				...['window', 'document', 'navigator', 'location', 'fetch', 'localStorage', 'indexedDB'].map((name) => ({
					name,
					message: PAGE
				}))
			]
		}
	},
	{
		files: ['scripts/**', 'tests/**', '*.config.*', '.dependency-cruiser.cjs'],
		languageOptions: { globals: globals.node }
	}
);

import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { importTable } from './scripts/tools/import-table.mjs';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{
		ignores: ['.cache/', '.svelte-kit/', 'build/', 'node_modules/', 'static/data/', 'tmp/']
	},
	...ts.configs.strictTypeChecked,
	...svelte.configs.recommended,
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		languageOptions: {
			globals: { ...globals.node, ...globals.browser },
			parserOptions: {
				projectService: { allowDefaultProject: ['*.js'] },
				extraFileExtensions: ['.svelte'],
				tsconfigRootDir: import.meta.dirname
			}
		},
		plugins: { doelenboom: { rules: { 'import-table': importTable } } },
		rules: {
			'doelenboom/import-table': 'error',
			eqeqeq: 'error',
			'no-console': 'error',
			'no-restricted-syntax': [
				'error',
				{
					selector: "CallExpression[callee.name='eval'], NewExpression[callee.name='Function']",
					message: 'The policy of the site refuses code made from text.'
				}
			],
			// There is no enum here, and this is the slowest rule of all.
			'@typescript-eslint/no-unsafe-enum-assignment': 'off',
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/no-explicit-any': 'error',
			// With noUncheckedIndexedAccess an index that is known to be there says so with "!".
			'@typescript-eslint/no-non-null-assertion': 'off',
			'@typescript-eslint/restrict-template-expressions': [
				'error',
				{ allowNumber: true, allowNullish: true }
			],
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true }
			]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: {
			'svelte/require-each-key': 'error',
			'svelte/no-at-html-tags': 'error',
			// State replaces its sets and addresses whole; it never changes them in place.
			'svelte/prefer-svelte-reactivity': 'off',
			// Every address comes from addresses.ts, which resolves it.
			'svelte/no-navigation-without-resolve': 'off',
			// Typed by svelte-check; what the parser makes of props and snippets is not what they are.
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off',
			'@typescript-eslint/no-unnecessary-condition': 'off',
			'@typescript-eslint/no-unnecessary-type-assertion': 'off',
			'@typescript-eslint/restrict-plus-operands': 'off',
			'svelte/no-useless-mustaches': 'off'
		}
	},
	{
		files: ['src/routes/**/+*.ts'],
		rules: {
			// Kit generates the types of load functions after this has run.
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off'
		}
	},
	{
		files: ['scripts/**', 'tests/**'],
		rules: { 'no-console': 'off' }
	},
	{
		files: ['**/*.js', '**/*.mjs'],
		extends: [ts.configs.disableTypeChecked]
	}
);

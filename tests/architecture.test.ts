import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFiles } from './files.ts';

/**
 * The table of src/README.md, written down apart from the lint rule, so that neither can quietly drift.
 * `types`: folders of which only types may be imported.
 */
const mayImport: Record<string, { folders: string; types?: string; packages: string }> = {
	'src/lib/schema': { folders: '', packages: 'zod' },
	'src/lib/domain': { folders: 'schema', packages: 'd3' },
	'src/lib/charts': { folders: 'domain', types: 'schema', packages: 'd3 geojson' },
	'src/lib/export': { folders: 'domain charts', types: 'schema', packages: 'fflate hyparquet-writer' },
	'src/lib/own': { folders: 'domain', types: 'schema', packages: 'csv-parse fflate saxes' },
	'src/lib/db': { folders: 'schema', packages: 'zod' },
	'src/lib/workers': { folders: 'domain db own', types: 'schema', packages: 'arquero' },
	'src/lib/server': {
		folders: 'schema domain charts db workers',
		packages: 'node: @duckdb/node-api @sveltejs/kit d3 zod htmlparser2 @resvg/resvg-wasm'
	},
	'src/lib/offline': { folders: 'domain', types: 'schema', packages: '' },
	'src/lib/state': { folders: 'domain charts', types: 'schema', packages: '$app svelte' },
	'src/lib/editor': { folders: 'domain', types: 'schema', packages: '@codemirror @lezer/highlight' },
	'src/edit': { folders: 'styles', packages: 'svelte' },
	'src/lib/components': { folders: 'charts domain state', types: 'schema', packages: 'svelte' }
};

const topFolders = ['.ci', 'data', 'scripts', 'src', 'static', 'tests'];

interface Import {
	file: string;
	from: string;
	isType: boolean;
}

const files = projectFiles();
const code = files.filter(
	(file) => /^(src|scripts)\/.*\.(ts|svelte)$/.test(file) && !file.endsWith('.test.ts')
);

const statement =
	/^\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

function importsOf(file: string): Import[] {
	return [...readFileSync(file, 'utf8').matchAll(statement)].map((match) => ({
		file,
		from: match[3] ?? match[4] ?? '',
		isType: match[2] !== undefined || /\{\s*(type\s+\w+(\s+as\s+\w+)?\s*,?\s*)+\}/.test(match[0])
	}));
}

const imports = code.flatMap(importsOf);

/** `src/lib/<folder>` of a file or import; `undefined` where it is none. */
function folderOf({ file, from }: Import): string | undefined {
	const path = from.startsWith('#lib/')
		? `src/lib/${from.slice(5)}`
		: from.startsWith('.')
			? posix.join(posix.dirname(file), from)
			: undefined;
	return path === undefined ? undefined : /^src\/(?:lib\/[^/]+|edit|routes)/.exec(path)?.[0];
}

const isPackage = (from: string): boolean => !from.startsWith('.') && !from.startsWith('#');
const named = (list: string, from: string): boolean =>
	list
		.split(' ')
		.some(
			(name) => name !== '' && (from === name || from.startsWith(name.endsWith(':') ? name : `${name}/`))
		);

const show = ({ file, from }: Import): string => `${file} imports ${from}`;

test('reads the imports that are there', () => {
	expect(imports.length).toBeGreaterThan(100);
	expect(imports.map(show)).toContain('src/lib/server/database.ts imports @duckdb/node-api');
	expect(imports.map(show)).toContain('src/lib/charts/trend.ts imports d3');
});

test('there are no other top-level folders', () => {
	const found = new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]));
	expect([...found].toSorted()).toEqual(topFolders);
});

test('every folder of src/lib is in the table, or holds only styles', () => {
	const found = new Set(code.map((file) => /^src\/lib\/[^/]+/.exec(file)?.[0]).filter(Boolean));
	expect([...found].filter((folder) => !(String(folder) in mayImport))).toEqual([]);
});

describe.each(Object.entries(mayImport))('%s', (folder, { folders, types = '', packages }) => {
	const own = imports.filter(({ file }) => file.startsWith(`${folder}/`));
	const allowed = folders.split(' ').map((name) => `src/lib/${name}`);
	const typesOnly = types.split(' ').map((name) => `src/lib/${name}`);

	test('imports only the folders that it may', () => {
		const wrong = own.filter((each) => {
			const target = folderOf(each);
			if (target === undefined || target === folder || allowed.includes(target)) return false;
			return !(each.isType && typesOnly.includes(target));
		});
		expect(wrong.map(show)).toEqual([]);
	});

	test('imports only the packages that it may', () => {
		const wrong = own.filter(
			({ file, from }) =>
				isPackage(from) &&
				!named(packages, from) &&
				!(/^src\/lib\/db\/(client|console|engine)\.ts$/.test(file) && named('@duckdb/duckdb-wasm $app', from))
		);
		expect(wrong.map(show)).toEqual([]);
	});
});

test.each(['src/routes', 'src/edit'])('nobody imports %s', (folder) => {
	const wrong = imports.filter((each) => !each.file.startsWith(`${folder}/`) && folderOf(each) === folder);
	expect(wrong.map(show)).toEqual([]);
});

test.each([
	['@duckdb/duckdb-wasm', /^src\/lib\/db\/(client|engine)\.ts$/],
	['@duckdb/node-api', /^(src\/lib\/server|scripts)\//],
	['@codemirror', /^src\/lib\/editor\//],
	['arquero', /^(src\/lib\/workers|scripts)\//],
	['highs', /^scripts\/disclosure\//],
	['hyparquet-writer', /^src\/lib\/export\/parquet\.ts$/]
])('%s is imported only where it may be', (name, place) => {
	const wrong = imports.filter(({ file, from }) => named(name, from) && !place.test(file));
	expect(wrong.map(show)).toEqual([]);
});

test('scripts use the library below the pages only', () => {
	const wrong = imports.filter(
		(each) =>
			each.file.startsWith('scripts/') &&
			/^src\/(routes|lib\/(?!schema|domain|charts|export|db|own|workers))/.test(folderOf(each) ?? '')
	);
	expect(wrong.map(show)).toEqual([]);
});

test('imports of the library are written with their extension', () => {
	const wrong = imports.filter(
		({ from }) => from.startsWith('#') && !/\.(ts|svelte|css|json|mjs)$/.test(from)
	);
	expect(wrong.map(show)).toEqual([]);
});

test('no page is made of text that is taken for HTML', () => {
	const wrong = files.filter(
		(file) => file.endsWith('.svelte') && readFileSync(file, 'utf8').includes('{@html')
	);
	expect(wrong).toEqual([]);
});

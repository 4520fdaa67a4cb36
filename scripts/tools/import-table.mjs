import { posix, relative } from 'node:path';

/**
 * Which folder may import what: the first that matches holds. `lib` names folders of `src/lib`, `types` those of
 * which only types may be imported, `packages` everything from outside. A folder may always import itself.
 * @type {{ from: RegExp, lib: string[], types?: string[], packages: RegExp }[]}
 */
const table = [
	{ from: /^(tests\/|.*\.test\.ts$)/, lib: ['*'], packages: /./ },
	{ from: /^src\/lib\/schema\//, lib: [], packages: /^zod$/ },
	{ from: /^src\/lib\/domain\//, lib: ['schema'], packages: /^d3(-\w+)?$/ },
	{ from: /^src\/lib\/charts\//, lib: ['domain'], types: ['schema'], packages: /^(d3(-\w+)?|geojson)$/ },
	{
		from: /^src\/lib\/export\//,
		lib: ['domain', 'charts'],
		types: ['schema'],
		packages: /^(fflate|hyparquet-writer)$/
	},
	{
		from: /^src\/lib\/own\//,
		lib: ['domain'],
		types: ['schema'],
		packages: /^(csv-parse\/browser\/esm\/sync|fflate|saxes)$/
	},
	{
		from: /^src\/lib\/db\/(client|console|engine)\.ts$/,
		lib: ['schema'],
		packages: /^(zod$|@duckdb\/duckdb-wasm($|\/)|\$app\/)/
	},
	{ from: /^src\/lib\/db\//, lib: ['schema'], packages: /^zod$/ },
	{ from: /^src\/lib\/workers\//, lib: ['domain', 'db', 'own'], types: ['schema'], packages: /^arquero$/ },
	{
		from: /^src\/lib\/server\//,
		lib: ['schema', 'domain', 'charts', 'db', 'workers'],
		packages: /^(node:|@duckdb\/node-api$|@sveltejs\/kit$|d3(-\w+)?$|zod$|htmlparser2$|@resvg\/resvg-wasm$)/
	},
	{ from: /^src\/lib\/offline\//, lib: ['domain'], types: ['schema'], packages: /^$/ },
	{ from: /^src\/service-worker\//, lib: ['domain', 'offline'], packages: /^$/ },
	{
		from: /^src\/lib\/state\//,
		lib: ['domain', 'charts'],
		types: ['schema'],
		packages: /^(\$app\/|svelte($|\/))/
	},
	{
		from: /^src\/lib\/editor\//,
		lib: ['domain'],
		types: ['schema'],
		packages: /^(@codemirror\/|@lezer\/highlight$)/
	},
	{
		from: /^src\/lib\/components\//,
		lib: ['charts', 'domain', 'state'],
		types: ['schema'],
		packages: /^svelte($|\/)/
	},
	{ from: /^src\/edit\//, lib: ['styles'], packages: /^svelte($|\/)/ },
	{
		from: /^src\/routes\//,
		lib: ['*'],
		packages: /^(\$app\/|svelte($|\/)|@sveltejs\/kit$|minisearch$|d3(-\w+)?$|d3-dsv$|zod$|node:)/
	},
	{
		from: /^scripts\//,
		lib: ['schema', 'domain', 'charts', 'export', 'db', 'own', 'workers'],
		packages: /^(?!@duckdb\/duckdb-wasm)/
	},
	{ from: /^[^/]+$/, lib: [], packages: /./ }
];

/** The path from the root of the project that an import leads to, or `undefined` for a package. */
function pathOf(specifier, from) {
	if (specifier.startsWith('#lib/')) return `src/lib/${specifier.slice(5)}`;
	if (specifier.startsWith('#scripts/')) return `scripts/${specifier.slice(9)}`;
	if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
	return undefined;
}

/** Why a file may not import something, or `undefined` where it may. */
export function objection(from, specifier, isType) {
	const row = table.find((each) => each.from.test(from));
	if (!row) return undefined;
	const path = pathOf(specifier, from);
	if (path === undefined) return row.packages.test(specifier) ? undefined : `may not import ${specifier}`;
	if (path.startsWith('src/routes/'))
		return from.startsWith('src/routes/') || row.lib.includes('*') ? undefined : 'may not import routes';
	const folder = /^src\/lib\/([^/]+)\//.exec(path)?.[1];
	if (folder === undefined) return undefined;
	const isOwn = from.startsWith(`src/lib/${folder}/`);
	if (isOwn || row.lib.includes('*') || row.lib.includes(folder)) return undefined;
	if (!row.types?.includes(folder)) return `may not import src/lib/${folder}`;
	return isType ? undefined : `may import only types from src/lib/${folder}`;
}

/** The table of src/README.md as a rule of ESLint. */
export const importTable = {
	meta: { type: 'problem', schema: [], messages: { no: '{{folder}} {{why}} (see src/README.md)' } },
	create(context) {
		const from = relative(context.cwd, context.filename).replaceAll('\\', '/');
		const isTypeOnly = (node) =>
			node.importKind === 'type' ||
			node.exportKind === 'type' ||
			(node.specifiers?.length > 0 &&
				node.specifiers.every((each) => each.importKind === 'type' || each.exportKind === 'type'));
		const check = (node) => {
			if (typeof node.source?.value !== 'string') return;
			const why = objection(from, node.source.value, isTypeOnly(node));
			if (why) context.report({ node, messageId: 'no', data: { folder: posix.dirname(from), why } });
		};
		return {
			ImportDeclaration: check,
			ExportNamedDeclaration: check,
			ExportAllDeclaration: check,
			ImportExpression: check
		};
	}
};

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectFiles } from './files.ts';

const files = projectFiles();
const read = (file: string): string => readFileSync(file, 'utf8');
const isText = (file: string): boolean => !/\.(png|jpg|ico|woff2|duckdb|gz)$/.test(file);

test('every folder of src/lib and every top-level folder is described in src/README.md', () => {
	const text = read('src/README.md');
	const folders = readdirSync('src/lib').map((name) => `src/lib/${name}/`);
	const top = [
		...new Set(files.filter((file) => file.includes('/')).map((file) => `${file.split('/')[0]!}/`))
	];
	const missing = [...folders, ...top].filter(
		(folder) => folder !== 'src/' && !text.includes(`\`${folder}\``)
	);
	expect(missing).toEqual([]);
});

test('every file of data/ has its source and licence in data/README.md', () => {
	const text = read('data/README.md');
	const described = [...text.slice(text.indexOf('## Bronnen en licenties')).matchAll(/`([^`\s]+)`/g)].map(
		([, name]) => name!
	);
	const isDescribed = (file: string): boolean =>
		described.some((name) => name === file || (name.endsWith('/*') && file.startsWith(name.slice(0, -1))));
	const data = files.filter((file) => file.startsWith('data/')).map((file) => file.slice('data/'.length));
	expect(data.length).toBeGreaterThan(30);
	expect(data.filter((file) => !isDescribed(file))).toEqual([]);
});

test('every file of a monitor is explained in data/README.md', () => {
	const text = read('data/README.md');
	const names = new Set(
		files.filter((file) => file.startsWith('data/monitors/')).map((file) => basename(file))
	);
	expect([...names].filter((name) => !text.includes(`| \`${name}\` |`))).toEqual([]);
});

/** The anchor that a heading gets on a Git host. */
const anchor = (heading: string): string =>
	heading
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.replace(/\s/g, '-');

describe.each(files.filter((file) => file.endsWith('.md')))('%s', (file) => {
	const text = read(file).replace(/```[\s\S]*?```/g, '');

	test('links lead to files and headings that are there', () => {
		const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
		const broken = links.filter((target) => {
			if (/^(https?:|mailto:)/.test(target)) return false;
			const [path = '', heading] = target.split('#');
			const full = path === '' ? file : join(dirname(file), path);
			if (!existsSync(full)) return true;
			const anchors = [...read(full).matchAll(/^#+ (.*)$/gm)].map(([, words]) => anchor(words!));
			return heading !== undefined && !anchors.includes(heading);
		});
		expect(broken).toEqual([]);
	});

	test('files and folders that it names in code are there', () => {
		const paths = [...text.matchAll(/`((?:src|scripts|tests|data|static)\/[\w./[\]()-]*)`/g)].map(
			([, path]) => path!
		);
		expect(paths.filter((path) => !existsSync(path))).toEqual([]);
	});
});

test('commands that the READMEs name are scripts of package.json', () => {
	const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
	const named = files
		.filter((file) => file.endsWith('.md'))
		.flatMap((file) => [
			...read(file).matchAll(/npm (?:run )?(start|test|[a-z0-9]+(?:[:-][a-z0-9]+)*)\b(?<!npm ci)/g)
		])
		.map(([, name]) => name!)
		.filter((name) => !['run', 'ci', 'install'].includes(name));
	expect(named).toContain('start');
	expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('tokens of NL Design System that are used exist in its example theme', () => {
	const theme = read('node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/dist/variables.css');
	const known = new Set([...theme.matchAll(/--basis-[\w-]+(?=:)/g)].map(([name]) => name));
	const used = files
		.filter((file) => /^src\/.*\.(css|svelte)$/.test(file))
		.flatMap((file) => [...read(file).matchAll(/--basis-[\w-]+/g)].map(([name]) => name));
	expect(used.length).toBeGreaterThan(50);
	expect([...new Set(used)].filter((name) => !known.has(name)).toSorted()).toEqual([]);
});

test('the site sets a value for every token that it uses', () => {
	const tokens = read('src/lib/styles/tokens.css');
	const used = files
		.filter((file) => /^src\/.*\.(css|svelte)$/.test(file))
		.flatMap((file) =>
			[...read(file).matchAll(/var\((--(?:basis|doelenboom)-[\w-]+)/g)].map(([, name]) => name!)
		);
	expect([...new Set(used)].filter((name) => !tokens.includes(`${name}:`)).toSorted()).toEqual([]);
});

test('no file names a place outside the project or a registry', () => {
	const forbidden = [
		['/', 'work/'].join(''),
		['/', 'tmp/'].join(''),
		['/', 'root/'].join(''),
		['/', 'home/'].join(''),
		['registry.', 'npmjs'].join(''),
		['local', 'host:'].join('')
	];
	const found = files.filter(isText).flatMap((file) => {
		// A folder of the project itself may be ignored by its name.
		const text = read(file)
			.replaceAll(/^\/tmp\/$/gm, '')
			.replaceAll(/(?<=[\w.*}])\/(work|tmp|root|home)\//g, ' ');
		return forbidden.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`);
	});
	expect(found).toEqual([]);
});

test('publiccode.yml says what package.json says', () => {
	const code = parse(read('publiccode.yml')) as Record<string, unknown>;
	const { version, license } = JSON.parse(read('package.json')) as { version: string; license: string };
	expect(code).toMatchObject({
		publiccodeYmlVersion: '0.4',
		softwareVersion: version,
		legal: { license },
		developmentStatus: expect.stringMatching(/^(concept|development|beta|stable|obsolete)$/) as string,
		softwareType: expect.stringMatching(/^standalone\/(mobile|iot|desktop|web|backend|other)$/) as string
	});
	for (const key of ['name', 'url', 'platforms', 'description', 'maintenance', 'localisation', 'legal'])
		expect(code, key).toHaveProperty(key);
});

test('the lock file names the bindings of DuckDB for every kind of machine, or npm ci refuses it', () => {
	const { packages } = JSON.parse(read('package-lock.json')) as {
		packages: Record<string, { version?: string; optionalDependencies?: Record<string, string> }>;
	};
	const wanted = packages['node_modules/@duckdb/node-bindings']?.optionalDependencies ?? {};
	expect(Object.keys(wanted).length).toBeGreaterThan(1);
	for (const [name, version] of Object.entries(wanted))
		expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
});

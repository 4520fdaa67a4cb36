import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { manifest, type Manifest } from '#lib/schema/manifest.ts';
import { ask } from './verify/ask.ts';
import { compare } from './verify/compare.ts';
import { manifestFile } from './verify/manifest.ts';

/** Most bytes of a manifest. */
const largest = 64_000_000;

/** How many lines are shown before the rest is only counted. */
const most = 100;

function siteOf(text: string | undefined): URL {
	const url = text === undefined || !URL.canParse(text) ? undefined : new URL(text);
	if (!url || !/^https?:$/.test(url.protocol))
		throw new Error('Geef het adres van de site: npm run verify -- https://www.voorbeeld.nl/monitor/');
	url.search = '';
	url.hash = '';
	if (!url.pathname.endsWith('/')) url.pathname += '/';
	return url;
}

const parse = (text: string, where: string): Manifest => {
	try {
		return manifest.parse(JSON.parse(text));
	} catch (cause) {
		throw new Error(`${where} is geen lijst met controlegetallen`, { cause });
	}
};

async function published(site: URL): Promise<Manifest> {
	const address = new URL(manifestFile, site);
	const { status, content } = await ask(address, largest);
	if (status !== 200) throw new Error(`${address.href} is er niet (${status})`);
	return parse(Buffer.from(content).toString('utf8'), address.href);
}

function built(folder: string): Manifest {
	const file = join(folder, manifestFile);
	if (!existsSync(file)) throw new Error(`${file} is er niet: geef de map van een gebouwde site`);
	return parse(readFileSync(file, 'utf8'), file);
}

async function verify(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			/** Folder of a build that the site ought to be equal to, so that its own list need not be trusted. */
			build: { type: 'string' }
		}
	});
	const site = siteOf(positionals[0]);
	const list = values.build ? built(values.build) : await published(site);
	const count = Object.keys(list.files).length;
	console.log(
		`${count} bestanden van ${site.href} vergelijken met ${values.build ?? 'de lijst op de site'}…`
	);
	const problems = await compare(site, list, ask);
	for (const problem of problems.slice(0, most)) console.error(problem);
	if (problems.length > most) console.error(`… en nog ${problems.length - most}`);
	if (problems.length > 0) process.exitCode = 1;
	console.log(
		problems.length > 0
			? `${problems.length} van de ${count} bestanden zijn niet zoals ze gebouwd zijn.`
			: `Alle ${count} bestanden zijn precies zoals ze gebouwd zijn.`
	);
}

try {
	await verify();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}

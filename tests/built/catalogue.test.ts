import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { describe, expect, test } from 'vitest';
import { filesIn } from '#scripts/finish/rules.ts';
import { hasLiteral, literal } from '../replay/fixtures.ts';
import { folder } from '../site.ts';
import { published, publishedJson, sha256 } from './published.ts';

const base = 'https://voorbeeld.nl/monitor/data/catalog.jsonld';
const dcat = 'http://www.w3.org/ns/dcat#';
const required = ['dcat-ap-SHACL.ttl', 'dcat-ap-nl-SHACL.ttl', 'dcat-ap-nl-SHACL-klassebereik.ttl'];

interface Document {
	'@graph': Record<string, unknown>[];
}

const document = (): Document => publishedJson('catalog.jsonld') as Document;

/** The catalogue as triples; nothing may be asked of another place for it. */
async function triples(of: unknown): Promise<Store> {
	const text = await jsonld.toRDF(of, {
		base,
		format: 'application/n-quads',
		documentLoader: (address) => {
			throw new Error(`the catalogue asks for ${address}`);
		}
	});
	return new Store(new Parser().parse(text));
}

async function validate(files: readonly string[], data: Store) {
	const shapes = new Store(
		files.flatMap((file) => new Parser().parse(readFileSync(literal(`dcat-ap-nl/${file}`), 'utf8')))
	);
	const { results } = await new SHACLValidator(shapes).validate(data);
	return results.map(({ focusNode, path }) => ({ node: focusNode.value, path: path.value }));
}

const objects = (data: Store, path: string): string[] =>
	data.getObjects(null, `${dcat}${path}`, null).map(({ value }) => value);

describe.skipIf(!hasLiteral('dcat-ap-nl'))('by the shapes of DCAT-AP-NL 3.0', () => {
	test('the catalogue has all it must have', async () => {
		expect(await validate(required, await triples(document()))).toEqual([]);
	});

	test('one that misses something is refused', async () => {
		const broken = document();
		delete broken['@graph'][0]!['dcat:contactPoint'];
		expect(await validate(required, await triples(broken))).toContainEqual({
			node: 'https://voorbeeld.nl/monitor/data/catalog.jsonld#catalogus',
			path: `${dcat}contactPoint`
		});
	});

	test('of what is recommended it leaves out only a service where there is none', async () => {
		const data = await triples(document());
		const missing = await validate(['dcat-ap-nl-SHACL-aanbevolen.ttl'], data);
		expect(new Set(missing.map(({ path }) => path))).toEqual(new Set([`${dcat}accessService`]));
		expect(missing.filter(({ node }) => node.includes('#api-'))).toEqual([]);
	});
});

test('every CSV file is a dataset of the catalogue, as Parquet and database too', async () => {
	const names = filesIn(`${folder}/data`, '.csv').filter((file) => !file.includes('/'));
	const urls = new Set(objects(await triples(document()), 'downloadURL'));
	expect(names.length).toBeGreaterThan(8);
	const wanted = names.flatMap((name) =>
		['.csv', '.parquet', '.duckdb'].map((ending) => new URL(name.replace('.csv', ending), base).href)
	);
	expect(wanted.filter((url) => !urls.has(url))).toEqual([]);
});

test('every file that it names is there, with the size and hash that it gives', async () => {
	const data = await triples(document());
	const spdx = 'http://spdx.org/rdf/terms#';
	let hashes = 0;
	for (const { subject, object } of data.match(null, `${dcat}downloadURL` as never, null)) {
		const content = published(object.value.slice('https://voorbeeld.nl/monitor/data/'.length));
		const [size] = data.getObjects(subject, `${dcat}byteSize`, null);
		const [checksum] = data.getObjects(subject, `${spdx}checksum`, null);
		if (size) expect(Number(size.value), object.value).toBe(content.length);
		if (!checksum) continue;
		hashes++;
		expect(data.getObjects(checksum, `${spdx}checksumValue`, null)[0]?.value).toBe(sha256(content));
	}
	expect(hashes).toBeGreaterThan(30);
});

test('a place that it names on a page of the site is there', async () => {
	const pages = objects(await triples(document()), 'landingPage');
	const html = published('index.html').toString('utf8');
	expect(pages.length).toBeGreaterThan(8);
	for (const page of pages) expect(html).toContain(`id="${new URL(page).hash.slice(1)}"`);
});

test('each dataset says who, when, where and what in words', async () => {
	const data = await triples(document());
	const dct = 'http://purl.org/dc/terms/';
	for (const dataset of data.getSubjects(
		'http://www.w3.org/1999/02/22-rdf-syntax-ns#type',
		`${dcat}Dataset`,
		null
	))
		for (const path of [
			'title',
			'description',
			'publisher',
			'creator',
			'spatial',
			'language',
			'accessRights'
		])
			expect(
				data.getObjects(dataset, `${dct}${path}`, null).length,
				`${dataset.value} ${path}`
			).toBeGreaterThan(0);
	const [period] = data.getObjects(`${base}#waarnemingen-50090ned`, `${dct}temporal`, null);
	expect(data.getObjects(period!, `${dcat}startDate`, null)[0]?.value).toBe('2012-01-01');
	expect(data.getObjects(period!, `${dcat}endDate`, null)[0]?.value).toBe('2020-12-31');
});

import { expect, test } from 'vitest';
import { datasetsOf } from '#lib/db/datasets.ts';
import { siteAddress, type Site } from '#lib/schema/site.ts';
import { catalogue, type Catalogued } from './catalogue.ts';

const site: Site = {
	title: 'Proef',
	description: 'Een proef.',
	languages: ['nl'],
	publisher: { name: 'Gemeente Proef' },
	contact: { name: 'Balie' }
};

const file = (ending: string) => ({ file: `indicatoren.${ending}`, bytes: 12, hash: 'ab'.repeat(32) });

const given = (more: Partial<Catalogued>): Catalogued => ({
	site,
	date: '2026-11-23',
	datasets: datasetsOf([], [])
		.filter(({ name }) => name === 'indicatoren')
		.map((own) => ({
			...own,
			rows: 1,
			csv: file('csv'),
			parquet: file('parquet'),
			duckdb: file('duckdb'),
			keywords: [],
			areas: []
		})),
	releases: [],
	...more
});

interface Made {
	'@context': Record<string, unknown>;
	'@graph': Record<string, unknown>[];
}

const made = (more: Partial<Catalogued> = {}) => catalogue(given(more)) as unknown as Made;

test('without an address of the site all addresses of its own are relative', () => {
	const { '@context': context, '@graph': graph } = made();
	expect(context).not.toHaveProperty('@base');
	const own = [...JSON.stringify(graph).matchAll(/"@id":"([^"]+)"/g)].map(([, id]) => id!);
	expect(own).toContain('indicatoren.csv');
	expect(own.filter((id) => /^https?:/.test(id) && /proef|voorbeeld/.test(id))).toEqual([]);
});

test('with one, they all start there', () => {
	const { '@context': context, '@graph': graph } = made({ base: 'https://voorbeeld.nl/monitor/' });
	expect(context['@base']).toBe('https://voorbeeld.nl/monitor/data/catalog.jsonld');
	expect(JSON.stringify(graph)).toContain('https://voorbeeld.nl/monitor/data/catalog.jsonld#indicatoren');
});

test('a contact has no more than is known of it', () => {
	expect(made()['@graph'][0]!['dcat:contactPoint']).toEqual({ '@type': 'vcard:Kind', 'vcard:fn': 'Balie' });
	const contact = { name: 'Balie', email: 'balie@voorbeeld.nl', url: 'https://voorbeeld.nl/balie' };
	expect(made({ site: { ...site, contact } })['@graph'][0]!['dcat:contactPoint']).toMatchObject({
		'vcard:hasEmail': { '@id': 'mailto:balie@voorbeeld.nl' },
		'vcard:hasURL': { '@id': 'https://voorbeeld.nl/balie' }
	});
});

test.each([
	'https://voorbeeld.nl',
	'https://voorbeeld.nl/a',
	'https://voorbeeld.nl/?a/',
	'javascript://voorbeeld.nl/',
	'monitor/'
])('%s is no address that others can start from', (address) =>
	expect(siteAddress.safeParse(address).success).toBe(false)
);

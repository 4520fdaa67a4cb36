import { describe, expect, test } from 'vitest';
import type { MonitorData } from '#lib/schema/model.ts';
import { dress } from './house-style.ts';

const room = '<div class="organisation"></div>';
const page = `<html><head><title>x</title></head><body><header>${room}</header><footer>${room}</footer></body></html>`;
const monitor = (more: object, files: object = {}): MonitorData[] => [
	{
		monitor: { slug: 'dorp', name: 'Dorp & Co', links: { header: [], footer: [] }, ...more },
		...files
	} as unknown as MonitorData
];
const link = { text: 'Naar <b>', url: 'https://www.voorbeeld.nl/?a=1&b="' };
const head = (html: string) => /<header>(.*)<\/header>/s.exec(html)![1]!;
const foot = (html: string) => /<footer>(.*)<\/footer>/s.exec(html)![1]!;

test.each([
	['/dorp/', '../dorp/thema.css'],
	['/dorp/doelen/a/', '../../../dorp/thema.css'],
	['/insluiten/dorp/eenzaamheid/65/', '../../../../dorp/thema.css']
])('%s gets the theme from %s, once', (path, address) => {
	const html = dress(page, path, monitor({}, { theme: 'x' }));
	expect(html.split(`<link rel="stylesheet" href="${address}">`)).toHaveLength(2);
	expect(html.replace(/<link[^>]*>\n\t/, '')).toBe(page);
});

test.each(['/', '/zoeken/', '/stad/', '/insluiten/', '/vragen/dorp/'])('%s gets nothing', (path) => {
	expect(dress(page, path, monitor({ links: { header: [link], footer: [link] } }, { theme: 'x' }))).toBe(
		page
	);
});

test('a monitor without anything of its own leaves its pages as they are', () => {
	expect(dress(page, '/dorp/', monitor({}))).toBe(page);
});

test('a logo keeps its proportion, and leads nowhere', () => {
	const data = monitor(
		{ logo: { file: 'logo.svg', alt: 'Gemeente "Dorp"' } },
		{ logo: { type: 'svg', width: 1000, height: 100, bytes: '' } }
	);
	expect(head(dress(page, '/dorp/doelen/', data))).toBe(
		'<div class="organisation"><img src="../../dorp/logo.svg" alt="Gemeente &quot;Dorp&quot;" width="240" height="24"></div>'
	);
});

describe('links', () => {
	const html = dress(
		page,
		'/dorp/',
		monitor({ links: { header: [link], footer: [{ ...link, text: 'Colofon' }] } })
	);

	test('lead outside, and say so', () => {
		expect(head(html)).toContain(
			'<a class="outside" href="https://www.voorbeeld.nl/?a=1&amp;b=&quot;" rel="external"><span>Naar &lt;b&gt;</span><span class="visually-hidden"> (andere site)</span></a>'
		);
		expect(foot(html)).toContain('>Colofon<');
		expect(foot(html)).not.toContain('Naar');
	});

	test('stand in a list that says whose they are', () => {
		expect(head(html)).toContain('<nav aria-label="Site van Dorp &amp; Co"><ul class="plain"><li>');
	});
});

test('a contact names what is known', () => {
	const contact = { name: 'Team onderzoek', phone: '+31 174-12 34', hours: 'op werkdagen' };
	expect(foot(dress(page, '/dorp/', monitor({ contact })))).toBe(
		'<div class="organisation"><p>Vragen over deze monitor? <span>Team onderzoek</span>: <a href="tel:+311741234">+31&nbsp;174&#8209;12&nbsp;34</a> (<span>op werkdagen</span>).</p></div>'
	);
});

test('what stands in a text never steers what is put in its place', () => {
	const html = dress(page, '/dorp/', monitor({ contact: { name: "$& $` $'", email: 'a@b.nl' } }));
	expect(foot(html)).toContain('$&amp; $` $&#39;</span>: <a href="mailto:a@b.nl">');
});

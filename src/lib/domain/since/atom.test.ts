import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { atomFeed, type Feed } from './atom.ts';
import { goal, release } from './since.fixture.ts';
import { tellRelease, tellStep } from './tell-release.ts';

const feed: Feed = {
	id: 'tag:doelenboom.invalid,2026:ergens',
	title: 'Ergens & verder',
	subtitle: 'Wat er veranderde',
	author: 'Doelenboom',
	self: 'feed.xml',
	alternate: 'sinds/',
	day: '2027-01-01',
	entries: [
		{
			id: 'tag:doelenboom.invalid,2026:ergens/2027-01-01',
			day: '2027-01-01',
			title: 'Stand op 1 januari 2027',
			href: 'sinds/?van=2026-01-01&tot=2027-01-01',
			summary: 'Minder dan "5" <cijfers>',
			items: ['Een & twee']
		}
	]
};

interface Element {
	name: string;
	attributes: Record<string, string>;
	path: string;
	text: string;
}

/** The elements of an XML file with their place; throws where tags do not close in order. */
function read(xml: string): Element[] {
	const [all, open]: [Element[], Element[]] = [[], []];
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				const element = {
					name,
					attributes,
					path: [...open.map((each) => each.name), name].join('/'),
					text: ''
				};
				open.push(element);
				all.push(element);
			},
			ontext(text) {
				const [element] = open.slice(-1);
				if (element) element.text += text;
			},
			onclosetag(name, isImplied) {
				const isSelfClosing = open.at(-1)?.name === 'link';
				if (open.pop()?.name !== name || (isImplied && !isSelfClosing)) throw new Error(`</${name}>`);
			}
		},
		{ xmlMode: true }
	);
	parser.end(xml);
	return all;
}

describe('a feed', () => {
	const elements = read(atomFeed(feed));
	const texts = (path: string) => elements.filter((each) => each.path === path).map(({ text }) => text);

	test('is Atom: what RFC 4287 asks for, once each', () => {
		expect(elements[0]).toMatchObject({
			name: 'feed',
			attributes: { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'nl' }
		});
		for (const place of ['feed', 'feed/entry'])
			for (const name of ['id', 'title', 'updated']) expect(texts(`${place}/${name}`), name).toHaveLength(1);
		expect(texts('feed/author/name')).toEqual(['Doelenboom']);
		expect(texts('feed/updated')).toEqual(['2027-01-01T00:00:00Z']);
		const links = elements
			.filter(({ name }) => name === 'link')
			.map(({ path, attributes }) => [path, attributes]);
		expect(links).toEqual([
			['feed/link', { rel: 'self', type: 'application/atom+xml', href: 'feed.xml' }],
			['feed/link', { rel: 'alternate', type: 'text/html', href: 'sinds/' }],
			['feed/entry/link', { rel: 'alternate', type: 'text/html', href: feed.entries[0]!.href }]
		]);
	});

	test('says what it was given, whatever signs are in it', () => {
		expect(texts('feed/title')).toEqual(['Ergens & verder']);
		expect(texts('feed/entry/summary')).toEqual(['Minder dan "5" <cijfers>']);
		expect(texts('feed/entry/content')).toEqual([
			'<p>Minder dan &quot;5&quot; &lt;cijfers&gt;</p><ul><li>Een &amp; twee</li></ul>'
		]);
	});

	test('without releases is still a feed', () => {
		const empty = read(atomFeed({ ...feed, entries: [] }));
		expect(empty.map(({ path }) => path)).toContain('feed/updated');
		expect(empty.map(({ path }) => path)).not.toContain('feed/entry');
	});
});

describe('an entry', () => {
	const published = (change: Parameters<typeof release>[0] = {}) => ({
		...release(change),
		figures: [{ slug: 'ergens', changes: [] }]
	});

	test('of the first release tells how many goals there are and how those for residents stand', () => {
		const { summary, items } = tellRelease(published(), 'ergens');
		expect(summary).toBe(
			'De eerste uitgave: 2 doelen, diensten en acties. Eén doel voor inwoners (outcome): geen streefwaarde.'
		);
		expect(items).toEqual([]);
	});

	test('of a later one tells what changed, and names each verdict that turned', () => {
		const verdict = { status: 'missed', rule: 'falls@1', sentence: 'Het steeg.' };
		const now = published({
			monitors: [{ slug: 'ergens', goals: [goal({ verdict })], links: [] }]
		});
		expect(tellStep(published(), now, 'ergens')).toEqual({
			summary: '1 ander oordeel en 2 andere afspraken, definities of verbindingen.',
			items: ['Meer mensen voelen zich gezond: van geen streefwaarde naar niet bereikt. Het steeg.']
		});
		expect(tellStep(published(), published(), 'ergens').summary).toBe('Er is niets veranderd.');
	});
});

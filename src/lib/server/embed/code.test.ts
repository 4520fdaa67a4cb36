import { describe, expect, test } from 'vitest';
import { placeCode } from './code.ts';

test.each(['/westland/', '/westland/doelen/', '/westland/indicatoren/roken/'])(
	'%s says beside its code that what is chosen behind the address needs script, and what is there without',
	(path) => {
		const html = placeCode('<title>Roken - Doelenboom</title><div id="insluiten"></div>', path);
		const help = /<p class="small">(.*?)<\/p>/.exec(html)![1]!;
		expect(help).toContain('?thema=donker');
		expect(help).toContain('Deze keuzes werken met JavaScript in het kader.');
		expect(help).toContain('dan is het gewone beeld te zien');
	}
);

describe('a page with several charts', () => {
	const room = (chart: string, title: string) => `<div data-embed="${chart}" data-title="${title}"></div>`;
	const page = [
		'<title>Middelen in Westland - Doelenboom</title>',
		room('westland/middelen/per-jaar', 'Per jaar'),
		room('westland/middelen/domein-werk', 'Werk &amp; &quot;meer&quot;'),
		room('westland/gebieden', 'De wijken'),
		room('vragen/wie', 'Wie?')
	].join('');
	const html = placeCode(page, '/westland/middelen/');
	const boxes = html.match(/<details[\s\S]*?<\/details>/g)!;

	test('has code below each, with the title, address and preview of that one', () => {
		expect(boxes).toHaveLength(4);
		expect(html).not.toContain('data-embed');
		const previews = boxes.map((box) => /<iframe src="([^"]*)" title="([^"]*)"/.exec(box)!.slice(1));
		expect(previews).toEqual([
			['../../insluiten/westland/middelen/per-jaar/', 'Voorbeeld: Per jaar'],
			['../../insluiten/westland/middelen/domein-werk/', 'Voorbeeld: Werk &amp; &quot;meer&quot;'],
			['../../insluiten/westland/gebieden/', 'Voorbeeld: De wijken'],
			['../../insluiten/vragen/wie/', 'Voorbeeld: Wie?']
		]);
		expect(boxes[1]).toContain(
			'Insluiten op uw eigen site<span class="visually-hidden">: Werk &amp; &quot;meer&quot;</span>'
		);
		expect(boxes[1]).toContain('titel=&quot;Werk &amp;amp; &amp;quot;meer&amp;quot;&quot;&gt;');
	});

	test('leads on to the part of the page that has the chart', () => {
		const links = boxes.map((box) => /a href=&quot;https?:\/\/[^/]+\/(.*?)&quot;/.exec(box)![1]);
		expect(links).toEqual([
			'westland/middelen/#per-jaar',
			'westland/middelen/#domein-werk',
			'westland/middelen/',
			'westland/middelen/'
		]);
	});

	test('names what may stand behind the address of these, and gives none of them an id', () => {
		for (const box of boxes) {
			expect(box).toContain('?thema=donker');
			expect(box).not.toMatch(/\?beeld=|\?gebieden=|leeftijd| id="/);
			expect(box).toMatch(/<iframe [^>]*loading="lazy"><\/iframe>/);
		}
	});
});

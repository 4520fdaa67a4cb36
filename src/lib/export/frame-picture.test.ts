import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { framePicture } from './frame-picture.ts';
import { hostile } from '../../../tests/answers.ts';

const ink = { text: 'rgb(0, 0, 0)', ground: 'rgb(255, 255, 255)', face: 'system-ui, "Segoe UI"' };
const chart = {
	svg: '<svg width="400" height="200"><line x1="0" x2="100%"/></svg>',
	width: 400,
	height: 200
};

/** The words of each element of a kind, and the size of the picture. */
function read(svg: string) {
	const words: Record<string, string[]> = {};
	const open: string[] = [];
	let size: Record<string, string> = {};
	const parser = new SaxesParser();
	parser.on('opentag', ({ name, attributes }) => {
		if (open.length === 0) size = attributes;
		open.push(name);
		(words[name] ??= []).push('');
	});
	parser.on('text', (text) => {
		const list = words[open.at(-1) ?? ''];
		if (list) list.push(`${list.pop() ?? ''}${text}`);
	});
	parser.on('closetag', () => {
		open.pop();
	});
	parser.write(svg).close();
	return { words, width: Number(size.width), height: Number(size.height) };
}

test.each(hostile)('the title %j is text in the picture', (title) => {
	const { words } = read(framePicture(chart, [{ label: title }], { title, lines: [title] }, ink));
	const legal = title.replace(/[\0\r]/g, '');
	expect(words.title).toEqual([legal]);
	expect(words.text!.join(' ')).toContain(legal.replace(/\s+/g, ' ').trim().slice(0, 20).split(' ')[0]);
	expect(words).not.toHaveProperty('script');
});

test('a long title takes more lines and more height, never more width', () => {
	const short = read(framePicture(chart, [], { title: 'kort', lines: [] }, ink));
	const long = read(framePicture(chart, [], { title: 'een lange titel '.repeat(20), lines: [] }, ink));
	expect(long.width).toBe(short.width);
	expect(long.height).toBeGreaterThan(short.height);
	expect(long.words.text!.length).toBeGreaterThan(3);
});

test('the key has a mark before each name', () => {
	const mark = { svg: '<svg width="28" height="12"/>', width: 28, height: 12 };
	const svg = framePicture(
		chart,
		[{ mark, label: 'Zoetermeer: 46,3%' }, { label: 'streefwaarde' }],
		{ title: 't', lines: ['Bron: CBS.'] },
		ink
	);
	expect(read(svg).words.text).toEqual(['t', 'Zoetermeer: 46,3%', 'streefwaarde', 'Bron: CBS.']);
	expect(svg.indexOf(mark.svg)).toBeLessThan(svg.indexOf('Zoetermeer'));
});

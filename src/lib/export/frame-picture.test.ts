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

/** Letters of DejaVu Sans Bold by their width, in hundredths of their size. */
const boldLetters: Record<number, string> = {
	34: 'ijl',
	35: ' ',
	37: 'IJ',
	38: '.,',
	40: ':',
	42: '-',
	44: 'f',
	46: '()',
	48: 't',
	49: 'r',
	58: 'z',
	59: 'c',
	60: 's',
	64: 'L',
	65: 'vxy',
	67: 'ak',
	68: 'eEFT',
	69: 'o',
	70: '0123456789',
	71: 'hnu',
	72: 'bdgpqSY',
	73: 'CPZ',
	76: 'B',
	77: 'AKRVX',
	81: 'U',
	82: 'G',
	83: 'D',
	84: 'HN',
	85: 'OQ',
	92: 'w',
	100: 'M%',
	104: 'm',
	110: 'W'
};
const boldWidth = (text: string): number =>
	Array.from(text).reduce(
		(sum, letter) =>
			sum + Number(Object.entries(boldLetters).find(([, letters]) => letters.includes(letter))![0]) / 100,
		0
	);

test.each([
	'Wmo-cliënten per 1.000 inwoners in de wijken van Zoetermeer: voorspeld en gemeten'
		.normalize('NFD')
		.replace(/\p{M}/gu, ''),
	'Ernstige eenzaamheid onder ouderen van 65 jaar en ouder, per wijk en buurt van Westerkwartier',
	'Tittel: rietkraag, trottoir, ritterrit, tornooikruk, drukkerktrekker, brokkelkrokodil, kortrokkig'
])('no line of the title %s passes the margin of a narrow picture', (title) => {
	const narrow = { ...chart, width: 320 };
	const { words, width } = read(framePicture(narrow, [], { title, lines: [] }, ink));
	expect(words.text!.length).toBeGreaterThan(2);
	for (const line of words.text!) expect(16 + 18 * boldWidth(line)).toBeLessThanOrEqual(width - 16);
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

import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { crc32 } from '#scripts/fetch/crc32.ts';
import { formatProblem } from '#scripts/read/problem.ts';
import { readLogo } from './read.ts';

const xmlns = 'xmlns="http://www.w3.org/2000/svg"';
const svg = (inside: string, attributes = 'viewBox="0 0 120 40"'): string =>
	`<svg ${xmlns} ${attributes}>\n\t${inside}\n</svg>\n`;
const said = (text: string): string[] => readLogo(Buffer.from(text), 'logo.svg').problems.map(formatProblem);

test('an SVG is taken as it is, with its size', () => {
	const text = `<?xml version="1.0" encoding="UTF-8"?>\n<!-- of our own -->\n${svg(
		'<defs><linearGradient id="a"><stop offset="1" stop-color="#fff"/></linearGradient></defs><rect width="120" height="40" fill="url(#a)"/><use href="#a"/>'
	)}`;
	const { logo, problems } = readLogo(Buffer.from(text), 'logo.svg');
	expect(problems).toEqual([]);
	expect(logo).toEqual({ type: 'svg', width: 120, height: 40, bytes: Buffer.from(text).toString('base64') });
});

test('without a viewBox its own width and height count', () => {
	expect(readLogo(Buffer.from(svg('', 'width="30px" height="20"')), 'logo.svg').logo).toMatchObject({
		width: 30,
		height: 20
	});
});

test.each([
	[
		'script',
		svg('<script>alert(1)</script>'),
		'logo.svg:2:2: er staat "<script>", verwacht: alleen elementen'
	],
	['a handler', svg('<path d="M0 0" onclick="alert(1)"/>'), 'logo.svg:2:2: er staat "onclick="alert(1)""'],
	[
		'a handler at the root',
		svg('', 'viewBox="0 0 1 1" onload="x()"'),
		'logo.svg:1:1: er staat "onload="x()""'
	],
	['a page within', svg('<foreignObject/>'), 'er staat "<foreignObject>"'],
	['a picture of elsewhere', svg('<image href="https://elders.nl/x.png"/>'), 'er staat "<image>"'],
	[
		'a shape of elsewhere',
		svg(
			'<use xlink:href="https://elders.nl/x.svg#a"/>',
			`viewBox="0 0 1 1" xmlns:xlink="http://www.w3.org/1999/xlink"`
		),
		'verwijzing binnen het bestand'
	],
	['code in an address', svg('<use href="javascript:alert(1)"/>'), 'verwijzing binnen het bestand'],
	['a colour of elsewhere', svg('<rect fill="url(https://elders.nl/#a)"/>'), 'als url(#naam)'],
	['a colour of elsewhere, hidden', svg('<rect fill="red &#117;rl(//elders.nl)"/>'), 'als url(#naam)'],
	['a link', svg('<a href="#a"><path d="M0 0"/></a>'), 'er staat "<a>"'],
	['a style sheet', svg('<style>@import "x"</style>'), 'er staat "<style>"'],
	['style in an attribute', svg('<path d="M0 0" style="fill: red"/>'), 'geen style of class'],
	['movement', svg('<animate attributeName="href"/>'), 'er staat "<animate>"'],
	[
		'a document type',
		`<!DOCTYPE svg [<!ENTITY a "b">]>${svg('')}`,
		'er staat "DOCTYPE", verwacht: een SVG zonder DOCTYPE'
	],
	['a style sheet beside it', `<?xml-stylesheet href="x.css"?>${svg('')}`, 'er staat "<?xml-stylesheet"'],
	[
		'another namespace',
		`<svg xmlns="http://www.w3.org/1999/xhtml" viewBox="0 0 1 1"/>`,
		'verwacht: een <svg xmlns='
	],
	['a prefix', svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>'), 'er staat "<h:script>"'],
	['no size', svg('', 'viewBox="0 0 0 0"'), 'met een viewBox'],
	['HTML', '<!doctype html><p>x', 'logo.svg:1:1'],
	['XML that does not end', svg('<g>'), 'verwacht: een SVG die goede XML is']
])('refuses %s', (_, text, message) => {
	const problems = said(text);
	expect(problems.join('\n')).toContain(message);
});

function part(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(body, 0));
	return Buffer.concat([length, body, sum]);
}

function png(width: number, height: number): Buffer {
	const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	return Buffer.concat([
		Buffer.from('89504e470d0a1a0a', 'hex'),
		part('IHDR', head),
		part('IDAT', deflateSync(Buffer.alloc((width + 1) * height))),
		part('IEND', Buffer.alloc(0))
	]);
}

const saidOf = (bytes: Buffer): string => readLogo(bytes, 'logo.png').problems.map(formatProblem).join('\n');

test('a PNG is taken with its size', () => {
	expect(readLogo(png(30, 12), 'logo.png').logo).toMatchObject({ type: 'png', width: 30, height: 12 });
});

test.each([
	['something else', Buffer.from('<svg/>'), 'logo.png: verwacht: een PNG die heel is'],
	['the half of one', png(30, 12).subarray(0, 40), 'een PNG die heel is'],
	['more behind it', Buffer.concat([png(3, 3), Buffer.from('<script>')]), 'een PNG die heel is'],
	[
		'one with a changed byte',
		Buffer.from(png(30, 12).map((byte, i) => (i === 20 ? byte ^ 1 : byte))),
		'een PNG die heel is'
	],
	[
		'one that is too wide',
		png(2001, 1),
		'er staat "2001 bij 1", verwacht: een logo van hoogstens 2000 pixels'
	],
	['one that is too large', Buffer.alloc(40_000), 'verwacht: een logo van hoogstens 32 kB']
])('refuses %s as a PNG', (_, bytes, message) => {
	expect(saidOf(bytes)).toContain(message);
});

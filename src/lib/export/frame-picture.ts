import { boldRatio } from '../charts/fit-text.ts';
import { wrap } from '../charts/tree-text.ts';
import { escapeMarkup } from '../domain/markup.ts';

export interface PictureTexts {
	title: string;
	/** What stands under the chart, such as its source and the day on which it was taken. */
	lines: readonly string[];
}

/** A part of a picture that is drawn already: SVG, and its size in pixels. */
export interface Drawn {
	svg: string;
	width: number;
	height: number;
}

/** A line of the key below a chart: its mark, where it has one, and what it stands for. */
export interface DrawnKey {
	mark?: Drawn;
	label: string;
}

export interface Ink {
	text: string;
	ground: string;
	/** Faces of the letters, as `font-family` has them. */
	face: string;
}

/** A text as XML can hold it; signs that XML cannot hold are left out. */
export const escapeXml = (text: string): string =>
	escapeMarkup(text.replace(/[^\P{Cc}\n\t]|\p{Cs}|[\uFFFE\uFFFF]/gu, ''));

const margin = 16;
const narrowest = 320;

/** Lines of text below each other, from `y` on. */
function block(texts: readonly string[], y: number, size: number, width: number, weight = 400) {
	const room = width / size / (weight > 400 ? boldRatio : 1);
	const lines = texts.flatMap((text) => wrap(text.replace(/\s+/g, ' ').trim(), room));
	const step = Math.round(size * 1.4);
	const rows = lines.map(
		(line, i) =>
			`<text x="${margin}" y="${y + i * step + size}" font-size="${size}" font-weight="${weight}">${escapeXml(line)}</text>`
	);
	return { svg: rows.join('\n'), bottom: y + lines.length * step };
}

/** The key of a chart, a line for each. */
function keyBlock(keys: readonly DrawnKey[], y: number, width: number) {
	const parts: string[] = [];
	let bottom = y;
	for (const { mark, label } of keys) {
		const indent = mark ? mark.width + 8 : 0;
		const text = block([label], bottom, 13, width - indent);
		if (mark) parts.push(`<g transform="translate(${margin} ${bottom - 1})">${mark.svg}</g>`);
		parts.push(`<g transform="translate(${indent} 0)">${text.svg}</g>`);
		bottom = text.bottom;
	}
	return { svg: parts.join('\n'), bottom };
}

/** A whole picture that needs nothing else: title, chart, key and lines below each other on a ground of its own. */
export function framePicture(
	chart: Drawn,
	keys: readonly DrawnKey[],
	{ title, lines }: PictureTexts,
	ink: Ink
): string {
	const inner = Math.max(narrowest, Math.ceil(chart.width));
	const head = block([title], margin, 18, inner, 600);
	const top = head.bottom + 12;
	const key = keyBlock(keys, top + Math.ceil(chart.height) + 12, inner);
	const foot = block(lines, key.bottom + 8, 12, inner);
	const [width, height] = [inner + 2 * margin, foot.bottom + margin];
	return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${escapeXml(ink.face)}" fill="${escapeXml(ink.text)}">
<title>${escapeXml(title)}</title>
<desc>${escapeXml(lines.join(' '))}</desc>
<rect width="${width}" height="${height}" fill="${escapeXml(ink.ground)}"/>
${head.svg}
<g transform="translate(${margin} ${top})">
${chart.svg}
</g>
${key.svg}
${foot.svg}
</svg>
`;
}

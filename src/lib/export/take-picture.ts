import { drawElement, type Tools } from './draw-element.ts';
import { escapeXml, framePicture, type Drawn, type DrawnKey, type PictureTexts } from './frame-picture.ts';

/** What stands beside a chart in its picture. */
export interface Caption extends PictureTexts {
	/** The key that stands outside the chart on the page: its mark as it is drawn there, and what it stands for. */
	key?: readonly { mark?: SVGSVGElement; label: string }[];
	/** What lies over the chart, at the same place and as large, such as the names on a map. */
	over?: SVGSVGElement | undefined;
}

/** Room around marks, for the width of their strokes. */
const bleed = 4;

/** Reads any colour of CSS by painting with it: some programs know `rgb()` only. */
function colourReader(): (value: string) => string {
	const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
	return (value) => {
		if (!context || /^(none|rgba?\(|#|url\(|context-)/.test(value)) return value;
		context.clearRect(0, 0, 1, 1);
		context.fillStyle = value;
		context.fillRect(0, 0, 1, 1);
		const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
		return alpha === 255
			? `rgb(${red}, ${green}, ${blue})`
			: `rgba(${red}, ${green}, ${blue}, ${alpha! / 255})`;
	};
}

/** The first ground that is painted behind an element. */
function groundOf(element: Element, { styleOf, colour }: Tools): string {
	for (let at: Element | null = element; at; at = at.parentElement) {
		const { backgroundColor } = styleOf(at);
		if (!/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return colour(backgroundColor);
	}
	return 'rgb(255, 255, 255)';
}

/** The box of all marks of a chart, from its left upper corner: labels may stand outside of the chart itself. */
function boxOf(svg: SVGSVGElement, { styleOf }: Tools) {
	const own = svg.getBoundingClientRect();
	const box = { left: 0, top: 0, right: own.width, bottom: own.height };
	if (styleOf(svg).overflow === 'visible')
		for (const mark of svg.querySelectorAll('text, path, line, rect, circle, polyline, polygon')) {
			const { left, top, right, bottom, width, height } = mark.getBoundingClientRect();
			if (width === 0 && height === 0) continue;
			box.left = Math.min(box.left, left - own.left);
			box.top = Math.min(box.top, top - own.top);
			box.right = Math.max(box.right, right - own.left);
			box.bottom = Math.max(box.bottom, bottom - own.top);
		}
	return { ...box, own };
}

function draw(svg: SVGSVGElement, tools: Tools): Drawn {
	const { left, top, right, bottom, own } = boxOf(svg, tools);
	const extra = {
		x: String(Math.round(bleed - left)),
		y: String(Math.round(bleed - top)),
		width: String(own.width),
		height: String(own.height),
		overflow: tools.styleOf(svg).overflow
	};
	return {
		svg: drawElement(svg, tools, extra),
		width: right - left + 2 * bleed,
		height: bottom - top + 2 * bleed
	};
}

/** The lines of a text as they stand on the page, each from its left upper corner. */
function linesOf(element: Element): { text: string; box: DOMRect }[] {
	const lines: { text: string; box: DOMRect }[] = [];
	const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	for (let node = texts.nextNode(); node; node = texts.nextNode())
		for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(/\S+/g)) {
			const range = document.createRange();
			range.setStart(node, index);
			range.setEnd(node, index + word.length);
			const box = range.getBoundingClientRect();
			const line = lines.at(-1);
			if (line && Math.abs(line.box.top - box.top) < 2) line.text += ` ${word}`;
			else lines.push({ text: word, box });
		}
	return lines;
}

/** Small charts that stand together, with the texts between them, each where it is on the page. */
function drawTogether(whole: HTMLElement, tools: Tools): Drawn {
	const own = whole.getBoundingClientRect();
	const at = ({ left, top }: DOMRect) => ({ x: left - own.left + bleed, y: top - own.top + bleed });
	const charts = [...whole.querySelectorAll('svg')].map((svg) => {
		const box = svg.getBoundingClientRect();
		const { x, y } = at(box);
		const place = { x, y, width: box.width, height: box.height };
		const extra = Object.fromEntries(Object.entries(place).map(([key, value]) => [key, value.toFixed(1)]));
		return drawElement(svg, tools, { ...extra, overflow: 'visible' });
	});
	const texts = [...whole.querySelectorAll('p')].flatMap((element) => {
		const { fontSize, fontWeight, color } = tools.styleOf(element);
		return linesOf(element).map(({ text, box }) => {
			const { x, y } = at(box);
			return `<text x="${x.toFixed(1)}" y="${(y + box.height * 0.8).toFixed(1)}" font-size="${parseFloat(fontSize)}" font-weight="${escapeXml(fontWeight)}" fill="${escapeXml(tools.colour(color))}">${escapeXml(text)}</text>`;
		});
	});
	return {
		svg: [...charts, ...texts].join('\n'),
		width: own.width + 2 * bleed,
		height: own.height + 2 * bleed
	};
}

const textOf = ({ textContent }: Element): string => textContent.replace(/\s+/g, ' ').trim();

/**
 * What stands at a chart of the page and belongs to it: its key, its axes, and what its signs mean. What only tells a
 * reader what to do on the page is left out.
 */
export function keyOf(chart: SVGSVGElement | HTMLElement): NonNullable<Caption['key']> {
	// Of more maps in one figure each has its own name and year above it.
	const own = chart.closest('.map')?.parentElement?.querySelectorAll(':scope > p') ?? [];
	const items = chart
		.closest('figure')
		?.querySelectorAll('.key li, .legend li, .chart > p, figure > p:not(.screen-only)');
	return [...own, ...(items ?? [])].flatMap((item) => {
		const mark = item.querySelector('svg');
		const label = textOf(item);
		return label ? [{ label, ...(mark && { mark }) }] : [];
	});
}

/** The sentence that says what the figure of a chart shows; empty where there is none. */
export function sentenceOf(chart: SVGSVGElement | HTMLElement): string {
	const id = chart.closest('figure')?.getAttribute('aria-describedby');
	const told = id ? document.getElementById(id) : null;
	return told ? textOf(told) : '';
}

/** What makes the page light: the property itself, and what Vite's CSS compiler writes for `light-dark()`. */
const light: readonly [string, string][] = [
	['color-scheme', 'light'],
	['--lightningcss-light', 'initial'],
	['--lightningcss-dark', ' ']
];

/** Does something as a reader in light colours sees it: a picture ends up in documents on white. */
function inLight<T>(what: () => T): T {
	const root = document.documentElement;
	const before = root.getAttribute('style');
	for (const [name, value] of light) root.style.setProperty(name, value);
	try {
		return what();
	} finally {
		if (before === null) root.removeAttribute('style');
		else root.setAttribute('style', before);
	}
}

/**
 * A chart of the page as an SVG file of its own: with title, key and lines in it, every style written into it, and no
 * reference to anything outside. It is drawn as it is on the page at that moment, in light colours.
 * @param chart the chart, or what holds small charts that belong together; in a page and visible
 * @returns the text of the file
 * @throws {Error} for a chart that takes no place on the page
 */
export function takePicture(
	chart: SVGSVGElement | HTMLElement,
	{ key = [], over, ...texts }: Caption
): string {
	const tools: Tools = {
		styleOf: (element) => getComputedStyle(element),
		colour: colourReader(),
		face: getComputedStyle(chart).fontFamily
	};
	return inLight(() => {
		const { width, height } = chart.getBoundingClientRect();
		if (width === 0 || height === 0) throw new Error('De grafiek is niet te zien, en dus niet op te slaan.');
		const keys = key.map(({ mark, label }): DrawnKey => ({
			label,
			...(mark ? { mark: draw(mark, tools) } : {})
		}));
		const ink = {
			text: tools.colour(getComputedStyle(chart).color),
			ground: groundOf(chart, tools),
			face: tools.face
		};
		const drawn = chart instanceof SVGSVGElement ? draw(chart, tools) : drawTogether(chart, tools);
		const whole = over ? { ...drawn, svg: drawn.svg + draw(over, tools).svg } : drawn;
		return framePicture(whole, keys, texts, ink);
	});
}

import { drawElement, type Tools } from './draw-element.ts';
import { framePicture, type Drawn, type DrawnKey, type PictureTexts } from './frame-picture.ts';

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
 * @param svg the chart, in a page and visible
 * @returns the text of the file
 * @throws {Error} for a chart that takes no place on the page
 */
export function takePicture(svg: SVGSVGElement, { key = [], over, ...texts }: Caption): string {
	const tools: Tools = {
		styleOf: (element) => getComputedStyle(element),
		colour: colourReader(),
		face: getComputedStyle(svg).fontFamily
	};
	return inLight(() => {
		const { width, height } = svg.getBoundingClientRect();
		if (width === 0 || height === 0) throw new Error('De grafiek is niet te zien, en dus niet op te slaan.');
		const keys = key.map(({ mark, label }): DrawnKey => ({
			label,
			...(mark ? { mark: draw(mark, tools) } : {})
		}));
		const ink = {
			text: tools.colour(getComputedStyle(svg).color),
			ground: groundOf(svg, tools),
			face: tools.face
		};
		const chart = draw(svg, tools);
		const whole = over ? { ...chart, svg: chart.svg + draw(over, tools).svg } : chart;
		return framePicture(whole, keys, texts, ink);
	});
}

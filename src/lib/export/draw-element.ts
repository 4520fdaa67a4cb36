import { escapeXml } from './frame-picture.ts';

/** What may stand in a picture; everything else, such as script, style and HTML within SVG, is left out. */
const elements = new Set(
	'svg g a path line polyline polygon rect circle ellipse text tspan title desc defs clipPath linearGradient radialGradient stop pattern marker use'.split(
		' '
	)
);

/** Attributes that are kept as they are: places and sizes, and nothing that styles, names or runs. */
const attributes = new Set(
	'id x y x1 y1 x2 y2 dx dy cx cy r rx ry width height d points transform viewBox preserveAspectRatio offset gradientUnits gradientTransform patternUnits patternTransform clipPathUnits markerWidth markerHeight refX refY orient rotate textLength lengthAdjust pathLength href'.split(
		' '
	)
);

/** What of the style of the page is written into each element, as it was worked out there. */
const shapeProperties =
	'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin opacity paint-order vector-effect clip-path marker-start marker-mid marker-end'.split(
		' '
	);
const textProperties =
	'font-family font-size font-weight font-style text-anchor dominant-baseline letter-spacing'.split(' ');
/** Places that a style may set as well as an attribute. */
const placed: Record<string, string[]> = {
	circle: ['r', 'cx', 'cy'],
	ellipse: ['rx', 'ry', 'cx', 'cy'],
	rect: ['rx', 'ry']
};

const initial: Record<string, string> = {
	'fill-opacity': '1',
	'fill-rule': 'nonzero',
	stroke: 'none',
	'stroke-opacity': '1',
	'stroke-dasharray': 'none',
	'stroke-dashoffset': '0px',
	'stroke-linecap': 'butt',
	'stroke-linejoin': 'miter',
	opacity: '1',
	'paint-order': 'normal',
	'vector-effect': 'none',
	'clip-path': 'none',
	'marker-start': 'none',
	'marker-mid': 'none',
	'marker-end': 'none',
	'font-style': 'normal',
	'letter-spacing': 'normal',
	'dominant-baseline': 'auto',
	'text-anchor': 'start'
};

const isGroup = (name: string): boolean => /^(svg|g|a)$/.test(name);
const isWords = (name: string): boolean => name === 'text' || name === 'tspan';
/** Parts that draw nothing by themselves. */
const isApart = (name: string): boolean => /^(defs|title|desc|clipPath|marker|pattern)$/.test(name);

/** Names of the properties that do something for an element. */
function propertiesOf(name: string): readonly string[] {
	if (isApart(name)) return [];
	if (isGroup(name)) return ['opacity', 'clip-path'];
	if (name === 'stop') return ['stop-color', 'stop-opacity'];
	if (name === 'line') return shapeProperties.filter((each) => !each.startsWith('fill'));
	return isWords(name) ? [...shapeProperties, ...textProperties] : shapeProperties;
}

/** A reference is kept where it leads to a part of the picture itself. */
const leadsOutside = (value: string): boolean =>
	/url\(/i.test(value) && !/^url\(["']?#[\w-]+["']?\)$/.test(value);

export interface Tools {
	styleOf: (element: Element) => CSSStyleDeclaration;
	/** A colour as every program that shows SVG knows it. */
	colour: (value: string) => string;
	/** Faces of the letters that the whole picture has. */
	face: string;
}

function attributesOf(element: Element, { styleOf, colour, face }: Tools): [string, string][] {
	const name = element.localName;
	const kept = new Map<string, string>();
	for (const { name: key, value } of element.attributes)
		if (attributes.has(key) && !(key === 'href' && !(name === 'use' && /^#[\w-]+$/.test(value))))
			kept.set(key, value);
	const style = styleOf(element);
	for (const key of placed[name] ?? []) {
		const value = style.getPropertyValue(key);
		if (value !== '' && value !== 'auto' && (kept.has(key) || value !== '0px'))
			kept.set(key, value.replace(/px$/, ''));
	}
	for (const key of propertiesOf(name)) {
		const value = style.getPropertyValue(key);
		if (value === '' || value === initial[key] || leadsOutside(value)) continue;
		if (value === face && key === 'font-family') continue;
		if (key.startsWith('stroke-') && style.stroke === 'none') continue;
		kept.set(key, /^(fill|stroke|stop-color)$/.test(key) ? colour(value) : value);
	}
	return [...kept];
}

function isHidden(element: Element, { styleOf }: Tools): boolean {
	const name = element.localName;
	if (isApart(name)) return false;
	const { display, visibility } = styleOf(element);
	return display === 'none' || (visibility === 'hidden' && !isGroup(name));
}

/** The elements within an element, and their texts. */
function inside(element: Element, tools: Tools): string {
	return [...element.childNodes]
		.map((node) => {
			if (node.nodeType === Node.TEXT_NODE)
				return /^(text|tspan|title|desc)$/.test(element.localName) ? escapeXml(node.nodeValue ?? '') : '';
			return node instanceof SVGElement ? drawElement(node, tools) : '';
		})
		.join('');
}

/**
 * An element of the page as SVG that looks the same anywhere: each style that the page gave it stands in an attribute.
 * @param extra attributes that replace its own
 */
export function drawElement(element: Element, tools: Tools, extra: Record<string, string> = {}): string {
	const name = element.localName;
	if (!elements.has(name) || isHidden(element, tools)) return '';
	const written = Object.entries({ ...Object.fromEntries(attributesOf(element, tools)), ...extra })
		.map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
		.join('');
	const tag = name === 'a' ? 'g' : name;
	return `<${tag}${written}>${inside(element, tools)}</${tag}>`;
}

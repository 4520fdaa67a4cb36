import { SaxesParser } from 'saxes';

/** Elements that draw; none that runs, fetches, moves or brings style of its own. */
const elements = new Set(
	(
		'svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan ' +
		'linearGradient radialGradient stop clipPath mask'
	).split(' ')
);

const attributes = new Set(
	(
		'xmlns xmlns:xlink version id viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d ' +
		'points pathLength transform transform-origin fill fill-opacity fill-rule stroke stroke-width stroke-opacity ' +
		'stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color display ' +
		'visibility overflow clip-path clip-rule clipPathUnits mask maskUnits maskContentUnits gradientUnits ' +
		'gradientTransform spreadMethod offset stop-color stop-opacity href xlink:href font-family font-size ' +
		'font-weight font-style text-anchor letter-spacing dx dy role aria-hidden aria-label aria-labelledby xml:space'
	).split(' ')
);

const namespaces: Record<string, string> = {
	xmlns: 'http://www.w3.org/2000/svg',
	'xmlns:xlink': 'http://www.w3.org/1999/xlink'
};

/** Something in a picture that may not be there, at its place in the text. */
export interface Fault {
	line: number;
	column: number;
	value?: string;
	expected: string;
}

/** Why an attribute is refused, or `undefined` where it may be there. */
function objection(name: string, value: string): string | undefined {
	if (!attributes.has(name))
		return name === 'style' || name === 'class'
			? 'kleuren in attributen, zoals fill="#0b6170", en geen style of class'
			: 'alleen attributen die iets tekenen';
	if (name in namespaces)
		return value === namespaces[name] ? undefined : `xmlns voor SVG: ${namespaces[name]}`;
	if (name.endsWith('href'))
		return /^#[\w-]+$/.test(value) ? undefined : 'een verwijzing binnen het bestand, als #naam';
	if (/url\(/i.test(value) && !/^url\(#[\w-]+\)$/.test(value))
		return 'een verwijzing binnen het bestand, als url(#naam)';
	return undefined;
}

/** Width and height that a picture gives of itself: by its `viewBox`, or else by its attributes. */
function sizeOf({ viewBox, width, height }: Readonly<Record<string, string>>): [number, number] | undefined {
	const box = (viewBox ?? '')
		.trim()
		.split(/[\s,]+/)
		.map(Number);
	const own = [width, height].map((each) => Number(/^(\d+(?:\.\d+)?)(px)?$/.exec(each ?? '')?.[1]));
	return [box.slice(2, 4), own].find(
		(each): each is [number, number] => each.length === 2 && each.every((side) => side > 0 && side < 1e6)
	);
}

/**
 * Reads an SVG by what it may hold: shapes, colours and references within itself. A document type (which brings
 * entities), a style sheet, script and everything else is refused, for the file can be opened by itself too.
 */
export function readSvg(text: string): { size?: [number, number]; faults: Fault[] } {
	const faults: Fault[] = [];
	const parser = new SaxesParser();
	let size: [number, number] | undefined;
	let isFirst = true;
	const refuse = (expected: string, value?: string): void => {
		// No value of an attribute holds this sign.
		const before = text.slice(0, Math.max(0, text.lastIndexOf('<', parser.position - 1)));
		const line = before.split('\n').length;
		const column = before.length - before.lastIndexOf('\n');
		faults.push({ line, column, ...(value !== undefined && { value }), expected });
	};
	parser.on('error', () => {
		if (faults.length === 0) refuse('een SVG die goede XML is');
	});
	parser.on('doctype', () => refuse('een SVG zonder DOCTYPE; die regel kan weg', 'DOCTYPE'));
	parser.on('processinginstruction', ({ target }) => refuse('een SVG zonder opdrachten', `<?${target}`));
	parser.on('opentag', ({ name, attributes: given }) => {
		if (isFirst) {
			size = name === 'svg' && given.xmlns === namespaces.xmlns ? sizeOf(given) : undefined;
			if (!size) refuse(`een <svg xmlns="${namespaces.xmlns}"> met een viewBox`, `<${name}>`);
		}
		isFirst = false;
		if (!elements.has(name))
			refuse(`alleen elementen die iets tekenen: ${[...elements].join(', ')}`, `<${name}>`);
		for (const [attribute, value] of Object.entries(given)) {
			const why = objection(attribute, value);
			if (why) refuse(why, `${attribute}="${value}"`);
		}
	});
	parser.write(text).close();
	return { ...(size && { size }), faults };
}

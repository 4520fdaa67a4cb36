import { rgb } from 'd3';

/** A colour without transparency: red, green and blue from 0 to 255. */
export interface Colour {
	r: number;
	g: number;
	b: number;
}

/** A part of a colour (0 to 255) as an amount of light (0 to 1), and back. */
const lightOf = (part: number): number =>
	part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
const partOf = (light: number): number =>
	255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055);

/** Relative luminance by WCAG 2.2, from 0 for black to 1 for white. */
const luminance = ({ r, g, b }: Colour): number =>
	0.2126 * lightOf(r) + 0.7152 * lightOf(g) + 0.0722 * lightOf(b);

/** Contrast of two colours by WCAG 2.2, from 1 (the same) to 21 (black on white). */
export function contrast(one: Colour, other: Colour): number {
	const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
	return (high! + 0.05) / (low! + 0.05);
}

const times = (matrix: readonly (readonly number[])[], [x = 0, y = 0, z = 0]: readonly number[]): number[] =>
	matrix.map(([a = 0, b = 0, c = 0]) => a * x + b * y + c * z);

// The matrices of Oklab, as CSS Color 4 (section 10.9) gives them for sRGB: light to cones, cones to Oklab, and back.
const toCones = [
	[0.4122214708, 0.5363325363, 0.0514459929],
	[0.2119034982, 0.6806995451, 0.1073969566],
	[0.0883024619, 0.2817188376, 0.6299787005]
];
const toLab = [
	[0.2104542553, 0.793617785, -0.0040720468],
	[1.9779984951, -2.428592205, 0.4505937099],
	[0.0259040371, 0.7827717662, -0.808675766]
];
const fromLab = [
	[1, 0.3963377774, 0.2158037573],
	[1, -0.1055613458, -0.0638541728],
	[1, -0.0894841775, -1.291485548]
];
const fromCones = [
	[4.0767416621, -3.3077115913, 0.2309699292],
	[-1.2684380046, 2.6097574011, -0.3413193965],
	[-0.0041960863, -0.7034186147, 1.707614701]
];

function labOf({ r, g, b }: Colour): number[] {
	return times(toLab, times(toCones, [lightOf(r), lightOf(g), lightOf(b)]).map(Math.cbrt));
}

/**
 * What `color-mix(in oklab, …)` of CSS gives.
 * @param share of the first colour, from 0 to 1
 */
export function mix(one: Colour, share: number, other: Colour): Colour {
	const [first, second] = [labOf(one), labOf(other)];
	const lab = first.map((part, i) => part * share + second[i]! * (1 - share));
	const [r, g, b] = times(
		fromCones,
		times(fromLab, lab).map((part) => part ** 3)
	).map((light) => Math.min(255, Math.max(0, partOf(light))));
	return { r: r!, g: g!, b: b! };
}

/** The forms in which a colour may be written; which numbers and names there are is for d3 to say. */
const forms =
	/^(#[0-9a-f]{3}|#[0-9a-f]{6}|[a-z]+|rgb\(\s*\d+%?(\s*,\s*|\s+)\d+%?\2\d+%?\s*\)|hsl\(\s*\d+(\.\d+)?(deg)?(\s*,\s*|\s+)\d+(\.\d+)?%\5\d+(\.\d+)?%\s*\))$/i;

/** A colour as CSS writes it (hex, `rgb()`, `hsl()` or a name), or `undefined` where it is none, or see-through. */
export function readColour(text: string): Colour | undefined {
	if (!forms.test(text)) return undefined;
	const commas = text.replace(/(?<=\d)deg/i, '').replace(/(?<=[\d%])\s+(?=\d)/g, ', ');
	const { r, g, b, opacity } = rgb(commas);
	if (opacity !== 1 || [r, g, b].some((part) => Number.isNaN(part) || part > 255.5)) return undefined;
	return { r, g, b };
}

/** A colour as six digits, such as `#0b6170`. */
export const hexOf = ({ r, g, b }: Colour): string => rgb(r, g, b).formatHex();

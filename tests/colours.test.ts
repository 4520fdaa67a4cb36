import { readFileSync } from 'node:fs';
import { rgb } from 'd3';
import { expect, test } from 'vitest';

const tokens = readFileSync('src/lib/styles/tokens.css', 'utf8');

/** The colours of a token in light and in dark. */
function coloursOf(name: string): [string, string] {
	const found = new RegExp(`${name}: light-dark\\((#[0-9a-f]+), (#[0-9a-f]+)\\)`).exec(tokens);
	return [found?.[1] ?? '', found?.[2] ?? ''];
}

/** Relative luminance by WCAG 2.2, from 0 for black to 1 for white. */
function luminance(colour: string): number {
	const { r, g, b } = rgb(colour);
	const [red, green, blue] = [r, g, b].map((part) =>
		part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4
	);
	return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
	const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
	return (high! + 0.05) / (low! + 0.05);
}

test('contrast is that of WCAG', () => {
	expect(contrast('#000', '#fff')).toBeCloseTo(21);
	expect(contrast('#777', '#fff')).toBeCloseTo(4.48, 2);
});

test.each([1, 2, 3, 4, 5])('a name on class %i of a map can be read, in light and in dark', (place) => {
	const [grounds, inks] = [
		coloursOf(`--doelenboom-map-${place}`),
		coloursOf(`--doelenboom-map-ink-${place}`)
	];
	const contrasts = grounds.map((ground, i) => contrast(ground, inks[i]!));
	expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
});

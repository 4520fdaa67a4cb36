import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrast, readColour } from '#scripts/check/theme/colour.ts';

const tokens = readFileSync('src/lib/styles/tokens.css', 'utf8');

/** The colours of a token in light and in dark. */
function coloursOf(name: string): [string, string] {
	const found = new RegExp(`${name}: light-dark\\((#[0-9a-f]+), (#[0-9a-f]+)\\)`).exec(tokens);
	return [found?.[1] ?? '', found?.[2] ?? ''];
}

test.each([1, 2, 3, 4, 5])('a name on class %i of a map can be read, in light and in dark', (place) => {
	const [grounds, inks] = [
		coloursOf(`--doelenboom-map-${place}`),
		coloursOf(`--doelenboom-map-ink-${place}`)
	];
	const contrasts = grounds.map((ground, i) => contrast(readColour(ground)!, readColour(inks[i]!)!));
	expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
});

import { readColour } from './colour.ts';

/** What the value of a token may be, for who writes one. */
export interface Kind {
	isColour: boolean;
	fits: (value: string) => boolean;
	expected: string;
}

const colour: Kind = {
	isColour: true,
	fits: (value) => readColour(value) !== undefined,
	expected: 'een kleur zonder doorzichtigheid, als #0b6170, rgb(11, 97, 112), hsl(189, 82%, 24%) of teal'
};

const generic = 'serif|sans-serif|system-ui|monospace';
const family = String.raw`'[\w -]+'|"[\w -]+"|[a-zA-Z][\w-]*( [a-zA-Z][\w-]*)*`;
const families = new RegExp(`^((${family})\\s*,\\s*)*(${generic})$`);

const fonts: Kind = {
	isColour: false,
	fits: (value) => value.length <= 300 && families.test(value),
	expected: `lettertypes met komma's ertussen, het laatste ${generic.replaceAll('|', ', ')}; ze worden nergens opgehaald`
};

/** A number with a unit, within bounds. */
const within = (unit: string, low: number, high: number): Kind => ({
	isColour: false,
	fits: (value) => {
		const [, digits] = new RegExp(`^(\\d+(?:\\.\\d+)?)${unit}$`).exec(value) ?? [];
		return digits !== undefined && Number(digits) >= low && Number(digits) <= high;
	},
	expected: `${unit === '' ? 'een getal' : `een maat in ${unit}`} van ${low} tot en met ${high}, met een punt voor decimalen`
});

/** The first that fits a name holds. Bounds keep a page legible, and as wide as a screen. */
const kinds: [RegExp, Kind][] = [
	[/-font-family(-|$)/, fonts],
	[/-font-size-/, within('rem', 0.8, 3)],
	[/-line-height-/, within('', 1.3, 2)],
	[/-font-weight-/, within('', 400, 900)],
	[/-space-/, within('rem', 0, 6)],
	[/-border-width-/, within('px', 1, 6)],
	[/-max-inline-size$/, within('rem', 40, 120)],
	[/-(color|bg|border)-|-color$/, colour]
];

/** What a token of NL Design System holds, by its name; `undefined` where the name does not say so. */
export const kindOf = (name: string): Kind | undefined => kinds.find(([pattern]) => pattern.test(name))?.[1];

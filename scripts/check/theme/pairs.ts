/** Two tokens that lie on each other somewhere on the site, and how much they must differ (WCAG 2.2, 1.4.3 and 1.4.11). */
export interface Pair {
	/** What a reader sees, in Dutch, and on what. */
	what: string;
	on: string;
	fore: string;
	back: string;
	least: 3 | 4.5;
}

type Named = readonly [token: string, name: string];

const page: Named = ['--basis-color-default-bg-document', 'de pagina'];
const accentGround: Named = ['--basis-color-accent-1-bg-subtle', 'een vlak in de accentkleur'];
const grounds: Named[] = [
	page,
	['--basis-color-default-bg-subtle', 'een licht vlak'],
	['--basis-color-default-bg-default', 'een vlak onder de muis'],
	accentGround
];
const levels: Named[] = ['impact', 'outcome', 'output', 'throughput', 'input'].map((level) => [
	`--doelenboom-level-${level}`,
	`een doel van het niveau ${level}`
]);

const texts: Named[] = [
	['--basis-color-default-color-document', 'de tekst'],
	['--basis-color-default-color-subtle', 'de zachte tekst'],
	['--basis-color-action-2-color-default', 'een link']
];
const outline: Named = ['--basis-focus-outline-color', 'de rand van wat de focus heeft'];
const border: Named = ['--basis-color-default-border-default', 'de rand van een knop of veld'];
const accent: Named = ['--basis-color-accent-1-color-default', 'de accentkleur'];
const lines: Named[] = [1, 2, 3, 4, 5, 6].map((turn) => [
	`--doelenboom-chart-${turn}`,
	`de naam van lijn ${turn} in een grafiek`
]);
const verdicts: Named[] = [
	['--doelenboom-verdict-good', 'het teken van een goed oordeel'],
	['--doelenboom-verdict-bad', 'het teken van een slecht oordeel']
];

const every = (fores: readonly Named[], backs: readonly Named[], least: 3 | 4.5): Pair[] =>
	fores.flatMap(([fore, what]) => backs.map(([back, on]) => ({ what, on, fore, back, least })));

/**
 * All pairs of which a theme can change one. Names on the classes of a map are not here: both their colours are the
 * site's own.
 */
export const pairs: readonly Pair[] = [
	...every(texts, grounds, 4.5),
	...every(texts.slice(0, 2), levels, 4.5),
	...every([accent, ...lines], [page], 4.5),
	...every([['--basis-focus-color', 'de tekst']], [['--basis-focus-background-color', 'de focuskleur']], 4.5),
	...every([outline, border], grounds, 3),
	...every([outline, accent], levels, 3),
	...every(verdicts, grounds.slice(0, 2), 3)
];

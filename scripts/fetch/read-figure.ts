import type { Missing } from '#lib/schema/observation.ts';
import type { Cell } from './table.ts';

/** How figures are written in a file. */
export interface FigureRules {
	decimal: '.' | ',';
	/** What stands where a figure is missing, with the reason. */
	missing: Readonly<Record<string, Missing>>;
}

const forms = { '.': /^-?\d+(\.\d+)?$/, ',': /^-?\d+(,\d+)?$/ };

function numberOf(text: string, decimal: '.' | ','): number | undefined {
	if (!forms[decimal].test(text)) return undefined;
	const value = Number(text.replace(',', '.'));
	return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : undefined;
}

/** Moves the decimal point, so that 9.3 times 1,000 is 9300 to the last digit. */
function times(value: number, factor: number): number {
	const [digits, exponent] = value.toExponential().split('e');
	return Number(`${digits}e${Number(exponent) + Math.round(Math.log10(factor))}`);
}

/**
 * Reads a cell with a figure. A sign of what is missing is compared as a text and as a number: -99997 is also -99997.0.
 * @param factor a power of ten that the figure is multiplied by
 * @returns the figure, why it is missing, or `undefined` where the cell holds neither.
 */
export function readFigure(
	cell: Cell,
	{ decimal, missing }: FigureRules,
	factor = 1
): number | Missing | undefined {
	const text = String(cell).trim();
	if (Object.hasOwn(missing, text)) return missing[text];
	const value = typeof cell === 'number' ? cell : numberOf(text, decimal);
	if (value === undefined || !Number.isFinite(value)) return undefined;
	if (Object.hasOwn(missing, String(value))) return missing[String(value)];
	return factor === 1 ? value + 0 : times(value, factor) + 0;
}

/** What a cell with a figure ought to hold, in Dutch. */
export function figureExpectation({ decimal, missing }: FigureRules): string {
	const sign = decimal === '.' ? 'punt' : 'komma';
	const signs = Object.keys(missing).map((each) => (each === '' ? 'een lege cel' : `"${each}"`));
	const others = signs.length > 0 ? `, of een teken voor wat ontbreekt: ${signs.join(', ')}` : '';
	return `een getal met een ${sign} als decimaalteken en zonder teken voor duizendtallen${others}`;
}

import type { GivenCell } from './table.ts';

/** How a number is written, by its sign for decimals; one with a power of ten has no sign for thousands. */
const forms = {
	'.': /^[+-]?((\d+|\d{1,3}(,\d{3})+)(\.\d+)?|\d+(\.\d+)?e[+-]?\d{1,3})$/i,
	',': /^[+-]?((\d+|\d{1,3}(\.\d{3})+)(,\d+)?|\d+(,\d+)?e[+-]?\d{1,3})$/i
};

type Decimal = keyof typeof forms;

/** A number that starts with a zero is a code, and taking the zero away would spoil it. */
const isCode = /^[+-]?0\d/;

/** Texts that people and publishers write where a figure is missing. */
const missing =
	/^(€\s*[-–]|\.|\.\.|-|–|x|\?|\*|…|n\.?b\.?|n\.?v\.?t\.?|na|n\/a|#n\/[ab]|nan|null|geheim|onbekend)$/i;

export const isMissingSign = (text: string): boolean => missing.test(text);

/** What a number is counted in, where that stands in its cell. */
export type Unit = '€' | '%' | '';

/** A number longer than this is none, and not worth to look at. */
const longest = 60;

/** Takes the unit off a number: `€ 1.234,50`, `1.234,- euro` or `12,5%`; what has no digit has no unit. */
export function splitUnit(text: string): { unit: Unit; number: string } {
	if (text.length > longest || !/\d/.test(text)) return { unit: '', number: text };
	const [, sign = '', front] = /^([+-]?)\s*(?:€|euro?(?![a-z]))\s*(.*)$/i.exec(text) ?? [];
	const [, behind, word = ''] = /^(.*[\d=–-])\s*(%|procent|€|euro?)$/i.exec(text) ?? [];
	if (front === undefined && behind === undefined) return { unit: '', number: text };
	if (/^(%|procent)$/i.test(word)) return { unit: '%', number: behind! };
	return { unit: '€', number: sign + (front ?? behind!).replace(/,[=–-]{1,2}$/, '') };
}

/** Which signs for decimals all texts can have. */
export function decimalsOf(texts: Iterable<string>): Decimal[] {
	let fitting: Decimal[] = ['.', ','];
	for (const text of texts) {
		if (isCode.test(text)) return [];
		fitting = fitting.filter((each) => forms[each].test(text));
		if (fitting.length === 0) break;
	}
	return fitting;
}

/** Whether two ways of reading give two numbers: 1.234 is a bit more than one, or more than a thousand. */
export const isAmbiguous = (text: string): boolean => /[.,]/.test(text);

/** A number as the given sign for decimals reads it; `NaN` where that is no number. */
export function toNumber(cell: GivenCell, decimal: Decimal): number {
	if (typeof cell === 'number') return cell;
	const text = cell.trim();
	if (!forms[decimal].test(text) || isCode.test(text)) return NaN;
	return Number(decimal === ',' ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '')) + 0;
}

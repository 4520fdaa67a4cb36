import type { ValueShape } from '#scripts/edit/pages/answers.ts';

/** Texts that are a name or a few words; the others get room for more lines. */
const shortTexts = new Set([
	'area',
	'breakdown',
	'counted',
	'decidedBy',
	'funding',
	'label',
	'more',
	'name',
	'one',
	'owner',
	'partner',
	'place',
	'provider',
	'role',
	'subject',
	'term',
	'title'
]);

/** Whether a field holds sentences. */
export const isLong = (name: string, { type, expected, many }: ValueShape): boolean =>
	type === 'text' && !many && expected === 'een tekst' && !shortTexts.has(name);

/** What somebody has to know before typing; choices say it themselves. */
export function hintOf(
	name: string,
	{ expected, options, type, many }: ValueShape,
	hasList: boolean
): string {
	if (options.length > 0 || type === 'boolean') return '';
	if (many) return hasList ? 'Meer met een komma ertussen.' : `${expected}; meer met een komma ertussen.`;
	if (name === 'id')
		return 'Kleine letters, cijfers en koppeltekens. Verander een id niet meer als het op de site staat.';
	return hasList || expected === 'een tekst' ? '' : `Zo: ${expected}.`;
}

/** What stands in a field, as a text. */
export function toText(value: unknown): string {
	if (Array.isArray(value)) return value.join(', ');
	if (typeof value === 'boolean') return value ? 'ja' : 'nee';
	return typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
}

/** What a text in a field says; one that does not fit its field stays a text, which the schema then refuses by name. */
export function toValue(
	text: string,
	{ type, many, isDecimal }: Pick<ValueShape, 'type' | 'many' | 'isDecimal'>
): unknown {
	if (many) return text.split(/[\s,;]+/).filter((part) => part !== '');
	const typed = text.trim();
	if (type === 'number' && /^-?\d+([.,]\d+)?$/.test(typed)) return Number(typed.replace(',', '.'));
	if (isDecimal) return typed.replace(/^(-?\d+),(\d+)$/, '$1.$2');
	if (type === 'boolean' && typed !== '') return typed === 'ja';
	return typed === '' ? '' : text;
}

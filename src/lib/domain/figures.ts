import type { Figure } from '../schema/figure.ts';
import { formatExact } from './format.ts';

/** A figure of a source document with its unit, as precise as the document gives it: `€ 1.722.954`, `16,4%`. */
export function formatFigure({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
	const number = formatExact(Number(value));
	switch (unit) {
		case 'euro':
			return `€ ${number}`;
		case 'procent':
			return `${number}%`;
		case 'per 1000':
			return `${number} per 1.000`;
		case 'per 100000':
			return `${number} per 100.000`;
		case 'aantal':
		case 'personen':
		case 'gevallen':
			return number;
		default:
			return `${number} ${unit}`;
	}
}

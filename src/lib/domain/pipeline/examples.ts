import { findRoles } from '../look/roles.ts';
import type { Result } from '../result.ts';
import { writeName } from './token-reader.ts';

/** Steps that a reader can begin with. */
export interface Example {
	title: string;
	steps: string;
}

/** Whether no two rows have the same in these columns. */
function isUnique({ rows }: Result, places: readonly number[]): boolean {
	return new Set(rows.map((row) => JSON.stringify(places.map((place) => row[place])))).size === rows.length;
}

/** Steps that work on this answer: about its own columns, whatever it is about. */
export function examplesFor(result: Result): Example[] {
	const { area, label, period, value } = findRoles(result);
	const name = (place: number) => writeName(result.columns[place]!.name);
	const who = [area, label].filter((place) => place !== undefined);
	const [first] = result.columns;
	if (value === undefined) {
		const counted = first ? writeName(first.name) : undefined;
		return counted
			? [
					{
						title: 'Tel de regels per waarde',
						steps: `rollup aantal = count() by ${counted}\norderby aantal desc`
					}
				]
			: [];
	}
	const amount = name(value);
	const per = period ?? label ?? area;
	const examples: Example[] = [
		{
			title: 'Alleen wat boven het gemiddelde ligt',
			steps: `filter ${amount} > mean(${amount})${period === undefined ? '' : ` by ${name(period)}`}\norderby ${amount} desc`
		}
	];
	if (per !== undefined)
		examples.push({
			title: `Het gemiddelde per ${result.columns[per]!.name}`,
			steps: `rollup gemiddelde = mean(${amount}), bekend = count(${amount}), ontbreekt = count_missing(${amount}) by ${name(per)}\norderby ${name(per)}`
		});
	if (period === undefined || who.length === 0 || !isUnique(result, [...who, period])) return examples;
	const one = name(who[0]!);
	return [
		...examples,
		{
			title: `Elke waarde van ${result.columns[period]!.name} een eigen kolom`,
			steps: `pivot ${name(period)} value ${amount} by ${who.map(name).join(', ')}`
		},
		{
			title: 'Het verschil met de meting ervoor',
			steps: `orderby ${one}, ${name(period)}\nderive verschil = ${amount} - lag(${amount}) by ${one}`
		}
	];
}

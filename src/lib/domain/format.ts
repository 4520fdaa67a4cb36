import type { Unit } from '../schema/indicator.ts';
import type { Missing } from '../schema/observation.ts';

const whole = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 });
const exact = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 });
const oneDecimal = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const longDay = new Intl.DateTimeFormat('nl-NL', {
	day: 'numeric',
	month: 'long',
	year: 'numeric',
	timeZone: 'UTC'
});

/** A unit of an indicator, or a number of which no unit is known, such as one that a reader worked out. */
export type ShownUnit = Unit | 'getal';

/** The sign of a missing value, and what it means. */
export const missingSigns: Record<Missing, { sign: string; meaning: string }> = {
	suppressed: {
		sign: 'x',
		meaning: 'verborgen: de bron toont dit cijfer niet, omdat het over te weinig mensen gaat'
	},
	'not-asked': { sign: '-', meaning: 'niet gevraagd: dit stond dat jaar niet in het onderzoek' },
	'not-yet': { sign: '…', meaning: 'nog niet bekend: het cijfer komt later' },
	'not-applicable': {
		sign: 'n.v.t.',
		meaning: 'niet van toepassing: dit cijfer kan hier niet bestaan, of de tabel gaat niet over dit jaar'
	},
	unknown: { sign: '?', meaning: 'onbekend: de bron geeft dit cijfer hier niet, of deze site heeft het niet' }
};

/** A text with a capital, as a sentence starts. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A text as it stands within a sentence: names and abbreviations in it keep their capitals. */
export const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** A whole number as `87.307`. */
export const formatWhole = (value: number): string => whole.format(value);

/** A number with the decimals it has, two at most, as `21,65`. */
export const formatExact = (value: number): string => exact.format(value);

/** A number without its unit, as precise as its unit is published: `46,3` percent, `1.245` people, `0,9` euro. */
export function formatNumber(value: number, unit: ShownUnit): string {
	if (unit === 'getal') return exact.format(value);
	const isSmallAmount = unit === 'euro' && value !== 0 && Math.abs(value) < 1;
	return unit === 'procent' || isSmallAmount ? oneDecimal.format(value) : whole.format(value);
}

/** A number with its unit: `46,3%`, `54 per 1.000`, `1.245`, `€ 3.120`. */
export function formatValue(value: number, unit: ShownUnit): string {
	const number = formatNumber(value, unit);
	switch (unit) {
		case 'procent':
			return `${number}%`;
		case 'per-1000':
			return `${number} per 1.000`;
		case 'euro':
			return `€ ${number}`;
		case '1000-euro':
			return formatThousands(value);
		default:
			return number;
	}
}

/** Thousands of euro as millions: `€ 87,3 mln`; what would round to nothing is written out: `€ -21.000`. */
export const formatThousands = (thousands: number): string =>
	Math.abs(thousands) < 100
		? `€ ${whole.format(thousands * 1000)}`
		: `€ ${oneDecimal.format(thousands / 1000)} mln`;

/** The name of a unit, for the head of a column or an axis. */
export const unitNames: Record<ShownUnit, string> = {
	getal: 'getal',
	procent: 'procent',
	'per-1000': 'per 1.000 inwoners',
	aantal: 'aantal',
	euro: 'euro',
	'1000-euro': 'maal 1.000 euro'
};

/** A day as `1 januari 2022`. */
export const formatDay = (day: string): string => longDay.format(new Date(`${day}T00:00:00Z`));

/** A period in words: `2020`, `eerste halfjaar van 2018`, `1 januari 2017 tot en met 15 oktober 2017`. */
export function formatPeriod(period: string): string {
	const [start, end] = period.split('/');
	if (end !== undefined) return `${formatPeriod(start!)} tot en met ${formatPeriod(end)}`;
	const half = /^(\d{4})-H([12])$/.exec(period);
	if (half) return `${half[2] === '1' ? 'eerste' : 'tweede'} halfjaar van ${half[1]}`;
	return /^\d{4}-\d{2}-\d{2}$/.test(period) ? formatDay(period) : period;
}

/** Words in a row: `a, b en c`. */
export function enumerate(words: readonly string[]): string {
	return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`;
}

/** A number of things in words a reader expects: `1 wijk`, `13 wijken`. */
export const count = (number: number, one: string, more: string): string =>
	`${whole.format(number)} ${number === 1 ? one : more}`;

import { formatPeriod } from './format.ts';

const months = [
	'januari',
	'februari',
	'maart',
	'april',
	'mei',
	'juni',
	'juli',
	'augustus',
	'september',
	'oktober',
	'november',
	'december'
];

/**
 * A period in words, where days that only stand for whole months become those months: sources often name no day, and
 * a reader should not think that they do. `2018-02-01/2018-02-28` is "februari 2018".
 */
export function formatSpan(period: string): string {
	const days = /^(\d{4})-(\d\d)-01\/(\d{4})-(\d\d)-(\d\d)$/.exec(period);
	if (!days) return formatPeriod(period);
	const [fromYear, fromMonth, toYear, toMonth, toDay] = days.slice(1).map(Number) as [
		number,
		number,
		number,
		number,
		number
	];
	if (new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate() !== toDay) return formatPeriod(period);
	const end = `${months[toMonth - 1]} ${toYear}`;
	if (fromYear === toYear && fromMonth === toMonth) return end;
	const start = months[fromMonth - 1]!;
	return `${fromYear === toYear ? start : `${start} ${fromYear}`} tot en met ${end}`;
}

/** When a period starts, to sort by: half a year starts in January or July. */
const startOf = (period: string): string =>
	period.split('/')[0]!.replace('-H1', '-01-01').replace('-H2', '-07-01');

/** In the order of time; a year as a whole comes before what happens in it, and editors' order breaks a tie. */
export const inOrder = <T extends { date: string }>(events: readonly T[]): T[] =>
	events.toSorted((a, b) => {
		const [first, second] = [startOf(a.date), startOf(b.date)];
		return first < second ? -1 : first > second ? 1 : 0;
	});

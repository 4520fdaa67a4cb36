import { group, groups, union } from 'd3';
import type { AreaLevel } from '../../schema/area.ts';
import type { Breakdown } from '../../schema/observation.ts';
import type { SpendingDomain } from '../../schema/spending.ts';
import type { Report } from '../expenditure.ts';
import type { Coverage, HeldSpending } from './holdings.ts';

interface Held {
	indicator: string;
	breakdown: Breakdown;
	level: AreaLevel;
	municipality: string | null;
	period: number;
	estimate: boolean;
}

const ascending = (years: Iterable<number>): number[] => [...union(years)].toSorted((a, b) => a - b);

/** Levels, with the gemeenten that have the same years of it together. */
function coverageOf(rows: readonly Held[]): Coverage[] {
	const found = groups(rows, ({ level }) => level).flatMap(([level, own]) =>
		groups(own, ({ municipality }) => municipality).map(([municipality, same]) => ({
			level,
			municipality,
			periods: ascending(same.map(({ period }) => period))
		}))
	);
	return groups(found, ({ level, periods }) => `${level} ${periods.join()}`).map(([, same]) => ({
		level: same[0]!.level,
		within: same.flatMap(({ municipality }) => municipality ?? []),
		periods: same[0]!.periods
	}));
}

/** Where there are figures of each indicator and group; what many of them share is listed once. */
export function packCoverage(rows: readonly Held[]) {
	const coverages: Coverage[][] = [];
	const places = new Map<string, number>();
	const place = (coverage: Coverage[]): number => {
		const key = JSON.stringify(coverage);
		const known = places.get(key);
		if (known !== undefined) return known;
		places.set(key, coverages.length);
		return coverages.push(coverage) - 1;
	};
	const groupsOf = new Map(
		groups(rows, ({ indicator }) => indicator).map(([indicator, own]) => [
			indicator,
			groups(own, ({ breakdown }) => breakdown).map(([breakdown, same]) => ({
				breakdown,
				where: place(coverageOf(same)),
				estimate: same.some(({ estimate }) => estimate)
			}))
		])
	);
	return { coverages, groupsOf };
}

interface Spender {
	taakveld: string;
	title: string;
	year: number;
	report: Report;
}

/**
 * What spending can be asked of: the whole social domain, the domains of the site, and each taakveld. A domain is held
 * to years with accounts: it is not said how it goes on in a later division into taakvelden.
 */
export function heldSpending(rows: readonly Spender[], domains: readonly SpendingDomain[]): HeldSpending[] {
	const yearsOf = (own: readonly Spender[]): HeldSpending['periods'] => ({
		begroting: ascending(own.filter(({ report }) => report === 'begroting').map(({ year }) => year)),
		jaarrekening: ascending(own.filter(({ report }) => report === 'jaarrekening').map(({ year }) => year))
	});
	const social = rows.filter(({ taakveld }) => taakveld.startsWith('6.'));
	if (social.length === 0) return [];
	const accounts = new Set(yearsOf(social).jaarrekening);
	return [
		{
			id: '6',
			title: 'Uitgaven sociaal domein (6.x)',
			taakvelden: ['6'],
			steady: true,
			periods: yearsOf(social)
		},
		...domains.flatMap(({ id, title, taakvelden }) => {
			const own = rows.filter(({ taakveld, year }) => taakvelden.includes(taakveld) && accounts.has(year));
			return own.length > 0
				? [{ id, title: `Uitgaven: ${title}`, taakvelden, steady: true, periods: yearsOf(own) }]
				: [];
		}),
		...[...group(rows, ({ taakveld }) => taakveld)]
			.toSorted(([a], [b]) => Number(a.split('.')[0]) - Number(b.split('.')[0]) || (a < b ? -1 : 1))
			.map(([taakveld, own]) => ({
				id: taakveld,
				title: `Uitgaven: ${taakveld} ${own.reduce((last, each) => (each.year > last.year ? each : last)).title}`,
				taakvelden: [taakveld],
				steady: false,
				periods: yearsOf(own)
			}))
	];
}

import { error } from '@sveltejs/kit';
import { group } from 'd3';
import { expenditureFile } from '#lib/db/queries/index.ts';
import { amountSource, saidAmount } from '#lib/domain/citation/hash.ts';
import { rowNow, tellNow } from '#lib/domain/citation/now.ts';
import { seriesId, tellWithout, yearTotals } from '#lib/domain/expenditure.ts';
import { formatNumber } from '#lib/domain/format.ts';
import { releasedAmounts } from '#lib/domain/release.ts';
import type { ReleasedAmount } from '#lib/schema/release.ts';
import { run } from '../database.ts';
import { model } from '../model.ts';
import { keptAmounts, keptRelease } from './kept.ts';
import { citedPlace } from './place.ts';
import { withHashes, type CitedRow } from './rows.ts';

const keyOf = ({ municipality, year, report, taakveld }: ReleasedAmount): string =>
	[municipality, year, report, taakveld].join(',');

const reportNames: Record<ReleasedAmount['report'], string> = {
	begroting: 'Begroting',
	jaarrekening: 'Jaarrekening'
};

let known: Promise<Map<string, ReleasedAmount[]>> | undefined;

/** Today's amounts in the form in which a release keeps them; two of one taakveld have another title. */
function amountsNow(): Promise<Map<string, ReleasedAmount[]>> {
	known ??= run(expenditureFile).then((rows) =>
		group(releasedAmounts({ expenditure: rows.map((row) => ({ ...row, year: String(row.year) })) }), keyOf)
	);
	return known;
}

function cite(
	row: ReleasedAmount,
	hash: string,
	current: readonly ReleasedAmount[] = []
): CitedRow<ReleasedAmount> & {
	municipality: string;
	kind: ReleasedAmount['report'];
	report: string;
	series: string;
} {
	const same = current.find(({ title }) => title === row.title);
	return {
		hash,
		key: keyOf(row),
		...{
			municipality: row.municipality,
			kind: row.report,
			report: reportNames[row.report],
			series: seriesId(row.report, row.taakveld)
		},
		head: `${row.taakveld} ${row.title}`,
		cells: [],
		value: row.value,
		text: formatNumber(Number(row.value), '1000-euro'),
		now: rowNow(row, same ?? (current.length === 1 ? current[0] : undefined), ['value'])
	};
}

/** Of one gemeente in one year and report: all taakvelden of the social domain together, and per inhabitant. */
function totalOf(
	rows: readonly ReleasedAmount[],
	year: string,
	{ municipality, kind }: { municipality: string; kind: ReleasedAmount['report'] }
) {
	const spent = rows
		.filter((row) => row.municipality === municipality && row.taakveld.startsWith('6.'))
		.map((row) => ({
			...row,
			year: Number(row.year),
			population: Number(row.population),
			value: Number(row.value)
		}));
	const total = yearTotals(spent, municipality).find((each) => String(each.year) === year);
	const value = total?.total[kind].value;
	const each = total?.perInhabitant[kind].value;
	return total && typeof value === 'number' && typeof each === 'number'
		? { value, each, without: tellWithout(total, [kind]) }
		: undefined;
}

const tell = (
	source: { title: string; publisher: string; licence: string } | undefined
): string | undefined => source && `${source.title}, ${source.publisher}. ${source.licence}.`;

const nameOf = (code: string): string => model.areas.find((area) => area.code === code)?.name ?? code;

/** The years of which a release keeps what was spent, the newest first. */
export const citedYears = (slug: string, day: string): string[] =>
	[...keptAmounts(day, slug).keys()].toSorted().toReversed();

/** What was spent in a year according to a release, per gemeente and report, as it was and as it is. */
export async function loadCitedAmounts(slug: string, day: string, year: string) {
	const kept = keptAmounts(day, slug);
	const rows = kept.get(year);
	if (!rows) error(404, `De uitgave van ${day} heeft geen bedragen over ${year}.`);
	const release = keptRelease(day);
	const { hashed, hash } = await withHashes(rows, (row) => saidAmount(row, release));
	const current = await amountsNow();
	const [then, now] = [[...kept.values()].flat(), [...current.values()].flat()];
	const amounts = hashed.map(({ row, hash: own }) => cite(row, own, current.get(keyOf(row))));
	return {
		...citedPlace(slug, day, `iv3/${year}`),
		hash,
		year,
		source: {
			then: tell(release.sources?.find(({ id }) => id === amountSource)),
			now: tell(model.sources.find(({ id }) => id === amountSource))
		},
		stand: tellNow(amounts.map(({ now }) => now)),
		number: amounts.length,
		example: amounts[0],
		sections: [...group(amounts, ({ municipality, kind }) => `${municipality} ${kind}`)].map(
			([key, own]) => ({
				key,
				title: `${own[0]!.report} ${year}, ${nameOf(own[0]!.municipality)}`,
				rows: own,
				total: totalOf(then, year, own[0]!),
				totalNow: totalOf(now, year, own[0]!)
			})
		)
	};
}

import { groups, rollup, sum } from 'd3';
import { mostClasses } from '#lib/charts/map.ts';
import { division, holdings, statuses } from '#lib/db/queries/index.ts';
import { list } from '#lib/db/query.ts';
import { basisTexts } from '#lib/domain/conversion/basis.ts';
import { ruleOf } from '#lib/domain/disclosure/rule.ts';
import { measurability } from '#lib/domain/measure.ts';
import { ruleCases } from '#lib/domain/verdict/cases.ts';
import { run } from '#lib/server/database.ts';
import { model } from '#lib/server/model.ts';

/** How often each key occurs. */
const tally = <T, Key extends string>(
	items: readonly T[],
	key: (item: T) => Key
): Partial<Record<Key, number>> =>
	Object.fromEntries(rollup(items, (own) => own.length, key)) as Partial<Record<Key, number>>;

async function divisions() {
	const names = new Map(model.monitors.map(({ monitor }) => [monitor.municipality, monitor.name]));
	const rows = await run(division, list(names.keys()));
	const years = [...new Set(rows.map(({ boundaries }) => boundaries))].toSorted((a, b) => a - b);
	return {
		years,
		rows: [...names].flatMap(([code, name]) =>
			(['wijk', 'buurt'] as const).map((level) => ({
				code,
				kind: level,
				name,
				level: { wijk: 'wijken', buurt: 'buurten' }[level],
				counts: years.map(
					(year) =>
						rows.find((row) => row.municipality === code && row.level === level && row.boundaries === year)
							?.areas ?? 0
				)
			}))
		)
	};
}

/** For each two years, of how many areas it is known what became of them, and on what that rests. */
const conversions = () =>
	groups(model.conversions, ({ fromBoundaries, toBoundaries }) => `${fromBoundaries} ${toBoundaries}`).map(
		([key, own]) => ({
			key,
			from: own[0]!.fromBoundaries,
			to: own[0]!.toBoundaries,
			known: new Set(own.map(({ from }) => from)).size,
			all: model.areas.filter(({ boundaries }) => boundaries === own[0]!.fromBoundaries).length,
			bases: [...new Set(own.map(({ basis }) => basisTexts[basis]))]
		})
	);

export async function load() {
	const tables = await run(holdings);
	const found = await run(statuses);
	const goals = model.monitors.flatMap((monitor) => monitor.goals);
	const targets = goals.flatMap((goal) => goal.targets).filter(({ wanted }) => wanted !== 'done-by');
	const source = new Map(model.sources.map((each) => [each.id, each]));
	return {
		tables: tables.map(({ table, first, last }) => {
			const { title, code, publisher, boundaries } = source.get(table)!;
			return { id: table, title, code, publisher, boundaries, first, last };
		}),
		rows: sum(found, ({ rows }) => rows),
		statuses: Object.fromEntries(found.map(({ status, rows }) => [status, rows])),
		margins: sum(tables, ({ margins }) => margins),
		threshold: ruleOf(undefined).threshold,
		ownTables: model.sources.filter(({ own }) => own).map(({ title }) => title),
		exceptions: model.monitors.flatMap(({ monitor, exceptions }) =>
			exceptions.map(({ figure, cell, reason, source: id }) => ({
				id: `${monitor.slug} ${figure ?? Object.values(cell ?? {}).join(' ')}`,
				monitor: monitor.name,
				source: source.get(id)?.title ?? id,
				reason
			}))
		),
		division: await divisions(),
		conversions: conversions(),
		links: model.monitors.map(({ monitor, links }) => ({
			slug: monitor.slug,
			name: monitor.name,
			counts: tally(links, ({ origin }) => origin)
		})),
		fits: tally(goals, measurability),
		goals: goals.length,
		targets: targets.length,
		targetsWithDifference: targets.filter(({ smallestDifference }) => smallestDifference !== undefined)
			.length,
		cases: ruleCases.map(({ given, asOf, status, rule }) => ({ given, asOf, status, rule })),
		classes: mostClasses
	};
}

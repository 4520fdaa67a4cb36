import { areas as areasQuery, askable, spenders } from '#lib/db/queries/index.ts';
import { heldSpending, packCoverage } from '#lib/domain/ask/hold.ts';
import type { Holdings, NamedArea } from '#lib/domain/ask/holdings.ts';
import { byLabel } from '#lib/domain/boundaries.ts';
import { run } from './database.ts';
import { model } from './model.ts';

const named = ({ code, label }: { code: string; label: string }): NamedArea => ({ code, name: label });

/** What can be asked without SQL: what the database and the own areas of organisations hold, as short lists. */
export async function loadHoldings(): Promise<Holdings> {
	const [rows, spending] = [await run(askable), await run(spenders)];
	const { coverages, groupsOf } = packCoverage(rows);
	const newest = Math.max(...model.areas.map(({ boundaries }) => boundaries));
	const codes = [...new Set(rows.flatMap(({ municipality }) => municipality ?? []))].toSorted();
	const gemeenten: NamedArea[] = [];
	const parts: Holdings['parts'] = {};
	for (const code of codes) {
		const own = (await run(areasQuery, code)).filter(({ boundaries }) => boundaries === newest);
		gemeenten.push(...own.filter(({ level }) => level === 'gemeente').map(named));
		const below = (level: string) =>
			own
				.filter((area) => area.level === level)
				.toSorted(byLabel)
				.map(named);
		parts[code] = { wijk: below('wijk'), buurt: below('buurt') };
	}
	const residents = model.indicators.find(({ id }) => id === 'inwoners');
	return {
		themes: model.themes,
		indicators: model.indicators.flatMap(({ id, title, unit, theme, denominator }) => {
			const groups = groupsOf.get(id);
			return groups ? [{ id, title, unit, theme, ...(denominator && { denominator }), groups }] : [];
		}),
		coverages,
		wholes: model.indicators
			.filter(({ id, unit, theme }) => unit === 'aantal' && theme === residents?.theme && groupsOf.has(id))
			.map(({ id }) => id),
		gemeenten,
		newest,
		parts,
		own: model.monitors.flatMap(({ monitor, areas }) =>
			areas
				? [
						{
							municipality: monitor.municipality,
							plural: areas.level.plural,
							boundaries: areas.areas[0]!.boundaries,
							areas: areas.areas.map(({ code, name, members }) => ({ code, name, members }))
						}
					]
				: []
		),
		spenders: [...new Map(spending.map(({ municipality, name }) => [municipality, name]))].map(
			([code, name]) => ({ code, name })
		),
		spending: heldSpending(spending, model.domains)
	};
}

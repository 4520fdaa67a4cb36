import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { makeView, type ViewOptions } from '#lib/charts/indicator-view.ts';
import { treeSvg } from '#lib/charts/tree-file.ts';
import DotPlot from '#lib/components/charts/DotPlot.svelte';
import LineChart from '#lib/components/charts/LineChart.svelte';
import MiniTrend from '#lib/components/charts/MiniTrend.svelte';
import Multiples from '#lib/components/charts/Multiples.svelte';
import type { Reading } from '#lib/domain/series.ts';
import { fileColours, noTheme } from '#scripts/check/theme/file-colours.ts';

const labels = { GM1: 'Ergens', NL01: 'Nederland', A: 'Noord', B: 'Midden', C: 'Zuid' };
const place = (code: keyof typeof labels) => ({ code, label: labels[code] });

function readings(
	values: Record<string, Record<number, number | null>>,
	change: Partial<Reading> = {}
): Reading[] {
	return Object.entries(values).flatMap(([area, years]) =>
		Object.entries(years).map(([period, value]) => ({
			area,
			period: Number(period),
			value,
			table: '50090ned',
			boundaries: 2020,
			status: value === null ? ('suppressed' as const) : ('estimate' as const),
			...change
		}))
	);
}

const view = (rows: Reading[], change: Partial<ViewOptions> = {}) =>
	makeView({
		indicator: { unit: 'procent', phrase: 'van de inwoners is eenzaam' },
		breakdown: '18+',
		wholes: [place('GM1'), place('NL01')],
		parts: [place('A'), place('B'), place('C')],
		names: { one: 'wijk', more: 'wijken' },
		readings: rows,
		...change
	});

/** The pictures in a piece of HTML, those within others included in them. */
function svgsIn(html: string): string[] {
	const found: string[] = [];
	let [depth, start] = [0, 0];
	for (const { 0: tag, index } of html.matchAll(/<\/?svg\b/g)) {
		if (tag === '<svg' && depth++ === 0) start = index;
		if (tag === '</svg' && --depth === 0) found.push(`${html.slice(start, index)}</svg>`);
	}
	return found;
}

/** The pictures of a component as one file that a person can open: one element a line, without what a compiler added. */
function pictures(html: string): string {
	let top = 20;
	const placed = svgsIn(html).map((svg) => {
		const height = Number(/height="(\d+)"/.exec(svg)?.[1]);
		const clean = svg
			.replace(/<!--[\s\S]*?-->/g, '')
			.replace(/\s*svelte-[a-z0-9]+/g, '')
			.replace(/\s+class=""/g, '')
			.replace(/\s+/g, ' ')
			.replace(/> ?</g, '>\n<')
			.replace(/^<svg( width="\d+")?/, `<svg x="60" y="${top}" overflow="visible"$1`)
			.replace(/^<svg(?![^>]*width=)/, '<svg width="520"');
		top += height + 40;
		return clean;
	});
	const style = '<style>line{stroke:#555}.grid,.rest line{stroke:#ccc}text{font:12px sans-serif}</style>';
	return `<svg xmlns="http://www.w3.org/2000/svg" width="760" height="${top}">\n${style}\n${placed.join('\n')}\n</svg>\n`;
}

const years = { 2012: 40, 2016: 41, 2020: 42 };
const trend = view(
	readings({
		GM1: years,
		NL01: { 2012: 38, 2016: 38.5, 2020: 39 },
		A: { 2012: 30, 2016: 35, 2020: 44 },
		B: { 2012: 45, 2016: null, 2020: 43 },
		C: { 2016: 37, 2020: 36 }
	}),
	{
		levels: [
			{
				value: 41,
				label: 'uitgangspunt 2016: 41,0%',
				kind: 'baseline',
				from: 2016,
				dues: [
					{
						at: 2022.5,
						day: '1 januari 2023',
						text: 'afgesproken op 1 januari 2023: niet hoger dan 41,0%'
					}
				]
			}
		]
	}
);
const chart = { unit: 'procent' as const, indicator: 'eenzaamheid', breakdown: '18+', labels, chosen: ['A'] };
const file = (name: string) => `./fixtures/plots/${name}.svg`;

describe('each picture stays as a person approved it', () => {
	test('a trend with a hidden figure, a late start, and a baseline with the day that the promise is due', async () => {
		const { body } = render(LineChart, {
			props: { ...chart, plot: trend.plot!, wholes: ['GM1', 'NL01'], title: 'Eenzaamheid' }
		});
		await expect(pictures(body)).toMatchFileSnapshot(file('trend'));
	});

	test('a small trend with the day that the promise is due', async () => {
		const { body } = render(MiniTrend, {
			props: {
				plot: trend.plot!,
				unit: 'procent',
				indicator: 'eenzaamheid',
				breakdown: '18+',
				whole: 'GM1',
				name: 'Ergens'
			}
		});
		expect(body).toContain('afgesproken op 1 januari 2023: niet hoger dan 41,0%');
		await expect(pictures(body)).toMatchFileSnapshot(file('mini'));
	});

	test('a trend across two tables, with a break', async () => {
		const broken = view([
			...readings({ A: { 2020: 40 }, B: { 2020: 44 } }),
			...readings({ A: { 2024: 42 }, B: { 2024: 41 } }, { table: '85984ned', boundaries: 2024 })
		]);
		const { body } = render(LineChart, {
			props: { ...chart, plot: broken.plot!, wholes: [], title: 'Eenzaamheid' }
		});
		await expect(pictures(body)).toMatchFileSnapshot(file('break'));
	});

	test('small multiples on one scale', async () => {
		const { body } = render(Multiples, {
			props: {
				multiples: trend.multiples!,
				unit: 'procent',
				indicator: 'eenzaamheid',
				breakdown: '18+'
			}
		});
		await expect(pictures(body)).toMatchFileSnapshot(file('multiples'));
	});

	test('ranked dots of one year', async () => {
		const single = view(readings({ GM1: { 2024: 20 }, A: { 2024: 5 }, B: { 2024: 31 }, C: { 2024: null } }));
		const { body } = render(DotPlot, {
			props: {
				dots: single.dots!,
				unit: 'procent',
				indicator: 'eenzaamheid',
				breakdown: '18+',
				period: 2024,
				chosen: ['B']
			}
		});
		await expect(pictures(body)).toMatchFileSnapshot(file('dots'));
	});

	test('a goal tree with all kinds of links and an empty level', async () => {
		const goals = [
			{ id: 'mee', level: 'impact' as const, title: 'Iedereen doet mee' },
			{ id: 'minder-eenzaam', level: 'outcome' as const, code: 'H', title: 'Minder mensen zijn eenzaam' },
			{ id: 'project', level: 'throughput' as const, title: 'Een project' },
			{
				id: 'deel',
				level: 'throughput' as const,
				title: 'Een deel van dat project, met een titel die lang is en over meer regels gaat'
			},
			{ id: 'geld', level: 'input' as const, title: 'Geld & <mensen>' }
		];
		const links = [
			{ from: 'minder-eenzaam', to: 'mee', origin: 'source' as const },
			{ from: 'project', to: 'minder-eenzaam', origin: 'editorial' as const },
			{ from: 'deel', to: 'project', origin: 'source' as const },
			{ from: 'geld', to: 'project', origin: 'derived' as const }
		];
		const svg = treeSvg({
			title: 'Een boom',
			source: 'Bron: een stuk',
			goals,
			links,
			empty: { output: 'Het stuk noemt hier niets.' },
			colours: fileColours(noTheme)
		});
		await expect(svg).toMatchFileSnapshot(file('tree'));
	});
});

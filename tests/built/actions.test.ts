import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { isAction } from '#lib/domain/action/action.ts';
import { moneyIds } from '#lib/domain/money.ts';
import type { Model } from '#lib/schema/model.ts';
import { builtPages, type BuiltPage } from '../site.ts';

const model = JSON.parse(readFileSync('.cache/model.json', 'utf8')) as Model;
let pages: Map<string, BuiltPage>;
beforeAll(() => {
	pages = new Map(builtPages().map((page) => [page.path, page]));
}, 120_000);

const htmlOf = (path: string): string => pages.get(path)?.html ?? '';
const all = (html: string, pattern: RegExp): string[] =>
	[...html.matchAll(pattern)].map(([, found]) => found!);

describe.each(model.monitors.map((data) => ({ slug: data.monitor.slug, data })))(
	'$slug',
	({ slug, data }) => {
		test('each action stands once on the page with actions, with its verdict and every report of it', () => {
			const html = htmlOf(`/${slug}/acties/`);
			const actions = data.goals.filter(isAction);
			const items = html.split(/<li data-action=/).slice(1);
			expect(all(html, /data-action="?([a-z0-9-]+)/g).toSorted()).toEqual(
				actions.map(({ id }) => id).toSorted()
			);
			const incomplete = actions.filter(({ id, progress }) => {
				const item = items.find((each) => new RegExp(`^"?${id}["\\s>]`).test(each)) ?? '';
				return (
					!/data-status=/.test(item) || !progress.every(({ text }) => item.includes(text.split("'")[0]!))
				);
			});
			expect(incomplete.map(({ id }) => id)).toEqual([]);
		});

		test.each(data.reports)(
			'$period has each goal of outcome with four columns, as it was on its day',
			({ period, asOf }) => {
				const html = htmlOf(`/${slug}/cyclus/${period}/`);
				const outcomes = data.goals.filter(({ level }) => level === 'outcome');
				expect(all(html, /<section[^>]*data-goal="?([a-z0-9-]+)/g)).toEqual(outcomes.map(({ id }) => id));
				for (const part of ['plan', 'do', 'check', 'act'])
					expect(all(html, new RegExp(`data-part="?(${part})`, 'g'))).toHaveLength(outcomes.length);
				expect(new Set(all(html, /data-as-of="?([\d-]+)/g))).toEqual(new Set([asOf]));
				// What was reported, measured or decided after the day was not known then.
				const after = pages
					.get(`/${slug}/cyclus/${period}/`)!
					.data.flatMap(({ attributes }) => attributes['data-period'] ?? [])
					.filter((year) => year > asOf.slice(0, 4));
				expect(after).toEqual([]);
			}
		);

		test('goals of impact and outcome, and no others, show plan, do, check and act', () => {
			const wrong = data.goals.filter(
				({ id, level }) =>
					/data-part="?plan/.test(htmlOf(`/${slug}/doelen/${id}/`)) !== ['impact', 'outcome'].includes(level)
			);
			expect(wrong.map(({ id }) => id)).toEqual([]);
		});

		test('budget, actual and share of each goal stand on the page about money', () => {
			const shown = new Set(
				pages.get(`/${slug}/middelen/`)?.data.flatMap(({ attributes }) => attributes['data-source'] ?? [])
			);
			const named = data.goals.flatMap(({ money }) => (money ? moneyIds(money) : []));
			expect(named.filter((id) => !shown.has(id))).toEqual([]);
		});

		test('there is a page about steering where the organisation has a way of its own, and a way to it', () => {
			expect(pages.has(`/${slug}/sturing/`)).toBe(data.steering !== undefined);
			expect(/href="[^"]*\/sturing\/"/.test(htmlOf(`/${slug}/`))).toBe(data.steering !== undefined);
		});
	}
);

test('steering has a row for the city and for each area, and no cell says nothing', () => {
	const { steering, areas, monitor } = model.monitors.find((data) => data.steering)!;
	const html = htmlOf(`/${monitor.slug}/sturing/`);
	const rows = html.slice(html.indexOf('<tbody'), html.indexOf('</tbody>')).split('<tr').slice(1);
	expect(rows).toHaveLength(1 + areas!.areas.length);
	const cells = rows.flatMap((row) => row.split(/<td[\s>]/).slice(1));
	expect(cells).toHaveLength(rows.length * steering!.columns.length);
	expect(cells.filter((cell) => !/<data|data-status|Niet gemeten/.test(cell))).toEqual([]);
});

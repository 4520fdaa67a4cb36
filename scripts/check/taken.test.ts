import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatProblem } from '#scripts/read/problem.ts';
import { broken, replace } from './broken.fixture.ts';
import { load } from './load.ts';
import { check } from './rules.ts';
import { framesOfMonitor, pagesAtRoot } from './taken.ts';

/** Folders of routes with a fixed name. */
const routesIn = (folder: string): string[] =>
	readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && !/[[(]/.test(entry.name))
		.map(({ name }) => name);

test('the names that are taken are those of the routes', () => {
	const root = [...routesIn('src/routes'), ...routesIn('src/routes/(site)')].toSorted();
	expect(pagesAtRoot).toEqual(root);
	expect(framesOfMonitor).toEqual(routesIn('src/routes/insluiten/[monitor]').toSorted());
});

test('a monitor or an indicator cannot have one of them', () => {
	const folder = broken((at) => {
		renameSync(join(at, 'monitors/zoetermeer'), join(at, 'monitors/data'));
		replace(at, 'monitors/data/monitor.yaml', 'slug: zoetermeer', 'slug: data');
		replace(at, 'indicators.yaml', '- id: overgewicht\n', '- id: tegels\n');
	});
	const found = check(load(folder)).problems.map(formatProblem);
	expect(found).toContainEqual(
		expect.stringMatching(
			/^data\/monitors\/data\/monitor\.yaml:\d+:\d+: er staat "data", verwacht: een andere naam/
		)
	);
	expect(found).toContainEqual(
		expect.stringMatching(/^data\/indicators\.yaml:\d+:\d+: er staat "tegels", verwacht: een andere naam/)
	);
});

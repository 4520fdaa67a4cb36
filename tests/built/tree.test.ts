import { readFileSync } from 'node:fs';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { levels } from '#lib/domain/tree.ts';
import type { Model } from '#lib/schema/model.ts';

const model = JSON.parse(readFileSync('.cache/model.json', 'utf8')) as Model;

/** The goals that a page draws, as level by id. */
function goalsOn(path: string): Map<string, Set<string>> {
	const found = new Map<string, Set<string>>();
	const parser = new Parser({
		onopentag(_, { 'data-goal': goal, 'data-level': level }) {
			if (goal === undefined || level === undefined) return;
			found.set(level, (found.get(level) ?? new Set()).add(goal));
		}
	});
	parser.end(readFileSync(`build${path}index.html`, 'utf8'));
	return found;
}

test.each([['zoetermeer', [4, 12, 7, 7, 0]]])('the tree of %s has %j goals a level', (slug, counts) => {
	const found = goalsOn(`/${slug}/doelen/`);
	expect(levels.map((level) => found.get(level)?.size ?? 0)).toEqual(counts);
});

describe.each(model.monitors.map(({ monitor, goals }) => ({ slug: monitor.slug, goals })))(
	'$slug',
	({ slug, goals }) => {
		test.each(levels)('the tree holds every goal of level %s, and no other', (level) => {
			const own = goals.filter((goal) => goal.level === level).map(({ id }) => id);
			expect([...(goalsOn(`/${slug}/doelen/`).get(level) ?? [])].toSorted()).toEqual(own.toSorted());
		});

		test('a level without goals says why', () => {
			const { levels: own } = model.monitors.find(({ monitor }) => monitor.slug === slug)!.monitor;
			const html = readFileSync(`build/${slug}/doelen/index.html`, 'utf8');
			expect(own.flatMap(({ empty }) => empty ?? []).filter((reason) => !html.includes(reason))).toEqual([]);
		});
	}
);

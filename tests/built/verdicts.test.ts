import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Model } from '#lib/schema/model.ts';
import { statuses } from '#lib/domain/verdict/status.ts';
import { release } from '#lib/schema/release.ts';
import { builtPages } from '../site.ts';

const model = JSON.parse(readFileSync('.cache/model.json', 'utf8')) as Model;
const pages = new Map(builtPages().map(({ path, html }) => [path, html]));
const newest = release.parse(JSON.parse(readFileSync(`data/releases/${model.asOf}/release.json`, 'utf8')));

/** The verdict that stands first on the page of a goal: its own. */
function verdictOn(path: string): { status?: string; rule?: string } {
	const html = pages.get(path) ?? '';
	const [tag = ''] = /<[^>]*data-status[^>]*>/.exec(html) ?? [];
	return {
		status: /data-status="?([\w-]+)/.exec(tag)?.[1],
		rule: /data-rule="?([\w@-]+)/.exec(tag)?.[1]
	};
}

describe.each(model.monitors.map((data) => [data.monitor.slug, data] as const))('%s', (slug, { goals }) => {
	test('the page of every goal carries its own verdict, with the rule that gave it', () => {
		const released = newest.monitors.find((each) => each.slug === slug)!;
		const shown = goals.map(({ id }) => ({ id, ...verdictOn(`/${slug}/doelen/${id}/`) }));
		expect(shown).toEqual(released.goals.map(({ id, verdict: { status, rule } }) => ({ id, status, rule })));
		expect(shown.every(({ status }) => (statuses as readonly (string | undefined)[]).includes(status))).toBe(
			true
		);
	});
});

test.each([
	['westerkwartier', 'minder-overgewicht', 'off-track', 'every-target@1'],
	['westerkwartier', 'jongeren-minder-eenzaamheid', 'no-new-measurement', 'every-target@1'],
	['westerkwartier', 'ouderen-minder-eenzaamheid', 'no-new-measurement', 'every-target@1'],
	['westerkwartier', 'minder-voortijdig-schoolverlaters', 'no-new-measurement', 'every-target@1'],
	['westerkwartier', 'jongeren-bewegen-genoeg', 'no-new-measurement', 'every-target@1'],
	['westerkwartier', 'minder-verslaving', 'no-indicator', 'every-target@1'],
	['westerkwartier', 'mantelzorgers-minder-overbelast', 'no-indicator', 'indicator@1'],
	['westland', 'meer-vrijwilligerswerk', 'missed', 'every-target@1'],
	['westland', 'zelfstandig-met-hulp-dichtbij', 'no-indicator', 'indicator@1'],
	['westland', 'minder-gespecialiseerde-zorg', 'no-indicator', 'indicator@1'],
	['westland', 'hoger-opleidingsniveau', 'no-indicator', 'indicator@1'],
	['westland', 'gezonde-leefstijl-jeugd', 'no-indicator', 'every-target@1'],
	['westland', 'minder-eenzaamheid', 'missed', 'every-target@1'],
	['westland', 'mentaal-gezond', 'no-target', 'target@1'],
	['zoetermeer', 'zelfredzaam-en-meedoen', 'no-new-measurement', 'measured@1']
])("%s' promise %s is %s by %s", (slug, goal, status, rule) => {
	expect(verdictOn(`/${slug}/doelen/${goal}/`)).toEqual({ status, rule });
});

/** All verdicts on the page of a goal, as `off-track not-risen@1`: its own and those of its promises. */
const allOn = (path: string): string[] =>
	[...(pages.get(path) ?? '').matchAll(/data-status="?([\w-]+)"? data-rule="?([\w@-]+)/g)].map(
		([, status, rule]) => `${status} ${rule}`
	);

test.each([
	['westerkwartier/doelen/minder-overgewicht', ['off-track not-risen@1', 'off-track falls@1']],
	['westerkwartier/doelen/ouderen-minder-eenzaamheid', ['no-new-measurement measured@1']],
	['westerkwartier/doelen/jongeren-bewegen-genoeg', ['no-new-measurement measured@1']],
	['westland/doelen/meer-vrijwilligerswerk', ['missed rises@1', 'no-indicator indicator@1']]
])('%s carries the verdict on each of its promises', (path, verdicts) => {
	expect(allOn(`/${path}/`)).toEqual(expect.arrayContaining(verdicts));
});

test('a goal without a promise that can be judged never says that its documents say nothing', () => {
	const without = model.monitors.flatMap(({ monitor, goals }) =>
		goals
			.filter(({ noTarget }) => noTarget)
			.map(({ id, noTarget }) => ({ path: `/${monitor.slug}/doelen/${id}/`, noTarget }))
	);
	expect(without.length).toBeGreaterThan(5);
	for (const { path, noTarget } of without) {
		expect(verdictOn(path), path).toEqual({ status: 'no-target', rule: 'target@1' });
		expect(pages.get(path), path).toContain(noTarget);
	}
	const named = new Set(without.map(({ path }) => path));
	const others = [...pages.keys()].filter(
		(path) =>
			/^\/[^/]+\/doelen\/[^/]+\/$/.test(path) && verdictOn(path).status === 'no-target' && !named.has(path)
	);
	expect(others).toEqual([]);
});

test('rising informal care is reached, and says so beside the half that nobody measures', () => {
	const found = allOn('/westland/doelen/meer-mensen-helpen-elkaar/');
	expect(found).toContain('reached rises@1');
	expect(found).toContain('no-indicator indicator@1');
	expect(found[0]).toBe('no-indicator every-target@1');
});

test('each rule that a page names is explained on the page about the method', () => {
	const method = pages.get('/methode/') ?? '';
	const linked = new Set(
		[...pages.values()].flatMap((html) =>
			[...html.matchAll(/methode\/#(regel-[\w-]+)/g)].map(([, id]) => id!)
		)
	);
	expect(linked.size).toBeGreaterThan(5);
	expect([...linked].filter((id) => !method.includes(`id="${id}"`) && !method.includes(`id=${id}`))).toEqual(
		[]
	);
});

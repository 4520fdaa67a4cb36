import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Release } from '../../schema/release.ts';
import { compareTexts, type TextChanges } from './release-texts.ts';
import { goal, indicator, release } from './since.fixture.ts';
import { tellTexts } from './tell-texts.ts';

const target = {
	id: 'gezonder-2025',
	title: 'In 2025 voelen meer mensen zich gezond',
	wanted: 'rises' as const,
	decidedBy: 'gemeenteraad',
	since: '2021-01-01',
	source: { document: '000', place: 'bladzijde 1' }
};
const withGoals = (...goals: Parameters<typeof goal>[0][]): Release =>
	release({ monitors: [{ slug: 'ergens', goals: goals.map(goal), links: [] }] });
const compare = (before: Release, now: Release) => compareTexts(before, now, 'ergens');
const nothing: TextChanges = { indicators: [], goals: [], targets: [], links: [], verdicts: [] };

describe('two releases', () => {
	test('a changed definition keeps both wordings', () => {
		const now = release({ indicators: [indicator({ definition: 'Iets anders.' })] });
		const { definitions } = tellTexts(compare(release(), now), new Map());
		expect(definitions).toEqual([
			{
				id: 'gezondheid',
				kind: 'changed',
				title: 'Gezondheid',
				indicator: 'gezondheid',
				lines: [
					{ label: 'Definitie', before: 'Deel dat zich gezond voelt.', now: 'Iets anders.', said: true }
				]
			}
		]);
	});

	test('goals come, go and get another title; a verdict that turns is no change of text', () => {
		const missed = { status: 'missed', rule: 'rises@1', sentence: 'Het daalde.' };
		const changes = compare(
			withGoals({ id: 'weg' }, { id: 'blijft' }, { id: 'keert' }),
			withGoals({ id: 'blijft', title: 'Anders' }, { id: 'keert', verdict: missed }, { id: 'nieuw' })
		);
		expect(changes.goals.map(({ id, before, now }) => [id, before?.title, now?.title])).toEqual([
			['blijft', 'Meer mensen voelen zich gezond', 'Anders'],
			['nieuw', undefined, 'Meer mensen voelen zich gezond'],
			['weg', 'Meer mensen voelen zich gezond', undefined]
		]);
		expect(
			changes.verdicts.map(({ id, before, now }) => [id, before?.verdict.status, now?.verdict.status])
		).toEqual([['keert', 'no-target', 'missed']]);
	});

	test('a new version of a promise is one more; a promise that changed in place is told as that', () => {
		const changes = compare(
			withGoals({ targets: [target] }),
			withGoals({
				targets: [
					{ ...target, deadline: '2025-12-31' },
					{ ...target, since: '2024-01-01' }
				]
			})
		);
		const { promises } = tellTexts(changes, new Map([['gezonder', 'Gezonder']]));
		expect(promises.map(({ kind, title, lines }) => ({ kind, title, lines }))).toEqual([
			{
				kind: 'changed',
				title: 'Gezonder',
				lines: [
					{
						label: 'Wat ervoor nodig is',
						before: 'stijgt',
						now: 'stijgt, uiterlijk 31 december 2025',
						said: false
					}
				]
			},
			{
				kind: 'added',
				title: 'Gezonder',
				lines: [
					{ label: 'Afspraak', before: undefined, now: target.title, said: true },
					{ label: 'Wat ervoor nodig is', before: undefined, now: 'stijgt', said: false }
				]
			}
		]);
	});

	test('a link with another reason names both of its goals', () => {
		const [monitor] = release().monitors;
		const now = release({
			monitors: [{ ...monitor!, links: [{ ...monitor!.links[0]!, why: 'Dat bleek zo.' }] }]
		});
		const { links } = tellTexts(
			compare(release(), now),
			new Map([
				['project', 'Een project'],
				['gezonder', 'Gezonder']
			])
		);
		expect(links[0]).toMatchObject({
			title: 'Een project → Gezonder',
			kind: 'changed',
			lines: [{ label: 'Waarom', before: 'Dat lijkt zo.', now: 'Dat bleek zo.' }]
		});
	});

	test('a monitor that was not there yet is new as a whole', () => {
		const changes = compare(release({ monitors: [] }), release());
		expect(changes.goals.every(({ before, now }) => !before && now)).toBe(true);
		expect(changes.goals).toHaveLength(2);
		expect(changes.links).toHaveLength(1);
	});
});

const texts = fc.constantFrom('een', 'twee');
const anyRelease = fc
	.record({
		indicators: fc.uniqueArray(
			fc.record({ id: fc.constantFrom('a', 'b', 'c'), definition: texts }).map((change) => indicator(change)),
			{ selector: ({ id }) => id }
		),
		goals: fc.uniqueArray(
			fc
				.record({
					id: fc.constantFrom('x', 'y', 'z'),
					title: texts,
					status: fc.constantFrom('missed', 'reached'),
					targets: fc.boolean().map((has) => (has ? [target] : []))
				})
				.map(({ status, ...change }) =>
					goal({ ...change, verdict: { status, rule: 'rises@1', sentence: 'Zo.' } })
				),
			{ selector: ({ id }) => id }
		)
	})
	.map(({ indicators, goals }) => release({ indicators, monitors: [{ slug: 'ergens', goals, links: [] }] }));

describe('whatever the releases', () => {
	test('a release has not changed since itself', () => {
		fc.assert(
			fc.property(anyRelease, (one) => {
				expect(compare(one, structuredClone(one))).toEqual(nothing);
			})
		);
	});

	test('looking back gives the mirror', () => {
		const swap = (changes: TextChanges): unknown =>
			Object.fromEntries(
				Object.entries(changes).map(([name, list]) => [
					name,
					(list as { id: string; before?: unknown; now?: unknown }[]).map(({ id, before, now }) => ({
						id,
						before: now,
						now: before
					}))
				])
			);
		fc.assert(
			fc.property(anyRelease, anyRelease, (one, other) => {
				expect(compare(other, one)).toEqual(swap(compare(one, other)));
			})
		);
	});
});

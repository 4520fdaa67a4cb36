import { describe, expect, it } from 'vitest';
import type { Goal, Link } from '../schema/goal.ts';
import {
	begunBy,
	byTheme,
	documentKnownOn,
	figureKnownOn,
	heldOn,
	noteHeldOn,
	spendingKnownOn,
	workUnder
} from './report.ts';

describe('what a report may show', () => {
	const sources = [
		{ id: '000', since: '2018-10-16' },
		{ id: '001', published: '2018-04-26', since: '2016-06-28' },
		{ id: '003' }
	];

	it('of notes: those that were written by then and still held', () => {
		const note = { date: '2018-04-26', until: '2019-12-31' };
		expect(noteHeldOn(note, '2018-04-25')).toBe(false);
		expect(noteHeldOn(note, '2018-04-26')).toBe(true);
		expect(noteHeldOn(note, '2019-12-31')).toBe(true);
		expect(noteHeldOn(note, '2020-01-01')).toBe(false);
	});

	it('of documents: those that were out, and those of which nobody knows the day', () => {
		expect(documentKnownOn('001', sources, '2018-04-25')).toBe(false);
		expect(documentKnownOn('001', sources, '2018-04-26')).toBe(true);
		expect(documentKnownOn('003', sources, '2000-01-01')).toBe(true);
	});

	it('of a document without a date: from the day that its monitor worked out', () => {
		expect(documentKnownOn('000', sources, '2018-04-26')).toBe(false);
		expect(documentKnownOn('000', sources, '2018-10-16')).toBe(true);
		const figure = { document: '000', period: '2017' };
		expect(figureKnownOn(figure, sources, '2018-04-26')).toBe(false);
		expect(figureKnownOn({ ...figure, period: '2019' }, sources, '2018-10-16')).toBe(true);
	});

	it('of goals: those that held, also where their document came out later', () => {
		const held = (document: string, day: string) =>
			heldOn({ source: { document, place: 'p' } }, sources, day);
		expect(held('000', '2018-04-26')).toBe(false);
		expect(held('001', '2016-06-27')).toBe(false);
		expect(held('001', '2016-06-28')).toBe(true);
		expect(held('003', '2000-01-01')).toBe(true);
	});

	it('of figures of a document: from its publication, or else from the end of their period', () => {
		const known = (document: string, period: string, day: string) =>
			figureKnownOn({ document, period }, sources, day);
		expect(known('001', '2016', '2018-04-25')).toBe(false);
		expect(known('001', '2016/2020', '2018-04-26')).toBe(true);
		expect(known('003', '2019', '2019-12-30')).toBe(false);
		expect(known('003', '2019', '2019-12-31')).toBe(true);
		expect(known('003', '', '2030-01-01')).toBe(false);
	});

	it('of work: what had begun', () => {
		expect(begunBy({ period: '2019' }, '2018-12-31')).toBe(false);
		expect(begunBy({ period: '2016/2020' }, '2018-12-31')).toBe(true);
		expect(begunBy({}, '2018-12-31')).toBe(true);
	});

	it('of expenditure: a budget from the end of its year, accounts from the end of the next', () => {
		const amounts = (value: number) => ({ begroting: { value }, jaarrekening: { value } });
		const rows = [2017, 2018].map((year) => ({
			municipality: 'GM1783',
			year,
			population: 100,
			total: amounts(year),
			perInhabitant: amounts(1),
			without: { begroting: [], jaarrekening: [] }
		}));
		const known = spendingKnownOn(rows, '2018-12-31');
		expect(known.map(({ total }) => [total.begroting.value, total.jaarrekening.value])).toEqual([
			[2017, 2017],
			[2018, null]
		]);
		expect(known[1]!.perInhabitant.jaarrekening).toEqual({ value: null, missing: 'not-yet' });
		expect(spendingKnownOn(rows, '2017-12-30')).toEqual([]);
	});
});

const goal = (id: string, level: Goal['level'], themes: string[] = []): Goal => ({
	id,
	level,
	kind: 'goal',
	title: id,
	themes,
	progress: [],
	source: { document: '001', place: '1' },
	indicators: [],
	targets: [],
	figures: [],
	noIndicator: 'geen'
});
const link = (from: string, to: string): Link => ({ from, to, origin: 'source', why: 'x', evidence: [] });

describe('the work under a goal', () => {
	const goals = [
		goal('impact', 'impact'),
		goal('action', 'throughput'),
		goal('deep', 'throughput'),
		goal('service', 'output'),
		goal('outcome', 'outcome'),
		goal('below', 'throughput'),
		goal('money', 'input')
	];
	const links = [
		link('action', 'impact'),
		link('deep', 'action'),
		link('action', 'deep'),
		link('service', 'impact'),
		link('outcome', 'impact'),
		link('below', 'outcome'),
		link('money', 'impact')
	];

	it('is all that leads to it through work, and not through another goal; money is no work', () => {
		expect(workUnder('impact', goals, links).map(({ id }) => id)).toEqual(['service', 'action', 'deep']);
		expect(workUnder('outcome', goals, links).map(({ id }) => id)).toEqual(['below']);
	});
});

it('puts each goal under its first theme once, the highest level first, and those without a theme last', () => {
	const goals = [
		goal('a', 'outcome', ['twee', 'een']),
		goal('b', 'impact', ['twee']),
		goal('c', 'impact'),
		goal('d', 'outcome', ['een'])
	];
	const themes = [
		{ id: 'een', title: 'Een' },
		{ id: 'twee', title: 'Twee' },
		{ id: 'leeg', title: 'Leeg' }
	];
	expect(byTheme(themes, goals).map(({ id, goals: own }) => [id, ...own.map((each) => each.id)])).toEqual([
		['thema-een', 'd'],
		['thema-twee', 'b', 'a'],
		['zonder-thema', 'c']
	]);
});

import { describe, expect, it } from 'vitest';
import { goal, type Goal } from '../../schema/goal.ts';
import { indicator } from '../../schema/indicator.ts';
import { monitor } from '../../schema/monitor.ts';
import { source } from '../../schema/source.ts';
import { gatherFacts, type MeasuredRow } from './gather.ts';
import { judgeGoal } from './judge.ts';

const place = { document: 'plan', place: 'bladzijde 1' };
const shift = { period: '2020', breakdown: '18+', why: 'Eerst vanaf 19 jaar, daarna vanaf 18 jaar.' };
const sources = [
	{ id: 'plan', kind: 'document', published: '2018-03-01' },
	{ id: 'old', kind: 'table', shifts: [shift] },
	{ id: 'new', kind: 'table' }
].map((own) => source.parse({ title: own.id, publisher: 'P', licence: 'L', ...own }));
const lonely = indicator.parse({
	id: 'eenzaam',
	title: 'Eenzaam',
	phrase: 'is eenzaam',
	definition: 'Wie zich eenzaam voelt.',
	unit: 'procent',
	direction: 'down',
	population: 'inwoners',
	theme: 'gezondheid',
	tables: { old: 'Eenzaam', new: 'Eenzaam' },
	breakdowns: ['18+'],
	levels: ['gemeente'],
	method: 'Een vragenlijst.'
});
const row = (table: string, boundaries: number, period: number, value: number): MeasuredRow => ({
	indicator: 'eenzaam',
	breakdown: '18+',
	table,
	boundaries,
	period,
	value,
	lower: null,
	upper: null,
	n: null
});
const rows = [
	row('old', 2020, 2016, 40),
	row('old', 2020, 2020, 39),
	row('new', 2024, 2016, 40.3),
	row('new', 2024, 2020, 40.6),
	row('new', 2024, 2024, 41)
];
const made = (own: object): Goal =>
	goal.parse({ id: 'g', level: 'outcome', kind: 'goal', title: 'Minder eenzaam', source: place, ...own });
const since = [{ date: '2017-06-01', source: place, origin: 'derived', why: 'Er staat geen datum op.' }];

function judge(goals: Goal[], asOf: string, own: object = {}) {
	const data = {
		monitor: monitor.parse({
			slug: 'm',
			name: 'M',
			municipality: 'GM0001',
			intro: 'I',
			promise: 'P',
			documents: ['plan'],
			levels: ['impact', 'outcome', 'output', 'throughput', 'input'].map((level) => ({
				level,
				label: level,
				meaning: level
			})),
			accent: { light: '#000000', dark: '#ffffff' },
			...own
		}),
		goals,
		figures: []
	};
	return gatherFacts({ data, indicators: [lonely], sources, rows }).map((facts) =>
		judgeGoal(facts, asOf)
	)[0]!;
}

const promised = made({
	indicators: [{ indicator: 'eenzaam', fit: 'whole', why: 'Dit is het.' }],
	targets: [
		{
			id: 't',
			indicator: 'eenzaam',
			title: 'Niet meer eenzaam dan in 2016',
			wanted: 'not-risen',
			baseline: { date: '2016', origin: 'editorial', note: 'Het stuk noemt geen jaar.' },
			decidedBy: 'de raad',
			since: '2018-03-01',
			source: place
		}
	]
});

describe('a table that is revised', () => {
	it('moves the start and the measurement together, from the day that the revision can be known', () => {
		expect(judge([promised], '2021-06-01')).toMatchObject({ status: 'on-track' });
		expect(judge([promised], '2021-06-01').sentence).toContain('39,0%, in 2016 40,0%');
		expect(judge([promised], '2025-01-01')).toMatchObject({ status: 'off-track' });
		expect(judge([promised], '2025-01-01').sentence).toContain('41,0%, in 2016 40,3%');
	});
});

describe('what a verdict says besides', () => {
	it('names a shift between start and measurement, of the table that they come from', () => {
		expect(judge([promised], '2021-06-01').remarks).toContain(shift.why);
		expect(judge([promised], '2025-01-01').remarks).not.toContain(shift.why);
	});

	it('says that a start was chosen, and why', () => {
		expect(judge([promised], '2021-06-01').remarks).toContain('Het stuk noemt geen jaar.');
	});
});

describe('before a goal was there', () => {
	it('counts from the publication of its document', () => {
		expect(judge([promised], '2018-02-28')).toMatchObject({ status: 'not-started', remarks: [] });
		expect(judge([promised], '2018-03-01').status).toBe('no-new-measurement');
	});

	it('counts from the day that the monitor gives, and says how that was worked out', () => {
		const early = made({ noIndicator: 'Geen cijfer.' });
		expect(judge([early], '2017-05-31', { since })).toMatchObject({
			status: 'not-started',
			remarks: ['Er staat geen datum op.']
		});
		expect(judge([early], '2017-06-01', { since }).status).toBe('no-indicator');
	});

	it('begins for work with its own period', () => {
		const work = made({ kind: 'action', period: '2019', noIndicator: 'Werk.' });
		expect(judge([work], '2018-12-31').status).toBe('not-started');
		expect(judge([work], '2019-01-01').status).toBe('no-new-measurement');
	});
});

it('takes a report from the publication of its document', () => {
	const progress = [{ date: '2017-12-31', state: 'running', text: 'Bezig. Op de helft.', source: place }];
	const work = made({ kind: 'action', period: '2017/2019', noIndicator: 'Werk.', progress });
	const early = { since: [{ date: '2017-01-01', source: place, origin: 'source' }] };
	expect(judge([work], '2018-02-28', early).status).toBe('no-new-measurement');
	expect(judge([work], '2018-03-01', early)).toMatchObject({
		status: 'on-track',
		sentence: 'Stand op 31 december 2017, volgens het stuk van 1 maart 2018: bezig. Op de helft.'
	});
});

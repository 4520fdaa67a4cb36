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
	{ id: 'letter', kind: 'document' },
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

describe('an indicator without a promise', () => {
	const measuredOnly = made({
		indicators: [{ indicator: 'eenzaam', fit: 'whole', why: 'Dit is het.' }],
		noTarget: 'Het stuk zegt alleen: zo weinig mogelijk.'
	});
	const early = { since: [{ date: '2015-01-01', source: place, origin: 'source' }] };

	it('is no figure on a day before the first one was known', () => {
		const before = judge([measuredOnly], '2016-06-01', early);
		expect(before).toMatchObject({
			status: 'no-target',
			remarks: ['Een cijfer was er op deze dag nog niet.']
		});
		expect(before.sentence).toMatch(/^Er hoort een indicator bij, maar .* zo weinig mogelijk\.$/);
		expect(before.sentence).not.toContain('Er is een cijfer');
		expect(judge([measuredOnly], '2016-12-31', early)).toMatchObject({ status: 'no-target', remarks: [] });
	});
});

describe('a deadline that no source gives', () => {
	const [target] = promised.targets;
	const ends = (own: object) =>
		made({
			indicators: promised.indicators,
			targets: [{ ...target, deadline: '2020-12-31', note: 'Hoeveel, staat er niet.', ...own }]
		});

	it('is told as a choice, with the reason and with the note of the promise', () => {
		const why = { deadlineOrigin: 'derived', deadlineNote: 'Het programma liep tot en met 2020.' };
		const { sentence, remarks } = judge([ends(why)], '2021-06-01');
		expect(sentence).toContain('Deze site rekent met 31 december 2020 als einddatum');
		expect(remarks).toContain('Het programma liep tot en met 2020.');
		expect(remarks).toContain('Hoeveel, staat er niet.');
		expect(judge([ends({})], '2021-06-01').sentence).toContain('De afgesproken datum was 31 december 2020');
	});

	it('is that of work with only a period', () => {
		const work = made({ kind: 'action', period: '2019', noIndicator: 'Werk.' });
		const { sentence, remarks } = judge([work], '2020-06-01');
		expect(sentence).toContain('De einddatum waarmee deze site rekent, 31 december 2019, is voorbij.');
		expect(remarks.join(' ')).toContain('De bron noemt geen dag, maar een periode.');
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

it('takes a report in a document without a date from the day that the monitor worked out', () => {
	const later = { document: 'letter', place: 'bladzijde 1' };
	const progress = [{ date: '2017-12-31', state: 'running', text: 'Bezig.', source: later }];
	const work = made({ kind: 'action', period: '2017/2019', noIndicator: 'Werk.', progress });
	const since = [
		{ date: '2017-01-01', source: place, origin: 'source' },
		{ date: '2018-10-16', source: later, origin: 'derived', why: 'Zij antwoordt op iets van die dag.' }
	];
	expect(judge([work], '2018-10-15', { since }).status).toBe('no-new-measurement');
	const known = judge([work], '2018-10-16', { since });
	expect(known.status).toBe('on-track');
	expect(known.sentence).toContain('volgens een stuk zonder datum');
	expect(known.remarks.join(' ')).toContain(
		'vanaf 16 oktober 2018, de dag waarmee deze site voor dat stuk rekent'
	);
});

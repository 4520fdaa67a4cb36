import type { GoalFacts, Measurement, Report, TargetFacts } from './facts.ts';
import { knownFrom } from './period.ts';
import type { Rule, Status } from './status.ts';

/** One made-up example of a rule: what is given, and what the verdict has to be. Shown on `/methode/`, and tested. */
export interface RuleCase {
	given: string;
	facts: GoalFacts;
	asOf: string;
	status: Status;
	rule: Rule;
}

const measured = (period: string, value: number, margin?: number, published?: string): Measurement => ({
	period,
	table: 'voorbeeld',
	value,
	lower: margin === undefined ? null : value - margin,
	upper: margin === undefined ? null : value + margin,
	n: null,
	...knownFrom(period, published)
});

type Promise = Partial<TargetFacts> & Pick<TargetFacts, 'wanted'>;

const promise = (own: Promise): TargetFacts => ({
	id: 'voorbeeld',
	title: 'Voorbeeld',
	unit: 'procent',
	series: [],
	breaks: [],
	reports: [],
	notes: [],
	...own
});

const goal = (targets: Promise[], own: Partial<GoalFacts> = {}): GoalFacts => ({
	id: 'voorbeeld',
	hasIndicator: true,
	targets: targets.map(promise),
	...own
});

const from = (value: number, margin?: number) => ({
	period: '2016',
	values: [measured('2016', value, margin)]
});
const report = (date: string, state: Report['state'], published = date): Report => ({
	date,
	state,
	text: 'Voorbeeld.',
	source: { document: 'voorbeeld', place: 'voorbeeld' },
	known: published,
	published: true
});

const case_ = (given: string, facts: GoalFacts, asOf: string, status: Status, rule: Rule): RuleCase => ({
	given,
	facts,
	asOf,
	status,
	rule
});

const notRisen = (now: Measurement[], own: Partial<TargetFacts> = {}) =>
	goal([{ wanted: 'not-risen', baseline: from(40), deadline: '2023-01-01', series: now, ...own }]);

/** Two parts of an area, each with its own start. */
const twoStarts = { period: '2016', values: [measured('2016', 45), measured('2016', 40)] };

const toTwenty = (now: Measurement) =>
	goal([{ wanted: 'at-least', value: 20, baseline: from(10), deadline: '2024-12-31', series: [now] }]);

/** The table of cases: for each rule the examples that show where it turns. */
export const ruleCases: readonly RuleCase[] = [
	case_(
		'Het doel geldt vanaf 2016. Gevraagd is de stand in 2015.',
		goal([{ wanted: 'falls', since: '2016-06-28', baseline: from(40) }]),
		'2015-07-01',
		'not-started',
		'started@1'
	),
	case_(
		'Geen enkel cijfer meet dit doel, en er is niets afgesproken.',
		goal([], { hasIndicator: false }),
		'2024-01-01',
		'no-indicator',
		'indicator@1'
	),
	case_('Er hoort een indicator bij, maar geen afspraak.', goal([]), '2024-01-01', 'no-target', 'target@1'),
	case_(
		'De afspraak is ingetrokken in 2020.',
		goal([{ wanted: 'falls', until: '2020-01-01', baseline: from(40), series: [measured('2018', 38)] }]),
		'2024-01-01',
		'no-target',
		'target@1'
	),
	case_(
		'Niet stijgen. 2016: 40%, 2020: 39%. In 2018 veranderde de vraag.',
		notRisen([measured('2020', 39)], { breaks: [{ period: '2018', why: 'De vraag is veranderd.' }] }),
		'2024-01-01',
		'not-comparable',
		'comparable@1'
	),
	case_(
		'Niet stijgen. 2016: 40%, 2020: 39%. In 2020 zelf veranderde de vraag.',
		notRisen([measured('2020', 39)], { breaks: [{ period: '2020', why: 'De vraag is veranderd.' }] }),
		'2022-01-01',
		'not-comparable',
		'comparable@1'
	),
	case_(
		'Niet stijgen. 2016: 40%, 2020: 39%. De vraag is nieuw sinds 2016: het uitgangspunt is al zo gemeten.',
		notRisen([measured('2020', 39)], { breaks: [{ period: '2016', why: 'De vraag is veranderd.' }] }),
		'2022-01-01',
		'on-track',
		'not-risen@1'
	),
	case_(
		'Niet stijgen. Het uitgangspunt is 45% in het ene gebied en 40% in het andere. 2020: 42% in beide samen.',
		notRisen([measured('2020', 42)], { baseline: twoStarts }),
		'2022-01-01',
		'not-comparable',
		'comparable@1'
	),
	case_(
		'Niet stijgen. Het uitgangspunt is 45% in het ene gebied en 40% in het andere. Daarna is niet gemeten; dan is er ook niets te vergelijken.',
		notRisen([], { baseline: twoStarts }),
		'2022-01-01',
		'no-new-measurement',
		'measured@1'
	),
	case_(
		'Niet stijgen vanaf 2016. Over 2016 is er geen cijfer, over 2020 wel: 39%.',
		notRisen([measured('2020', 39)], { baseline: { period: '2016', values: [] } }),
		'2022-01-01',
		'not-comparable',
		'comparable@1'
	),
	case_(
		'Niet stijgen vanaf 40% in 2016. Daarna is niet gemeten.',
		notRisen([]),
		'2024-01-01',
		'no-new-measurement',
		'measured@1'
	),
	case_(
		'Niet stijgen vanaf 2016: 40%. Het cijfer over 2020 (39%) is gepubliceerd op 1 juni 2021. Gevraagd is de stand op 1 januari 2021.',
		notRisen([measured('2020', 39, undefined, '2021-06-01')]),
		'2021-01-01',
		'no-new-measurement',
		'measured@1'
	),
	case_(
		'Niet stijgen tot 2023. 2016: 40%, 2020: 40%.',
		notRisen([measured('2020', 40)]),
		'2022-01-01',
		'on-track',
		'not-risen@1'
	),
	case_(
		'Niet stijgen tot 2023. 2016: 40%, 2020: 40,9%.',
		notRisen([measured('2020', 40.9)]),
		'2022-01-01',
		'off-track',
		'not-risen@1'
	),
	case_(
		'Niet stijgen tot 2023. 2016: 40%, 2020: 40,9%. Afgesproken is dat 1 procentpunt of minder niet telt.',
		notRisen([measured('2020', 40.9)], { smallestDifference: 1 }),
		'2022-01-01',
		'on-track',
		'not-risen@1'
	),
	case_(
		'Niet stijgen tot 2023. 2016: 40%, 2020: 40,9%, allebei met een marge van 2 procentpunt.',
		notRisen([measured('2020', 40.9, 2)], { baseline: from(40, 2) }),
		'2022-01-01',
		'too-uncertain',
		'not-risen@1'
	),
	case_(
		'Niet stijgen tot 2023. 2016: 40%, 2020: 46%, allebei met een marge van 2 procentpunt.',
		notRisen([measured('2020', 46, 2)], { baseline: from(40, 2) }),
		'2022-01-01',
		'off-track',
		'not-risen@1'
	),
	case_(
		'Niet stijgen tot 1 januari 2023. 2016: 40%, 2020: 42%. Gevraagd is de stand in 2024; van 2022 of later is er geen meting.',
		notRisen([measured('2020', 42)]),
		'2024-01-01',
		'off-track',
		'not-risen@1'
	),
	case_(
		'Niet stijgen tot 1 januari 2023. 2016: 40%, 2020: 42%, 2022: 39%.',
		notRisen([measured('2020', 42), measured('2022', 39)]),
		'2024-01-01',
		'reached',
		'not-risen@1'
	),
	case_(
		'Niet stijgen tot 1 januari 2023. 2016: 40%, 2022: 42%, 2024: 38%. De meting bij de datum telt, niet die erna.',
		notRisen([measured('2022', 42), measured('2024', 38)]),
		'2025-01-01',
		'missed',
		'not-risen@1'
	),
	case_(
		'Niet dalen tot 2023. 2016: 40%, 2020: 39,9%.',
		notRisen([measured('2020', 39.9)], { wanted: 'not-fallen' }),
		'2022-01-01',
		'off-track',
		'not-fallen@1'
	),
	case_(
		'Stijgen, zonder datum. 2016: 27,6%, 2020: 27,6%. Gelijk is niet gestegen.',
		goal([{ wanted: 'rises', baseline: from(27.6), series: [measured('2020', 27.6)] }]),
		'2022-01-01',
		'off-track',
		'rises@1'
	),
	case_(
		'Dalen tot en met 2020. 2016: 9%, 2020: 8,1%.',
		goal([{ wanted: 'falls', baseline: from(9), deadline: '2020-12-31', series: [measured('2020', 8.1)] }]),
		'2022-01-01',
		'reached',
		'falls@1'
	),
	case_(
		'Van 10% in 2016 naar ten minste 20% eind 2024. 2020: 15%, precies halverwege.',
		toTwenty(measured('2020', 15)),
		'2022-01-01',
		'on-track',
		'at-least@1'
	),
	case_(
		'Van 10% in 2016 naar ten minste 20% eind 2024. 2020: 14%, te weinig voor halverwege.',
		toTwenty(measured('2020', 14)),
		'2022-01-01',
		'off-track',
		'at-least@1'
	),
	case_(
		'Van 10% in 2016 naar ten minste 20% eind 2024. 2018: 13%. Een kwart van de tijd is om; 12,5% is genoeg.',
		toTwenty(measured('2018', 13)),
		'2022-01-01',
		'on-track',
		'at-least@1'
	),
	case_(
		'Van 10% in 2016 naar ten minste 20% eind 2024. 2022: 17%. Driekwart van de tijd is om; daar hoort 17,5% bij.',
		toTwenty(measured('2022', 17)),
		'2023-06-01',
		'off-track',
		'at-least@1'
	),
	case_(
		'Meer dan 20% op 1 januari 2023. 2022: precies 20%.',
		goal([
			{
				wanted: 'at-least',
				value: 20,
				exclusive: true,
				deadline: '2023-01-01',
				series: [measured('2022', 20)]
			}
		]),
		'2024-01-01',
		'missed',
		'at-least@1'
	),
	case_(
		'Ten hoogste 20% op 1 januari 2023. 2022: precies 20%.',
		goal([{ wanted: 'at-most', value: 20, deadline: '2023-01-01', series: [measured('2022', 20)] }]),
		'2024-01-01',
		'reached',
		'at-most@1'
	),
	case_(
		'Klaar op 1 januari 2023. Er is niets gemeld.',
		goal([{ wanted: 'done-by', deadline: '2023-01-01' }]),
		'2024-01-01',
		'no-new-measurement',
		'measured@1'
	),
	case_(
		'Klaar op 1 januari 2023. In november 2022 was het nog bezig. Daarna is niets gemeld.',
		goal([{ wanted: 'done-by', deadline: '2023-01-01', reports: [report('2022-11-01', 'running')] }]),
		'2024-01-01',
		'no-new-measurement',
		'measured@1'
	),
	case_(
		'Klaar op 1 januari 2023. Een stuk van 1 juni 2023 zegt: eind 2022 was het gedaan. Gevraagd is de stand op 1 maart 2023.',
		goal([
			{
				wanted: 'done-by',
				deadline: '2023-01-01',
				reports: [report('2022-12-31', 'done', '2023-06-01')]
			}
		]),
		'2023-03-01',
		'no-new-measurement',
		'measured@1'
	),
	case_(
		'Klaar op 1 januari 2023. In november 2022 is gemeld: gedaan.',
		goal([{ wanted: 'done-by', deadline: '2023-01-01', reports: [report('2022-11-01', 'done')] }]),
		'2024-01-01',
		'reached',
		'done-by@1'
	),
	case_(
		'Klaar op 1 januari 2023. In november 2022 is gemeld: vertraagd.',
		goal([{ wanted: 'done-by', deadline: '2023-01-01', reports: [report('2022-11-01', 'delayed')] }]),
		'2022-12-01',
		'off-track',
		'done-by@1'
	),
	case_(
		'Klaar op 1 januari 2023. Op die dag zelf is gemeld: nog bezig.',
		goal([{ wanted: 'done-by', deadline: '2023-01-01', reports: [report('2023-01-01', 'running')] }]),
		'2023-06-01',
		'missed',
		'done-by@1'
	),
	case_(
		'Klaar op 1 januari 2023. In maart 2023 is gemeld: nog bezig.',
		goal([{ wanted: 'done-by', deadline: '2023-01-01', reports: [report('2023-03-01', 'running')] }]),
		'2023-06-01',
		'missed',
		'done-by@1'
	),
	case_(
		'Klaar op 1 januari 2023. In maart 2023 is gemeld: nog bezig. In maart 2024: gedaan. De eerste melding na de datum beslist.',
		goal([
			{
				wanted: 'done-by',
				deadline: '2023-01-01',
				reports: [report('2023-03-01', 'running'), report('2024-03-01', 'done')]
			}
		]),
		'2026-01-01',
		'missed',
		'done-by@1'
	),
	case_(
		'Geen datum. Eind 2017 is gemeld: bezig. Gevraagd is de stand in 2020, meer dan een jaar later.',
		goal([{ wanted: 'done-by', reports: [report('2017-12-31', 'running')] }]),
		'2020-01-01',
		'no-new-measurement',
		'measured@1'
	),
	case_(
		'Twee afspraken bij één doel: de ene bereikt, over de andere is er geen cijfer.',
		goal([
			{
				id: 'een',
				wanted: 'falls',
				baseline: from(9),
				deadline: '2020-12-31',
				series: [measured('2020', 8)]
			},
			{ id: 'twee', wanted: 'falls', baseline: from(9), noIndicator: 'Er is geen cijfer dat dit meet.' }
		]),
		'2022-01-01',
		'no-indicator',
		'every-target@1'
	),
	case_(
		'Twee afspraken bij één doel: de ene bereikt, de andere niet.',
		goal([
			{
				id: 'een',
				wanted: 'falls',
				baseline: from(9),
				deadline: '2020-12-31',
				series: [measured('2020', 8)]
			},
			{
				id: 'twee',
				wanted: 'rises',
				baseline: from(9),
				deadline: '2020-12-31',
				series: [measured('2020', 8)]
			}
		]),
		'2022-01-01',
		'missed',
		'every-target@1'
	)
];

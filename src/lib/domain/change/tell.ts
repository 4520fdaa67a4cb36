import type { TidyRow } from '../../schema/tidy.ts';
import { count, enumerate, formatExact } from '../format.ts';
import { most, named, reasonsToAccept } from './accept.ts';
import { isSame, type TableChange } from './compare.ts';
import type { LabelChange } from './labels.ts';
import type { Pair } from './rows.ts';
import { areaWord, figureWord, indicatorWord, seriesWord, statusWord, type Names } from './words.ts';

/** Words of a publisher in a cell of a table. */
const cell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');

const shown = ({ value, status }: TidyRow): string =>
	value === null ? statusWord(status) : formatExact(value);

const kinds: Record<LabelChange['kind'], string> = { measures: 'maat', groups: 'groep', areas: 'gebied' };

const table = (heads: readonly string[], rows: readonly (readonly string[])[], all: number): string[] => [
	`| ${heads.join(' | ')} |`,
	`|${heads.map(() => '---|').join('')}`,
	...rows.map((cells) => `| ${cells.map(cell).join(' | ')} |`),
	...(all > rows.length ? ['', `En nog ${all - rows.length}.`] : []),
	''
];

const pairTable = (pairs: readonly Pair[], names: Names, show = shown): string[] =>
	table(
		['cijfer', 'was', 'wordt'],
		pairs.slice(0, most).map(({ before, now }) => [figureWord(now, names), show(before), show(now)]),
		pairs.length
	);

const section = (head: string, all: number, lines: readonly string[]): string[] =>
	all > 0 ? [`## ${head} (${all})`, '', ...lines] : [];

const list = (head: string, items: readonly string[], between?: string): string[] =>
	section(head, items.length, [`${named(items, between)}.`, '']);

/** The whole report as Markdown. The same change gives the same text. */
export function tellChange(change: TableChange, title: string, names: Names): string {
	const { indicators, groups, areas, periods, added, gone, revised, lost, appeared, statuses, margins } =
		change;
	const reasons = reasonsToAccept(change, names);
	const ofIndicator = (id: string) => indicatorWord(id, names);
	const ofSeries = (each: (typeof groups.added)[number]) => seriesWord(each, names);
	const ofArea = (code: string) => areaWord(code, names);
	const ofFigure = (row: TidyRow) => figureWord(row, names);
	const points = (indicator: string) => (names.unitOf(indicator) === 'procent' ? ' procentpunt' : '');
	return [
		`# Wat er verandert: ${title}`,
		'',
		isSame(change)
			? `Er verandert niets: ${count(change.now, 'cijfer is', 'cijfers zijn')} gelijk gebleven.`
			: `Er waren ${count(change.before, 'cijfer', 'cijfers')}, nu zijn het er ${change.now}. ${count(change.compared, 'cijfer heeft', 'cijfers hebben')} in beide een waarde.`,
		'',
		...(reasons.length > 0
			? ['**Dit gaat alleen door met `--accept`:**', '', ...reasons.map((reason) => `- ${reason}`), '']
			: []),
		...list('Nieuwe indicatoren', indicators.added.map(ofIndicator)),
		...list('Verdwenen indicatoren', indicators.gone.map(ofIndicator)),
		...list('Nieuwe groepen', groups.added.map(ofSeries)),
		...list('Verdwenen groepen', groups.gone.map(ofSeries)),
		...list('Nieuwe jaren', periods.added),
		...list('Verdwenen jaren', periods.gone),
		...list('Nieuwe gebieden', areas.added.map(ofArea)),
		...list('Verdwenen gebieden', areas.gone.map(ofArea)),
		...section(
			'Andere namen bij de bron',
			change.labels.length,
			table(
				['wat', 'was', 'wordt'],
				change.labels
					.slice(0, most)
					.map(({ kind, code, before, now }) => [`${kinds[kind]} ${code}`, before, now]),
				change.labels.length
			)
		),
		...list('Nieuwe cijfers', added.map(ofFigure), '; '),
		...list('Verdwenen cijfers', gone.map(ofFigure), '; '),
		...section(
			'Herziene cijfers, de opvallendste eerst',
			revised.length,
			table(
				['cijfer', 'was', 'wordt', 'verschil'],
				revised
					.slice(0, most)
					.map(({ before, now, difference, isLarge }) => [
						ofFigure(now),
						shown(before),
						shown(now),
						`${formatExact(Math.round(difference * 1e6) / 1e6)}${points(now.indicator)}${isLarge ? ' (groot)' : ''}`
					]),
				revised.length
			)
		),
		...section('Cijfers die leeg worden', lost.length, pairTable(lost, names)),
		...section('Cijfers die er nu zijn', appeared.length, pairTable(appeared, names)),
		...section(
			'Andere status',
			statuses.length,
			pairTable(statuses, names, ({ status }) => statusWord(status))
		),
		...list(
			'Andere marge of ander aantal ondervraagden',
			margins.map(({ now }) => ofFigure(now)),
			'; '
		),
		...section(
			'Cijfers die ver afwijken van wat te verwachten was',
			change.outliers.length,
			table(
				['cijfer', 'jaar ervoor', 'nu', 'vergeleken met'],
				change.outliers
					.slice(0, most)
					.map(({ row, previous, against, number }) => [
						ofFigure(row),
						`${formatExact(previous.value)} (${previous.period})`,
						formatExact(row.value),
						against === 'own'
							? `${number} eerdere jaren van dit gebied`
							: `de verandering in ${number} gebieden`
					]),
				change.outliers.length
			)
		)
	]
		.join('\n')
		.trimEnd()
		.concat('\n');
}

/** The report in one sentence, for on screen. */
export function summary(change: TableChange): string {
	if (isSame(change)) return 'Er verandert niets.';
	const parts: [number, string, string][] = [
		[change.periods.added.length, 'nieuw jaar', 'nieuwe jaren'],
		[change.areas.added.length, 'nieuw gebied', 'nieuwe gebieden'],
		[change.added.length, 'nieuw cijfer', 'nieuwe cijfers'],
		[change.revised.length, 'herzien cijfer', 'herziene cijfers'],
		[change.lost.length, 'cijfer dat leeg wordt', 'cijfers die leeg worden'],
		[change.appeared.length, 'cijfer dat er nu is', 'cijfers die er nu zijn'],
		[change.statuses.length, 'cijfer met een andere status', 'cijfers met een andere status'],
		[change.margins.length, 'cijfer met een andere marge', 'cijfers met een andere marge'],
		[change.before - change.now > 0 ? change.before - change.now : 0, 'cijfer minder', 'cijfers minder'],
		[change.labels.length, 'naam bij de bron', 'namen bij de bron'],
		[change.outliers.length, 'cijfer dat ver afwijkt', 'cijfers die ver afwijken']
	];
	const told = parts.filter(([number]) => number > 0).map(([number, one, more]) => count(number, one, more));
	return `Er verandert: ${enumerate(told)}.`;
}

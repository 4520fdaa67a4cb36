import type { Unit } from '../../schema/indicator.ts';
import type { TidyRow } from '../../schema/tidy.ts';
import { count, enumerate, formatExact } from '../format.ts';
import { isSame, type TableChange } from './compare.ts';
import type { LabelChange } from './labels.ts';
import { keyOf, type Pair } from './rows.ts';

/** More revised values than this share of those compared is no small matter. */
const largeShare = 0.05;

/** How many of a list are written out; the number of all of them is always told. */
const most = 20;

const named = (items: readonly string[]): string =>
	items.slice(0, most).join(', ') + (items.length > most ? ` en nog ${items.length - most}` : '');

/**
 * Why a change is not to be taken over unseen: something is gone, or much is other than it was. Each reason is a
 * sentence; none where the change is small.
 */
export function reasonsToAccept(change: TableChange): string[] {
	const { indicators, groups, areas, periods, gone, lost, revised, compared } = change;
	const missing: [string, string, readonly string[]][] = [
		['indicator', 'indicatoren', indicators.gone],
		['groep', 'groepen', groups.gone],
		['gebied', 'gebieden', areas.gone],
		['jaar', 'jaren', periods.gone],
		['cijfer', 'cijfers', gone.map(keyOf)]
	];
	const large = revised.filter(({ isLarge }) => isLarge).length;
	// An area may be given another name; a measure or group with another name may be another one.
	const renamed = change.labels.filter(({ kind }) => kind !== 'areas');
	return [
		...missing
			.filter(([, , items]) => items.length > 0)
			.map(([one, more, items]) => `Er verdwijnt ${count(items.length, one, more)}: ${named(items)}.`),
		...(lost.length > 0 ? [`${count(lost.length, 'cijfer wordt', 'cijfers worden')} leeg.`] : []),
		...(compared > 0 && revised.length / compared > largeShare
			? [`Van de ${compared} cijfers die er al waren, zijn er ${revised.length} anders: meer dan 1 op de 20.`]
			: []),
		...(large > 0
			? [`${count(large, 'cijfer verschilt', 'cijfers verschillen')} veel meer dan gewoon is in deze reeks.`]
			: []),
		...(renamed.length > 0
			? [
					`${count(renamed.length, 'maat of groep heet', 'maten of groepen heten')} nu anders: ${named(renamed.map(({ code }) => code))}. Kijk of het nog hetzelfde is.`
				]
			: [])
	];
}

/** Words of a publisher in a cell of a table. */
const cell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');

const shown = ({ value, status }: TidyRow): string => (value === null ? status : formatExact(value));

const kinds: Record<LabelChange['kind'], string> = { measures: 'maat', groups: 'groep', areas: 'gebied' };

const table = (heads: readonly string[], rows: readonly (readonly string[])[], all: number): string[] => [
	`| ${heads.join(' | ')} |`,
	`|${heads.map(() => '---|').join('')}`,
	...rows.map((cells) => `| ${cells.join(' | ')} |`),
	...(all > rows.length ? ['', `En nog ${all - rows.length}.`] : []),
	''
];

const pairTable = (pairs: readonly Pair[]): string[] =>
	table(
		['cijfer', 'was', 'wordt'],
		pairs.slice(0, most).map(({ before, now }) => [keyOf(now), shown(before), shown(now)]),
		pairs.length
	);

const section = (head: string, all: number, lines: readonly string[]): string[] =>
	all > 0 ? [`## ${head} (${all})`, '', ...lines] : [];

const names = (head: string, items: readonly string[]): string[] =>
	section(head, items.length, [`${named(items)}.`, '']);

/** The whole report as Markdown. The same change gives the same text. */
export function tellChange(
	change: TableChange,
	title: string,
	unitOf: (indicator: string) => Unit | undefined
): string {
	const { indicators, groups, areas, periods, added, gone, revised, lost, appeared, statuses, margins } =
		change;
	const reasons = reasonsToAccept(change);
	const points = (indicator: string) => (unitOf(indicator) === 'procent' ? ' procentpunt' : '');
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
		...names('Nieuwe indicatoren', indicators.added),
		...names('Verdwenen indicatoren', indicators.gone),
		...names('Nieuwe groepen', groups.added),
		...names('Verdwenen groepen', groups.gone),
		...names('Nieuwe jaren', periods.added),
		...names('Verdwenen jaren', periods.gone),
		...names('Nieuwe gebieden', areas.added),
		...names('Verdwenen gebieden', areas.gone),
		...section(
			'Andere namen bij de bron',
			change.labels.length,
			table(
				['wat', 'was', 'wordt'],
				change.labels
					.slice(0, most)
					.map(({ kind, code, before, now }) => [`${kinds[kind]} ${code}`, before, now].map(cell)),
				change.labels.length
			)
		),
		...section('Nieuwe cijfers', added.length, [`${named(added.map(keyOf))}.`, '']),
		...section('Verdwenen cijfers', gone.length, [`${named(gone.map(keyOf))}.`, '']),
		...section(
			'Herziene cijfers, de opvallendste eerst',
			revised.length,
			table(
				['cijfer', 'was', 'wordt', 'verschil'],
				revised
					.slice(0, most)
					.map(({ before, now, difference, isLarge }) => [
						keyOf(now),
						shown(before),
						shown(now),
						`${formatExact(Math.round(difference * 1e6) / 1e6)}${points(now.indicator)}${isLarge ? ' (groot)' : ''}`
					]),
				revised.length
			)
		),
		...section('Cijfers die leeg worden', lost.length, pairTable(lost)),
		...section('Cijfers die er nu zijn', appeared.length, pairTable(appeared)),
		...section(
			'Andere status',
			statuses.length,
			table(
				['cijfer', 'was', 'wordt'],
				statuses.slice(0, most).map(({ before, now }) => [keyOf(now), before.status, now.status]),
				statuses.length
			)
		),
		...section('Andere marge of ander aantal ondervraagden', margins.length, [
			`${named(margins.map(({ now }) => keyOf(now)))}.`,
			''
		]),
		...section(
			'Cijfers die ver afwijken van wat te verwachten was',
			change.outliers.length,
			table(
				['cijfer', 'jaar ervoor', 'nu', 'vergeleken met'],
				change.outliers
					.slice(0, most)
					.map(({ row, previous, against, number }) => [
						keyOf(row),
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
		[change.before - change.now > 0 ? change.before - change.now : 0, 'cijfer minder', 'cijfers minder'],
		[change.labels.length, 'naam bij de bron', 'namen bij de bron'],
		[change.outliers.length, 'cijfer dat ver afwijkt', 'cijfers die ver afwijken']
	];
	const told = parts.filter(([number]) => number > 0).map(([number, one, more]) => count(number, one, more));
	return told.length > 0 ? `Er verandert: ${enumerate(told)}.` : 'Alleen een status of marge verandert.';
}

import { group } from 'd3';
import type { ObservationStatus } from '../../schema/observation.ts';
import { count } from '../format.ts';
import type { TableChange } from './compare.ts';
import { hasValue, type Pair } from './rows.ts';
import { areaWord, figureWord, indicatorWord, seriesWord, statusWord, type Names } from './words.ts';

/** More revised values than this share of those compared is no small matter. */
const largeShare = 0.05;

/** How many of a list are written out; the number of all of them is always told. */
export const most = 20;

/** The first of a list; parts that have a comma themselves are kept apart with `between`. */
export const named = (items: readonly string[], between = ', '): string =>
	items.slice(0, most).join(between) + (items.length > most ? ` en nog ${items.length - most}` : '');

/** How sure a publisher is of a figure: a model, a first count, or the last word. */
const firmness: Partial<Record<ObservationStatus, number>> = { estimate: 0, provisional: 1, definitive: 2 };

const isFirmer = ({ before, now }: Pair): boolean =>
	(firmness[now.status] ?? -1) > (firmness[before.status] ?? Infinity);

/**
 * Statuses that say more than they did: a figure that is no longer provisional or an estimate, and another reason why
 * there is none. A reader acts on either, so nobody should take them over unseen.
 */
function statusReasons(statuses: readonly Pair[], names: Names): string[] {
	const told = statuses.filter((pair) => isFirmer(pair) || !hasValue(pair.now));
	return [...group(told, ({ before, now }) => `${before.status} ${now.status}`).values()].map((pairs) => {
		const { before, now } = pairs[0]!;
		const about = named([...new Set(pairs.map((pair) => indicatorWord(pair.now.indicator, names)))]);
		const [was, is] = [statusWord(before.status), statusWord(now.status)];
		return hasValue(now)
			? `${count(pairs.length, 'cijfer gaat', 'cijfers gaan')} van ${was} naar ${is}: ${about}.`
			: `Bij ${count(pairs.length, 'cijfer dat ontbreekt', 'cijfers die ontbreken')} is de reden niet meer "${was}" maar "${is}": ${about}.`;
	});
}

/**
 * Why a change is not to be taken over unseen: something is gone, much is other than it was, or a status says more. Each
 * reason is a sentence; none where the change is small.
 */
export function reasonsToAccept(change: TableChange, names: Names): string[] {
	const { indicators, groups, areas, periods, gone, lost, revised, compared, statuses } = change;
	const missing: [string, string, readonly string[], string?][] = [
		['indicator', 'indicatoren', indicators.gone.map((id) => indicatorWord(id, names))],
		['groep', 'groepen', groups.gone.map((each) => seriesWord(each, names))],
		['gebied', 'gebieden', areas.gone.map((code) => areaWord(code, names))],
		['jaar', 'jaren', periods.gone],
		['cijfer', 'cijfers', gone.map((row) => figureWord(row, names)), '; ']
	];
	const large = revised.filter(({ isLarge }) => isLarge).length;
	// An area may be given another name; a measure or group with another name may be another one.
	const renamed = change.labels.filter(({ kind }) => kind !== 'areas');
	return [
		...missing
			.filter(([, , items]) => items.length > 0)
			.map(
				([one, more, items, between]) =>
					`Er ${items.length === 1 ? 'verdwijnt' : 'verdwijnen'} ${count(items.length, one, more)}: ${named(items, between)}.`
			),
		...(lost.length > 0 ? [`${count(lost.length, 'cijfer wordt', 'cijfers worden')} leeg.`] : []),
		...(compared > 0 && revised.length / compared > largeShare
			? [`Van de ${compared} cijfers die er al waren, zijn er ${revised.length} anders: meer dan 1 op de 20.`]
			: []),
		...(large > 0
			? [`${count(large, 'cijfer verschilt', 'cijfers verschillen')} veel meer dan gewoon is in deze reeks.`]
			: []),
		...statusReasons(statuses, names),
		...(renamed.length > 0
			? [
					`${count(renamed.length, 'maat of groep heet', 'maten of groepen heten')} nu anders: ${named(renamed.map(({ code }) => code))}. Kijk of het nog hetzelfde is.`
				]
			: [])
	];
}

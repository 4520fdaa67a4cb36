import type { ObservationStatus } from '../../schema/observation.ts';
import type { ReleasedValue, ReleasedVerdict } from '../../schema/release.ts';
import { count } from '../format.ts';
import { canonicalJson } from './hash.ts';

/** A figure of today's data. */
export interface CurrentFigure {
	value: number | null;
	status: ObservationStatus;
	/** What the source gives, where this site corrected it. */
	published: number | null;
}

/** How a figure of a release stands in today's data; of one that is gone, what there is no more of. */
export type FigureNow<Current = CurrentFigure> =
	| { kind: 'same' }
	| { kind: 'status'; status: ObservationStatus }
	| { kind: 'revised'; current: Current }
	| { kind: 'reworded' }
	| { kind: 'gone'; what: 'indicator' | 'table' | 'figure' | 'all' };

/** What makes a figure the same one in a release and in today's data. */
export const figureKey = (row: {
	table: string;
	indicator: string;
	area: string;
	period: string | number;
	breakdown: string;
}): string => [row.table, row.indicator, row.area, row.period, row.breakdown].join(',');

/**
 * How a figure that was published stands now. Another table about the same year is another figure.
 * @param current the figure of the same table, area, period and group, where today's data have one
 * @param known what today's data have any figures of
 */
export function figureNow<Current extends CurrentFigure>(
	then: Pick<ReleasedValue, 'value' | 'status' | 'indicator' | 'table'>,
	current: Current | undefined,
	known: { indicators: ReadonlySet<string>; tables: ReadonlySet<string> }
): FigureNow<Current> {
	if (!current) {
		if (!known.indicators.has(then.indicator)) return { kind: 'gone', what: 'indicator' };
		return { kind: 'gone', what: known.tables.has(then.table) ? 'figure' : 'table' };
	}
	if (String(current.value ?? '') !== then.value) return { kind: 'revised', current };
	return current.status === then.status ? { kind: 'same' } : { kind: 'status', status: current.status };
}

/**
 * How a row stands now that is the same figure as long as some of its fields are.
 * @param counts the fields that make it another figure; the other ones are words about it
 */
export function rowNow<Row extends Readonly<Record<string, string>>>(
	then: Row,
	current: Row | undefined,
	counts: readonly (keyof Row)[]
): FigureNow<Row> {
	if (!current) return { kind: 'gone', what: 'all' };
	if (counts.some((name) => then[name] !== current[name])) return { kind: 'revised', current };
	return Object.keys(then).some((name) => then[name] !== current[name])
		? { kind: 'reworded' }
		: { kind: 'same' };
}

const goneWords = {
	indicator: 'niet meer op deze site: de indicator is weg',
	table: 'niet meer op deze site: de tabel is weg',
	figure: 'niet meer in deze tabel',
	all: 'niet meer op deze site'
} as const;

const statusWords: Record<ObservationStatus, string> = {
	definitive: 'hetzelfde, nu definitief',
	provisional: 'hetzelfde, nu voorlopig',
	estimate: 'hetzelfde, nu een schatting',
	suppressed: 'geen cijfer, nu omdat het verborgen is',
	'not-asked': 'geen cijfer, nu omdat het niet is gevraagd',
	'not-yet': 'geen cijfer, nu omdat het later komt',
	'not-applicable': 'geen cijfer, nu omdat het hier niet kan bestaan',
	unknown: 'geen cijfer, nu om een onbekende reden'
};

/** How a figure stands now, in words; what it was revised to must be shown beside it. */
export function tellFigureNow(now: FigureNow<unknown>): string {
	if (now.kind === 'gone') return goneWords[now.what];
	if (now.kind === 'reworded') return 'hetzelfde cijfer, nu anders omschreven';
	if (now.kind === 'status') return statusWords[now.status];
	return now.kind === 'revised' ? 'herzien' : 'hetzelfde';
}

/** How many figures of a page stand as they did, in one sentence. */
export function tellNow(all: readonly FigureNow<unknown>[]): string {
	const of = (...kinds: FigureNow['kind'][]) => all.filter(({ kind }) => kinds.includes(kind)).length;
	const changed = of('revised', 'status');
	if (changed + of('reworded', 'gone') === 0) return 'Al deze cijfers zijn nu nog hetzelfde.';
	return `Van deze ${all.length} cijfers: ${[
		[of('same'), 'nog hetzelfde'],
		[changed, 'herzien'],
		[of('reworded'), 'anders omschreven'],
		[of('gone'), 'weg']
	]
		.filter(([number]) => number !== 0)
		.map(([number, word]) => `${number} ${word}`)
		.join(', ')}.`;
}

/** How a verdict of a release stands now: another one, the same for another reason or in other words, or of no goal. */
export type VerdictNow = 'same' | 'turned' | 'explained' | 'gone';

/** How a verdict that was published stands now. */
export function verdictNow(then: ReleasedVerdict, now: ReleasedVerdict | undefined): VerdictNow {
	if (!now) return 'gone';
	if (then.status !== now.status) return 'turned';
	return canonicalJson(then) === canonicalJson(now) ? 'same' : 'explained';
}

/** How many verdicts of a page stand as they did, in sentences. */
export function tellVerdictsNow(all: readonly VerdictNow[]): string {
	const of = (kind: VerdictNow) => all.filter((each) => each === kind).length;
	const [turned, explained, gone] = [of('turned'), of('explained'), of('gone')];
	if (turned + explained + gone === 0) return 'Al deze oordelen zijn nu nog hetzelfde.';
	const number = count(all.length, 'oordeel', 'oordelen');
	return [
		turned === 0 && `Geen van de ${number} is anders.`,
		turned === 1 && `Van ${number} is er 1 anders.`,
		turned > 1 && `Van ${number} zijn er ${turned} anders.`,
		explained > 0 && `Bij ${explained} is alleen de uitleg anders.`,
		gone > 0 && `Van ${gone} staat het doel niet meer op deze site.`
	]
		.filter(Boolean)
		.join(' ');
}

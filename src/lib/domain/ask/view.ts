import type { Ask } from '../../schema/ask.ts';
import type { QuestionView } from '../../schema/question.ts';
import { allPeriods, areasFor, sharedPeriods, type Holdings } from './holdings.ts';
import { needsTwo } from './objection.ts';
import { isComparable, titleOf, valueColumn } from './subjects.ts';
import { isTogether } from './together.ts';

/** Most areas that bars or lines of one chart can show. */
const most = { bars: 60, line: 12, multiples: 40 };

function sizeOf(ask: Ask, holdings: Holdings): number {
	if (ask.level === 'land' || (isTogether(ask) && ask.together === 'one' && ask.level !== 'own')) return 1;
	if (ask.level === 'gemeente' || (isTogether(ask) && ask.level !== 'own')) return ask.within.length;
	return ask.only.length || areasFor(ask, holdings).length;
}

/** The view that fits an ask best; a table where areas would be compared that cannot be, or where there are too many. */
export function viewOf(ask: Ask, holdings: Holdings): QuestionView {
	const { subjects, make, periods } = ask;
	const table: QuestionView = { kind: 'table' };
	if (
		make.kind === 'correlation' ||
		(make.kind === 'figures' && (make.pivot !== 'none' || subjects.length > 1))
	)
		return table;
	// The code: names may be the same in two gemeenten, and pictures find the names by it.
	const area = 'code';
	if (make.kind === 'scatter') {
		const [x, y] = subjects.map((subject) => titleOf(subject, holdings));
		return { kind: 'scatter', area, value: x, other: y };
	}
	const value =
		make.kind === 'compare'
			? make.form === 'difference'
				? 'verschil'
				: 'verhouding'
			: make.kind === 'index'
				? 'index'
				: valueColumn(subjects, holdings);
	const known = needsTwo(make) ? sharedPeriods(ask, holdings) : allPeriods(ask, holdings);
	const base = make.kind === 'compare' && make.with === 'period' ? make.base : undefined;
	const years = (periods.length > 0 ? periods : known).filter((year) => year !== base);
	const areas = sizeOf(ask, holdings);
	if (years.length > 1 && make.kind !== 'rank') {
		const kind = areas <= most.line ? 'line' : areas <= most.multiples ? 'multiples' : 'table';
		return kind === 'table' ? table : { kind, area, period: 'jaar', value };
	}
	const fair = make.kind === 'compare' || subjects.every((subject) => isComparable(subject, holdings));
	return fair && areas <= most.bars && years.length === 1 ? { kind: 'bars', area, value } : table;
}

import type { Ask, Make } from '../../schema/ask.ts';
import { allPeriods, indicatorOf, periodsOf, sharedPeriods, type Holdings } from './holdings.ts';
import { mostColumns, pivotColumns } from './pivot.ts';
import { isComparable, isSize, titleOf, unitOf } from './subjects.ts';
import { isShare, isTogether, weightOf } from './together.ts';

/** Kinds that hold two subjects against each other. */
export const needsTwo = (make: Make): boolean =>
	make.kind === 'scatter' ||
	make.kind === 'correlation' ||
	(make.kind === 'compare' && make.with === 'subject');

/** Kinds that compare areas with each other. */
export const comparesAreas = (make: Make): boolean =>
	['rank', 'scatter', 'correlation'].includes(make.kind) ||
	(make.kind === 'compare' && (make.with === 'gemeente' || make.with === 'land'));

function aboutSubjects(ask: Ask, holdings: Holdings): string | undefined {
	const { subjects, level, make } = ask;
	for (const subject of subjects) {
		if (periodsOf(subject, ask, holdings).length === 0)
			return `Van “${titleOf(subject, holdings)}” is hier geen cijfer op dit niveau.`;
		if (subject.kind === 'indicator' && subject.per) {
			const { of } = subject.per;
			if (!holdings.wholes.includes(of)) return 'Door dit aantal kan hier niet gedeeld worden.';
			if (indicatorOf(subject.indicator, holdings)?.unit !== 'aantal' || of === subject.indicator)
				return `“${titleOf({ ...subject, per: undefined }, holdings)}” is niet te delen door dit aantal.`;
		}
		const size = subject.kind === 'indicator' && isSize(subject.indicator);
		if (comparesAreas(make) && !size && !isComparable(subject, holdings))
			return 'Gebieden zijn niet even groot. Een aantal of bedrag zegt dan weinig naast dat van een ander gebied. Kies eerst “per 1.000” of “per inwoner”.';
	}
	if (needsTwo(make)) {
		const [first, second, third] = subjects;
		if (!second || third) return 'Kies hiervoor twee onderwerpen.';
		if (make.kind === 'compare' && unitOf(first!, holdings) !== unitOf(second, holdings))
			return 'Deze twee onderwerpen hebben een andere eenheid. Zo zijn ze niet te vergelijken.';
		if (sharedPeriods(ask, holdings).length === 0)
			return `Deze twee onderwerpen hebben geen jaar gemeen voor ${level === 'own' ? 'deze gebieden' : 'dit niveau'}.`;
	} else if (make.kind !== 'figures' && subjects.length > 1) return 'Kies hiervoor één onderwerp.';
	return undefined;
}

function aboutWhole({ subjects, level, make, within }: Ask, holdings: Holdings): string | undefined {
	if (make.kind !== 'compare' || (make.with !== 'gemeente' && make.with !== 'land')) return undefined;
	const [subject] = subjects;
	const isWhole = level === 'land' || (make.with === 'gemeente' && level === 'gemeente');
	if (isWhole) return 'Kies kleinere gebieden om met het geheel te vergelijken.';
	if (periodsOf(subject!, { level: make.with, within }, holdings).length === 0)
		return `Van ${make.with === 'land' ? 'Nederland' : 'de gemeente als geheel'} is er van dit onderwerp geen cijfer.`;
	return undefined;
}

function aboutTogether(ask: Ask, holdings: Holdings): string | undefined {
	if (!isTogether(ask)) return undefined;
	const lacking = ask.subjects.some(
		(subject) =>
			subject.kind === 'indicator' &&
			isShare(subject, holdings) &&
			!indicatorOf(weightOf(subject, holdings).indicator, holdings)
	);
	return lacking
		? 'Van deze percentages is niet bekend over hoeveel mensen ze gaan. Samennemen kan dan niet.'
		: undefined;
}

/** One area has nothing to be compared with. */
function aboutNumber({ level, together, make }: Ask): string | undefined {
	if (!['rank', 'scatter', 'correlation'].includes(make.kind)) return undefined;
	const isOne = level === 'land' || ((level === 'wijk' || level === 'buurt') && together === 'one');
	return isOne
		? 'Hiervoor zijn meer gebieden nodig. Kies een andere soort gebied, of neem ze niet samen.'
		: undefined;
}

function aboutColumns(ask: Ask, holdings: Holdings): string | undefined {
	const { make } = ask;
	if (make.kind !== 'figures' || make.pivot === 'none') return undefined;
	const { length } = pivotColumns(ask, make.pivot, holdings);
	return length > mostColumns
		? `Zo krijgt de tabel ${length} kolommen, en met meer dan ${mostColumns} is zij niet te lezen. Kies minder, of zet iets anders in de kolommen.`
		: undefined;
}

/** Why an ask cannot be answered from the data, in Dutch; nothing where it can. */
export function objection(ask: Ask, holdings: Holdings): string | undefined {
	const { level, within, make, periods } = ask;
	if (level !== 'land' && within.length === 0) return 'Kies een gemeente.';
	const problem =
		aboutSubjects(ask, holdings) ??
		aboutNumber(ask) ??
		aboutWhole(ask, holdings) ??
		aboutTogether(ask, holdings) ??
		aboutColumns(ask, holdings);
	if (problem) return problem;
	const known = needsTwo(make) ? sharedPeriods(ask, holdings) : allPeriods(ask, holdings);
	const base =
		make.kind === 'index' || (make.kind === 'compare' && make.with === 'period') ? make.base : undefined;
	if (make.kind === 'compare' && make.with === 'period' && base === undefined)
		return 'Kies een jaar om mee te vergelijken.';
	if (base !== undefined && !known.includes(base)) return `Van ${base} is er geen cijfer.`;
	const strange = periods.find((period) => !known.includes(period));
	if (strange !== undefined) return `Van ${strange} is er geen cijfer.`;
	if (
		make.kind === 'compare' &&
		make.with === 'period' &&
		!(periods.length > 0 ? periods : known).some((each) => each !== base)
	)
		return 'Kies ook een ander jaar dan het jaar waarmee u vergelijkt.';
	return undefined;
}

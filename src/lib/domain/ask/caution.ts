import type { Ask } from '../../schema/ask.ts';
import { eraStarts } from '../expenditure.ts';
import { enumerate } from '../format.ts';
import { allPeriods, indicatorOf, spendingOf, type Holdings } from './holdings.ts';
import { fewestPairs } from './relate.ts';
import { isComparable } from './subjects.ts';
import { isShare, isTogether } from './together.ts';

const isEstimate = ({ subjects }: Ask, holdings: Holdings): boolean =>
	subjects.some(
		(each) =>
			each.kind === 'indicator' &&
			indicatorOf(each.indicator, holdings)?.groups.some(
				({ breakdown, estimate }) => breakdown === each.breakdown && estimate
			)
	);

function aboutRelations(ask: Ask, estimate: boolean, holdings: Holdings): string[] {
	const { make, level, subjects } = ask;
	if (make.kind !== 'scatter' && make.kind !== 'correlation') return [];
	const themes = subjects.map(
		(each) => each.kind === 'indicator' && indicatorOf(each.indicator, holdings)?.theme
	);
	return [
		...(themes[0] && themes[0] === themes[1]
			? ['Deze twee onderwerpen lijken op elkaar. Dan is te verwachten dat ze samengaan.']
			: []),
		'Gebieden zijn geen mensen. Gaan twee cijfers per gebied samen, dan weet u nog niet of ze ook bij dezelfde mensen samengaan, en niet wat waardoor komt.',
		`Elk gebied telt even zwaar, ook als er weinig mensen wonen.${level === 'wijk' || level === 'buurt' ? ' Met andere grenzen kan de samenhang anders zijn.' : ''}`,
		...(estimate
			? [
					'Een model schat cijfers uit kenmerken van de inwoners, zoals leeftijd en inkomen. Schat het beide cijfers, dan kan de samenhang uit het model zelf komen.'
				]
			: []),
		...(make.kind === 'correlation'
			? [`Onder de ${fewestPairs} gebieden geeft deze site geen getal: dat zou te onzeker zijn.`]
			: [])
	];
}

function aboutSpending({ subjects, periods, level, within }: Ask, holdings: Holdings): string[] {
	const split = subjects.some(
		(each) => each.kind === 'spending' && spendingOf(each.of, holdings)?.steady === false
	);
	const years = periods.length > 0 ? periods : allPeriods({ subjects, level, within }, holdings);
	const crossed = eraStarts.filter(
		(start) => years.some((year) => year < start) && years.some((year) => year >= start)
	);
	return split && crossed.length > 0
		? [
				`De taakvelden zijn in ${enumerate(crossed.map(String))} anders verdeeld. Een bedrag van daarvoor gaat niet altijd over hetzelfde.`
			]
		: [];
}

/** What a reader must know before believing an answer. */
export function cautions(ask: Ask, holdings: Holdings): string[] {
	const { subjects, make } = ask;
	const estimate = isEstimate(ask, holdings);
	const counts = subjects.some((subject) => !isComparable(subject, holdings));
	const shares = subjects.some((each) => each.kind === 'indicator' && isShare(each, holdings));
	return [
		...aboutRelations(ask, estimate, holdings),
		...(estimate ? ['Hier zitten schattingen uit een model bij. Een klein verschil kan toeval zijn.'] : []),
		...(counts && make.kind === 'figures'
			? ['Gebieden zijn niet even groot. Vergelijk aantallen en bedragen daarom niet tussen gebieden.']
			: []),
		...(isTogether(ask) && shares
			? [
					'Percentages van samengenomen gebieden zijn meestal een benadering. Bij het cijfer staat dan waarmee is gewogen.'
				]
			: []),
		...(isTogether(ask) && !shares ? ['Is een deel niet bekend, dan is er ook geen som.'] : []),
		...aboutSpending(ask, holdings)
	];
}

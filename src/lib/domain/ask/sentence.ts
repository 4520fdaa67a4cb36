import type { Ask } from '../../schema/ask.ts';
import { enumerate } from '../format.ts';
import { areasFor, type Holdings } from './holdings.ts';
import { titleOf } from './subjects.ts';
import { isTogether } from './together.ts';

const levelWords: Record<Ask['level'], { one: string; more: string }> = {
	land: { one: 'Nederland', more: 'Nederland' },
	gemeente: { one: 'gemeente', more: 'gemeenten' },
	wijk: { one: 'wijk', more: 'wijken' },
	buurt: { one: 'buurt', more: 'buurten' },
	own: { one: 'eigen gebied', more: 'eigen gebieden' }
};

/** The name of a level as a choice; the areas of organisations themselves have names of their own. */
export function levelLabel(level: Ask['level'], within: readonly string[], { own }: Holdings): string {
	if (level !== 'own') return levelWords[level].more;
	const plurals = new Set(
		own.filter(({ municipality }) => within.includes(municipality)).map(({ plural }) => plural)
	);
	return plurals.size === 1 ? `eigen indeling (${[...plurals][0]})` : 'eigen indelingen';
}

const placeNames = ({ within }: Pick<Ask, 'within'>, { gemeenten, spenders }: Holdings): string =>
	enumerate(
		within.map((code) => [...gemeenten, ...spenders].find((each) => each.code === code)?.name ?? code)
	);

function whichAreas(ask: Ask, holdings: Holdings): string {
	const { level, only, together } = ask;
	if (level === 'land') return 'in Nederland';
	if (level === 'gemeente') return `in ${placeNames(ask, holdings)}`;
	const names = areasFor(ask, holdings).filter(({ code }) => only.includes(code));
	const { one, more } = levelWords[level];
	if (isTogether(ask) && level !== 'own') {
		const parts =
			names.length > 0 && together === 'one' ? enumerate(names.map(({ name }) => name)) : `de ${more}`;
		return together === 'one'
			? `in ${parts} van ${placeNames(ask, holdings)} samen`
			: `per gemeente, uit de ${more} van ${placeNames(ask, holdings)}`;
	}
	if (names.length > 0 && names.length <= 4) return `in ${enumerate(names.map(({ name }) => name))}`;
	return `per ${one} van ${placeNames(ask, holdings)}${names.length > 0 ? ` (${names.length} gekozen)` : ''}`;
}

const whichYears = ({ periods }: Ask): string =>
	periods.length > 0 ? `in ${enumerate(periods.map(String))}` : 'in alle jaren die er zijn';

function what({ subjects, make }: Ask, titles: string[]): string {
	const [first = '', second = ''] = titles;
	switch (make.kind) {
		case 'compare': {
			const result = make.form === 'difference' ? 'Verschil' : 'Verhouding';
			if (make.with === 'subject') return `${result} tussen “${first}” en “${second}”`;
			const other = { period: String(make.base), gemeente: 'de hele gemeente', land: 'Nederland' }[make.with];
			return `${first}: ${result.toLowerCase()} met ${other}`;
		}
		case 'index':
			return `${first}: index, ${make.base} is 100`;
		case 'rank':
			return `${first}: van ${make.first === 'high' ? 'hoog naar laag' : 'laag naar hoog'}`;
		case 'scatter':
			return `“${first}” tegenover “${second}”`;
		case 'correlation':
			return `Samenhang tussen “${first}” en “${second}”`;
		default:
			return subjects.length > 1 ? enumerate(titles.map((title) => `“${title}”`)) : first;
	}
}

/** What is asked, as a sentence. */
export const askedSentence = (ask: Ask, holdings: Holdings): string =>
	`${what(
		ask,
		ask.subjects.map((subject) => titleOf(subject, holdings))
	)}, ${whichAreas(ask, holdings)}, ${whichYears(ask)}.`;

import type { AreaLevel } from '../../schema/area.ts';
import { areaLevels, levelOf, toAreaCode } from '../area-code.ts';
import { toLevel } from './place.ts';

/** A subject that has a page. */
export interface Subject {
	/** In small letters. */
	code: string;
	indicator: string;
	/** Last part of the address of its group, where it has a page of its own. */
	choice?: string | undefined;
	/** The levels that there are figures of. */
	levels: readonly AreaLevel[];
}

/** A monitor with its subjects and what is needed to find its areas. */
export interface Portal {
	slug: string;
	name: string;
	municipality: string;
	/** Codes of its wijken; each has a page of its buurten. */
	wijken: readonly string[];
	/** Codes of its buurten, on all boundaries. */
	buurten: readonly string[];
	/** Areas of its own as files for Swing number them, with the codes that they are made of. */
	own: Readonly<Record<string, readonly string[]>>;
	subjects: readonly Subject[];
}

/** A page of an indicator: parts of an address within the site, never an address. */
export interface Page {
	monitor: string;
	indicator: string;
	choice?: string | undefined;
	/** What comes behind the question mark. */
	search: string;
	/** What comes behind the `#`. */
	section: string;
	/** The levels that it has figures of, where that which the address asks for is not among them. */
	instead?: readonly AreaLevel[];
}

/** What an address asks for and the site does not have, each as it is written there. */
export interface Lacks {
	/** The monitor, where none of that name has the subject. */
	missing?: string;
	/** The level, where not all of the pages have it. */
	level?: string;
	/** Codes of areas that are on none of the pages. */
	areas?: string[];
	/** What is to be seen, where a page has no such part. */
	view?: string;
}

/** The page of an area. */
export interface AreaPage {
	monitor: string;
	area: string;
}

/**
 * Where an address leads: on, to one of some pages, or nowhere because the code is not known, or there is none while
 * something is asked. An address of areas alone leads to their pages, and one of a monitor alone to that.
 */
export type Lead =
	| { kind: 'page'; page: Page }
	| ({ kind: 'choose'; pages: Page[] } & Lacks)
	| { kind: 'area'; page: AreaPage }
	| ({ kind: 'areas'; pages: AreaPage[] } & Pick<Lacks, 'areas' | 'level'>)
	| { kind: 'monitor'; monitor: string }
	| { kind: 'unknown'; codes: string[] }
	| { kind: 'unclear' }
	| { kind: 'none' };

const sections: Readonly<Record<string, string>> = {
	map: 'kaart',
	table: 'tabel',
	line: 'grafiek',
	bar: 'grafiek',
	chart: 'grafiek',
	graph: 'grafiek'
};

/** The values of a parameter, which is there more than once or has commas. */
const valuesOf = (parameters: URLSearchParams, name: string): string[] =>
	parameters
		.getAll(name)
		.flatMap((values) => values.split(','))
		.map((value) => value.trim())
		.filter(Boolean);

const textIn = (parameters: URLSearchParams, name: string): string => (parameters.get(name) ?? '').trim();

/** The level that an address asks for, as it is written there. */
const levelIn = (parameters: URLSearchParams): string => textIn(parameters, 'geolevel');

/** What is to be seen, as it is written there. */
const viewIn = (parameters: URLSearchParams): string => textIn(parameters, 'view');

/** The code of an area of a monitor for how an address writes it; the level that it asks for comes first. */
function areaOf(item: string, level: AreaLevel | undefined, portal: Portal): string | undefined {
	const known = [portal.municipality, ...portal.wijken, ...portal.buurten];
	return [level, undefined, ...areaLevels]
		.map((each) => toAreaCode(item, each))
		.find((code) => code !== undefined && known.includes(code));
}

/** The codes that an address means with one area, in one monitor: more where it is one of the monitor's own. */
function codesOf(item: string, parameters: URLSearchParams, portal: Portal): string[] {
	const own = item.toLowerCase();
	if (Object.hasOwn(portal.own, own)) return [...portal.own[own]!];
	return [areaOf(item, toLevel(levelIn(parameters))?.level, portal)].filter((code) => code !== undefined);
}

/** The codes of the areas that an address names, in one monitor. */
const areasOf = (parameters: URLSearchParams, portal: Portal): string[] =>
	valuesOf(parameters, 'geoitem').flatMap((item) => codesOf(item, parameters, portal));

/** The part of a page that an address asks for; empty where there is none of that name. */
function sectionIn(parameters: URLSearchParams): string {
	const view = viewIn(parameters).toLowerCase();
	return Object.hasOwn(sections, view) ? sections[view]! : '';
}

/** Whether a monitor is the one that an address names: by its part of an address, or by its name. */
const isCalled = ({ slug, name }: Portal, written: string): boolean =>
	[slug, name.toLowerCase()].includes(written.toLowerCase());

/** Whether a subject has figures of the kind of area that a code is of. */
const covers = ({ levels }: Subject, code: string): boolean => levels.includes(levelOf(code));

function hasLevel({ levels }: Subject, written: string): boolean {
	const level = toLevel(written)?.level;
	return level !== undefined && levels.includes(level);
}

/** The part of an address behind the question mark; codes hold nothing that must be written otherwise. */
const written = (entries: Record<string, readonly string[]>): string =>
	Object.entries(entries)
		.filter(([, values]) => values.length > 0)
		.map(([name, values]) => `${name}=${values.join()}`)
		.join('&');

function pageOf(parameters: URLSearchParams, portal: Portal, subject: Subject): Page {
	const { indicator, choice, levels } = subject;
	const level = levelIn(parameters);
	const areas = areasOf(parameters, portal).filter((code) => covers(subject, code));
	const small = areas.filter((code) => code.startsWith('BU'));
	const ofBuurten = toLevel(level)?.level === 'buurt';
	const asked = ofBuurten || small.length > 0;
	const around = [...small, ...(ofBuurten ? areas : [])].map((code) => `WK${code.slice(2, 8)}`);
	const wijken = [...new Set(around)].filter((code) => portal.wijken.includes(code));
	const page = {
		monitor: portal.slug,
		indicator,
		section: sectionIn(parameters),
		...(level && !hasLevel(subject, level) && { instead: levels })
	};
	const gebieden = areas.filter((code) => /^(WK|BU)/.test(code));
	if (!asked || !levels.includes('buurt')) return { ...page, choice, search: written({ gebieden }) };
	if (choice === undefined && wijken.length === 1)
		return { ...page, choice: `buurten-${wijken[0]!.toLowerCase()}`, search: written({ gebieden }) };
	return { ...page, choice, search: written({ toon: ['buurten'], wijken, gebieden }) };
}

/** Where an address without a subject leads. */
function followAreas(parameters: URLSearchParams, portals: readonly Portal[]): Lead {
	const items = valuesOf(parameters, 'geoitem');
	if (items.length === 0) {
		const named = portals.find((portal) => isCalled(portal, textIn(parameters, 'monitor')));
		if (named) return { kind: 'monitor', monitor: named.slug };
		return { kind: parameters.size > 0 ? 'unclear' : 'none' };
	}
	const pagesOf = (item: string): AreaPage[] =>
		portals.flatMap((portal) =>
			codesOf(item, parameters, portal).map((area) => ({ monitor: portal.slug, area }))
		);
	const pages = [...new Map(items.flatMap(pagesOf).map((page) => [page.area, page])).values()];
	const areas = items.filter((item) => pagesOf(item).length === 0);
	const level = levelIn(parameters);
	const isOther = level !== '' && pages.some(({ area }) => levelOf(area) !== toLevel(level)?.level);
	const [page, ...more] = pages;
	return page && more.length + areas.length === 0 && !isOther
		? { kind: 'area', page }
		: { kind: 'areas', pages, ...(areas.length > 0 && { areas }), ...(isOther && { level }) };
}

/**
 * Where an address in the style of a Swing viewer leads: `var` is a code of a subject, `geolevel`, `geoitem` and `view`
 * say what is to be seen of it. Of more codes the first that is known counts. Where more monitors have the code, the
 * area decides, or `monitor`, or else the reader. A page has all its periods, so `period` changes nothing.
 * What an address asks for and the site does not have is told, and not let go.
 * @param given names of parameters in small letters or capitals
 */
export function follow(given: URLSearchParams, portals: readonly Portal[]): Lead {
	const parameters = new URLSearchParams([...given].map(([name, value]) => [name.toLowerCase(), value]));
	const codes = valuesOf(parameters, 'var');
	if (codes.length === 0) return followAreas(parameters, portals);
	const found = codes
		.map((code) =>
			portals.flatMap((portal) =>
				portal.subjects
					.filter((subject) => subject.code === code.toLowerCase())
					.map((subject) => ({ portal, subject }))
			)
		)
		.find((each) => each.length > 0);
	if (!found) return { kind: 'unknown', codes };
	const monitor = textIn(parameters, 'monitor');
	const named = found.filter(({ portal }) => isCalled(portal, monitor));
	const placed = found.filter(({ portal }) => areasOf(parameters, portal).length > 0);
	const left = [named, placed].find((each) => each.length > 0) ?? found;
	const pages = left.map(({ portal, subject }) => pageOf(parameters, portal, subject));
	const level = levelIn(parameters);
	const asked = toLevel(level)?.level;
	const isShown = (item: string, { portal, subject }: (typeof left)[number]): boolean =>
		toAreaCode(item, asked) === 'NL01'
			? // Where the level is the country, that is told.
				asked === 'land' || subject.levels.includes('land')
			: codesOf(item, parameters, portal).some((code) => covers(subject, code));
	const areas = valuesOf(parameters, 'geoitem').filter((item) => !left.some((each) => isShown(item, each)));
	const view = viewIn(parameters);
	const lacks: Lacks = {
		...(monitor && named.length === 0 && { missing: monitor }),
		...(level && pages.some(({ instead }) => instead) && { level }),
		...(areas.length > 0 && { areas }),
		...(view && sectionIn(parameters) === '' && { view })
	};
	const isClear = pages.length === 1 && Object.keys(lacks).length === 0;
	return isClear ? { kind: 'page', page: pages[0]! } : { kind: 'choose', pages, ...lacks };
}

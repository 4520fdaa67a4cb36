import type { AreaLevel } from '../../schema/area.ts';
import { toAreaCode } from '../area-code.ts';
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
	municipality: string;
	/** Codes of its wijken; each has a page of its buurten. */
	wijken: readonly string[];
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

/** Where an address leads: on, to one of some pages, or nowhere because the code is not known or there is none. */
export type Lead =
	| { kind: 'page'; page: Page }
	/**
	 * `missing`: the monitor that the address asks for, where there is none of that name; `level`: the level that it asks
	 * for, as it is written there, where not all of the pages have it.
	 */
	| { kind: 'choose'; pages: Page[]; missing?: string; level?: string }
	| { kind: 'unknown'; codes: string[] }
	| { kind: 'none' };

const sections: Readonly<Record<string, string>> = {
	map: 'kaart',
	table: 'tabel',
	line: 'grafiek',
	bar: 'grafiek',
	chart: 'grafiek',
	graph: 'grafiek'
};

/** The values of a parameter, which are separated by commas. */
const valuesOf = (parameters: URLSearchParams, name: string): string[] =>
	(parameters.get(name) ?? '')
		.split(',')
		.map((value) => value.trim())
		.filter(Boolean);

/** The level that an address asks for, as it is written there. */
const levelIn = (parameters: URLSearchParams): string => (parameters.get('geolevel') ?? '').trim();

/** The codes of the areas that an address names, in one monitor. */
function areasOf(parameters: URLSearchParams, { municipality, own }: Portal): string[] {
	const level = toLevel(levelIn(parameters))?.level;
	return valuesOf(parameters, 'geoitem').flatMap((item) => {
		const members = Object.hasOwn(own, item.toLowerCase()) ? own[item.toLowerCase()]! : [];
		const code = toAreaCode(item, level);
		const isOurs = code !== undefined && code.slice(2, 6) === municipality.slice(2);
		return [...members, ...(isOurs ? [code] : [])];
	});
}

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
	const areas = areasOf(parameters, portal);
	const small = areas.filter((code) => code.startsWith('BU'));
	const asked = toLevel(levelIn(parameters))?.level === 'buurt' || small.length > 0;
	const wijken = [...new Set(small.map((code) => `WK${code.slice(2, 8)}`))].filter((code) =>
		portal.wijken.includes(code)
	);
	const page = {
		monitor: portal.slug,
		indicator,
		section: Object.hasOwn(sections, parameters.get('view') ?? '') ? sections[parameters.get('view')!]! : '',
		...(level && !hasLevel(subject, level) && { instead: levels })
	};
	const gebieden = areas.filter((code) => /^(WK|BU)/.test(code));
	if (!asked || !levels.includes('buurt')) return { ...page, choice, search: written({ gebieden }) };
	if (choice === undefined && wijken.length === 1)
		return { ...page, choice: `buurten-${wijken[0]!.toLowerCase()}`, search: written({ gebieden }) };
	return { ...page, choice, search: written({ toon: ['buurten'], wijken, gebieden }) };
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
	if (codes.length === 0) return { kind: 'none' };
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
	const named = found.filter(({ portal }) => portal.slug === parameters.get('monitor'));
	const placed = found.filter(({ portal }) => areasOf(parameters, portal).length > 0);
	const left = [named, placed].find((each) => each.length > 0) ?? found;
	const pages = left.map(({ portal, subject }) => pageOf(parameters, portal, subject));
	const monitor = parameters.get('monitor');
	const level = levelIn(parameters);
	const lacks = {
		...(monitor && portals.every(({ slug }) => slug !== monitor) && { missing: monitor }),
		...(level && pages.some(({ instead }) => instead) && { level })
	};
	const isClear = pages.length === 1 && Object.keys(lacks).length === 0;
	return isClear ? { kind: 'page', page: pages[0]! } : { kind: 'choose', pages, ...lacks };
}

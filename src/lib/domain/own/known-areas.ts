import type { AreaLevel } from '../../schema/area.ts';
import { levelOf, toAreaCode } from '../area-code.ts';
import { levelUnder } from './area-code.ts';

/** The areas of the site, by which names and bare numbers in a file are recognised. */
export interface KnownAreas {
	/** Codes of all areas, also of older divisions. */
	codes: ReadonlySet<string>;
	/** Codes of the areas with a name, in the form that `plainName` gives it. */
	named: ReadonlyMap<string, readonly string[]>;
}

/** A name without accents, capitals, and what is put before or behind it: `Wijk 01 Naaldwijk`, `Westland (gemeente)`. */
const plainName = (name: string): string =>
	name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/^(gemeente|wijk \d\d) (?=.)/, '')
		.replace(/ \((gemeente|wijk|buurt)\)$/, '');

/** @param areas the code and the name of each area */
export function knownAreas(areas: readonly (readonly [code: string, name: string])[]): KnownAreas {
	const named = new Map<string, string[]>();
	for (const [code, name] of areas) {
		const plain = plainName(name);
		named.set(plain, [...(named.get(plain) ?? []), code]);
	}
	return { codes: new Set(areas.map(([code]) => code)), named };
}

const nameHeads: readonly { head: RegExp; level?: AreaLevel }[] = [
	{ head: /^(naam )?gemeenten?( ?naam)?$/, level: 'gemeente' },
	{ head: /^(naam )?wijk(en)?( ?naam)?$/, level: 'wijk' },
	{ head: /^(naam )?buurt(en)?( ?naam)?$/, level: 'buurt' },
	{ head: /^((naam )?gebied(en)?|gebieds? ?naam|(naam )?regio('?s)?( ?naam)?|wijken en buurten|naam)$/ }
];

/** What a name in a file stands for: a code, more than one area, or nothing that the site knows. */
export type NamedAs = { code: string } | 'more' | undefined;

const nameHeadOf = (head: string): (typeof nameHeads)[number] | undefined => {
	const text = head.trim().toLowerCase().replace(/[_-]/g, ' ');
	return nameHeads.find((each) => each.head.test(text));
};

/** The level of which a head says that its column holds areas, by code or by name: `wijkcode`, `gemeente`, `buurtnaam`. */
export const levelOfHead = (head: string): AreaLevel | undefined =>
	nameHeadOf(head)?.level ?? levelUnder(head);

/**
 * Makes a reader of names of areas for a column of which the head says that it holds those, such as `gemeente`, `wijknaam`
 * or `gebied`; `undefined` for any other head. Under a head that names a level only areas of that level count.
 */
export function namesUnder(head: string, areas: KnownAreas): ((written: string) => NamedAs) | undefined {
	const found = nameHeadOf(head);
	if (!found) return undefined;
	return (written) => {
		const codes = (areas.named.get(plainName(written)) ?? []).filter(
			(code) => found.level === undefined || levelOf(code) === found.level
		);
		return codes.length > 1 ? 'more' : codes[0] === undefined ? undefined : { code: codes[0] };
	};
}

const levelByDigits: readonly { most: number; level: AreaLevel }[] = [
	{ most: 4, level: 'gemeente' },
	{ most: 6, level: 'wijk' },
	{ most: 8, level: 'buurt' }
];

/**
 * Makes a reader of bare numbers such as 1783 for a column of which the head says that it holds areas, and not of which
 * level, such as `gebied`; `undefined` for any other head. Only numbers of areas of the site count.
 */
export function numbersUnder(
	head: string,
	areas: KnownAreas
): ((written: string) => string | undefined) | undefined {
	const text = head.trim().toLowerCase().replace(/[ _-]/g, '');
	if (!/^(gebied(s?code|s?nr|s?nummer)?|regio(code|nr|nummer)?|(cbs)?code|area(code)?)$/.test(text))
		return undefined;
	return (written) => {
		const digits = written.trim();
		if (!/^\d+$/.test(digits)) return undefined;
		const level = levelByDigits.find(({ most }) => digits.length <= most)?.level;
		const code = level && toAreaCode(digits, level);
		return code !== undefined && areas.codes.has(code) ? code : undefined;
	};
}

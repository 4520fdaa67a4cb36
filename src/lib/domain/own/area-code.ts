import { areaCode } from '../../schema/area.ts';

const levels = [
	{ prefix: 'BU', word: 'buurt', digits: /^\d{7,8}$/, length: 8 },
	{ prefix: 'WK', word: 'wijk', digits: /^\d{5,6}$/, length: 6 },
	{ prefix: 'GM', word: 'gemeente', digits: /^\d{1,4}$/, length: 4 }
] as const;

/** The code of an area as people write it: padded with spaces, in small letters, `NL00` for the country. */
export function toAreaCode(written: string): string | undefined {
	const text = written.replace(/\s+/g, '').toUpperCase();
	const code = /^NL(00)?$/.test(text) ? 'NL01' : text;
	return areaCode.safeParse(code).success ? code : undefined;
}

/**
 * Makes a reader of bare numbers such as 637 or 0637 for a column of which the head says that it holds codes, such as
 * `gemeentecode` or `wijk`; `undefined` for any other head: a number is no code by itself.
 */
export function numberedCodes(head: string): ((written: string) => string | undefined) | undefined {
	const text = head.trim().toLowerCase();
	const level = levels.find(({ prefix, word }) =>
		new RegExp(
			`^(${word}|${prefix}|${word}[ _-]?(code|nr|nummer)|${prefix}[ _-]?(code|nr|nummer))$`,
			'i'
		).test(text)
	);
	if (!level) return undefined;
	return (written) => {
		const digits = written.trim();
		return level.digits.test(digits)
			? toAreaCode(level.prefix + digits.padStart(level.length, '0'))
			: undefined;
	};
}

import type { AreaLevel } from '../../schema/area.ts';
import { toAreaCode } from '../area-code.ts';

const levels = [
	{ level: 'buurt', prefix: 'BU', digits: /^\d{7,8}$/ },
	{ level: 'wijk', prefix: 'WK', digits: /^\d{5,6}$/ },
	{ level: 'gemeente', prefix: 'GM', digits: /^\d{1,4}$/ }
] as const;

/**
 * The code of an area as people write it: with spaces anywhere, in small letters, without a zero in front (`GM637`), `NL`
 * or `NL00` for the country.
 */
export function typedAreaCode(written: string): string | undefined {
	const text = written.replace(/\s+/g, '').toUpperCase();
	const lost = levels.find(({ prefix, digits }) => text.startsWith(prefix) && digits.test(text.slice(2)));
	if (lost) return toAreaCode(text.slice(2), lost.level);
	return toAreaCode(text, text === 'NL' ? 'land' : undefined);
}

/** The level of which a head says that its column holds codes, such as `gemeentecode` or `wijk`. */
export function levelUnder(head: string): AreaLevel | undefined {
	const text = head.trim().toLowerCase();
	return levels.find(({ prefix, level }) =>
		new RegExp(
			`^(${level}|${prefix}|${level}[ _-]?(code|nr|nummer)|${prefix}[ _-]?(code|nr|nummer))$`,
			'i'
		).test(text)
	)?.level;
}

/**
 * Makes a reader of bare numbers such as 637 or 0637 for a column of which the head says that it holds codes;
 * `undefined` for any other head: a number is no code by itself.
 */
export function numberedCodes(head: string): ((written: string) => string | undefined) | undefined {
	const found = levels.find(({ level }) => level === levelUnder(head));
	if (!found) return undefined;
	return (written) => (found.digits.test(written.trim()) ? toAreaCode(written, found.level) : undefined);
}

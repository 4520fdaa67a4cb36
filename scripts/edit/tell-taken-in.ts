import { count, enumerate } from '#lib/domain/format.ts';
import type { Difference } from './difference.ts';
import type { TakenIn } from './take-in.ts';

const longest = 70;
const quote = (text: string): string => {
	if (text === '') return 'leeg';
	const line = text
		.trim()
		.replace(/\s*\n\s*/g, ' ⏎ ')
		.replace(/\s+/g, ' ');
	return `"${line.length > longest ? `${line.slice(0, longest)}…` : line}"`;
};

const words: Record<Difference['kind'], string> = {
	new: 'nieuw',
	gone: 'weg',
	changed: 'anders',
	moved: 'op een andere plek'
};

function tell({ kind, sheet, row, name, cells }: Difference): string[] {
	const where = row === undefined ? `Blad "${sheet.name}"` : `Blad "${sheet.name}", rij ${row}`;
	const head = `${where}, ${words[kind]}: ${quote(name)}`;
	return [
		head,
		...cells.map(
			({ label, field, before, after }) =>
				`    ${label} (${field}): was ${quote(before)}, wordt ${quote(after)}`
		)
	];
}

/** What a workbook would change, in lines for the person who decides about it. */
export function tellChanges({ differences, files, problems, since, others }: TakenIn): string[] {
	const unread = others.map(
		(name) => `Het blad "${name}" hoort er niet bij. Wat erop staat, is niet gelezen.`
	);
	if (files.size === 0) return [...unread, ...(problems.length > 0 ? [] : ['Er verandert niets.'])];
	const kinds = Object.keys(words) as Difference['kind'][];
	const amounts = kinds.flatMap((kind) => {
		const own = differences.filter((each) => each.kind === kind).length;
		return own > 0 ? `${own} ${words[kind]}` : [];
	});
	const newer = [...files.keys()].filter((name) => since.includes(name));
	return [
		...unread,
		...(newer.length > 0
			? [
					`Let op: ${enumerate(newer)} ${newer.length === 1 ? 'is' : 'zijn'} veranderd nadat deze werkmap is gemaakt. Wat daarin nieuwer is, zet de werkmap terug. Kijk de regels hieronder daarop na.`,
					''
				]
			: []),
		...differences.flatMap(tell),
		'',
		`${count(differences.length, 'rij verandert', 'rijen veranderen')} (${amounts.join(', ')}), in ${[...files.keys()].join(', ')}.`
	];
}

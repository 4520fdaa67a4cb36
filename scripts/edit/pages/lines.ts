import { align } from '../align.ts';

/** A line of a file before and after a change. */
export interface DifferenceLine {
	kind: 'same' | 'gone' | 'new' | 'skip';
	text: string;
	/** Its number in the new file, or of a line that is gone in the old one; from 1. */
	number: number;
}

/** How many lines that stay are shown around one that does not. */
const around = 3;

/** The lines that change, with a few of those around them; what lies between is one line that says so. */
export function lineDifference(before: string, after: string): DifferenceLine[] {
	const [old, fresh] = [before.replace(/\n$/, '').split('\n'), after.replace(/\n$/, '').split('\n')];
	const lines = align({ before: old, after: fresh }, false).map(({ before: i, after: j }): DifferenceLine => {
		if (j === undefined) return { kind: 'gone', text: old[i!]!, number: i! + 1 };
		return { kind: i === undefined ? 'new' : 'same', text: fresh[j]!, number: j + 1 };
	});
	const near = new Set<number>();
	for (const [i, { kind }] of lines.entries())
		if (kind !== 'same') for (let j = i - around; j <= i + around; j++) near.add(j);
	const shown: DifferenceLine[] = [];
	for (const [i, line] of lines.entries())
		if (near.has(i)) shown.push(line);
		else if (shown.at(-1)?.kind !== 'skip') shown.push({ kind: 'skip', text: '', number: line.number });
	return near.size === 0 ? [] : shown;
}

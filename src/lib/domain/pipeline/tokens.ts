import type { StepProblem } from './step.ts';

/** A piece of a text with steps. `value` is what it means: the text without its quotes, the number as it was written. */
export interface Token {
	kind: 'word' | 'name' | 'text' | 'number' | 'sign' | 'end';
	value: string;
	from: number;
	to: number;
}

const pieces: readonly (readonly [Token['kind'] | 'space' | 'line', RegExp])[] = [
	['line', /\r\n?|\n/y],
	['space', /[^\S\r\n]+|--[^\r\n]*/y],
	['word', /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy],
	['number', /(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?/iy],
	['name', /"(?:[^"\r\n]|"")*"/y],
	['text', /'(?:[^'\r\n]|'')*'/y],
	['sign', /<=|>=|<>|!=|==|[-+*/%=<>(),]/y]
];

const unquote = (kind: string, text: string): string => {
	const quote = kind === 'name' ? '"' : kind === 'text' ? "'" : '';
	return quote === '' ? text : text.slice(1, -1).replaceAll(quote + quote, quote);
};

const tellStray = (text: string, at: number): string => {
	const sign = String.fromCodePoint(text.codePointAt(at)!);
	if (sign === "'") return "Deze tekst wordt niet afgesloten: er hoort nog een ' achter.";
	if (sign === '"') return 'Deze naam wordt niet afgesloten: er hoort nog een " achter.';
	return `Het teken “${sign}” betekent hier niets.`;
};

/**
 * The pieces of a text, line by line. A line that ends with a comma goes on in the next one; what stands behind `--`
 * is for people. A line without pieces is left out.
 */
export function tokenize(text: string): { lines: Token[][]; problems: StepProblem[] } {
	const lines: Token[][] = [];
	const problems: StepProblem[] = [];
	let line: Token[] = [];
	const close = (at: number): void => {
		if (line.length > 0) lines.push([...line, { kind: 'end', value: '', from: at, to: at }]);
		line = [];
	};
	for (let at = 0; at < text.length;) {
		const found = pieces
			.map(([kind, shape]) => {
				shape.lastIndex = at;
				return { kind, match: shape.exec(text)?.[0] };
			})
			.find(({ match }) => match !== undefined);
		const match = found?.match ?? String.fromCodePoint(text.codePointAt(at)!);
		const to = at + match.length;
		if (!found) problems.push({ message: tellStray(text, at), at });
		else if (found.kind === 'line') {
			if (line.at(-1)?.value !== ',' || line.at(-1)?.kind !== 'sign') close(at);
		} else if (found.kind !== 'space')
			line.push({ kind: found.kind, value: unquote(found.kind, match), from: at, to });
		at = to;
	}
	close(text.length);
	return { lines, problems };
}

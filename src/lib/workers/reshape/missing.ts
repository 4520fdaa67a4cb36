import { areaCode } from '../../domain/look/roles.ts';
import { functions } from '../../domain/pipeline/functions.ts';
import { partsOf } from '../../domain/pipeline/expression.ts';
import type { Expression } from '../../domain/pipeline/step.ts';
import { rowsIn, workOut, type Frame } from './frame.ts';

const countsThem = new Set(['count', 'count_missing', 'distinct']);

const nameOf = (expression: Expression): string =>
	expression.is === 'column' ? expression.name : 'de berekening erin';

const callsIn = (expressions: readonly Expression[]) =>
	expressions.flatMap((each) => [...partsOf(each)]).filter((each) => each.is === 'call');

/** For each function over more rows, how many of its values were missing, in Dutch; nothing where none was. */
export function tellMissing(frame: Frame, expressions: readonly Expression[]): string[] {
	const calls = callsIn(expressions).filter(
		({ name, args }) => functions.get(name)?.looks === 'group' && !countsThem.has(name) && args.length > 0
	);
	return calls.flatMap(({ name, args }) => {
		const cells = workOut(frame, args);
		const missing = cells[0]!.filter((_, row) => cells.some((each) => each[row] === null)).length;
		if (missing === 0) return [];
		const all = rowsIn(frame);
		const how = name === 'sum' ? 'de som is leeg waar er een ontbreekt' : 'die tellen niet mee';
		return [
			`bij ${name}(${nameOf(args[0]!)}) ${missing === 1 ? 'ontbreekt' : 'ontbreken'} ${missing} van de ${all} waarden: ${how}.`
		];
	});
}

/** What a mean of figures of areas leaves out, in Dutch; nothing where there are no areas or no mean. */
export function tellAreas({ columns, cells }: Frame, expressions: readonly Expression[]): string[] {
	const isArea = columns.some(({ kind }, i) => {
		const there = kind === 'text' ? cells[i]!.filter((cell) => cell !== null) : [];
		return there.length > 0 && there.every((cell) => areaCode.test(String(cell)));
	});
	const hasMean = callsIn(expressions).some(({ name }) => name === 'mean');
	return isArea && hasMean
		? [
				'mean telt elk gebied even zwaar, hoeveel mensen er ook wonen. Met mean_weighted(…, inwoners) telt een groot gebied zwaarder.'
			]
		: [];
}

import { functions } from '../../domain/pipeline/functions.ts';
import { partsOf } from '../../domain/pipeline/expression.ts';
import type { Expression } from '../../domain/pipeline/step.ts';
import { rowsIn, workOut, type Frame } from './frame.ts';

const countsThem = new Set(['count', 'count_missing', 'distinct']);

const nameOf = (expression: Expression): string =>
	expression.is === 'column' ? expression.name : 'de berekening erin';

/** For each function over more rows, how many of its values were missing, in Dutch; nothing where none was. */
export function tellMissing(frame: Frame, expressions: readonly Expression[]): string[] {
	const calls = expressions
		.flatMap((each) => [...partsOf(each)])
		.filter((each) => each.is === 'call')
		.filter(
			({ name, args }) => functions.get(name)?.looks === 'group' && !countsThem.has(name) && args.length > 0
		);
	return calls.flatMap(({ name, args }) => {
		const cells = workOut(frame, args);
		const missing = cells[0]!.filter((_, row) => cells.some((each) => each[row] === null)).length;
		if (missing === 0) return [];
		const all = rowsIn(frame);
		const how = name === 'sum' ? 'de som is leeg waar er een ontbreekt' : 'die tellen niet mee';
		return [`bij ${name}(${nameOf(args[0]!)}) ontbreken ${missing} van de ${all} waarden: ${how}.`];
	});
}

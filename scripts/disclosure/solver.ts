import loadHighs, { type Highs } from 'highs';
import type { Bounds, System } from '#lib/domain/disclosure/system.ts';

/** What counts may be at most, and the size above which a result says that there is no upper bound. */
const most = 1e7;
const noBound = 1e6;
/** A line of the LP format may hold some 500 characters. */
const termsInLine = 8;

const number = (value: number): string => String(Number(value.toPrecision(12)));

function sum(terms: readonly { name: string; factor: number }[]): string {
	const words = terms.map(
		({ name, factor }) => `${factor < 0 ? '-' : '+'} ${number(Math.abs(factor))} ${name}`
	);
	const lines = Array.from({ length: Math.ceil(words.length / termsInLine) }, (_, i) =>
		words.slice(i * termsInLine, (i + 1) * termsInLine).join(' ')
	);
	return lines.join('\n ');
}

/** A system as CPLEX LP, with the objective left open; names of counts become numbers. */
function write({ relations, lowest }: System, target: string, whole: boolean): (sense: string) => string {
	const names = new Map([target, ...lowest.keys()].map((id) => [id, '']));
	for (const { terms } of relations) for (const { variable } of terms) names.set(variable, '');
	for (const [i, id] of [...names.keys()].entries()) names.set(id, `x${i}`);
	const rows = relations.flatMap(({ terms, low, high }) => {
		const left = sum(terms.map(({ variable, factor }) => ({ name: names.get(variable)!, factor })));
		if (low === high) return [`${left} = ${number(low)}`];
		return [
			...(Number.isFinite(low) ? [`${left} >= ${number(low)}`] : []),
			...(Number.isFinite(high) ? [`${left} <= ${number(high)}`] : [])
		];
	});
	const bounds = [...names].map(([id, name]) => ` ${number(lowest.get(id) ?? 0)} <= ${name} <= ${most}`);
	return (sense) =>
		[
			sense,
			` goal: ${names.get(target)!}`,
			'Subject To',
			...rows.map((row, i) => ` r${i}: ${row}`),
			'Bounds',
			...bounds,
			...(whole ? ['General', ...[...names.values()].map((name) => ` ${name}`)] : []),
			'End'
		].join('\n');
}

function boundsWith(highs: Highs): Bounds {
	return (system, target, whole) => {
		const problem = write(system, target, whole);
		const [low, high] = ['Minimize', 'Maximize'].map((sense) => {
			const { Status, ObjectiveValue } = highs.solve(problem(sense), { output_flag: false, mip_rel_gap: 0 });
			if (Status === 'Infeasible') return undefined;
			if (Status !== 'Optimal') throw new Error(`HiGHS: ${Status} (${sense} ${target})`);
			return ObjectiveValue;
		});
		if (low === undefined || high === undefined) return undefined;
		return { low, high: high >= noBound ? Infinity : high };
	};
}

/** HiGHS in WebAssembly as the solver: linear programs, or integer programs for whole counts. */
export const loadSolver = async (): Promise<Bounds> => boundsWith(await loadHighs());

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { unchangedAreas } from '#lib/domain/conversion/changes.ts';
import { sameParts } from '#lib/domain/conversion/same-parts.ts';
import { load } from './check/load.ts';
import { formatProblem } from './read/problem.ts';

const { values } = parseArgs({
	options: { data: { type: 'string', default: 'data' }, from: { type: 'string' }, to: { type: 'string' } }
});
const [from, to] = [Number(values.from), Number(values.to)];
const loaded = load(values.data);
const areas = loaded.areas.flatMap(({ rows }) => rows.map(({ row }) => row));
const years = new Set(areas.map(({ boundaries }) => boundaries));

/** Lines of the file that nobody can work out from lists: shares that were counted. */
function countedLines(path: string): string[] {
	if (!existsSync(path)) return [];
	return readFileSync(path, 'utf8')
		.split('\n')
		.filter((line) => /,(residents|addresses|surface)$/.test(line));
}

function write(): void {
	const path = join(values.data, 'areas/conversions', `${from}-${to}.csv`);
	const counted = countedLines(path);
	const done = new Set(counted.map((line) => line.split(',')[0]!));
	const found = new Map(
		[...sameParts(areas, from, to), ...unchangedAreas(loaded.changes, from, to)].map((each) => [
			each.from,
			each
		])
	);
	const lines = [...found.values()]
		.filter((each) => !done.has(each.from))
		.map((each) => [each.from, each.to, each.share, each.basis].join(','));
	mkdirSync(join(values.data, 'areas/conversions'), { recursive: true });
	writeFileSync(path, `${['from,to,share,basis', ...[...lines, ...counted].toSorted()].join('\n')}\n`);
	const all = areas.filter(({ boundaries }) => boundaries === from).length;
	console.log(
		`${path}: van ${lines.length + done.size} van de ${all} gebieden van ${from} is bekend waar ze in ${to} liggen.`
	);
}

if (loaded.problems.length > 0) {
	for (const problem of loaded.problems) console.error(formatProblem(problem));
	process.exitCode = 1;
} else if (!years.has(from) || !years.has(to) || from >= to) {
	console.error(
		`Geef twee jaren met een lijst van gebieden: --from ${[...years][0]} --to ${[...years].at(-1)}. Er zijn lijsten van ${[...years].join(', ')}.`
	);
	process.exitCode = 1;
} else write();

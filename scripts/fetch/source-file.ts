import type { z } from 'zod';
import type { Feed } from '#lib/schema/feed.ts';
import { mapping, type Mapping } from '#lib/schema/mapping.ts';
import { readYaml } from '#scripts/read/yaml.ts';
import type { Answer, World } from './adapter.ts';
import { FetchProblem } from './problem.ts';

/** The file that a feed names: of the editor, or at an address. */
export function sourceFile({ id, file }: Feed, world: World): Promise<Answer> {
	if (file === undefined) throw FetchProblem.of(`feed "${id}"`, 'een bestand (file)');
	return /^https?:\/\//.test(file) ? world.get(file) : world.file(file);
}

/** Reads the mapping that a feed names, from `mappings/` beside its data; `undefined` where it names none. */
export async function readMapping<T extends z.ZodType>(
	feed: Feed,
	world: World,
	schema: T
): Promise<z.output<T> | undefined> {
	if (feed.mapping === undefined) return undefined;
	const { body } = await world.file(`mappings/${feed.mapping}.yaml`);
	const { value, problems } = readYaml(
		new TextDecoder().decode(body),
		`data/mappings/${feed.mapping}.yaml`,
		schema
	);
	if (problems.length > 0) throw new FetchProblem(problems);
	return value;
}

/**
 * The mapping of a CSV or a workbook, with only the measures that the feed asks for; all of them where it names none.
 * Throws a `FetchProblem` where it names one that the mapping does not have.
 */
export async function chosenMapping(feed: Feed, world: World): Promise<Mapping> {
	const whole = await readMapping(feed, world, mapping);
	if (whole === undefined) throw FetchProblem.of(`feed "${feed.id}"`, 'de naam van een mapping (mapping)');
	if (feed.measures.length === 0) return whole;
	const isSame = (a: { name: string; indicator: string }, b: { name: string; indicator: string }) =>
		a.name === b.name && a.indicator === b.indicator;
	const unknown = feed.measures.filter((asked) => !whole.measures.some((each) => isSame(each, asked)));
	if (unknown.length > 0)
		throw new FetchProblem(
			unknown.map(({ name, indicator }) => ({
				file: `data/mappings/${feed.mapping ?? ''}.yaml`,
				line: 0,
				column: 0,
				expected: `de maat "${name}" als indicator "${indicator}", waar feed "${feed.id}" om vraagt`
			}))
		);
	return {
		...whole,
		measures: whole.measures.filter((each) => feed.measures.some((asked) => isSame(each, asked)))
	};
}

import { areaChange, type AreaChange } from '#lib/schema/area.ts';
import { areaOf } from './areas.ts';
import { findTopic, type Topic } from './names.ts';
import { FetchProblem } from './problem.ts';

/** Name of the column in which CBS says of each wijk and buurt whether its border is that of the year before. */
const column = 'IndelingswijzigingWijkenEnBuurten';

const code = areaChange.shape.change;

/** Gathers what a table says of changed borders, row by row. */
export interface AreaChanges {
	/** Key of the column in this table. */
	topic: string;
	add: (area: string, raw: unknown, address: string) => void;
	/** Unsorted. */
	rows: () => AreaChange[];
}

/**
 * Finds the column with the codes of changed borders. The table says nothing of the code that an area had before.
 * @throws a `FetchProblem` where the table has no such column
 */
export function areaChanges(topics: readonly Topic[], file: string): AreaChanges {
	const { topic, problem } = findTopic(column, topics, true, file);
	if (!topic) throw new FetchProblem([problem!]);
	const found = new Map<string, AreaChange>();
	return {
		topic: topic.key,
		add(area, raw, address) {
			const text = typeof raw === 'string' || typeof raw === 'number' ? String(raw).trim() : raw;
			const read = code.safeParse(text);
			const own = areaOf(area);
			if (!read.success)
				throw FetchProblem.of(
					address,
					`bij ${own} in "${topic.key}" een van: ${code.options.join(', ')}`,
					text
				);
			const before = found.get(own)?.change;
			if (before !== undefined && before !== read.data)
				throw FetchProblem.of(address, `één code voor ${own} in "${topic.key}"`, `${before} en ${read.data}`);
			found.set(own, { code: own, change: read.data, previous: '' });
		},
		rows: () => [...found.values()]
	};
}

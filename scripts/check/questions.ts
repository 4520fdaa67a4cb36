import { splitStatements } from '#lib/domain/sql/split.ts';
import { slug } from '#lib/schema/common.ts';
import type { SavedQuestion } from '#lib/schema/saved-question.ts';
import type { Problem } from '#scripts/read/problem.ts';
import { duplicates, type Known } from './known.ts';
import type { Loaded } from './load.ts';

/** What a saved question begins with; the engine itself says whether it really is a select. */
const reading = /^(select|with|from|values)\b/i;
export const onlyReads = 'een vraag die alleen leest (select)';

/** What a saved question says of the rest of `data/`; whether it gives an answer is asked of the database. */
export function checkQuestions({ questions, indicators }: Loaded, known: Known, problems: Problem[]): void {
	const themes = indicators?.value && new Set(indicators.value.themes.map(({ id }) => id));
	for (const { id, file, question } of questions) {
		if (!slug.safeParse(id).success)
			problems.push({
				file,
				line: 0,
				column: 0,
				value: id,
				expected: 'een naam van kleine letters, cijfers en koppeltekens: die wordt het webadres'
			});
		if (!question?.value) continue;
		const { problemAt, value } = question;
		const { theme, monitor, sql } = value;
		if (theme !== undefined && themes && !themes.has(theme))
			problems.push(problemAt(['theme'], `een thema uit indicators.yaml: ${[...themes].join(', ')}`, theme));
		if (monitor !== undefined && !known.monitors.has(monitor))
			problems.push(problemAt(['monitor'], 'een monitor uit data/monitors of uit een uitgave', monitor));
		const [first, ...more] = splitStatements(sql);
		if (!first || more.length > 0)
			problems.push(
				problemAt(['sql'], `precies één vraag in SQL; er staan er ${first ? more.length + 1 : 0}`)
			);
		else if (!reading.test(first.text)) problems.push(problemAt(['sql'], onlyReads));
	}
	duplicates(
		questions.flatMap(({ question }) => (question?.value ? [question] : [])),
		({ value }) => value!.title,
		({ problemAt }, title) => problems.push(problemAt(['title'], 'elke vraag één keer', title))
	);
}

/** The questions that the site shows: those about a monitor whose folder was removed cannot be answered. */
export const shownQuestions = ({ questions, monitors }: Loaded): SavedQuestion[] =>
	questions.flatMap(({ id, question }) => {
		if (!question?.value) return [];
		const { monitor } = question.value;
		return monitor === undefined || monitors.some(({ slug: own }) => own === monitor)
			? [{ id, ...question.value }]
			: [];
	});

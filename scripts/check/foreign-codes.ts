import type { z } from 'zod';
import { subjectCode } from '#lib/domain/swing/subject.ts';
import type { foreignCodes } from '#lib/schema/swing.ts';
import type { Problem } from '#scripts/read/problem.ts';
import type { YamlFile } from '#scripts/read/yaml.ts';
import { checkMeasure, duplicates, type Known } from './known.ts';

/** Codes of a portal lead to one indicator each, that is there, and are not the code that this site has for another. */
export function checkForeignCodes(
	file: YamlFile<z.output<typeof foreignCodes>> | undefined,
	known: Known,
	problems: Problem[]
): void {
	if (!file?.value) return;
	const report = (i: number, field: string, expected: string, value: string) =>
		problems.push(file.problemAt([i, field], expected, value));
	const own = new Map(
		[...(known.indicators ?? [])].flatMap(([id, { breakdowns }]) =>
			breakdowns.map((breakdown) => [subjectCode(id, breakdown), id] as const)
		)
	);
	const all = file.value.map((each, i) => ({ ...each, i }));
	duplicates(
		all,
		({ code }) => code.toLowerCase(),
		({ i }, code) => report(i, 'code', 'elke onderwerpcode één keer; hoofdletters tellen niet', code)
	);
	for (const { i, code, ...named } of all) {
		checkMeasure(named, known, (field, expected, value) => report(i, field, expected, value));
		const other = own.get(code.toLowerCase());
		if (other !== undefined)
			report(
				i,
				'code',
				`een code die deze site niet zelf heeft; dit is de code van de indicator ${other}`,
				code
			);
	}
}

import { fold } from '#lib/domain/fold.ts';
import type { Term } from '#lib/schema/monitor.ts';
import type { Problem } from '#scripts/read/problem.ts';
import type { YamlFile } from '#scripts/read/yaml.ts';

/** A text as its words alone: capitals, accents and punctuation do not make another meaning. */
const words = (text: string): string =>
	fold(text)
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();

/**
 * A monitor explains a word of the general glossary again only where its documents do: with a meaning of their own,
 * and the place where it stands. Else a reader finds the same word twice.
 */
export function checkTerms(
	general: readonly Term[],
	file: YamlFile<Term[]> | undefined,
	problems: Problem[]
): void {
	const meanings = new Map(general.map(({ term, meaning }) => [words(term), words(meaning)]));
	for (const [i, { term, meaning, source }] of (file?.value ?? []).entries()) {
		const shared = meanings.get(words(term));
		if (shared === undefined) continue;
		const expected =
			shared === words(meaning)
				? 'een begrip dat niet met dezelfde betekenis in data/glossary.yaml staat; haal het hier weg'
				: source === undefined &&
					'de plek in de stukken (source), want data/glossary.yaml heeft dit begrip al; zonder plek hoort het hier niet';
		if (expected) problems.push(file!.problemAt([i, 'term'], expected, term));
	}
}

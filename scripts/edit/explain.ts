import type { SheetCell } from '#lib/export/xlsx-parts.ts';
import type { Row } from './rows.ts';
import { sheets, type Sheet } from './sheets.ts';
import { choiceWords } from './words.ts';

const head = (value: string): SheetCell => ({ value, style: 'head' });
const text = (value: string): SheetCell => ({ value, style: 'wrapped' });

const rules = (slug: string): string[] => [
	`Deze werkmap is de monitor ${slug} om samen in te vullen. Er verandert pas iets als de redactie haar inleest en het verslag van de wijzigingen goedkeurt.`,
	'De werkmap is voor collega’s en niet om te publiceren: ook kleine aantallen uit de stukken staan erin. Eigen tellingen per wijk of buurt staan er niet in.',
	'Elk blad is een lijst. De eerste rij zegt wat een kolom is (* is verplicht), de tweede rij is de naam van het veld. Laat die twee rijen en de namen van de bladen staan.',
	'Een rij met een id hoort bij wat datzelfde id heeft. Verander een id niet meer als het op de site staat. De volgorde van de rijen telt.',
	'Een lege cel betekent dat er niets is. Dat is iets anders dan 0.',
	'Alle cellen voor tekst staan op "Tekst". Zo blijft 004 gewoon 004, en een datum als 2022-01-01 zoals u haar typt.',
	'Horen er meer ids in een cel, zet ze dan onder elkaar (Alt en Enter) of met een komma ertussen.',
	'Huisstijl en logo staan er niet in: dat zijn losse bestanden in de map van de monitor.'
];

/** What may stand in a column, with what choices mean. */
function allowed({
	expected,
	options,
	many
}: {
	expected: string;
	options: readonly string[];
	many: boolean;
}): string {
	if (options.length === 0) return many ? `${expected}; meer onder elkaar` : expected;
	return options
		.map((option) => (choiceWords[option] ? `${option} (${choiceWords[option]})` : option))
		.join(', ');
}

/** The first sheet of the workbook: how it is filled in, and what each column is. */
export function explain(
	slug: string,
	rows: ReadonlyMap<Sheet, readonly Row[]>,
	madeOf: readonly string[]
): SheetCell[][] {
	return [
		[head('Zo vult u deze werkmap in')],
		// Not wrapped: a rule runs on over the empty cells beside it.
		...[...rules(slug), ...madeOf].map((rule): SheetCell[] => [{ value: rule, style: 'text' }]),
		[],
		['Blad', 'Kolom', 'Veld', 'Verplicht', 'Wat er mag staan'].map(head),
		...sheets.flatMap((sheet) =>
			sheet.columns.map(({ label, field, required, shape }, i) => [
				text(i === 0 ? `${sheet.name} (${rows.get(sheet)?.length ?? 0})` : ''),
				text(label),
				text(field),
				text(required ? 'ja' : ''),
				text(allowed(shape))
			])
		)
	];
}

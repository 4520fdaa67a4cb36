import type { ColumnKind } from '../result.ts';

/**
 * What an argument must be: `same` is one kind for all arguments that say so, `literal` a number that is written out.
 */
export type Wanted = ColumnKind | 'any' | 'same' | 'literal';

/** A function that steps may use. There are no others. */
export interface PipelineFunction {
	args: Wanted[];
	/** How many of the arguments must be there. */
	least: number;
	/** Whether the last one may be repeated. */
	more: boolean;
	gives: ColumnKind | 'same';
	/** What it looks at: one row, all rows of a group, or the rows around. */
	looks: 'row' | 'group' | 'around';
	/** In Dutch, for the list that a reader sees; nothing for signs. */
	meaning: string;
}

/** Reads `number number?` and `same same+`: with `?` an argument may be left out, with `+` it may be repeated. */
function define(
	args: string,
	gives: PipelineFunction['gives'],
	meaning = '',
	looks: PipelineFunction['looks'] = 'row'
): PipelineFunction {
	const words = args.split(' ').filter(Boolean);
	return {
		args: words.map((word) => word.replace(/[?+]$/, '') as Wanted),
		least: words.filter((word) => !word.endsWith('?')).length,
		more: args.endsWith('+'),
		gives,
		looks,
		meaning
	};
}

const sum = define('number number', 'number');
const comparison = define('same same', 'boolean');
const logic = define('boolean boolean', 'boolean');

/** Signs and words that stand between what they work on. */
export const signs: ReadonlyMap<string, PipelineFunction> = new Map([
	...['+', '-', '*', '/', '%'].map((sign) => [sign, sum] as const),
	...['=', '!=', '<', '<=', '>', '>='].map((sign) => [sign, comparison] as const),
	['and', logic],
	['or', logic],
	['not', define('boolean', 'boolean')],
	['negate', define('number', 'number')],
	['in', define('same same+', 'boolean')]
]);

/** All functions by name. */
export const functions: ReadonlyMap<string, PipelineFunction> = new Map([
	['round', define('number literal?', 'number', 'rondt af, op zoveel cijfers achter de komma')],
	['abs', define('number', 'number', 'zonder minteken')],
	['floor', define('number', 'number', 'naar beneden afgerond')],
	['ceil', define('number', 'number', 'naar boven afgerond')],
	['sqrt', define('number', 'number', 'de wortel')],
	['missing', define('any', 'boolean', 'of de waarde ontbreekt')],
	['coalesce', define('same same+', 'same', 'de eerste waarde die er is')],
	['if', define('boolean same same', 'same', 'als het eerste klopt het tweede, en anders het derde')],
	['lower', define('text', 'text', 'in kleine letters')],
	['upper', define('text', 'text', 'in hoofdletters')],
	['trim', define('text', 'text', 'zonder spaties eromheen')],
	['left', define('text literal', 'text', 'de eerste letters')],
	['length', define('text', 'number', 'het aantal letters')],
	['contains', define('text text', 'boolean', 'of het tweede in het eerste staat')],
	['startswith', define('text text', 'boolean', 'of het eerste met het tweede begint')],
	['concat', define('any any+', 'text', 'plakt aan elkaar')],
	['number', define('text', 'number', 'van tekst naar getal')],
	['text', define('any', 'text', 'van waarde naar tekst')],
	['year', define('day', 'number', 'het jaar van een dag')],
	['count', define('any?', 'number', 'het aantal regels, of het aantal waarden dat er is', 'group')],
	['count_missing', define('any', 'number', 'het aantal waarden dat ontbreekt', 'group')],
	['distinct', define('any', 'number', 'het aantal verschillende waarden', 'group')],
	['sum', define('number', 'number', 'de som; leeg als er een waarde ontbreekt', 'group')],
	['sum_known', define('number', 'number', 'de som van wat er is', 'group')],
	['mean', define('number', 'number', 'het gemiddelde van wat er is', 'group')],
	[
		'mean_weighted',
		define('number number', 'number', 'het gemiddelde, gewogen naar het tweede, zoals inwoners', 'group')
	],
	['median', define('number', 'number', 'de middelste waarde', 'group')],
	['min', define('same', 'same', 'de laagste waarde', 'group')],
	['max', define('same', 'same', 'de hoogste waarde', 'group')],
	['stdev', define('number', 'number', 'de standaardafwijking (van een steekproef)', 'group')],
	['quantile', define('number literal', 'number', 'een kwantiel: 0.25 is het eerste kwartiel', 'group')],
	['corr', define('number number', 'number', 'de correlatie van twee kolommen', 'group')],
	['lag', define('same literal?', 'same', 'de waarde in de regel ervoor', 'around')],
	['lead', define('same literal?', 'same', 'de waarde in de regel erna', 'around')],
	['row_number', define('', 'number', 'het nummer van de regel', 'around')],
	['rank', define('number', 'number', 'de plaats: 1 is de hoogste waarde', 'around')]
]);

export const findFunction = (name: string): PipelineFunction | undefined =>
	functions.get(name) ?? signs.get(name);

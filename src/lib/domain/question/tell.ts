import { count } from '../format.ts';
import type { Result } from '../result.ts';

/** What a file of an answer holds, before somebody makes it. */
export function tellSum(result: Result | undefined): string {
	if (!result) return '';
	const size = `${count(result.rows.length, 'regel', 'regels')} en ${count(result.columns.length, 'kolom', 'kolommen')}`;
	return result.cut
		? `In elk bestand staat wat u hier ziet: de eerste ${size}, met bron en vraag erbij. In CSV en op het klembord staan alleen de cijfers. Het antwoord is langer: vraag minder, of neem de hele database mee.`
		: `In elk bestand staat het hele antwoord: ${size}, met bron en vraag erbij. In CSV en op het klembord staan alleen de cijfers.`;
}

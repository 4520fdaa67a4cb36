import { count } from '../format.ts';
import type { Picture } from './marks.ts';

/** Small charts that belong together are many pictures, of which none says something alone. */
const isOne = (picture: Picture): boolean => picture !== 'multiples';

/** Whether something of what is drawn can be taken away as a picture. */
export const canTake = (drawn: readonly Picture[]): boolean => drawn.some(isOne);

/** Which of what is drawn cannot be taken away as a picture, and what can; nothing where all of it can. */
export function tellTaking(drawn: readonly Picture[]): string {
	if (drawn.length === 0) return 'U ziet nu alleen de tabel. Is er een beeld, dan kan ook dat mee.';
	if (drawn.every(isOne)) return '';
	return `De grafiekjes van “Elk apart” kunnen niet mee als beeld.${
		canTake(drawn) ? ' De kaart ernaast wel.' : ' Kies bij “Laat het zien als” een ander beeld: dat kan wel.'
	}`;
}

/** How many pictures were made. */
export const tellTaken = (made: number): string =>
	made === 0
		? 'Er is niets gemaakt: op de pagina staat nu geen beeld dat mee kan.'
		: made === 1
			? 'Het beeld is gemaakt.'
			: `${count(made, 'beeld is', 'beelden zijn')} gemaakt.`;

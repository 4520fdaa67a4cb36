import { count } from '../format.ts';
import type { Picture } from './marks.ts';

/** That there is nothing to take away as a picture; nothing where there is. */
export const tellTaking = (drawn: readonly Picture[]): string =>
	drawn.length === 0 ? 'U ziet nu alleen de tabel. Is er een beeld, dan kan ook dat mee.' : '';

/** How many pictures were made. */
export const tellTaken = (made: number): string =>
	made === 0
		? 'Er is niets gemaakt: op de pagina staat nu geen beeld dat mee kan.'
		: made === 1
			? 'Het beeld is gemaakt.'
			: `${count(made, 'beeld is', 'beelden zijn')} gemaakt.`;

import type { AreaLevel } from '../schema/area.ts';

/** What readers call one area of a level, and more of them; the names of the levels in the data stay as they are. */
export const areaNames: Readonly<Record<AreaLevel, { one: string; more: string }>> = {
	land: { one: 'land', more: 'landen' },
	gemeente: { one: 'gemeente', more: 'gemeenten' },
	wijk: { one: 'wijk', more: 'wijken' },
	buurt: { one: 'buurt', more: 'buurten' }
};

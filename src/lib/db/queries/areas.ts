import { z } from 'zod';
import type { Query } from '../query.ts';
import { areaLevel } from '../../schema/area.ts';

export const areaRow = z.object({
	code: z.string(),
	boundaries: z.number(),
	level: areaLevel,
	name: z.string(),
	label: z.string(),
	labelDerived: z.boolean(),
	parent: z.string().nullable()
});
export type AreaRow = z.infer<typeof areaRow>;

/** The gemeente itself and all its wijken and buurten, on all boundaries there are. */
export const areas: Query<AreaRow> = {
	name: 'areas',
	sql: `
select code, boundaries, level, name, label, label_derived as "labelDerived", parent
from area
where municipality = $1
order by code, boundaries`,
	params: ['municipality'],
	row: areaRow
};

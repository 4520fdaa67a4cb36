import { z } from 'zod';
import { columnTexts } from '../columns.ts';
import type { Query } from '../query.ts';

const rowCount = z.object({ tabel: z.string(), bron: z.string(), regels: z.number() });

/** Rows of each table of the database, and those of `observation` per table that they come from. */
export const countedRows: Query<z.infer<typeof rowCount>> = {
	name: 'countedRows',
	sql: `
with part as (
${Object.keys(columnTexts)
	.map((table) => `  select '${table}' as tabel, 'alle' as bron, count(*)::int as regels from "${table}"`)
	.join('\n  union all\n')}
  union all
  select 'observation', "table", count(*)::int from observation group by "table"
)
select tabel, bron, regels
from part
order by tabel, regels desc, bron`,
	params: [],
	row: rowCount
};

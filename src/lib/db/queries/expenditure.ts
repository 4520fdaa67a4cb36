import { z } from 'zod';
import type { Query } from '../query.ts';

export const expenditureRow = z.object({
	municipality: z.string(),
	year: z.number(),
	report: z.enum(['begroting', 'jaarrekening']),
	taakveld: z.string(),
	title: z.string(),
	value: z.number(),
	population: z.number()
});
export type ExpenditureRow = z.infer<typeof expenditureRow>;

/** Expenditure on the social domain (every taakveld 6.x), in thousands of euro. */
export const expenditure: Query<ExpenditureRow> = {
	name: 'expenditure',
	sql: `
select municipality, year, report, taakveld, title, value, population
from expenditure
where municipality in (select unnest(string_split($1, ',')))
  and taakveld like '6.%'
order by municipality, year, report, taakveld, title`,
	params: ['municipalities'],
	row: expenditureRow
};

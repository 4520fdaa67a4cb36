import type { Query } from '../query.ts';
import { expenditureRow, type ExpenditureRow } from './expenditure.ts';

/** Expenditure of a gemeente on the taakvelden that are asked for, in thousands of euro. */
export const spending: Query<ExpenditureRow> = {
	name: 'spending',
	sql: `
select municipality, year, report, taakveld, title, value, population
from expenditure
where municipality = $1
  and taakveld in (select unnest(string_split($2, ',')))
order by year, report, taakveld, title`,
	params: ['municipality', 'taakvelden'],
	row: expenditureRow
};

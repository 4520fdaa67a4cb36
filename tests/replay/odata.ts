import { json, type Route } from './server.ts';

type Row = Record<string, unknown>;

/** Whether a row fits a filter of clauses such as `(A eq 'x' or A eq 'y') and B eq 'z'`. */
export function fits(row: Row, filter: string): boolean {
	return filter.split(' and ').every((clause) =>
		clause
			.replace(/^\(|\)$/g, '')
			.split(' or ')
			.some((term) => {
				const [, column, value] = /^(\w+) eq '((?:[^']|'')*)'$/.exec(term) ?? [];
				if (column === undefined) throw new Error(`not a term of a filter: ${term}`);
				return row[column] === value!.replaceAll("''", "'");
			})
	);
}

/** A collection of OData that honours `$filter`, `$select` and pages by `$skip`. */
export function collection(
	rows: readonly Row[],
	{ size = 10_000, link = 'odata.nextLink', host = '' }: { size?: number; link?: string; host?: string } = {}
): Route {
	return (url) => {
		const { searchParams: asked } = url;
		const filter = asked.get('$filter');
		const select = asked.get('$select')?.split(',');
		const skip = Number(asked.get('$skip') ?? 0);
		const found = filter === null ? rows : rows.filter((row) => fits(row, filter));
		const page = found
			.slice(skip, skip + size)
			.map((row) => (select ? Object.fromEntries(select.map((name) => [name, row[name]])) : row));
		const next = new URL(url);
		next.searchParams.set('$skip', String(skip + size));
		const hasMore = skip + size < found.length;
		return json({ value: page, ...(hasMore && { [link]: `${host}${next.pathname}${next.search}` }) });
	};
}

import { ascending } from 'd3';
import { stringify } from 'yaml';
import { levelOf } from '#lib/domain/area-code.ts';
import { columnsOf, type FlatFigure } from './flat.ts';

/** What a feed reads back. */
interface Upload {
	table: string;
	boundaries: number;
	municipality: string;
	rows: readonly FlatFigure[];
	/** Codes of the areas with a figure in it. */
	areas: readonly string[];
	/** Names of the files with figures, and of the table beside them. */
	files: readonly string[];
	beside: string;
}

/** The areas that a feed asks for: all of them by their codes where the gemeente itself has no figure. */
function askedAreas({ municipality, areas }: Upload): { areas: string[]; levels?: string[] } {
	const codes = [...new Set(areas)].toSorted(ascending);
	if (!codes.includes(municipality)) return { areas: codes };
	const levels = [...new Set(codes.map(levelOf))].filter((level) => level !== 'gemeente');
	return { areas: [municipality], ...(levels.length > 0 && { levels }) };
}

function feedOf(upload: Upload) {
	const { table, boundaries, rows, files, beside } = upload;
	const columns = [...columnsOf(rows)].map(([code, names]) => {
		const { indicator, breakdown } = rows.find((row) => row.code === code)!;
		const measure: Record<string, string> = { name: code, indicator };
		for (const { field, name } of names) if (field !== 'value') measure[field] = name;
		return { code, breakdown, measure };
	});
	return {
		id: `swing-${table}`,
		adapter: 'swing',
		source: table,
		file: files[0],
		boundaries,
		...askedAreas(upload),
		breakdowns: { onderwerp: Object.fromEntries(columns.map(({ code, breakdown }) => [code, breakdown])) },
		measures: columns.map(({ measure }) => measure),
		swing: {
			more: files.slice(1),
			skipEmpty: true,
			beside,
			subjects: 'onderwerpen.csv',
			places: 'gebieden.csv'
		}
	};
}

/** Feeds with which `npm run fetch -- --data <folder>` reads an export back, as YAML. */
export const feedsYaml = (uploads: readonly Upload[]): string =>
	stringify(uploads.map(feedOf), { lineWidth: 0 });

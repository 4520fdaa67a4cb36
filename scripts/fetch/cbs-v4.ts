import { z } from 'zod';
import type { Adapter, TableInfo, World } from './adapter.ts';
import { addressOf, service, type Service } from './addresses.ts';
import type { Category, Dimension } from './categories.ts';
import { isOneOf } from './filter.ts';
import { gather, type Reading } from './gather.ts';
import { getJson, optionalWords } from './json.ts';
import { labelsOf } from './labels.ts';
import { layOut, type Table } from './layout.ts';
import { askObservations } from './observations.ts';
import { pages } from './pages.ts';
import { FetchProblem } from './problem.ts';
import { withoutGone } from './provinces.ts';

const ownBase = 'https://datasets.cbs.nl/odata/v1/CBS';

const optionalText = z.string().nullish();
const list = <T extends z.ZodType>(item: T) =>
	z.object({ value: z.array(item), '@odata.nextLink': z.string().optional() });

const properties = z.object({
	Title: z.string().trim().min(1),
	Modified: optionalWords,
	Publisher: optionalWords,
	License: optionalWords
});
const dimensions = list(z.object({ Identifier: z.string().min(1), Title: optionalText, Kind: optionalText }));
const measureCodes = list(
	z.object({ Identifier: z.string().min(1), Title: optionalText, Unit: optionalText })
);
const codes = list(
	z.object({
		Identifier: z.string(),
		Title: optionalText,
		DimensionGroupId: optionalText,
		Status: optionalText
	})
);
const observations = list(
	z.looseObject({
		Measure: z.string(),
		ValueAttribute: optionalText,
		Value: z.number().nullish()
	})
);

/** Why the service gives no value. */
const reasons: Partial<Record<string, Reading>> = {
	Impossible: { value: null, status: 'not-applicable' },
	Confidential: { value: null, status: 'suppressed' },
	NotAvailable: { value: null, status: 'unknown' },
	Missing: { value: null, status: 'unknown' }
};

/** The value of an observation, or the reason why it has none; nothing where the two contradict each other. */
export function readValue(
	value: number | null | undefined,
	attribute: string | null | undefined
): Reading | undefined {
	const isPlain = !attribute || attribute === 'None';
	if (typeof value === 'number') return isPlain ? { value } : undefined;
	return isPlain || !Object.hasOwn(reasons, attribute) ? undefined : reasons[attribute];
}

function kindOf(id: string, kind: string): Dimension['kind'] {
	if (/^Geo/.test(kind)) return 'area';
	if (kind === 'TimeDimension') return 'period';
	return id === 'Marges' ? 'margin' : 'other';
}

const nextOf = (page: { '@odata.nextLink'?: string | undefined }): string | undefined =>
	page['@odata.nextLink'];

/** The end of an address of OWMS, as words. */
const nameOf = (text: string): string =>
	(/^https?:.*\/([^/]+)$/.exec(text)?.[1] ?? text).replaceAll('_', ' ');

async function describe(world: World, at: Service): Promise<TableInfo> {
	const found = await getJson(world, addressOf(at, 'Properties'), properties);
	const licence = /\/licenses\/by\/4\.0/.test(found.License ?? '') ? 'CC BY 4.0' : found.License;
	return {
		table: at.root,
		title: found.Title,
		...(found.Publisher && { publisher: nameOf(found.Publisher) }),
		...(found.Modified && { modified: found.Modified }),
		...(licence && { licence })
	};
}

async function describeColumns(world: World, at: Service, part: TableInfo): Promise<Table> {
	const all = async <T extends z.ZodType>(rest: string, item: ReturnType<typeof list<T>>) => {
		const found: z.output<T>[] = [];
		for await (const { value } of pages(world, at, addressOf(at, rest), { schema: item, next: nextOf, part }))
			found.push(...value);
		return found;
	};
	const found: Dimension[] = [];
	for (const { Identifier, Title, Kind } of await all('Dimensions', dimensions)) {
		const categories = (await all(`${Identifier}Codes`, codes)).map((each): Category => ({
			key: each.Identifier,
			title: (each.Title ?? '').trim(),
			group: each.DimensionGroupId ?? undefined,
			status: each.Status ?? undefined
		}));
		const title = Title?.trim() || Identifier;
		found.push({ id: Identifier, title, kind: kindOf(Identifier, Kind ?? ''), categories });
	}
	const measures = await all('MeasureCodes', measureCodes);
	return {
		file: addressOf(at, 'MeasureCodes'),
		shifting: false,
		topics: measures.map(({ Identifier, Title, Unit }) => ({
			key: Identifier,
			title: (Title ?? '').trim(),
			unit: Unit ?? undefined,
			group: ''
		})),
		dimensions: found
	};
}

/** Tables of OData v4, in which every number is an observation of its own with the reason where it is missing. */
export const cbsV4: Adapter = async (feed, world) => {
	const at = service(feed.baseUrl ?? ownBase, feed.table!);
	const info = await describe(world, at);
	const layout = layOut(feed, await describeColumns(world, at, info));
	const gathered = gather(layout);
	const measures = new Set(layout.topics);

	function read({ value }: z.infer<typeof observations>, address: string) {
		const areas = new Set<string>();
		for (const [i, row] of value.entries()) {
			const keyOf = (column: string) => {
				const found = Object.hasOwn(row, column) ? row[column] : undefined;
				if (typeof found === 'string') return found;
				throw FetchProblem.of(address, `bij value.${i} een tekst in kolom "${column}"`, found ?? undefined);
			};
			areas.add(keyOf(layout.area.id).trim());
			if (!measures.has(row.Measure) || !gathered.isWanted(keyOf(layout.area.id))) continue;
			const reading = readValue(row.Value, row.ValueAttribute);
			if (!reading)
				throw FetchProblem.of(
					address,
					`bij value.${i} een getal, of de reden dat het er niet is: ${Object.keys(reasons).join(', ')}`,
					`${row.Value ?? 'leeg'} met ${row.ValueAttribute ?? 'niets'}`
				);
			gathered.add(row.Measure, keyOf, reading);
		}
		return { rows: value.length, areas };
	}

	const all = addressOf(at, 'Observations');
	const remarks = await askObservations(world, at, layout, {
		schema: observations,
		next: nextOf,
		isLong: true,
		all,
		selected: all,
		clauses: [isOneOf('Measure', layout.topics)],
		part: info,
		read
	});
	const found = withoutGone(gathered.rows(), feed);
	return {
		info,
		rows: found.rows,
		labels: labelsOf(layout),
		remarks: [...layout.remarks, ...remarks, ...found.remarks]
	};
};

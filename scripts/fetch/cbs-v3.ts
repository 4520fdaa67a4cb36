import { z } from 'zod';
import type { Adapter, TableInfo, World } from './adapter.ts';
import { addressOf, service, type Service } from './addresses.ts';
import type { Category, Dimension } from './categories.ts';
import { areaChanges } from './area-changes.ts';
import { gather, type Reading } from './gather.ts';
import { labelsOf } from './labels.ts';
import { layOut, type Table } from './layout.ts';
import type { Topic } from './names.ts';
import { askObservations } from './observations.ts';
import { firstKnown, pages } from './pages.ts';
import { getJson, optionalWords } from './json.ts';
import { FetchProblem } from './problem.ts';

/** Where tables of Statistics Netherlands itself are; those of others are at dataderden.cbs.nl. */
const ownBase = 'https://opendata.cbs.nl/ODataFeed/odata';

const optionalText = z.string().nullish();
const list = <T extends z.ZodType>(item: T) =>
	z.object({ value: z.array(item), 'odata.nextLink': z.string().optional() });

const tableInfos = list(
	z.object({
		Title: z.string().trim().min(1),
		Modified: optionalWords,
		Period: optionalWords,
		Source: optionalWords
	})
);
const dataProperties = list(
	z.object({
		Key: optionalText,
		Title: optionalText,
		Unit: optionalText,
		Type: z.string(),
		ID: z.union([z.int(), z.string()]),
		ParentID: z.union([z.int(), z.string()]).nullish()
	})
);
const codes = list(z.object({ Key: z.string(), Title: optionalText, Status: optionalText }));
const cell = z.union([z.string(), z.number(), z.null()]);
const dataSet = list(z.record(z.string(), z.unknown()));

/** Amounts that mean "missing"; compared as a whole, since real amounts may be negative and large. */
const sentinels = new Set(['-99998', '-99998.0']);

/**
 * A cell of an untyped data set: a number padded with spaces, nothing where it was not asked, and a full stop where the
 * figure is hidden, too unsure or not known. Which of those it is, the service does not say; a feed may.
 */
export function readCell(raw: string | number | null): Reading | undefined {
	const text = raw === null ? '' : String(raw).trim();
	if (text === '') return { value: null, status: 'not-asked' };
	if (text === 'x') return { value: null, status: 'suppressed' };
	if (text === '.' || sentinels.has(text)) return { value: null, status: 'unknown' };
	const value = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
	return Number.isFinite(value) ? { value } : undefined;
}

type Property = z.infer<typeof dataProperties>['value'][number];

function topicsOf(properties: readonly Property[]): Topic[] {
	const groups = new Map(properties.map(({ ID, Title }) => [String(ID), Title ?? '']));
	return properties
		.filter(({ Type, Key }) => Type === 'Topic' && Key)
		.map(({ Key, Title, Unit, ParentID }) => ({
			key: Key!,
			title: Title ?? '',
			unit: Unit ?? undefined,
			group: ParentID === null || ParentID === undefined ? '' : (groups.get(String(ParentID)) ?? '')
		}));
}

const kinds: Record<string, Dimension['kind']> = {
	GeoDimension: 'area',
	GeoDetail: 'area',
	TimeDimension: 'period',
	Dimension: 'other'
};

async function categoriesOf(
	world: World,
	at: Service,
	{ Key, Type }: Property,
	info: TableInfo
): Promise<Category[]> {
	const all = addressOf(at, `${Key}?$format=json`);
	const read = async (address: string) => {
		const found: Category[] = [];
		const how = { schema: codes, next: nextOf, part: info };
		for await (const { value } of pages(world, at, address, how))
			for (const each of value)
				found.push({ key: each.Key, title: each.Title ?? '', status: each.Status ?? undefined });
		return found;
	};
	// Areas have long descriptions, and there may be 17,000 of them.
	return kinds[Type] === 'area' ? firstKnown([`${all}&$select=Key,Title`, all], read) : read(all);
}

const nextOf = (page: { 'odata.nextLink'?: string | undefined }): string | undefined =>
	page['odata.nextLink'];

async function describe(world: World, at: Service): Promise<{ info: TableInfo; year?: number }> {
	const address = addressOf(at, 'TableInfos?$format=json');
	const [found] = (await getJson(world, address, tableInfos)).value;
	if (!found) throw FetchProblem.of(address, `een tabel ${at.root}`);
	const year = /^\d{4}$/.exec(found.Period ?? '')?.[0];
	const publisher = found.Source?.replace(/\.$/, '');
	return {
		info: {
			table: at.root,
			title: found.Title,
			...(publisher && { publisher }),
			...(found.Modified && { modified: found.Modified })
		},
		...(year !== undefined && { year: Number(year) })
	};
}

/**
 * Tables of OData v3, of Statistics Netherlands and of others in its catalogue (health, Iv3). Figures come from the
 * untyped data set, since only that one says why a figure is missing.
 */
export const cbsV3: Adapter = async (feed, world) => {
	const at = service(feed.baseUrl ?? ownBase, feed.table!);
	const { info, year } = await describe(world, at);
	const file = addressOf(at, 'DataProperties?$format=json');
	const properties: Property[] = [];
	const how = { schema: dataProperties, next: nextOf, part: info };
	for await (const { value } of pages(world, at, file, how)) properties.push(...value);
	const dimensions: Dimension[] = [];
	for (const property of properties) {
		const kind = kinds[property.Type];
		if (!kind || !property.Key) continue;
		dimensions.push({
			id: property.Key,
			title: property.Title ?? property.Key,
			kind: property.Key === 'Marges' ? 'margin' : kind,
			categories: await categoriesOf(world, at, property, info)
		});
	}
	const table: Table = { file, shifting: true, topics: topicsOf(properties), dimensions, year };
	const layout = layOut(feed, table);
	const gathered = gather(layout);
	const changes = feed.changes && areaChanges(table.topics, file);
	const columns = [
		...new Set([...dimensions.map(({ id }) => id), ...(changes ? [changes.topic] : []), ...layout.topics])
	];
	const all = addressOf(at, 'UntypedDataSet?$format=json');

	function read({ value }: z.infer<typeof dataSet>, address: string) {
		const areas = new Set<string>();
		for (const [i, row] of value.entries()) {
			const own = (column: string) => {
				const found = cell.safeParse(Object.hasOwn(row, column) ? row[column] : undefined);
				if (found.success) return found.data;
				throw FetchProblem.of(address, `bij value.${i} een tekst of getal in kolom "${column}"`);
			};
			const keyOf = (column: string) => String(own(column) ?? '');
			areas.add(keyOf(layout.area.id).trim());
			if (!gathered.isWanted(keyOf(layout.area.id))) continue;
			changes?.add(keyOf(layout.area.id), own(changes.topic), address);
			for (const topic of layout.topics) {
				const reading = readCell(own(topic));
				if (!reading)
					throw FetchProblem.of(address, `bij value.${i}.${topic} een getal, een punt of niets`, own(topic));
				gathered.add(topic, keyOf, reading);
			}
		}
		return { rows: value.length, areas };
	}

	const remarks = await askObservations(world, at, layout, {
		schema: dataSet,
		next: nextOf,
		isLong: false,
		all,
		selected: `${all}&$select=${columns.join(',')}`,
		clauses: [],
		part: info,
		read
	});
	return {
		info,
		rows: gathered.rows(),
		...(changes && { changes: changes.rows() }),
		labels: labelsOf(layout),
		remarks: [...layout.remarks, ...remarks]
	};
};

import { z } from 'zod';
import type { AreaLevel } from '#lib/schema/area.ts';
import type { Feed } from '#lib/schema/feed.ts';
import type { Adapter, Boundary, TableInfo, World } from './adapter.ts';
import { addressOf, service, type Service } from './addresses.ts';
import { wantedAreas } from './areas.ts';
import type { Reading } from './gather.ts';
import { areaLabels } from './labels.ts';
import { getJson, optionalWords } from './json.ts';
import { firstKnown, pages } from './pages.ts';
import { FetchProblem, Refused } from './problem.ts';
import { saidStatus } from './said.ts';
import { simplify, tolerance } from './simplify.ts';

const ownBase = (year: number): string => `https://api.pdok.nl/cbs/wijken-en-buurten-${year}/ogc/v1`;

const collections = { gemeente: 'gemeenten', wijk: 'wijken', buurt: 'buurten' } as const;
type Level = keyof typeof collections;

/** Features in one answer; the most that the service gives. */
const limit = 1000;

/** Decimals of a coordinate that are kept: about ten centimetres. */
const decimals = 6;

const ring = z.array(z.array(z.number()).min(2)).min(4);
const geometry = z.discriminatedUnion('type', [
	z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
	z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) })
]);
const feature = z.object({ properties: z.record(z.string(), z.unknown()), geometry: geometry.nullable() });
const featurePage = z.object({
	features: z.array(feature),
	links: z.array(z.object({ rel: z.string(), href: z.string() })).default([])
});
type Feature = z.infer<typeof feature>;

const landing = z.object({
	title: z.string().trim().min(1),
	links: z.array(z.object({ rel: z.string(), title: optionalWords })).default([])
});

/** Numbers that mean that there is none; compared as a whole. */
const sentinels = new Map<unknown, Reading>([
	[-99997, { value: null, status: 'suppressed' }],
	[-99995, { value: null, status: 'not-yet' }],
	[-99999999, { value: null, status: 'unknown' }]
]);

/** A property with a key figure: a number, nothing, or a number that says why there is none. */
export function readProperty(raw: unknown): Reading | undefined {
	if (raw === null) return { value: null, status: 'unknown' };
	const found = sentinels.get(raw);
	if (found) return found;
	return typeof raw === 'number' && Number.isFinite(raw) ? { value: raw } : undefined;
}

const round = (value: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals;
const roundAll = (nested: unknown): unknown =>
	typeof nested === 'number' ? round(nested) : (nested as unknown[]).map(roundAll);

const nextOf = ({ links }: z.infer<typeof featurePage>): string | undefined =>
	links.find(({ rel }) => rel === 'next')?.href;

async function describe(world: World, at: Service, feed: Feed): Promise<TableInfo> {
	const table = `wijken-en-buurten${feed.boundaries === undefined ? '' : `-${feed.boundaries}`}`;
	try {
		const { title, links } = await getJson(world, `${at.base}?f=json`, landing);
		const licence = links.find(({ rel }) => rel === 'license')?.title;
		return { table, title, ...(licence && { licence }) };
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return { table, title: 'Wijken en buurten' };
	}
}

/** Levels that have areas that the feed wants. */
function levelsOf({ areas, levels = [] }: Feed): Level[] {
	const hasLevel = (level: Level, start: string) =>
		levels.includes(level) || areas.some((code) => code.startsWith(start));
	const starts: [Level, string][] = [
		['gemeente', 'GM'],
		['wijk', 'WK'],
		['buurt', 'BU']
	];
	return starts.filter(([level, start]) => hasLevel(level, start)).map(([level]) => level);
}

const textOf = (value: unknown): string =>
	typeof value === 'string' && !sentinels.has(Number(value)) ? value.trim() : '';

/** Features of a level in some gemeenten; of all gemeenten where the service cannot select. */
async function featuresOf(
	world: World,
	at: Service,
	level: Level,
	gemeenten: readonly string[]
): Promise<{ features: Feature[]; remarks: string[] }> {
	const found: Feature[] = [];
	const all = addressOf(at, `${collections[level]}/items?f=json&limit=${limit}`);

	/** Reads an answer with its pages, and sees whether it holds only this gemeente. */
	async function read(address: string, gemeente: string): Promise<boolean> {
		let isSelected = true;
		for await (const { features } of pages(world, at, address, {
			schema: featurePage,
			next: nextOf,
			part: {}
		})) {
			found.push(...features);
			isSelected &&= features.every(({ properties }) => textOf(properties['gemeentecode']) === gemeente);
			world.progress(found.length);
		}
		return isSelected;
	}

	for (const gemeente of gemeenten) {
		const refusals: number[] = [];
		const isSelected = await firstKnown(
			[`${all}&gemeentecode=${gemeente}`, all],
			(address) => read(address, gemeente),
			(status) => refusals.push(status)
		);
		if (isSelected && refusals.length === 0) continue;
		const remark = `De dienst selecteert niet op gemeente. Alle ${collections[level]} zijn opgehaald.`;
		return { features: found, remarks: [remark] };
	}
	return { features: found, remarks: [] };
}

/**
 * Boundaries of gemeenten, wijken and buurten (OGC API Features), with key figures where the feed names them.
 * An area that has water too is there twice; its land counts.
 */
export const pdok: Adapter = async (feed, world) => {
	const at = service(feed.baseUrl ?? ownBase(feed.boundaries!), 'collections');
	const info = await describe(world, at, feed);
	const isWanted = wantedAreas(feed);
	const gemeenten = [
		...new Set(feed.areas.filter((code) => code !== 'NL01').map((code) => `GM${code.slice(2, 6)}`))
	];
	const boundaries = new Map<string, Boundary & { properties: Feature['properties'] }>();
	const remarks: string[] = [];
	for (const level of levelsOf(feed)) {
		const { features, remarks: own } = await featuresOf(world, at, level, gemeenten);
		remarks.push(...own);
		for (const { properties, geometry: shape } of features) {
			const code = textOf(properties[`${level}code`]);
			const isWater = properties['water'] === 'JA' || properties['h2o'] === 'JA';
			if (!isWanted(code) || !shape || (isWater && boundaries.has(code))) continue;
			const name = textOf(properties[`${level}naam`]) || code;
			const { type } = shape;
			const coordinates = roundAll(shape.coordinates) as unknown[];
			boundaries.set(code, { code, name, level, geometry: { type, coordinates }, properties });
		}
	}
	const missing = feed.areas.filter((code) => !boundaries.has(code));
	if (boundaries.size === 0)
		throw FetchProblem.of(at.base, 'minstens één gebied van deze feed', feed.areas.join(', '));
	if (missing.length > 0) remarks.push(`Van deze gebieden zijn er geen grenzen: ${missing.join(', ')}.`);
	remarks.push(`De grenzen zijn vereenvoudigd: zij liggen hoogstens ${tolerance} meter van de echte.`);
	return {
		info,
		boundaries: simplify([...boundaries.values()].map(withoutProperties)),
		rows: rowsOf(feed, at, boundaries),
		labels: {
			measures: {},
			groups: {},
			areas: areaLabels([...boundaries].map(([code, { name }]) => [code, name]))
		},
		remarks
	};
};

const withoutProperties = ({ code, name, level, geometry: shape }: Boundary): Boundary => ({
	code,
	name,
	level: level satisfies AreaLevel,
	geometry: shape
});

function rowsOf(
	feed: Feed,
	{ base }: Service,
	areas: ReadonlyMap<string, { properties: Feature['properties'] }>
) {
	const { measures, boundaries: year } = feed;
	if (measures.length > 0 && year === undefined)
		throw FetchProblem.of(base, 'het jaar van de cijfers bij de feed (boundaries)');
	return [...areas].flatMap(([area, { properties }]) =>
		measures.map((measure) => {
			const { name, indicator } = measure;
			const reading = Object.hasOwn(properties, name) ? readProperty(properties[name]) : undefined;
			if (!reading) throw FetchProblem.of(base, `bij ${area} een getal in "${name}"`, properties[name]);
			const { value, status = saidStatus(feed, measure) ?? 'definitive' } = reading;
			const none = { lower: null, upper: null, n: null };
			return { indicator, area, period: String(year), breakdown: 'totaal', value, ...none, status };
		})
	);
}

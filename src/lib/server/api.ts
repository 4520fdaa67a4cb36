import { z } from 'zod';
import { areaFile, measurements, type MeasurementRow } from '#lib/db/queries/index.ts';
import { missingSigns } from '#lib/domain/format.ts';
import { licenceOf } from '#lib/domain/licences.ts';
import { statusNames as figureStatuses } from '#lib/domain/method.ts';
import { statusNames as verdictStatuses } from '#lib/domain/verdict/status.ts';
import { answers, type Answers, type Kind } from '#lib/schema/api.ts';
import type { Indicator } from '#lib/schema/indicator.ts';
import type { MonitorData } from '#lib/schema/model.ts';
import { missing, type Missing } from '#lib/schema/observation.ts';
import { release } from '#lib/schema/release.ts';
import type { Source } from '#lib/schema/source.ts';
import { run } from './database.ts';
import { model } from './model.ts';
import { verdictsOf } from './verdicts.ts';

/** The way back to the folder of the API from a file in it. */
const up = { top: '', inFolder: '../' };

function head(kind: Kind, licence: string, depth: keyof typeof up) {
	const { name, url = null } = licenceOf(licence);
	return {
		version: 1 as const,
		release: model.asOf,
		licence: { name, url },
		schema: `${up[depth]}schema/${kind}.json`
	};
}

const orNull = <T>(value: T | undefined): T | null => value ?? null;

const licenceIn = (sources: readonly Source[]): string =>
	[...new Set(sources.map(({ licence }) => licence))].join(', ');

const ofDocuments = (): string => licenceIn(model.sources.filter(({ kind }) => kind === 'document'));

/** What the site itself wrote; see `data/README.md`. */
const own = 'EUPL-1.2';

const monitors = (): Answers['monitors'] => ({
	...head('monitors', own, 'top'),
	items: model.monitors.map(({ monitor: { slug, name, municipality, intro, documents } }) => ({
		id: slug,
		name,
		municipality,
		intro,
		documents,
		page: `../../${slug}/`,
		goals: `goals/${slug}.json`,
		verdicts: `verdicts/${slug}.json`
	}))
});

const goals = ({ monitor, goals: all, links }: MonitorData): Answers['goals'] => ({
	...head('goals', ofDocuments(), 'inFolder'),
	monitor: monitor.slug,
	items: all.map((goal) => ({
		id: goal.id,
		level: goal.level,
		kind: goal.kind,
		code: orNull(goal.code),
		title: goal.title,
		deadline: orNull(goal.deadline?.date),
		source: goal.source,
		parents: links
			.filter(({ from }) => from === goal.id)
			.map(({ to, origin, why }) => ({ goal: to, origin, why })),
		indicators: goal.indicators.map(({ indicator, breakdown, fit, why }) => ({
			indicator,
			breakdown: orNull(breakdown),
			fit,
			why
		})),
		noIndicator: orNull(goal.noIndicator)
	}))
});

const verdicts = async (data: MonitorData): Promise<Answers['verdicts']> => ({
	...head('verdicts', own, 'inFolder'),
	monitor: data.monitor.slug,
	explanation: '../../../methode/',
	items: [...(await verdictsOf(data))].map(([goal, { status, rule, sentence }]) => ({
		goal,
		status,
		label: verdictStatuses[status].label,
		rule,
		reason: sentence
	}))
});

const indicators = (): Answers['indicators'] => ({
	...head('indicators', own, 'top'),
	items: model.indicators.map((each) => ({
		id: each.id,
		title: each.title,
		unit: each.unit,
		direction: each.direction,
		theme: model.themes.find(({ id }) => id === each.theme)?.title ?? each.theme,
		definition: each.definition,
		population: each.population,
		method: each.method,
		breakdowns: each.breakdowns,
		breaks: each.breaks,
		tables: Object.keys(each.tables),
		observations: `observations/${each.id}.json`,
		cubes: Object.keys(each.tables).map((table) => `../jsonstat/${table}/${each.id}.json`)
	}))
});

const areas = async (): Promise<Answers['areas']> => {
	const rows = await run(areaFile);
	return {
		...head('areas', 'CC BY 4.0', 'top'),
		items: rows.map(({ code, boundaries, level, name, label, parent, municipality }) => ({
			code,
			boundaries,
			level,
			name,
			label,
			parent,
			municipality
		}))
	};
};

type Observed = Answers['observations']['items'][number];

function observed({ value, lower, upper, n, status, ...where }: MeasurementRow): Observed {
	if (value === null) return { ...where, value, status: missing.parse(status) };
	return { ...where, value, lower, upper, n, status: status as Exclude<typeof status, Missing> };
}

async function observations({ id, title, unit }: Indicator): Promise<Answers['observations']> {
	const rows = await run(measurements, id);
	const tables = new Set(rows.map(({ table }) => table));
	const sources = model.sources.filter((source) => tables.has(source.id));
	return {
		...head('observations', licenceIn(sources), 'inFolder'),
		indicator: { id, title, unit },
		sources: sources.map((source) => source.id),
		statuses: [
			...Object.entries(figureStatuses).map(([key, { label, meaning }]) => ({
				id: key as keyof typeof figureStatuses,
				meaning: `${label}: ${meaning}`
			})),
			...missing.options.map((key) => ({ id: key, meaning: missingSigns[key].meaning }))
		],
		items: rows.map(observed)
	};
}

const sources = (): Answers['sources'] => ({
	...head('sources', own, 'top'),
	items: model.sources.map((source) => ({
		id: source.id,
		kind: source.kind,
		code: orNull(source.code),
		title: source.title,
		publisher: source.publisher,
		licence: source.licence,
		url: orNull(source.url),
		published: orNull(source.published),
		retrieved: orNull(source.retrieved),
		boundaries: orNull(source.boundaries),
		note: orNull(source.note)
	}))
});

/** A file of the API: what it is, and how it is made. */
interface ApiFile {
	address: string;
	title: string;
	kind: Kind;
	make: () => unknown;
}

const files: readonly ApiFile[] = [
	{ address: 'monitors.json', title: 'Alle monitors', kind: 'monitors', make: monitors },
	...model.monitors.map((data) => ({
		address: `goals/${data.monitor.slug}.json`,
		title: `Doelen van ${data.monitor.name}`,
		kind: 'goals' as const,
		make: () => goals(data)
	})),
	...model.monitors.map((data) => ({
		address: `verdicts/${data.monitor.slug}.json`,
		title: `Oordelen over de doelen van ${data.monitor.name}`,
		kind: 'verdicts' as const,
		make: () => verdicts(data)
	})),
	{ address: 'indicators.json', title: 'Alle indicatoren', kind: 'indicators', make: indicators },
	...model.indicators.map((indicator) => ({
		address: `observations/${indicator.id}.json`,
		title: `Cijfers: ${indicator.title}`,
		kind: 'observations' as const,
		make: () => observations(indicator)
	})),
	{ address: 'areas.json', title: 'Alle gebieden', kind: 'areas', make: areas },
	{ address: 'sources.json', title: 'Alle bronnen', kind: 'sources', make: sources }
];

const index = (): Answers['index'] => ({
	...head('index', own, 'top'),
	title: model.site.title,
	publisher: model.site.publisher.name,
	contact: model.site.contact.email ?? model.site.contact.url ?? model.site.contact.name,
	items: files.map(({ address, title, kind }) => ({ address, title, schema: `schema/${kind}.json` }))
});

const schemas: Record<string, z.ZodType> = { ...answers, release };

/** A schema for readers: who keeps one must be able to read answers that later have more fields. */
const described = (name: string) =>
	z.toJSONSchema(schemas[name]!, {
		io: 'input',
		unrepresentable: 'throw',
		override: ({ jsonSchema }) => {
			if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
		}
	});

/** Addresses of all files of the API, in its folder. */
export const apiFiles = (): string[] => [
	'index.json',
	...files.map(({ address }) => address),
	...Object.keys(schemas).map((name) => `schema/${name}.json`)
];

/**
 * An answer of the API, held against its own schema.
 * @param address of the file in the folder of the API
 * @returns `undefined` where there is no such file
 * @throws when the answer does not fit its schema
 */
export async function answerOf(address: string): Promise<unknown> {
	if (address === 'index.json') return answers.index.parse(index());
	const [, name] = /^schema\/([a-z]+)\.json$/.exec(address) ?? [];
	if (name !== undefined) return name in schemas ? described(name) : undefined;
	const file = files.find((each) => each.address === address);
	return file && answers[file.kind].parse(await file.make());
}

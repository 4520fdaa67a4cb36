import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { csvFormatRows } from 'd3';
import { anchorOf } from '#lib/domain/fold.ts';
import { area, areaCode, areaLevel, type Area } from '#lib/schema/area.ts';
import type { Model } from '#lib/schema/model.ts';
import { observation } from '#lib/schema/observation.ts';
import type { TidyRow } from '#lib/schema/tidy.ts';
import { check } from '#scripts/check/rules.ts';
import { load } from '#scripts/check/load.ts';
import { levelOf } from '#lib/domain/area-code.ts';
import { localWorld } from '#scripts/fetch/local-world.ts';
import { formatProblem } from '#scripts/read/problem.ts';
import { NotMade } from './apply.ts';
import { readNames, toAreas } from './area-names.ts';
import { areasOf, figuresOf, table, workbooksIn } from './read-country.ts';
import { documentOf, monitorFiles, sourceText } from './texts.ts';

/** What is asked on the command line. */
export interface Asked {
	gemeente: string;
	/** Part of the address; made from the name of the gemeente where it is left out. */
	slug?: string;
	/** Folder with the workbooks of RIVM. */
	from: string;
	/** File with names of wijken and buurten. */
	names?: string;
	data: string;
}

/** Whole files by path from the data folder, and what to say of them. */
export interface Plan {
	files: Map<string, string>;
	told: string[];
}

/** Areas are sorted by level and code. */
const rankOf = (line: string): string => {
	const code = line.slice(0, line.indexOf(','));
	return `${areaLevel.options.indexOf(levelOf(code))} ${code}`;
};

/** Adds rows to a CSV that is sorted, and leaves the lines that were there as they are. */
function added(
	path: string,
	rows: readonly (readonly (string | number | null)[])[],
	order: (line: string) => string
): string {
	const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
	const own = rows.map((row) => csvFormatRows([row.map((cell) => String(cell ?? ''))]));
	const sorted = [...lines, ...own].toSorted((a, b) =>
		order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0
	);
	return `${[head, ...sorted].join('\n')}\n`;
}

const areaColumns = Object.keys(area.shape) as (keyof Area)[];
const observationColumns = Object.keys(observation.shape) as (keyof TidyRow)[];

const cellsOf = <Row, Column extends keyof Row>(rows: readonly Row[], columns: readonly Column[]) =>
	rows.map((row) => columns.map((column) => row[column]));

function checkedModel(data: string): Model {
	const { dataset, problems } = check(load(data));
	if (dataset) return dataset.model;
	throw new NotMade(
		`De gegevens in ${data} zijn nog niet in orde:\n${problems.map(formatProblem).join('\n')}`
	);
}

function refuseSlug(slug: string, data: string): void {
	if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
		throw new NotMade(`--slug: er staat "${slug}", verwacht: kleine letters, cijfers en koppeltekens.`);
	if (existsSync(join(data, 'monitors', slug)))
		throw new NotMade(`Er is al een map monitors/${slug}. Kies met --slug een andere naam.`);
}

/** What an editor should know of a monitor that was made. */
function tell(
	name: string,
	slug: string,
	data: string,
	areas: readonly Area[],
	nameless: number,
	figures: readonly TidyRow[]
) {
	const years = [...new Set(figures.map(({ period }) => period))].toSorted().join(', ');
	const withoutName =
		`${nameless} wijken en buurten hebben een code in plaats van een naam. Geef met --names een CSV van het CBS ` +
		'met de kolommen Key en Title, of vul de namen zelf in (areas/).';
	return [
		`De monitor van ${name} staat in ${join(data, 'monitors', slug)}: ${areas.length} gebieden en ${figures.length} cijfers over ${years}.`,
		...(nameless > 0 ? [withoutName] : []),
		`Vul nu in: het raadsstuk ${slug}-raadsstuk in sources.yaml, de teksten in monitor.yaml en de doelen in goals.yaml.`,
		'Zet de nieuwe map ook in data/README.md, bij "Bronnen en licenties". Kijk daarna met npm run check of alles klopt.'
	];
}

/** The year of the boundaries of the workbooks; refuses a gemeente that has a monitor. */
function boundariesFor(gemeente: string, { monitors, sources }: Model): number {
	const known = monitors.find(({ monitor }) => monitor.municipality === gemeente);
	if (known) throw new NotMade(`Van ${gemeente} is er al een monitor: ${known.monitor.slug}.`);
	const boundaries = sources.find(({ id }) => id === table)?.boundaries;
	if (boundaries === undefined)
		throw new NotMade(
			`In sources.yaml staat de bron ${table} niet, met het jaar van de grenzen (boundaries).`
		);
	return boundaries;
}

/**
 * Works out the files of a monitor for any gemeente in the workbooks of RIVM: its areas, its open figures, and texts
 * for an editor to fill in. Nothing is written. Throws a `NotMade` or a `FetchProblem` with what is wrong.
 */
export async function planMonitor({ gemeente, slug: wanted, from, names: file, data }: Asked): Promise<Plan> {
	if (!areaCode.safeParse(gemeente).success || !gemeente.startsWith('GM'))
		throw new NotMade(`--gemeente: er staat "${gemeente}", verwacht: een code als GM0363.`);
	const workbooks = workbooksIn(from);
	const model = checkedModel(data);
	const boundaries = boundariesFor(gemeente, model);
	const world = localWorld(data);
	const found = await areasOf(gemeente, world, workbooks, boundaries);
	const name = found.find(({ code }) => code === gemeente)!.municipality;
	const slug = wanted ?? anchorOf(name);
	refuseSlug(slug, data);
	const names = file === undefined ? new Map<string, string>() : await readNames(world, resolve(file));
	const areas = toAreas(found, names, boundaries);
	const figures = await figuresOf(gemeente, world, workbooks, model.indicators);
	const areaFile = `areas/areas-${boundaries}.csv`;
	const observationFile = `observations/${table}.csv`;
	const sources = readFileSync(join(data, 'sources.yaml'), 'utf8').trimEnd();
	const nameless = areas.filter(({ code, level }) => level !== 'gemeente' && !names.has(code)).length;
	return {
		files: new Map([
			...monitorFiles(slug, name, gemeente),
			[areaFile, added(join(data, areaFile), cellsOf(areas, areaColumns), rankOf)],
			[
				observationFile,
				added(join(data, observationFile), cellsOf(figures, observationColumns), (line) => line)
			],
			['sources.yaml', `${sources}\n${sourceText(documentOf(slug, name))}`]
		]),
		told: tell(name, slug, data, areas, nameless, figures)
	};
}

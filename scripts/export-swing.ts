import { parseArgs } from 'node:util';
import { count } from '#lib/domain/format.ts';
import type { Dataset } from '#lib/schema/model.ts';
import { check } from './check/rules.ts';
import { load } from './check/load.ts';
import { publishable } from './disclosure/apply.ts';
import { formatProblem } from './read/problem.ts';
import { monitorUpload } from './swing/monitor-files.ts';
import { objectionTo, replaceFolder } from './swing/write-folder.ts';

const usage = `Zo maakt u bestanden voor een portaal met Swing:
  npm run export:swing -- --out <map>                        # van alle monitors
  npm run export:swing -- --out <map> --monitor westland`;

interface Words {
	out?: string;
	monitor?: string;
	data: string;
}

function readWords(): Words | undefined {
	const option = { type: 'string' } as const;
	try {
		return parseArgs({ options: { out: option, monitor: option, data: { ...option, default: 'data' } } })
			.values;
	} catch {
		console.error('De opties zijn --out, --monitor en --data, elk met hun waarde.');
		return undefined;
	}
}

/** The data as they may be published, or nothing after naming all that is wrong. */
async function readData(data: string): Promise<Dataset | undefined> {
	const loaded = load(data);
	const checked = check(loaded);
	const { dataset, problems, told } = checked.dataset
		? await publishable(loaded, checked.dataset)
		: { ...checked, told: [] };
	for (const line of told) console.log(line);
	for (const problem of problems) console.error(formatProblem(problem));
	return dataset;
}

/** Figures that two tables give of the same place: Swing keeps the last one that is read in. */
function tellDoubles({ model, observations }: Dataset): void {
	const years = new Map(model.sources.map(({ id, boundaries }) => [id, boundaries]));
	const first = new Map<string, string>();
	const pairs = new Set<string>();
	for (const { table, indicator, area, period, breakdown } of observations) {
		const key = [indicator, breakdown, area, period, years.get(table)].join(' ');
		const other = first.get(key);
		if (other !== undefined) pairs.add(`${other} en ${table}`);
		else first.set(key, table);
	}
	for (const pair of pairs)
		console.log(
			`Let op: de tabellen ${pair} geven hetzelfde cijfer op dezelfde grenzen. Swing houdt wat u het laatst inleest.`
		);
}

async function main(): Promise<boolean> {
	const words = readWords();
	const objection = words && (words.out === undefined ? '--out ontbreekt.' : objectionTo(words.out));
	if (!words || objection) {
		if (objection) console.error(objection);
		console.error(`\n${usage}`);
		return false;
	}
	const dataset = await readData(words.data);
	if (!dataset) {
		console.error('\nDe gegevens kloppen niet, dus er is niets geschreven.');
		return false;
	}
	const { monitors } = dataset.model;
	const chosen = monitors.filter(
		({ monitor }) => words.monitor === undefined || monitor.slug === words.monitor
	);
	if (chosen.length === 0) {
		const slugs = monitors.map(({ monitor }) => monitor.slug).join(', ');
		console.error(`Er is geen monitor "${words.monitor ?? ''}". Kies uit: ${slugs}.`);
		return false;
	}
	tellDoubles(dataset);
	const files = new Map(
		chosen.flatMap((data) =>
			[...monitorUpload(dataset, data)].map(([name, text]) => [`${data.monitor.slug}/${name}`, text] as const)
		)
	);
	try {
		replaceFolder(words.out!, files);
	} catch (error) {
		console.error(
			`In "${words.out}" is niet te schrijven (${(error as NodeJS.ErrnoException).code ?? 'onbekend'}). Er is niets veranderd.`
		);
		return false;
	}
	const names = chosen.map(({ monitor }) => monitor.name).join(', ');
	console.log(`${count(files.size, 'bestand', 'bestanden')} voor Swing staan in ${words.out}: ${names}.`);
	return true;
}

if (!(await main())) process.exitCode = 1;

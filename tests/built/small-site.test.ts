import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { chromium, type Browser, type Page } from 'playwright-core';
import { parse as parseYaml } from 'yaml';
import { shareSvg } from '#lib/charts/share-picture.ts';
import type { OwnAreas } from '#lib/schema/area.ts';
import type { Model, TableObservation } from '#lib/schema/model.ts';
import { attacker, nameOf } from '#scripts/disclosure/attacker.fixture.ts';
import { withOwnCounts } from '#scripts/disclosure/own-counts.fixture.ts';
import { loadSolver } from '#scripts/disclosure/solver.ts';
import { contentOf, dutchLeft, namesOf } from '#scripts/finish/leftover.ts';
import { readPage } from '#scripts/finish/page.ts';
import { filesIn } from '#scripts/finish/rules.ts';
import { pngSize } from '#scripts/finish/shared.ts';
import { serve } from '#scripts/serve.mjs';
import { chromiumFlags, installTestBrowser } from '#scripts/tools/chromium.mjs';
import { citedRow, keptCitations, wrongCitations } from '../kept-citations.ts';
import {
	builtFiles,
	csvFigures,
	csvRows,
	databaseRows,
	pageFigures,
	type Found
} from '../published-figures.ts';
import { buildSite, onlyZoetermeer } from '../small-site.ts';

const own = new Set(['meldingen', 'inwoners-proef', 'deel-meldingen']);
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const address = 'https://monitor.voorbeeld.nl/proef/';

let data: string;
let root: string;
let site: string;
/** The own table as the municipality has it, and what it was before a correction. */
let truth: Map<string, number>;
let lines: string[];
let published: TableObservation[];
const residents = { before: 0, now: 0 };

const at = (name: string): string => join(data, 'observations', `${name}.csv`);
const html = (path: string): string => readFileSync(join(site, path, 'index.html'), 'utf8');
/** The text of a page without its tags. */
const words = (path: string): string =>
	html(path)
		.replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
		.replace(/<[^>]*>/g, '')
		.replace(/&nbsp;|\u00a0/g, ' ')
		.replace(/\s+/g, ' ');

function writeCorrection(): void {
	const line = readFileSync(at('84799ned'), 'utf8')
		.split('\n')
		.find((each) => each.startsWith('inwoners,WK063701,2020,'))!;
	residents.before = Number(line.split(',')[4]);
	residents.now = residents.before + 35;
	writeFileSync(
		join(data, 'corrections.yaml'),
		`- table: "84799ned"
  indicator: inwoners
  area: WK063701
  period: "2020"
  breakdown: totaal
  published: ${residents.before}
  value: ${residents.now}
  reason: Een proef met een telfout.
  by: de redactie
  date: "2026-11-20"
  source: bericht van de uitgever
  url: https://voorbeeld.nl/bericht
`
	);
}

const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path d="M0 0h30v10z"/></svg>';

/** A theme, a logo, links and a contact that are nobody's. */
function writeHouseStyle(): void {
	const folder = join(data, 'monitors/zoetermeer');
	writeFileSync(join(folder, 'logo.svg'), logo);
	writeFileSync(
		join(folder, 'theme.css'),
		'.theme { --basis-color-default-bg-subtle: #eef4ee; --basis-heading-font-family: Georgia, serif; }\n'
	);
	appendFileSync(
		join(folder, 'monitor.yaml'),
		`logo: { file: logo.svg, alt: Gemeente Proef }
links:
  header: [ { text: Naar de proef, url: "https://www.voorbeeld.nl/" } ]
  footer: [ { text: Privacy, url: "https://www.voorbeeld.nl/privacy" } ]
contact: { name: Team proef, email: proef@voorbeeld.nl, phone: "14 079" }
`
	);
}

/** The site in a second language too. */
function writeLanguages(): void {
	appendFileSync(join(data, 'site.yaml'), 'languages: [nl, en]\n');
}

function writeReceipt(table: string, hash: string): void {
	mkdirSync(join(data, 'receipts'), { recursive: true });
	const made = {
		...{ feed: table, source: table, adapter: 'cbs-v3', table: table.toUpperCase(), title: 'Een proef' },
		...{ licence: 'CC BY 4.0', modified: '2026-03-01T02:00:00', retrieved: '2026-11-19T10:00:00Z' },
		addresses: [{ address: `https://voorbeeld.nl/odata/${table}?$format=json`, hash, bytes: 7 }],
		...{ rows: 11, hash, remarks: [] }
	};
	writeFileSync(join(data, 'receipts', `${table}.json`), JSON.stringify(made));
}

/** The newest release, made anew of the data as they are here; the older one stays, without what is kept now. */
const releasedOn = '2026-11-27';

/** Lines of the data that change after the release. */
const changed = {
	figure:
		'zm-001,004,bijlage 1 tabel 1,vrij inzetbare voorzieningen: gefactureerde indicaties,kortdurende ambulante begeleiding,Zoetermeer,2017-01-01/2017-10-15,312,gevallen,',
	words:
		'zm-002,004,bijlage 1 tabel 1,vrij inzetbare voorzieningen: gefactureerde indicaties,recreatieve dagbesteding basis,Zoetermeer,2017-01-01/2017-10-15,169,gevallen,',
	amount: 'GM0637,2020,jaarrekening,125285,6.1,Samenkracht en burgerparticipatie,19709.0',
	gone: 'GM0637,2020,jaarrekening,125285,0.1,Bestuur,4936.0',
	deadline: `date: "2022-01-01"
  source:
    document: "004"
    place: bijlage 2, Outcome, punt 7
`
};

/** Makes a release, and then changes a figure and the words of another, an amount and a deadline; one amount goes. */
function writeRelease(): void {
	execFileSync(
		process.execPath,
		['--import', 'tsx', 'scripts/release.ts', '--data', data, '--date', releasedOn],
		{ stdio: 'pipe' }
	);
	const change = (file: string, changes: [from: string, to: string][]) => {
		let text = readFileSync(join(data, file), 'utf8');
		for (const [from, to] of changes) {
			expect(text.split(from), from).toHaveLength(2);
			text = text.replace(from, () => to);
		}
		writeFileSync(join(data, file), text);
	};
	change('monitors/zoetermeer/figures.csv', [
		[changed.figure, changed.figure.replace(',312,', ',313,')],
		[changed.words, changed.words.replace('recreatieve', 'Recreatieve')]
	]);
	change('monitors/zoetermeer/goals.yaml', [
		[changed.deadline, changed.deadline.replace('2022-01-01', '2024-01-01')]
	]);
	change('expenditure/iv3.csv', [
		[changed.amount, changed.amount.replace(/[\d.]+$/, '7777')],
		[`${changed.gone}\n`, '']
	]);
}

beforeAll(() => {
	data = withOwnCounts();
	onlyZoetermeer(data);
	writeCorrection();
	writeHouseStyle();
	writeLanguages();
	for (const table of ['85984ned', 'eigen-telling'])
		writeReceipt(table, hashOf(readFileSync(at(table), 'utf8')));
	writeReceipt('84799ned', hashOf('anders'));
	writeRelease();
	lines = readFileSync(at('eigen-telling'), 'utf8').trimEnd().split('\n').slice(1);
	truth = new Map(
		lines.map((line) => {
			const [indicator, area, period, breakdown, value] = line.split(',');
			return [[indicator, area, period, breakdown].join(' '), Number(value)];
		})
	);
	const built = buildSite(data, address);
	if (built.status !== 0) throw new Error(built.said);
	({ root } = built);
	site = join(root, 'build');
	published = csvFigures(site, 'eigen-telling');
}, 360_000);

const told = ({ file, value, ...key }: Found): string => `${file}: ${nameOf(key as never)} is ${value}`;

describe('own counts in a whole built site', () => {
	test('are all in the CSV, as they are or with the reason why not', () => {
		expect(published.map(nameOf).toSorted()).toEqual([...truth.keys()].toSorted());
		const hidden = published.filter(({ value }) => value === null);
		expect(hidden.length).toBeGreaterThan(20);
		expect(new Set(hidden.map(({ status }) => status))).toEqual(new Set(['suppressed']));
		for (const row of published)
			if (row.value !== null)
				expect(`${nameOf(row)} ${row.value}`).toBe(`${nameOf(row)} ${truth.get(nameOf(row))}`);
	});

	test('are in the database just so, and nowhere else in it', async () => {
		const sql = `select indicator, area, period::varchar as period, breakdown, value from observation where "table" = 'eigen-telling'`;
		const rows = (await databaseRows(site, sql)) as unknown as TableObservation[];
		const shown = (all: readonly TableObservation[]) =>
			all.map((row) => `${nameOf(row)} ${row.value}`).toSorted();
		expect(shown(rows)).toEqual(shown(published));
		expect(await databaseRows(site, `select * from converted where "table" = 'eigen-telling'`)).toEqual([]);
	});

	test('are on no page where the CSV hides them, not in elements and not for script', () => {
		const known = new Map(published.map((row) => [nameOf(row), row.value]));
		const found = pageFigures(site, own);
		expect(found.length).toBeGreaterThan(500);
		expect(found.filter(({ file }) => file.endsWith('.json')).length).toBeGreaterThan(200);
		// A figure for script that names no year is of the only one there is.
		const other = found.filter(
			(each) => known.get(nameOf({ ...each, period: each.period || '2025' } as never)) !== each.value
		);
		expect(other.map(told)).toEqual([]);
	});

	test('are in no sum of an own area of which a part is hidden', () => {
		const { areas } = parseYaml(
			readFileSync(join(data, 'monitors/zoetermeer/areas.yaml'), 'utf8')
		) as OwnAreas;
		const isHidden = (code: string) =>
			published.some(
				({ indicator, area, value }) => indicator === 'meldingen' && area === code && value === null
			);
		const composed = areas.filter(({ members }) => members.length > 1 && members.some(isHidden));
		expect(composed.length).toBeGreaterThan(0);
		for (const { code } of composed) {
			const page = `zoetermeer/gebieden/${code}`;
			const sums = readPage(html(page)).data.filter(
				({ attributes }) => attributes['data-area'] === code && attributes['data-indicator'] === 'meldingen'
			);
			expect(sums).toEqual([]);
			expect(words(page)).toContain('niet opgeteld: ');
		}
	});

	test('are in no file as the lines that the municipality keeps', () => {
		const secret = lines.filter((line) =>
			published.some((row) => row.value === null && line.startsWith(nameOf(row).replaceAll(' ', ',')))
		);
		expect(secret.length).toBeGreaterThan(20);
		for (const { file, bytes } of builtFiles(site))
			for (const line of secret) expect(bytes.includes(line), `${file} has "${line}"`).toBe(false);
	});

	test('cannot be worked out by somebody with a solver and all of it', async () => {
		const areas = csvRows(site, 'gebieden.csv')
			.filter(({ boundaries, municipality }) => boundaries === '2024' && municipality === 'GM0637')
			.map((row) => ({ ...row, parent: row['parent'] ?? '' }) as never);
		const shares = [
			{ share: 'deel-meldingen', numerator: 'meldingen', denominator: 'inwoners-proef', decimals: 1 }
		];
		const bounds = await loadSolver();
		const exact = (rows: readonly TableObservation[]): string[] => {
			const attack = attacker({ rows, areas, shares }, bounds);
			return attack.hidden.filter((name) => {
				const isSmall = truth.get(name)! < 5;
				return [false, true].some((whole) => {
					const { low, high } = attack.workOut(name, whole);
					return isSmall ? low > 1 || high < 4 : low === high;
				});
			});
		};
		expect(exact(published)).toEqual([]);
		// The attack is real: with what only protects the small ones put back, it finds some of those.
		const onlyThreshold = published.map((row) => {
			const value = truth.get(nameOf(row))!;
			return row.value === null && row.indicator === 'meldingen' && value >= 5 ? { ...row, value } : row;
		});
		expect(exact(onlyThreshold).length).toBeGreaterThan(0);
	});
});

describe('a release with figures of documents and amounts', () => {
	const kept = () => keptCitations(join(data, 'releases', releasedOn), releasedOn, 'zoetermeer', ['GM0637']);

	test('has each under its own hash, as it was', () => {
		const { figures, amounts } = kept();
		expect(figures.length).toBeGreaterThan(50);
		expect(amounts.length).toBeGreaterThan(900);
		expect(wrongCitations(site, releasedOn, [...figures, ...amounts])).toEqual([]);
	});

	test('is published byte for byte, and the older one has two files as before', () => {
		for (const file of ['release.json', 'values.csv', 'figures.csv', 'amounts.csv', 'report-verdicts.csv'])
			expect(readFileSync(join(site, 'data', releasedOn, file)), file).toEqual(
				readFileSync(join(data, 'releases', releasedOn, file))
			);
		expect(existsSync(join(site, 'data/2026-11-23/values.csv'))).toBe(true);
		expect(existsSync(join(site, 'data/2026-11-23/figures.csv'))).toBe(false);
	});

	test('says of each how it stands now', () => {
		const { figures, amounts } = kept();
		const rowOf = (key: string) => {
			const { page, anchor } = [...figures, ...amounts].find((each) => each.key === key)!;
			return citedRow(html(page), anchor);
		};
		expect(rowOf('zoetermeer,zm-001')).toMatch(/herzien: .*<data value="313" data-source="zm-001"/s);
		expect(rowOf('zoetermeer,zm-002')).toContain('hetzelfde cijfer, nu anders omschreven');
		expect(rowOf('zoetermeer,zm-003')).toMatch(/<td>(<!--[^>]*-->)*hetzelfde(<!--[^>]*-->)*<\/td>/);
		const [amount, gone] = [changed.amount, changed.gone].map((line) => {
			const [municipality, year, report, , taakveld] = line.split(',');
			return rowOf([municipality, year, report, taakveld].join(','));
		});
		expect(amount).toMatch(/herzien: .*value="7777"/s);
		expect(gone).toContain('niet meer op deze site');
	});

	test('says what it said of the day of a report, and what is said of that day now', () => {
		const page = `zoetermeer/aanhalen/${releasedOn}/rapport/2022`;
		const other = words(page)
			.split('Hash:')
			.filter((each) => each.includes('Alleen de uitleg veranderde.'));
		expect(other).toHaveLength(1);
		expect(other[0]).toMatch(
			/De afgesproken datum, 1 januari 2022, is voorbij.* Nu, over die dag: .*De afgesproken datum is 1 januari 2024/
		);
		expect(words(page)).toContain('Bij 1 is alleen de uitleg anders.');
		expect(words(`en/${page}`)).toContain('Only the explanation changed. Now, about that day');
		expect(words('zoetermeer/aanhalen/2026-11-23')).toContain(
			'Deze uitgave bewaart deze oordelen niet. Dat gebeurt vanaf de uitgave van 27 november 2026'
		);
	});

	test('is where an older release says that these figures are kept from', () => {
		expect(words('zoetermeer/aanhalen/2026-11-23')).toContain(
			'Deze uitgave bewaart deze cijfers niet. Dat gebeurt vanaf de uitgave van 27 november 2026'
		);
		expect(html('zoetermeer/aanhalen/2026-11-23')).toMatch(/href="[^"]*aanhalen\/2026-11-27\/"/);
	});
});

describe('a corrected figure', () => {
	const place = 'zoetermeer/indicatoren/inwoners';

	test('is on its page with a sign, with what was published and the reason', () => {
		const cell = readPage(html(place)).data.find(
			({ attributes }) => attributes['data-published'] !== undefined && attributes['data-area'] === 'WK063701'
		)!;
		expect(cell.attributes).toMatchObject({
			value: String(residents.now),
			'data-published': String(residents.before),
			'data-period': '2020'
		});
		expect(cell.text).toMatch(/†$/);
		const text = words(place);
		expect(text).toContain('† door deze site gecorrigeerd; waarom, staat bij Data en bronnen');
		expect(text).toContain('Door deze site gecorrigeerd (†)');
		expect(text).toMatch(
			/Meerzicht, 2020: de bron geeft [\d.]+, deze site [\d.]+\. Een proef met een telfout\. Besloten door de redactie op 20 november 2026\. Bron: bericht van de uitgever\./
		);
	});

	test.each(['zoetermeer/gebieden/WK063701', 'data'])('is told on %s', (path) => {
		expect(words(path)).toMatch(
			/, Meerzicht, 2020: de bron geeft [\d.]+, deze site [\d.]+†\. Een proef met een telfout\./
		);
		expect(html(path)).toContain('href="https://voorbeeld.nl/bericht"');
	});

	test('is no reason to say that nothing was changed', () => {
		expect(words('data')).not.toContain('geen getallen veranderd');
	});

	test('can be asked of the database and stands in the files', async () => {
		const where = `area = 'WK063701' and indicator = 'inwoners' and period = 2020`;
		expect(
			await databaseRows(site, `select value, published from observation where published is not null`)
		).toEqual([{ value: residents.now, published: residents.before }]);
		expect(
			await databaseRows(
				site,
				`select published, value, reason, decided_by, source from correction where ${where}`
			)
		).toEqual([
			{
				...{ published: residents.before, value: residents.now, reason: 'Een proef met een telfout.' },
				...{ decided_by: 'de redactie', source: 'bericht van de uitgever' }
			}
		]);
		const row = csvRows(site, 'waarnemingen-84799ned.csv').find(
			({ area, indicator }) => area === 'WK063701' && indicator === 'inwoners'
		);
		expect(row).toMatchObject({ value: String(residents.now), published: String(residents.before) });
		expect(csvRows(site, 'correcties.csv')).toEqual([
			expect.objectContaining({
				...{ area: 'WK063701', value: String(residents.now), published: String(residents.before) },
				...{ decided_by: 'de redactie', date: '2026-11-20', url: 'https://voorbeeld.nl/bericht' }
			})
		]);
	});
});

describe('receipts on the page of sources', () => {
	const receiptOf = (id: string): string =>
		new RegExp(`<article id="bron-${id}"[\\s\\S]*?</article>`).exec(html('data'))![0].replace(/\s+/g, ' ');

	test('name day, table, edition, number, licence, address and hash', () => {
		const text = receiptOf('85984ned');
		for (const part of [
			'19 november 2026: 11 cijfers uit Een proef (tabel 85984NED).',
			'Licentie: CC BY 4.0.',
			'De bron zegt over deze uitgave: 2026-03-01T02:00:00.',
			'https://voorbeeld.nl/odata/85984ned?$format=json',
			hashOf(readFileSync(at('85984ned'), 'utf8'))
		])
			expect(text).toContain(part);
		expect(text).not.toContain('met de hand veranderd');
	});

	test('say that a file was changed since', () => {
		expect(receiptOf('84799ned')).toContain('Het bestand is daarna met de hand veranderd.');
	});

	test('of own counts give no hash to try small numbers on, and no address', () => {
		const text = receiptOf('eigen-telling');
		expect(text).toContain('19 november 2026: 11 cijfers uit Een proef');
		expect(text).not.toContain('SHA-256');
		const hash = hashOf(readFileSync(at('eigen-telling'), 'utf8'));
		for (const { file, bytes } of builtFiles(site)) {
			expect(bytes.includes(hash), file).toBe(false);
			expect(bytes.includes('odata/eigen-telling'), file).toBe(false);
		}
	});
});

describe('what an organisation brings of its own', () => {
	const linked = (path: string): string[] =>
		readPage(html(path))
			.links.filter(({ rel }) => rel.includes('stylesheet'))
			.map(({ value }) => value);

	test.each([
		['zoetermeer', '../zoetermeer/thema.css'],
		['zoetermeer/indicatoren/inwoners', '../../../zoetermeer/thema.css'],
		['insluiten/zoetermeer/tegels', '../../../zoetermeer/thema.css']
	])('is the style of %s, in a file of its own', (path, address) => {
		expect(linked(path)).toContain(address);
		expect(html(path)).not.toContain('#eef4ee');
	});

	test('is not the style of what all share', () => {
		for (const path of ['', 'data', 'zoeken'])
			expect(linked(path).filter((each) => each.endsWith('thema.css'))).toEqual([]);
	});

	test('is written anew, light and dark together', () => {
		const css = readFileSync(join(site, 'zoetermeer/thema.css'), 'utf8');
		expect(css).toContain('--basis-color-default-bg-subtle: light-dark(#eef4ee, #1c2126);');
		expect(css).not.toContain('.theme');
	});

	test.each(['zoetermeer', 'zoetermeer/indicatoren/inwoners', 'zoetermeer/aanpak'])(
		'stands in the head and foot of %s',
		(path) => {
			const [, head = '', foot = ''] = /<header[^>]*>(.*?)<\/header>.*<footer[^>]*>(.*)<\/footer>/s.exec(
				html(path)
			)!;
			expect(head).toContain('alt="Gemeente Proef" width="144" height="48"');
			expect(head).toContain('href="https://www.voorbeeld.nl/" rel="external"><span>Naar de proef<');
			expect(foot).toContain('href="mailto:proef@voorbeeld.nl"');
			expect(foot).toContain('>Privacy<');
		}
	);

	test('stays out of a frame, but for its style', () => {
		expect(html('insluiten/zoetermeer/tegels')).not.toMatch(/Naar de proef|logo\.svg|proef@/);
	});

	test('is the logo as it was given, and no other', () => {
		expect(readFileSync(join(site, 'zoetermeer/logo.svg'), 'utf8')).toBe(logo);
		expect(existsSync(join(site, 'zoetermeer/logo.png'))).toBe(false);
	});
});

describe('what other sites show of a page', () => {
	/** Each picture by name, as it is drawn before it becomes pixels. */
	const drawn = new Map<string, string>();
	const values = (svg: string) =>
		[...svg.matchAll(/data-area="(\w+)" data-period="(\d+)" data-value="([^"]*)"/g)].map(
			([, area, period, value]) => ({ area, period, value: Number(value) })
		);
	const started = process.cwd();

	// Drawn with the model and database of the small site, which are found from its root.
	beforeAll(async () => {
		process.chdir(root);
		vi.stubEnv('SITE_URL', address);
		const { pictureNamed, pictureNames } = await import('#lib/server/share/pictures.ts');
		for (const name of await pictureNames()) drawn.set(name, shareSvg(await pictureNamed(name)));
	});
	afterAll(() => {
		vi.unstubAllEnvs();
		process.chdir(started);
	});

	test('is a picture of the site, the monitor, and each goal and indicator with a page', () => {
		const { files } = JSON.parse(readFileSync(join(site, 'hashes.json'), 'utf8')) as { files: object };
		const folders = Object.keys(files).flatMap(
			(path) => /^(zoetermeer\/(?:doelen|indicatoren)\/[^/]+)\/index\.html$/.exec(path)?.[1] ?? []
		);
		expect(folders.length).toBeGreaterThan(40);
		expect([...drawn.keys()].toSorted()).toEqual(['_site', 'zoetermeer', ...folders].toSorted());
		for (const name of drawn.keys()) {
			const path = `deelplaatjes/${name}.png`;
			expect(files).toHaveProperty([path]);
			expect(pngSize(readFileSync(join(site, path))), path).toEqual({ width: 1200, height: 630 });
		}
		expect(readFileSync(join(site, 'offline/lijst-zoetermeer.json'), 'utf8')).not.toContain('deelplaatjes');
	});

	test.each([
		['', '_site'],
		['zoetermeer', 'zoetermeer'],
		['zoetermeer/aanpak', 'zoetermeer'],
		['zoetermeer/indicatoren/inwoners', 'zoetermeer/indicatoren/inwoners'],
		['data', '_site']
	])('of /%s is %s, with its own title, description and address', (path, name) => {
		const page = html(path);
		const { shared, titles } = readPage(page);
		expect(shared).toMatchObject({
			'og:image': `${address}deelplaatjes/${name}.png`,
			'og:image:width': '1200',
			'og:image:height': '630',
			'og:url': `${address}${path === '' ? '' : `${path}/`}`,
			'og:locale': 'nl_NL',
			'og:title': titles[0]!.replace(/ - Doelenboom$/, '')
		});
		expect(page).toContain(
			`<meta property="og:description" content="${/name="description" content="([^"]*)"/.exec(page)![1]!}" />`
		);
		expect(page).toContain('<meta name="twitter:card" content="summary_large_image" />');
	});

	test('is in English on the pages in English', () => {
		const { shared } = readPage(html('en/zoetermeer/indicatoren/inwoners'));
		expect(shared).toMatchObject({
			'og:locale': 'en_GB',
			'og:url': `${address}en/zoetermeer/indicatoren/inwoners/`,
			'og:image': `${address}en/deelplaatjes/zoetermeer/indicatoren/inwoners.png`
		});
		const names = filesIn(join(site, 'en/deelplaatjes'), '.png').map((path) => path.replace(/\.png$/, ''));
		expect(names.toSorted()).toEqual([...drawn.keys()].toSorted());
	});

	test('is nothing for a frame', () => {
		expect(readPage(html('insluiten/zoetermeer/tegels')).shared).toEqual({});
	});

	test('is the figure of the gemeente as it is published, and no own count of a smaller area', async () => {
		const { toPng } = await import('#lib/server/share/png.ts');
		for (const id of own) {
			const name = `zoetermeer/indicatoren/${id}`;
			const svg = drawn.get(name)!;
			expect(values(svg).length, id).toBeGreaterThan(0);
			for (const { area, period, value } of values(svg)) {
				expect(area).toBe('GM0637');
				const row = published.find(
					(each) => each.indicator === id && each.area === area && each.period === period
				);
				expect(row?.value, id).toBe(value);
			}
			// What was looked at is what the site has.
			expect(readFileSync(join(site, `deelplaatjes/${name}.png`)).equals(await toPng(svg)), id).toBe(true);
		}
		for (const [name, svg] of drawn)
			for (const { area } of values(svg)) expect(['GM0637', 'NL01'], name).toContain(area);
	});
});

describe('in English, where script draws', () => {
	let server: Awaited<ReturnType<typeof serve>>;
	let browser: Browser;
	beforeAll(async () => {
		server = await serve({ folder: site, port: 0 });
		browser = await chromium.launch({ executablePath: installTestBrowser(), args: chromiumFlags });
	}, 120_000);
	afterAll(() => Promise.all([browser.close(), server.close()]));

	const find = (page: Page) => page.locator('h2', { hasText: 'Indicators' }).waitFor();
	const choose = async (page: Page): Promise<void> => {
		await page.locator('.live.ready').waitFor();
		await page.evaluate(() => Object.assign(window, { isSame: true }));
		await page.locator('.chooser > summary').click();
		await page.locator('fieldset:has([name="toon"]) [type="checkbox"]').first().click();
		await page.waitForURL(/\/buurten-/);
		// The page was drawn here, and not loaded.
		expect(await page.evaluate(() => 'isSame' in window)).toBe(true);
	};
	const judge = (text: string) => (page: Page) => page.locator('.lead', { hasText: text }).waitFor();

	test.each([
		['zoeken/?q=eenzaamheid', find, 3],
		['zoetermeer/indicatoren/meldingen/', choose, 1],
		['zoetermeer/voortgang/?op=2019-01-01', judge('1 January 2019'), 20],
		['zoetermeer/sinds/?van=2016-01-01', judge('1 January 2016'), 50],
		['zoetermeer/doelen/?zoek=hulp', (page: Page) => page.locator('.hit').first().waitFor(), 20]
	])('%s says of the data that they are in Dutch', async (path, act, least) => {
		const model = JSON.parse(readFileSync(join(root, '.cache/model.json'), 'utf8')) as Model;
		const titles = [...model.indicators, ...model.monitors[0]!.goals].map(({ title }) => title);
		const page = await browser.newPage();
		await page.goto(`${server.url}en/${path}`);
		await act(page);
		const found = await page.evaluate((all) => {
			const own = [...document.querySelectorAll('body *:not(script, svg *)')].filter(
				({ children, textContent }) => children.length === 0 && all.includes(textContent.trim())
			);
			return own.map((each) => [each.textContent.trim(), each.closest('[lang]')?.getAttribute('lang')]);
		}, titles);
		expect(found.length).toBeGreaterThanOrEqual(least);
		expect(found.filter(([, language]) => language !== 'nl')).toEqual([]);
		expect(dutchLeft(await page.content(), contentOf(model), namesOf(model))).toEqual([]);
		await page.close();
	});
});

describe('in English', () => {
	const pages = (folder: string): string[] =>
		filesIn(folder, 'index.html').filter((file) => !file.startsWith('en/'));

	test('every page is there, leads to the same page in Dutch, and says that it is English', () => {
		const files = pages(site);
		expect(filesIn(join(site, 'en'), 'index.html')).toEqual(files);
		for (const file of files.filter((each) => /^(index|zoetermeer\/|vragen\/)/.test(each))) {
			const path = file.replace(/index\.html$/, '');
			const [dutch, english] = [path, `en/${path}`].map((each) => readPage(html(each)));
			expect([file, dutch!.lang, english!.lang]).toEqual([file, 'nl', 'en']);
			const other = (page: typeof dutch, from: string) =>
				page!.links
					.filter(({ rel, tag }) => tag === 'a' && rel.includes('alternate'))
					.map(({ value }) => new URL(value, `http://a/${from}`).pathname);
			expect([other(dutch, path), other(english, `en/${path}`)]).toEqual([[`/en/${path}`], [`/${path}`]]);
		}
	});

	test('the figures are the same', () => {
		for (const path of ['zoetermeer/indicatoren/inwoners', 'zoetermeer/gebieden/WK063701']) {
			const [dutch, english] = [path, `en/${path}`].map((each) =>
				readPage(html(each)).data.map(({ attributes }) => attributes)
			);
			expect(dutch!.length).toBeGreaterThan(10);
			expect(english).toEqual(dutch);
		}
	});

	test('what is cited is no other verdict for being told in English', () => {
		const day = readdirSync(join(site, 'en/zoetermeer/aanhalen')).at(-1)!;
		const told = words(`zoetermeer/aanhalen/${day}`).match(/Nu is het oordeel hetzelfde/g) ?? [];
		expect(told.length).toBeGreaterThan(20);
		expect(words(`en/zoetermeer/aanhalen/${day}`).match(/The verdict is still the same now/g)).toHaveLength(
			told.length
		);
	});

	test('the site speaks English, and the data say that they are Dutch', () => {
		expect(words('en/zoetermeer/voortgang')).toMatch(/Progress .* no measurement after the start/);
		expect(html('en/zoetermeer/doelen/zelfredzaam-en-meedoen')).toMatch(/<h1[^>]* lang="nl"/);
		expect(html('en/zoetermeer/gebieden')).toMatch(/Derived\. <span lang="nl">Het document noemt /);
		for (const [path, text] of [
			['voortgang', 'Het jaar waarin de doelen bereikt moesten zijn'],
			['indicatoren/eenzaamheid', 'Nieuwe taken gemeente'],
			['indicatoren/eenzaamheid', 'van de inwoners van 18 jaar en ouder is eenzaam']
		] as const)
			expect(html(`en/zoetermeer/${path}`)).toContain(`<span lang="nl">${text}</span>`);
		expect(words('en/zoetermeer/indicatoren/eenzaamheid')).toMatch(/Zoetermeer, 2020: 4\d\.\d%/);
	});
});

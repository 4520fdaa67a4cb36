import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { receipt as receiptSchema } from '#lib/schema/receipt.ts';
import { emptyFolder } from './replay/fixtures.ts';
import { jsonFile, startReplay, type Replay } from './replay/server.ts';
import { pdokRoutes, population, v4Pages, v4Routes } from './replay/tables.ts';

let replay: Replay | undefined;
afterEach(async () => {
	await replay?.close();
	replay = undefined;
});

function start(words: string[]): ChildProcess {
	return spawn(process.execPath, ['--import', 'tsx', 'scripts/fetch.ts', ...words]);
}

interface Ended {
	code: number | null;
	out: string;
	error: string;
}

/** Runs the command as a person would, to its end. */
function command(words: string[]): Promise<Ended> {
	const child = start(words);
	const text = { out: '', error: '' };
	child.stdout!.on('data', (part) => (text.out += String(part)));
	child.stderr!.on('data', (part) => (text.error += String(part)));
	return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...text })));
}

const small = (base: string, folder: string): string[] => [
	...[
		'--adapter',
		'cbs-v4',
		'--base-url',
		`${base}/odata/v1/CBS`,
		'--table',
		'99001ned',
		'--measure',
		'M000001'
	],
	...[
		'--areas',
		'GM0637,GM1783',
		'--out',
		join(folder, 'out'),
		'--cache',
		join(folder, 'cache'),
		'--pauses',
		'1,1'
	]
];

test.skipIf(!population.there)(
	'the example of the manual writes figures and a receipt (skipped where ../shared is missing)',
	async () => {
		replay = await startReplay(
			population.routes((file) => (url) => (url.search === '' ? jsonFile(file) : undefined))
		);
		const out = emptyFolder();
		const {
			code,
			out: said,
			error
		} = await command([
			...['--adapter', 'cbs-v4', '--base-url', `${replay.base}/odata/v1/CBS`, '--table', '03759ned'],
			...['--measure', 'M000352', '--areas', 'GM0637,GM1783,GM1969,NL01'],
			...['--out', out, '--cache', emptyFolder(), '--now', '2026-11-23T12:00:00Z']
		]);
		expect(error).toMatch(/^03759ned: [\d.]+ rijen\n03759ned: \[#{20}\] [\d.]+ rijen\n$/);
		expect(code).toBe(0);
		expect(said).toContain('03759ned: 32 cijfers van "Bevolking op 1 januari en gemiddeld');
		expect(readdirSync(out).toSorted()).toEqual(['03759ned.csv', '03759ned.receipt.json']);
		const csv = readFileSync(join(out, '03759ned.csv'), 'utf8');
		expect(csv).toMatch(
			/^indicator,area,period,breakdown,value,lower,upper,n,status\nm000352,GM0637,2019,totaal,124944,,,,definitive\n/
		);
		expect(csv).toContain('\nm000352,GM1783,2024,totaal,115941,,,,definitive\n');
		const made = receiptSchema.parse(JSON.parse(readFileSync(join(out, '03759ned.receipt.json'), 'utf8')));
		expect(made.hash).toBe(createHash('sha256').update(csv).digest('hex'));
		expect(made).toMatchObject({ feed: '03759ned', rows: 32, retrieved: '2026-11-23T12:00:00Z' });
	}
);

test('a run that was killed continues where it was', async () => {
	let isPatient = true;
	const [first, second] = v4Pages();
	const folder = emptyFolder();
	const reached = new Promise<void>((resolve) => {
		void startReplay(
			v4Routes((url, times) => {
				if (!url.searchParams.has('$skip')) return typeof first === 'function' ? first(url, times) : first;
				if (!isPatient) return typeof second === 'function' ? second(url, times) : second;
				resolve();
				return { body: '', hang: true };
			})
		).then((started) => {
			replay = started;
			child = start(small(started.base, folder));
		});
	});
	let child: ChildProcess | undefined;
	await reached;
	child!.kill('SIGKILL');
	await new Promise((resolve) => child!.on('close', resolve));
	expect(existsSync(join(folder, 'out'))).toBe(false);
	isPatient = false;
	const before = replay!.asked.length;
	const { code } = await command(small(replay!.base, folder));
	expect(code).toBe(0);
	expect(replay!.asked.slice(before)).toEqual([
		'/odata/v1/CBS/99001ned/Properties',
		'/odata/v1/CBS/99001ned/Observations?$skip=72'
	]);
	expect(readdirSync(join(folder, 'out')).toSorted()).toEqual(['99001ned.csv', '99001ned.receipt.json']);
});

test('figures in data/ are replaced only where little changed, or where that was accepted', async () => {
	replay = await startReplay(v4Routes());
	const [folder, data] = [emptyFolder(), emptyFolder()];
	const words = [...small(replay.base, folder), '--data', data, '--replace'];
	const place = join(data, 'observations/99001ned.csv');
	const report = () => readFileSync(join(folder, 'out/99001ned.changes.md'), 'utf8');

	const fresh = await command(words);
	expect({ code: fresh.code, error: fresh.error.includes('--accept') }).toEqual({ code: 0, error: false });
	const fetched = readFileSync(place, 'utf8');
	expect(
		receiptSchema.parse(JSON.parse(readFileSync(join(data, 'receipts/99001ned.json'), 'utf8'))).hash
	).toBe(createHash('sha256').update(fetched).digest('hex'));

	expect((await command(words)).out).toContain('Er verandert niets.');
	expect(report()).toMatch(/^# Wat er verandert: .*\n\nEr verandert niets/);

	const lines = fetched.trimEnd().split('\n');
	const other = lines[1]!.replace(/GM\d{4}/, 'GM1969');
	const edited = `${[...lines, other].join('\n')}\n`;
	writeFileSync(place, edited);
	const refused = await command(words);
	expect(refused.code).toBe(1);
	expect(refused.out).toContain('Er verdwijnt 1 gebied: GM1969.');
	expect(refused.error).toContain('geef --accept als het klopt');
	expect(readFileSync(place, 'utf8')).toBe(edited);

	expect((await command([...words, '--accept'])).code).toBe(0);
	expect(readFileSync(place, 'utf8')).toBe(fetched);
	expect(readdirSync(join(data, 'observations'))).toEqual(['99001ned.csv']);
}, 120_000);

test('one of something is told as one', async () => {
	replay = await startReplay(pdokRoutes());
	const { code, out } = await command([
		...[
			'--adapter',
			'pdok',
			'--base-url',
			`${replay.base}/ogc/v1`,
			'--boundaries',
			'2024',
			'--areas',
			'GM0637'
		],
		...['--out', join(emptyFolder(), 'out'), '--cache', emptyFolder()]
	]);
	expect(code).toBe(0);
	expect(out).toMatch(/^pdok: 1 grens van "CBS Wijken en Buurten 2024 \(OGC API\)" staat in /);
});

test('trouble ends with 1, an exact message and nothing written', async () => {
	replay = await startReplay(v4Routes({ type: 'text/html', body: '<h1>Onderhoud</h1>' }));
	const folder = emptyFolder();
	const { code, out, error } = await command(small(replay.base, folder));
	expect(code).toBe(1);
	expect(out).toBe('');
	expect(error).toMatch(
		/er staat "text\/html", verwacht: gegevens, geen webpagina; kijk of het adres klopt\n99001ned is niet opgehaald\. Er is niets veranderd\.\n$/
	);
	expect(existsSync(join(folder, 'out'))).toBe(false);
});

describe('words that the command does not understand are told, all at once', () => {
	test.each([
		[['--feeds', 'x'], /^--feeds: verwacht: een optie met haar waarde; de opties zijn --feed, /],
		[
			['--feed', 'bestaat-niet'],
			/^--feed: er staat "bestaat-niet", verwacht: een feed uit feeds\.yaml: gezondheid-2020, /
		],
		[
			['--feed', 'gezondheid-2020', '--now', 'gisteren'],
			/^--now: er staat "gisteren", verwacht: een dag en tijd in UTC/
		]
	])('%j', async (words, message) => {
		const { code, error } = await command(words);
		expect(code).toBe(1);
		expect(error).toMatch(message);
	});

	test('a feed of words that lacks most of it', async () => {
		const { code, error } = await command([
			'--adapter',
			'cbs-v4',
			'--base-url',
			'nergens',
			'--areas',
			'Westland',
			'--offline'
		]);
		expect(code).toBe(1);
		expect(error.trim().split('\n')).toEqual([
			'--base-url: er staat "nergens", verwacht: een adres dat begint met https://',
			'--areas: er staat "Westland", verwacht: een gebiedscode als GM1783, WK178301 of BU17830101',
			'--table: verwacht: de code van een tabel, zoals 50150NED',
			'--measure: verwacht: minstens één maat'
		]);
	});
});

import { randomInt, randomLcg } from 'd3';
import { DuckDBInstance } from '@duckdb/node-api';
import { fillObservations } from '#scripts/database/fill.ts';
import { tables } from '#scripts/database/tables.ts';

const random = randomLcg(0.42);
const draw = (from: number, to: number): number => randomInt.source(random)(from, to)();

export const indicators = ['armoede', 'eenzaamheid', 'roken', 'stress', 'wmo-clienten'] as const;

/** Areas of a small country: gemeenten with their wijken. */
const areas = Array.from({ length: 40 }, (_, gemeente) => {
	const code = String(1000 + gemeente);
	return [
		`GM${code}`,
		...Array.from({ length: 9 }, (_, wijk) => `WK${code}${String(wijk).padStart(2, '0')}`)
	];
}).flat();

function* figures() {
	for (const indicator of indicators)
		for (const area of areas)
			for (const period of ['2012', '2016', '2020']) {
				const isMissing = draw(0, 6) === 0;
				yield {
					table: '50090ned',
					...{ indicator, area, period, breakdown: '18+' },
					value: isMissing ? null : draw(0, 1000) / 10,
					...{ lower: null, upper: null, n: null },
					status: isMissing ? ('suppressed' as const) : ('definitive' as const)
				};
			}
}

/** Writes a database such as that of a whole country, with few areas: the figures are random, the same each time. */
export async function writeCountry(path: string, stamp = 'proef'): Promise<void> {
	const instance = await DuckDBInstance.create(path);
	const connection = await instance.connect();
	for (const sql of tables) await connection.run(sql);
	await connection.run('insert into edition values ($1)', [stamp]);
	for (const indicator of indicators)
		await connection.run('insert into indicator values ($1, $1, $2, $2, $2, $2, $2)', [indicator, 'procent']);
	for (const code of areas)
		await connection.run('insert into area values ($1, 2020, $2, $1, $1, false, null, $3)', [
			code,
			code.startsWith('GM') ? 'gemeente' : 'wijk',
			`GM${code.slice(2, 6)}`
		]);
	await fillObservations(connection, figures(), new Map([['50090ned', 2020]]));
	await connection.run(
		`insert into converted select "table", indicator, area, 2024, period, breakdown, value, status, 'delen'
		from observation where indicator = 'roken'`
	);
	connection.closeSync();
	instance.closeSync();
}

import { z } from 'zod';
import { slug } from '../schema/common.ts';
import { EngineError } from './engine-error.ts';

/** Tables whose rows a site with very many figures publishes per indicator. */
export const partTables = ['observation', 'converted'] as const;

/** The database of such a site without those rows: the tables are views on `loaded`, which the engine fills. */
export const databaseWithoutFigures = 'monitor-zonder-cijfers.duckdb';

/** Where the figures of an indicator are, beside the database; the engine knows them by the same name. */
export const partFile = (indicator: string): string => `per-indicator/${indicator}.duckdb`;

/** What brings figures in: an engine, and how a file gets there. */
export interface PartEngine {
	query: (sql: string) => Promise<{ toArray: () => { toJSON: () => unknown }[] }>;
	/** Fetches a file of the site, and gives it to the engine under that name. */
	give: (file: string) => Promise<void>;
}

/** Told before figures are fetched: of how many indicators, and how much is on the line. */
export type TellParts = (indicators: number, bytes: number) => void;

const knownPart = z.object({ indicator: slug, bytes: z.number() });
const explained = z.object({ explain_value: z.string() });

/** What a plan or an error says of an indicator that is not there. */
const sign = 'figures of:';
const signs = new RegExp(`${sign}([a-z0-9-]+)\\.`, 'g');

/**
 * Stands in for rows that were not fetched, and fails when it is read. No condition of a question gets through the limit;
 * what the engine can rule out by the name of the indicator alone, it leaves out of its plan.
 */
const standIn = (table: string, indicator: string): string =>
	`(from loaded.part.${table} where error('${sign}${indicator}.' || rowid)::boolean limit 1)`;

/** Names that stay open when the engine is locked, each with the log that it looks for. */
const opened = (indicators: readonly string[]): string =>
	indicators
		.map(partFile)
		.flatMap((file) => [`'${file}'`, `'${file}.wal'`])
		.join(', ');

/**
 * Figures that come in per indicator. Which ones a statement needs is up to the engine: those that are left in its plan.
 * So a condition it does not see through costs more files, and never a row.
 */
export class Parts {
	#engine: PartEngine;
	#all: readonly string[];
	/** Bytes on the line of what is not there yet, by indicator. */
	#absent: Map<string, number>;

	private constructor(engine: PartEngine, all: readonly string[], absent: Map<string, number>) {
		this.#engine = engine;
		this.#all = all;
		this.#absent = absent;
	}

	/**
	 * Prepares an engine that has the database as `monitor` and is not locked yet.
	 * @returns nothing where the database holds all its figures itself
	 */
	static async open(engine: PartEngine): Promise<Parts | undefined> {
		const ask = async (sql: string) => (await engine.query(sql)).toArray().map((row) => row.toJSON());
		const listed = `select 1 from duckdb_tables() where database_name = 'monitor' and schema_name = 'part'`;
		if ((await ask(listed)).length === 0) return undefined;
		const known = z
			.array(knownPart)
			.parse(await ask('select indicator, bytes::double as bytes from monitor.part.file'));
		const indicators = known.map(({ indicator }) => indicator);
		const parts = new Parts(engine, indicators, new Map(known.map((each) => [each.indicator, each.bytes])));
		const statements = [
			`set allowed_paths = [${opened(indicators)}]`,
			// A stand-in says nothing of the values that it stands for: no plan may reckon with them.
			`set disabled_optimizers = 'statistics_propagation'`,
			`attach ':memory:' as loaded`,
			'create schema loaded.part',
			...partTables.flatMap((table) => [
				`create table loaded.part.${table} as from monitor.part.${table}`,
				`insert into loaded.part.${table} default values`
			]),
			...parts.#views()
		];
		await engine.query(statements.join(';\n'));
		return parts;
	}

	/** All figures, those that are there and what stands in for the others. */
	#views(): string[] {
		return partTables.map((table) => {
			const branches = this.#all.map((indicator) => {
				const rows = this.#absent.has(indicator)
					? standIn(table, indicator)
					: `"${partFile(indicator)}".main.${table}`;
				return `select * replace ('${indicator}' as indicator) from ${rows}`;
			});
			return `create or replace view loaded.main.${table} as ${branches.join(' union all ')}`;
		});
	}

	/** Fetches what a statement needs and is not there yet. */
	async bring(sql: string, tell: TellParts): Promise<void> {
		while (this.#absent.size > 0) {
			const { missing, isPlan } = await this.#explain(sql);
			await this.#fetch(missing, tell);
			if (isPlan || missing.length === 0) return;
		}
	}

	/** What is left in the plan; a pivot reads figures to make one, and names in its error what it misses first. */
	async #explain(sql: string): Promise<{ missing: string[]; isPlan: boolean }> {
		const { said, isPlan } = await this.#engine.query(`explain (format json) ${sql}`).then(
			(table) => ({
				said: table.toArray().map((row) => explained.parse(row.toJSON()).explain_value),
				isPlan: true
			}),
			// Another mistake is told when the statement is run.
			(error: unknown) => ({ said: [String(error)], isPlan: false })
		);
		const names = new Set(Array.from(said.join('\n').matchAll(signs), ([, name]) => name!));
		return { missing: [...names].filter((name) => this.#absent.has(name)), isPlan };
	}

	async #fetch(indicators: readonly string[], tell: TellParts): Promise<void> {
		if (indicators.length === 0) return;
		const bytes = indicators.reduce((sum, each) => sum + (this.#absent.get(each) ?? 0), 0);
		tell(indicators.length, bytes);
		await Promise.all(indicators.map((indicator) => this.#engine.give(partFile(indicator))));
		for (const indicator of indicators) await this.#takeIn(indicator);
		await this.#engine.query(this.#views().join(';\n'));
	}

	async #takeIn(indicator: string): Promise<void> {
		const file = partFile(indicator);
		await this.#engine.query(`attach '${file}' as "${file}" (read_only)`);
		const same = `select 1 from "${file}".edition join monitor.edition using (stamp)`;
		if ((await this.#engine.query(same)).toArray().length === 0) {
			await this.#engine.query(`detach "${file}"`);
			throw new EngineError('De cijfers op de site zijn vernieuwd. Laad de pagina opnieuw.');
		}
		this.#absent.delete(indicator);
	}
}

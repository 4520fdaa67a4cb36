import type { Fitting, Joinable, Matched } from '#lib/domain/own/match.ts';
import type { OwnFileAnswer, ToldTable } from '#lib/domain/own/message.ts';
import { OwnFileProblem, ownLimits } from '#lib/domain/own/table.ts';
import {
	attachedAs,
	databaseSql,
	headerBytes,
	isDatabase,
	isDatabaseName,
	isWhole,
	tablesSql,
	toTables,
	type DatabaseTable
} from '#lib/domain/own/database.ts';
import type { Result } from '#lib/domain/result.ts';
import type { BroughtFile, OpenTable, Workbench } from './workbench.svelte.ts';

/** A file that is open, and a question to begin with. */
export interface OpenFile {
	name: string;
	tables: OpenTable[];
	/** The name before all of its tables, of a file that is a database. */
	attached?: string;
	remarks: string[];
	/** Whether there is a column of areas to join it with the open data by. */
	isJoined: boolean;
	example: string;
}

/** Where the name of the file is kept while the page is open; the file itself is kept nowhere. */
export interface Memory {
	get: () => string | null;
	set: (name: string | null) => void;
}

/** Reads a file that it is given; it is asked for before the file is touched. */
export interface OwnReader {
	read: (bytes: Uint8Array, name: string, as: string) => Promise<OwnFileAnswer>;
	/** Ends it, whatever it is doing. */
	end: () => void;
}

/** The first row of an answer by the names of its columns. */
const firstRow = ({ columns, rows }: Result): Record<string, string | number | boolean | null> | undefined =>
	rows[0] && Object.fromEntries(columns.map(({ name }, i) => [name, rows[0]![i]!]));

/** What joins a file to the open data. It is fetched with the reader: most who open this page open no file. */
const fetchJoins = async () => ({
	...(await import('#lib/domain/own/database-join.ts')),
	...(await import('#lib/domain/own/match.ts'))
});

/** How the rows of a file come in, and what to tell where they do not. */
const tableSql = {
	once: true,
	problem: 'De rekenmodule kan dit bestand niet inlezen. Misschien is het te groot voor het geheugen.'
};

/** A file of the reader in the workbench: read apart, brought into an engine of its own, and forgotten with the page. */
export class OwnFile {
	#workbench: Workbench;
	#reader: () => Promise<OwnReader>;
	#memory: Memory;
	#open = $state.raw<OpenFile>();
	#problem = $state('');
	#busy = $state(false);
	#lost = $state<string | null>(null);
	#joins!: Awaited<ReturnType<typeof fetchJoins>>;

	/** @param reader starts what reads a file; that ends in time, whatever is in the file */
	constructor(workbench: Workbench, reader: () => Promise<OwnReader>, memory: Memory) {
		this.#workbench = workbench;
		this.#reader = reader;
		this.#memory = memory;
	}

	readonly open = $derived.by(() => this.#open);
	readonly problem = $derived.by(() => this.#problem);
	readonly busy = $derived.by(() => this.#busy);
	/** Name of the file that was open before the page was loaded again. */
	readonly lost = $derived.by(() => (this.#open ? null : this.#lost));
	/** Whether the question asks of a file that is not open. */
	readonly missed = $derived.by(() => {
		const texts = [this.#workbench.sql, ...this.#workbench.past.all.map(({ sql }) => sql)];
		return !this.#open && texts.some((text) => /\beigen(_\w|\.)/i.test(text));
	});

	/** Looks which file was open before the page was loaded again. */
	remember(): void {
		this.#lost = this.#memory.get();
	}

	/** Opens a file; what was open stays where that does not work. */
	async take(file: File): Promise<void> {
		if (this.#busy) return;
		this.#busy = true;
		this.#problem = '';
		try {
			if (file.size > ownLimits.bytes)
				throw new OwnFileProblem(
					`Dit bestand is te groot: hoogstens ${ownLimits.bytes / 1024 / 1024} MB past in het geheugen.`
				);
			this.#open = await this.#bring(file);
			const { tables, attached } = this.#open;
			this.#workbench.file = { name: file.name, tables, attached };
			this.#memory.set(file.name);
			this.#lost = null;
		} catch (error) {
			const known = error instanceof Error && /^(OwnFileProblem|EngineError)$/.test(error.name);
			this.#problem = known ? error.message : 'Dit bestand is niet te openen.';
		} finally {
			this.#busy = false;
		}
	}

	/** Forgets the file, and goes on without it. */
	async close(): Promise<void> {
		await this.#workbench.bring(undefined);
		this.#open = undefined;
		this.#workbench.file = undefined;
		this.#lost = null;
		this.#problem = '';
		this.#memory.set(null);
	}

	/** Everything that has to be fetched is there before the first byte of the file is read. */
	async #bring(file: File): Promise<OpenFile> {
		this.#joins = await fetchJoins();
		const reader = await this.#reader();
		let table: ToldTable | undefined;
		try {
			let brought: BroughtFile | undefined;
			const read = async (): Promise<BroughtFile> => {
				const start = new Uint8Array(await file.slice(0, headerBytes).arrayBuffer());
				if (isDatabase(start)) {
					if (!isWhole(start, file.size))
						throw new OwnFileProblem('Dit bestand van DuckDB is niet heel: het eind ontbreekt.');
					return { ...databaseSql, content: file.slice() };
				}
				if (isDatabaseName(file.name))
					throw new OwnFileProblem(
						'Dit bestand van DuckDB is stuk, of het is iets anders: het begint niet zoals een database van DuckDB.'
					);
				const as = 'eigen.csv';
				const answer = await reader.read(new Uint8Array(await file.arrayBuffer()), file.name, as);
				if ('problem' in answer) throw new OwnFileProblem(answer.problem);
				({ table } = answer);
				return { ...tableSql, as, content: answer.rows, sql: answer.sql };
			};
			// An engine that was ended starts again with what was read.
			await this.#workbench.bring(async () => (brought ??= await read()));
		} finally {
			reader.end();
		}
		return table ? this.#table(table, file.name) : this.#database(file.name);
	}

	async #table(table: ToldTable, name: string): Promise<OpenFile> {
		const joinable = this.#joins.joinableOf(table);
		return {
			name,
			tables: [{ written: table.name, rows: table.rows, columns: table.columns }],
			remarks: [...table.remarks, ...(joinable.area ? await this.#matched(joinable) : [])],
			isJoined: joinable.area !== undefined,
			example: await this.#example(joinable)
		};
	}

	async #matched({ from, area }: Joinable): Promise<string[]> {
		const row = area && firstRow(await this.#workbench.look(this.#joins.matchSql(from, area)));
		return row ? [this.#joins.tellMatch(row as unknown as Matched)] : [];
	}

	async #example(joinable: Joinable): Promise<string> {
		const { exampleSql, fittingSql, plainSql } = this.#joins;
		const { from, area, period, columns } = joinable;
		if (!area) return plainSql(from);
		const fitting = await this.#fitting(fittingSql(from, area, period));
		if (fitting) return exampleSql(joinable, fitting);
		// No period in common: beside the figures of the latest year.
		const latest = period && (await this.#fitting(fittingSql(from, area)));
		return latest ? exampleSql({ from, area, columns }, latest) : plainSql(from);
	}

	async #fitting(sql: string): Promise<Fitting | undefined> {
		return firstRow(await this.#workbench.look(sql)) as Fitting | undefined;
	}

	async #database(name: string): Promise<OpenFile> {
		const tables = toTables(await this.#workbench.look(tablesSql));
		const [first] = tables;
		const joinable = await this.#joinable(tables);
		return {
			name,
			tables,
			attached: attachedAs,
			remarks: [
				tables.length > 0
					? 'De tabellen staan er zoals ze in het bestand staan, alleen om te lezen.'
					: 'In dit bestand staan geen tabellen.',
				...(joinable
					? [
							`De kolom “${joinable.area!.name}” van ${joinable.from} heeft codes van gebieden.`,
							...(await this.#matched(joinable))
						]
					: tables.length > 0
						? [
								'In geen kolom herkent de site codes van gebieden, zoals WK178301. In een CSV of XLSX mogen dat ook namen zijn.'
							]
						: [])
			],
			isJoined: joinable !== undefined,
			example: joinable ? await this.#example(joinable) : first ? this.#joins.plainSql(first.written) : ''
		};
	}

	/** The table with areas; a file that the engine cannot look through stays open without. */
	async #joinable(tables: readonly DatabaseTable[]): Promise<Joinable | undefined> {
		const { candidatesIn, codesSql, joinableIn } = this.#joins;
		const candidates = candidatesIn(tables);
		if (candidates.length === 0) return undefined;
		const answer = await this.#workbench.look(codesSql(candidates)).catch(() => undefined);
		return answer && joinableIn(candidates, answer);
	}
}

import { exampleSql, fittingSql, matchSql, tellMatch } from '#lib/domain/own/match.ts';
import type { OwnFileAnswer, ToldColumn, ToldTable } from '#lib/domain/own/message.ts';
import { OwnFileProblem, ownLimits } from '#lib/domain/own/table.ts';
import {
	databaseSql,
	headerBytes,
	isDatabase,
	isWhole,
	tablesSql,
	toTables
} from '#lib/domain/own/database.ts';
import type { Result } from '#lib/domain/result.ts';
import type { BroughtFile, Workbench } from './workbench.svelte.ts';

/** A table of the reader, as the page shows it. */
export interface OpenTable {
	/** As a question writes it. */
	written: string;
	rows: number;
	columns: Pick<ToldColumn, 'name' | 'type' | 'note' | 'optional'>[];
}

/** A file that is open, and a question to begin with. */
export interface OpenFile {
	name: string;
	tables: OpenTable[];
	remarks: string[];
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
	readonly missed = $derived.by(() => !this.#open && /\beigen(_\w|\.)/i.test(this.#workbench.sql));

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
		this.#lost = null;
		this.#problem = '';
		this.#memory.set(null);
	}

	/** Everything that has to be fetched is there before the first byte of the file is read. */
	async #bring(file: File): Promise<OpenFile> {
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
		return {
			name,
			tables: [{ written: table.name, rows: table.rows, columns: table.columns }],
			remarks: [...table.remarks, ...(await this.#matched(table))],
			example: await this.#example(table)
		};
	}

	async #matched({ name, area }: ToldTable): Promise<string[]> {
		if (area === undefined)
			return ['Er is geen kolom met codes van gebieden gevonden, zoals GM1783, WK178301 of BU17830101.'];
		const row = firstRow(await this.#workbench.look(matchSql(name, area)));
		return row ? [tellMatch(row as unknown as Parameters<typeof tellMatch>[0])] : [];
	}

	async #example(table: ToldTable): Promise<string> {
		if (table.area === undefined) return exampleSql(table);
		const fitting = firstRow(await this.#workbench.look(fittingSql(table)));
		if (fitting) return exampleSql(table, fitting as unknown as Parameters<typeof exampleSql>[1]);
		// No period in common: beside the figures of the latest year.
		const { name, area, columns } = table;
		const timeless = { name, area, columns };
		const latest = firstRow(await this.#workbench.look(fittingSql(timeless)));
		return exampleSql(timeless, latest as unknown as Parameters<typeof exampleSql>[1]);
	}

	async #database(name: string): Promise<OpenFile> {
		const tables = toTables(await this.#workbench.look(tablesSql));
		const [first] = tables;
		return {
			name,
			tables,
			remarks:
				tables.length > 0
					? ['De tabellen staan er zoals ze in het bestand staan, alleen om te lezen.']
					: ['In dit bestand staan geen tabellen.'],
			example: first ? `-- Uw eigen bestand\nselect *\nfrom ${first.written}\nlimit 1000` : ''
		};
	}
}

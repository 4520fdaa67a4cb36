import { EngineError } from './engine-error.ts';
import { fetchPacked, startEngine, type Engine, type Setup } from './engine.ts';
import { Parts } from './parts.ts';
import { read, type RawResult } from './read.ts';

/** A run that the reader ended. */
export class Stopped extends Error {
	override readonly name = 'Stopped';
}

/** A file that the engine gets before it is locked. */
export interface Brought {
	/** Under which name the engine knows it. */
	as: string;
	content: Blob;
	/** Statement that takes it in. */
	sql: string;
	/** Whether the file itself is needed no longer after that. */
	once: boolean;
	/** What to tell the reader where the engine cannot take it in. */
	problem: string;
}

/** How long a run that is asked to stop may take before its engine is ended, in milliseconds. */
const patience = 700;

/**
 * What a reader's own SQL may use: with the site's database on a phone the whole stays under 300 MB. An error is told
 * as JSON, with the place where it is.
 */
const settings = ["set memory_limit = '160MB'", 'set errors_as_json = true'];

/** How long the engine may take for a file, in milliseconds. */
const patienceForFile = 60_000;

/** Gives the engine a file, before it is locked; all that the page has to fetch is there by then. */
const bringIn =
	(read: () => Promise<Brought>): Prepare =>
	async (database, connection) => {
		const { as, content, sql, once, problem } = await read();
		await database.registerFileBuffer(as, new Uint8Array(await content.arrayBuffer()));
		let timer: ReturnType<typeof setTimeout> | undefined;
		const late = new Promise<never>((_, reject) => {
			timer = setTimeout(() => reject(new EngineError(problem)), patienceForFile);
		});
		try {
			await Promise.race([connection.query(sql), late]);
			if (once) await database.dropFile(as);
		} catch {
			throw new EngineError(problem);
		} finally {
			clearTimeout(timer);
		}
	};

type Prepare = NonNullable<Setup['prepare']>;

/** Takes figures in from beside the database. */
const openParts = (databaseUrl: string, ...[database, connection]: Parameters<Prepare>) =>
	Parts.open({
		query: (sql) => connection.query(sql),
		give: async (file) => {
			const { href } = new URL(`${file}.gz`, new URL(databaseUrl, location.href));
			await database.registerFileBuffer(file, await fetchPacked(href, 'Een bestand met cijfers'));
		}
	});

/** A locked engine of its own for SQL that a reader writes: it can be stopped, and starts again when it is asked. */
export class Console {
	#setup: Omit<Setup, 'settings'>;
	#engine: Promise<Engine> | undefined;
	#parts: Parts | undefined;
	#ended: ((reason: Error) => void) | undefined;

	/** @param read gives a file of the reader, each time that the engine starts; what it throws is told as it is */
	constructor(setup: Omit<Setup, 'settings' | 'prepare'>, read?: () => Promise<Brought>) {
		const own = read && bringIn(read);
		this.#setup = {
			...setup,
			prepare: async (...engine) => {
				this.#parts = await openParts(setup.databaseUrl, ...engine);
				await own?.(...engine);
			}
		};
	}

	/** Starts the engine, where it has not started yet. */
	async start(): Promise<void> {
		await this.#started();
	}

	async #started(): Promise<Engine> {
		this.#engine ??= startEngine({ ...this.#setup, settings });
		try {
			return await this.#engine;
		} catch (error) {
			this.#engine = undefined;
			throw error;
		}
	}

	/**
	 * Runs one statement.
	 * @param limit how many rows are wanted at the most; the engine makes no more of them
	 * @throws EngineError where there is no engine, Stopped where it was ended, else an error with the engine's message
	 */
	async run(sql: string, limit: number): Promise<RawResult> {
		const engine = await this.#started();
		const ended = new Promise<never>((_, reject) => {
			this.#ended = reject;
		});
		try {
			return await Promise.race([this.#answer(engine, sql, limit), ended]);
		} finally {
			this.#ended = undefined;
		}
	}

	async #answer(engine: Engine, sql: string, limit: number): Promise<RawResult> {
		const parts = this.#parts;
		if (!parts) return read(engine.connection, sql, limit);
		const { report } = this.#setup;
		const tell = (indicators: number, bytes: number) => report({ step: 'figures', indicators, bytes });
		await parts.bring(sql, tell);
		report({ step: 'ready' });
		return read(engine.connection, sql, limit);
	}

	/**
	 * Ends what is running: first by asking, and where that does not help with the engine itself.
	 * @returns whether the engine was ended
	 */
	async stop(): Promise<boolean> {
		const engine = await this.#engine?.catch(() => undefined);
		const ended = this.#ended;
		if (!engine || !ended) return false;
		const asked = engine.connection.cancelSent().then(
			(done) => done,
			() => false
		);
		const late = new Promise<false>((done) => setTimeout(() => done(false), patience));
		const isAsked = await Promise.race([asked, late]);
		if (!isAsked) this.end();
		ended(
			new Stopped(
				isAsked
					? 'De vraag is gestopt.'
					: 'De vraag is gestopt, en de rekenmodule begint opnieuw. Uw tijdelijke tabellen worden bij uw volgende vraag weer gemaakt.'
			)
		);
		return !isAsked;
	}

	/** Ends the engine, and gives its memory back. */
	end(): void {
		const engine = this.#engine;
		this.#engine = undefined;
		void engine?.then(
			({ stop }) => stop(),
			() => undefined
		);
	}
}

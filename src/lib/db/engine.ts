import * as duckdb from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { EngineError } from './engine-error.ts';
import { edition as editionQuery } from './queries/edition.ts';

/** What the engine is doing, for a reader who waits. */
export type Progress =
	| { step: 'engine'; loaded: number; total: number }
	| { step: 'database' }
	// Figures that one question needs, where they come in per indicator; bytes on the line.
	| { step: 'figures'; indicators: number; bytes: number }
	| { step: 'ready' };

/** How long the engine may show no sign of life while it loads and starts, in milliseconds. */
const patience = 20_000;

/** Waits for the engine as long as something happens: `alive` is to be called at each sign of life. */
function withPatience<T>(work: (alive: () => void) => Promise<T>, worker: Worker): Promise<T> {
	return new Promise((resolve, reject) => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const alive = () => {
			clearTimeout(timer);
			timer = setTimeout(
				() =>
					reject(
						new EngineError('De rekenmodule start niet. Misschien houdt de server of de browser haar tegen.')
					),
				patience
			);
		};
		worker.addEventListener('error', () =>
			reject(new EngineError('De rekenmodule kan niet starten in deze browser.'))
		);
		alive();
		work(alive)
			.then(resolve, reject)
			.finally(() => clearTimeout(timer));
	});
}

async function fetchBytes(url: string, what: string): Promise<Uint8Array> {
	let response: Response;
	try {
		// A host that gives no term of its own would let a browser keep the figures of an edition before.
		response = await fetch(url, { cache: 'no-cache' });
	} catch {
		throw new EngineError(`${what} is niet op te halen. Is er verbinding?`);
	}
	if (!response.ok) throw new EngineError(`${what} is niet op te halen (fout ${response.status}).`);
	return new Uint8Array(await response.arrayBuffer());
}

/** Fails at once where the engine cannot be had: the worker that fetches it would only fall silent. */
async function checkReach(url: string): Promise<void> {
	const what = 'De rekenmodule';
	const response = await fetch(url, { method: 'HEAD' }).catch(() => {
		throw new EngineError(`${what} is niet op te halen. Is er verbinding?`);
	});
	// A host that answers no questions about a file may still give it.
	if (!response.ok && response.status !== 405 && response.status !== 501)
		throw new EngineError(`${what} is niet op te halen (fout ${response.status}).`);
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Unpacks gzip; a host that already did so gives the plain file, which stays as it is. */
async function unpack(bytes: Uint8Array): Promise<Uint8Array> {
	if (!isGzip(bytes)) return bytes;
	const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
		.stream()
		.pipeThrough(new DecompressionStream('gzip'));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * Fetches a file that the site publishes packed.
 * @param what it is, for a reader who cannot get it
 * @throws EngineError
 */
export const fetchPacked = async (url: string, what: string): Promise<Uint8Array> =>
	unpack(await fetchBytes(url, what));

const locks = ['set enable_external_access = false', 'set lock_configuration = true'];

export interface Engine {
	connection: duckdb.AsyncDuckDBConnection;
	/** Ends the engine at once, whatever it is doing. */
	stop: () => void;
}

export interface Setup {
	/** Address of the packed database of the site, `monitor.duckdb.gz`. */
	databaseUrl: string;
	/** The edition that the page was made with; any edition is good where it is left out. */
	edition?: string;
	report: (progress: Progress) => void;
	/** Settings that hold from then on, as SQL. */
	settings?: readonly string[];
	/** Brings in what the engine may not reach for later: it is locked after this. What it throws is passed on. */
	prepare?: (database: duckdb.AsyncDuckDB, connection: duckdb.AsyncDuckDBConnection) => Promise<void>;
}

/** A page that is open while the site is renewed asks for other figures than there are: better none than those. */
async function checkEdition(connection: duckdb.AsyncDuckDBConnection, own: string): Promise<void> {
	const found = await connection.query(editionQuery.sql).catch(() => undefined);
	if (found?.getChildAt(0)?.get(0) !== own)
		throw new EngineError('De cijfers op de site zijn vernieuwd. Laad de pagina opnieuw.');
}

/**
 * Starts DuckDB in a worker of its own with the site's database, and locks it: from then on it reads what it was given
 * and reaches no file and no address.
 * @throws EngineError with a reason for the reader
 */
export async function startEngine({
	databaseUrl,
	edition,
	report,
	settings = [],
	prepare
}: Setup): Promise<Engine> {
	if (typeof WebAssembly === 'undefined')
		throw new EngineError('Deze browser kan de rekenmodule niet gebruiken (geen WebAssembly).');
	const worker = new Worker(workerUrl);
	try {
		const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
		report({ step: 'engine', loaded: 0, total: 0 });
		const instantiate = (alive: () => void) =>
			database.instantiate(new URL(wasmUrl, location.href).href, null, ({ bytesLoaded, bytesTotal }) => {
				alive();
				report({ step: 'engine', loaded: bytesLoaded, total: bytesTotal });
			});
		const [bytes] = await Promise.all([
			fetchPacked(databaseUrl, 'De database'),
			withPatience(instantiate, worker),
			checkReach(wasmUrl)
		]);
		report({ step: 'database' });
		await database.registerFileBuffer('monitor.duckdb', bytes);
		const connection = await database.connect();
		await connection.query('set autoinstall_known_extensions = false');
		await connection.query('set autoload_known_extensions = false');
		try {
			await connection.query(`attach 'monitor.duckdb' as monitor (read_only)`);
		} catch {
			throw new EngineError('De database past niet bij de rekenmodule. Laad de pagina opnieuw.');
		}
		try {
			await prepare?.(database, connection);
		} catch (error) {
			if (error instanceof Error) throw new EngineError(error.message);
			throw error;
		}
		await connection.query('use monitor');
		if (edition !== undefined) await checkEdition(connection, edition);
		for (const sql of [...settings, ...locks]) await connection.query(sql);
		report({ step: 'ready' });
		return { connection, stop: () => worker.terminate() };
	} catch (error) {
		worker.terminate();
		throw error instanceof EngineError
			? error
			: new EngineError('De rekenmodule kan niet starten in deze browser.');
	}
}

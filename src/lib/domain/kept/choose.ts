/** The part that holds the engine; no monitor can have its name. */
export const engineName = '_motor';

/** The file with what can be kept of the release that is published, and the one with the files of a part. */
export const keepableFile = 'offline/uitgave.json';
export const keepListFile = (what: string): string => `offline/lijst-${what}.json`;

const root = '_app/immutable/';

/** Files of the site that neither a page nor its script asks for. */
const never =
	/^(offline\/[^/]+\.json|hashes\.json|sitemap\.xml|robots\.txt|service-worker\.js|\.well-known\/.*)$|\.br$/;

/** What a page and its script ask for. */
const asked = /\.(html|js|css|svg|xml|json)$/;

/**
 * Whether a file belongs to the engine, which is kept only when a reader asks for it.
 * @param text content of a script: one that names a file of DuckDB starts it
 */
export const isEngine = (path: string, text: () => string): boolean =>
	path.startsWith(root) &&
	(/\/duckdb[^/]*$/.test(path) || (path.endsWith('.js') && /duckdb-browser-\w+\.worker/.test(text())));

/**
 * To which monitor a file belongs, `all` where every monitor needs it, or `undefined` where it is not kept: charts for
 * other sites, and files of open data that are there to be downloaded.
 */
export function belongsTo(path: string, monitors: readonly string[]): string | undefined {
	if (never.test(path)) return undefined;
	const top = path.split('/')[0]!;
	if (monitors.includes(top)) return top;
	if (path.startsWith('data/')) return /\.gz$|(^|\/)index\.html$/.test(path) ? 'all' : undefined;
	if (top === 'insluiten') return undefined;
	return asked.test(path) ? 'all' : undefined;
}

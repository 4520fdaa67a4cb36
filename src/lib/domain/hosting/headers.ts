/** Headers of an answer, by name. */
export type Headers = Readonly<Record<string, string>>;

/** Headers of everything whose address fits a pattern of nginx; the first rule that fits is used. */
export interface HeaderRule {
	/** How such an address begins below the site, as a pattern; none for every address. */
	pattern?: string;
	/** The same for a reader: how such an address begins. */
	begins: string;
	/** Why, for a reader. */
	why: string;
	headers: Headers;
}

/** Every answer: a file is what its type says, and a page tells nobody where its reader came from. */
const everywhere: Headers = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
	'Permissions-Policy': 'camera=(), geolocation=(), microphone=()'
};

/** What a browser keeps without asking again: the name changes with the content. */
const forGood: Headers = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** Kept too, but asked each time whether it is still the same; then an answer is some bytes. */
const askAgain: Headers = { 'Cache-Control': 'no-cache' };

/** Anyone's program may read it, from any page. */
const forAnyone: Headers = { 'Access-Control-Allow-Origin': '*' };

/**
 * The policy of a page stands in the page itself, with the hashes of what it runs. A header adds the one thing that a
 * page cannot say of itself: whose frame it may stand in.
 */
const inFrameOf = (whose: string): Headers => ({ 'Content-Security-Policy': `frame-ancestors ${whose}` });

/** The pattern of addresses that a rule is about, on a site below a path such as `/monitor`. */
export const addressesOf = ({ pattern = '/' }: HeaderRule, base = ''): string => `^${base}(/en)?${pattern}`;

/** The headers with which a host serves the site, the narrowest rule first. */
export const headerRules: readonly HeaderRule[] = [
	{
		pattern: '/_app/immutable/workers/reshape-[^/]+\\.js$',
		begins: '/_app/immutable/workers/reshape-….js',
		why: 'Dit ene bestand rekent met stappen die een bezoeker schrijft. Het mag daarvoor code maken, en verder niets: het kan nergens iets ophalen of heen sturen.',
		headers: {
			...everywhere,
			...forGood,
			'Content-Security-Policy': "default-src 'none'; script-src 'unsafe-eval'"
		}
	},
	{
		pattern: '/_app/immutable/',
		begins: '/_app/immutable/',
		why: 'De naam van deze bestanden verandert met hun inhoud. Een browser hoeft ze maar één keer te halen.',
		headers: { ...everywhere, ...forGood }
	},
	{
		pattern: '/data/[0-9]{4}-[0-9]{2}-[0-9]{2}/',
		begins: '/data/2026-11-26/',
		why: 'Een uitgave verandert niet meer.',
		headers: { ...everywhere, ...forGood, ...forAnyone }
	},
	{
		pattern: '/data/',
		begins: '/data/',
		why: 'Open data: ook programma’s en pagina’s van anderen mogen deze bestanden lezen.',
		headers: { ...everywhere, ...askAgain, ...forAnyone, ...inFrameOf("'self'") }
	},
	{
		pattern: '/insluiten/',
		begins: '/insluiten/',
		why: 'Grafieken om op een andere site te tonen. Alleen deze pagina’s mogen in het kader van een ander staan.',
		headers: { ...everywhere, ...askAgain, ...inFrameOf('*') }
	},
	{
		begins: '/',
		why: 'Alle andere pagina’s. Ze mogen niet in het kader van een andere site staan.',
		headers: { ...everywhere, ...askAgain, ...inFrameOf("'self'") }
	}
];

/** Types that a host may not know, by the ending of a file. */
export const fileTypes: Readonly<Record<string, string>> = {
	csv: 'text/csv',
	duckdb: 'application/octet-stream',
	jsonld: 'application/ld+json',
	parquet: 'application/vnd.apache.parquet'
};

/** Types that are text in UTF-8. */
export const textTypes: readonly string[] = [
	'text/css',
	'text/csv',
	'text/javascript',
	'text/plain',
	'text/xml',
	'application/javascript',
	'application/json',
	'application/ld+json',
	'application/xml',
	'image/svg+xml'
];

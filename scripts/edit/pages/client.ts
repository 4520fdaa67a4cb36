import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';

/** A file of the pages for editing. */
export interface ClientFile {
	type: string;
	body: string | Uint8Array;
}

const types: Record<string, string> = {
	js: 'text/javascript; charset=utf-8',
	css: 'text/css; charset=utf-8'
};

/** Makes the script and styles of the pages for editing, in memory: no build of the site knows them. */
export async function buildClient(): Promise<Map<string, ClientFile>> {
	const made = await build({
		configFile: false,
		logLevel: 'error',
		publicDir: false,
		plugins: [svelte({ configFile: false })],
		build: {
			write: false,
			// Nobody waits for these few bytes on a line; somebody waits for the start.
			minify: false,
			cssMinify: false,
			cssCodeSplit: false,
			rolldownOptions: {
				input: 'src/edit/main.ts',
				output: { entryFileNames: 'bewerken.js', assetFileNames: 'bewerken[extname]', codeSplitting: false }
			}
		}
	});
	const { output } = (Array.isArray(made) ? made[0]! : made) as Extract<typeof made, { output: unknown }>;
	return new Map(
		output.map((file) => [
			file.fileName,
			{
				type: types[file.fileName.split('.').at(-1)!] ?? 'application/octet-stream',
				body: file.type === 'chunk' ? file.code : file.source
			}
		])
	);
}

/** The one document; everything else in it is drawn by its script. */
export const clientPage = `<!doctype html>
<html lang="nl">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<meta name="robots" content="noindex" />
		<title>Bewerken - Doelenboom</title>
		<link rel="icon" href="/favicon.svg" type="image/svg+xml" />
		<link rel="stylesheet" href="/bewerken/bewerken.css" />
	</head>
	<body>
		<div id="bewerken"></div>
		<script type="module" src="/bewerken/bewerken.js"></script>
	</body>
</html>
`;

/** Nothing comes from elsewhere, and no other page may frame this one. */
export const clientHeaders = {
	'content-security-policy':
		"default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
	'x-content-type-options': 'nosniff',
	'cache-control': 'no-store'
};

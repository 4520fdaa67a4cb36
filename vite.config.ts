import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { inLanguage } from './scripts/language/plugin.ts';

const language = process.env.SITE_LANGUAGE;

export default defineConfig({
	plugins: [inLanguage(language), sveltekit()],
	worker: { plugins: () => [inLanguage(language)] },
	ssr: { external: ['@duckdb/node-api', '@resvg/resvg-wasm'] },
	build: { assetsInlineLimit: 0 },
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: {
						codeSplitting: {
							groups: [
								{
									name: 'base',
									priority: 1,
									// What only the workbench needs of Svelte would cost every other page.
									minShareCount: 3,
									test: /vite\/preload-helper|node_modules\/(svelte|@sveltejs\/kit|esm-env|devalue|clsx)\/|\.svelte-kit\/generated\/client\/(app|matchers)|src\/lib\/(components\/(ui|table\/Signs|charts\/(LineChart|Multiples))|charts\/labels|state\/addresses|domain\/(format|groups))/
								},
								{
									// Else what a page in a frame draws too would be a file of its own.
									name: 'indicator',
									test: /src\/lib\/(components\/(map\/(WijkMap|MapNames)|charts\/DotPlot|table\/FigureTable)|state\/exploration)|indicatoren\/\[indicator\]\/(IndicatorPage|Chooser)/
								}
							]
						}
					}
				}
			}
		}
	}
});

import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [sveltekit()],
	ssr: { external: ['@duckdb/node-api'] },
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
									// What only the workbench needs of Svelte would cost every other page.
									minShareCount: 4,
									test: /node_modules\/(svelte|@sveltejs\/kit|esm-env|devalue|clsx)\/|\.svelte-kit\/generated\/client\/(app|matchers)|src\/lib\/(components\/(ui|map\/MapNames|table\/Signs)|state\/addresses|domain\/(format|groups))/
								},
								{
									// The workbench draws with the same parts: apart from each other they would be packed worse.
									name: 'figures',
									test: /src\/lib\/components\/(charts\/(LineChart|DotPlot|Multiples)|map\/(WijkMap|MapNames)|table\/(FigureTable|Signs|CorrectionList))|\[indicator\]\/(IndicatorPage|Chooser)/
								}
							]
						}
					}
				}
			}
		}
	}
});

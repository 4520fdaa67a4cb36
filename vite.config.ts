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
									minShareCount: 3,
									test: /node_modules\/(svelte|@sveltejs\/kit|esm-env|devalue|clsx)\/|vite\/preload-helper|\.svelte-kit\/generated\/client\/(app|matchers)|src\/lib\/(components\/(ui|table\/Signs|charts\/(LineChart|Multiples))|charts\/labels|state\/addresses|domain\/(format|groups))/
								}
							]
						}
					}
				}
			}
		}
	}
});

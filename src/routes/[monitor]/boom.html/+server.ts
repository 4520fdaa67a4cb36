import { treeHtml } from '#lib/charts/tree-file.ts';
import { monitorEntries } from '#lib/server/entries.ts';
import { markData } from '#lib/server/language.ts';
import { treeFileOf } from '#lib/server/tree-file.ts';

export const prerender = true;
export const entries = monitorEntries;

export const GET = async ({ params }) =>
	new Response(await markData(treeHtml(treeFileOf(params.monitor))), {
		headers: { 'content-type': 'text/html; charset=utf-8' }
	});

import { treeSvg } from '#lib/charts/tree-file.ts';
import { monitorEntries } from '#lib/server/entries.ts';
import { treeFileOf } from '#lib/server/tree-file.ts';

export const prerender = true;
export const entries = monitorEntries;

export const GET = ({ params }) =>
	new Response(treeSvg(treeFileOf(params.monitor)), {
		headers: { 'content-type': 'image/svg+xml; charset=utf-8' }
	});

import { error, json } from '@sveltejs/kit';
import { releaseMetadata, releaseTables } from '#lib/server/release-metadata.ts';

export const prerender = true;
export const entries = releaseTables;

export const GET = ({ params: { release, table } }) =>
	json(
		releaseMetadata(release, table) ??
			error(404, `De uitgave van ${release} heeft geen bestand ${table}.csv.`)
	);

import { error, json } from '@sveltejs/kit';
import { releaseMetadata } from '#lib/server/catalogue.ts';
import { model } from '#lib/server/model.ts';

export const prerender = true;
export const entries = () => model.releases.map(({ date }) => ({ release: date }));

export const GET = ({ params }) =>
	json(releaseMetadata(params.release) ?? error(404, `Er is geen uitgave van ${params.release}.`));

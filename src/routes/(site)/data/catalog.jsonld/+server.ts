import { catalogueOfData } from '#lib/server/catalogue.ts';

export const prerender = true;

export const GET = async () =>
	new Response(JSON.stringify(await catalogueOfData()), {
		headers: { 'content-type': 'application/ld+json; charset=utf-8' }
	});

import { json } from '@sveltejs/kit';
import { packageOfData } from '#lib/server/catalogue.ts';

export const prerender = true;

export const GET = async () => json(await packageOfData());

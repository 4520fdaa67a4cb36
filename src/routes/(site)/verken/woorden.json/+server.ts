import { json } from '@sveltejs/kit';
import { editorWords } from '#lib/server/words.ts';

export const prerender = true;

/** What the editor offers; it is fetched with the editor itself. */
export const GET = async () => json(await editorWords());

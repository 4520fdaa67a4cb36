import { shareSvg } from '#lib/charts/share-picture.ts';
import { pictureNamed, pictureNames } from '#lib/server/share/pictures.ts';
import { toPng } from '#lib/server/share/png.ts';

export const prerender = true;
export const entries = async () => (await pictureNames()).map((name) => ({ name }));

export async function GET({ params }) {
	const png = await toPng(shareSvg(await pictureNamed(params.name)));
	return new Response(Buffer.from(png), { headers: { 'content-type': 'image/png' } });
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { shareFont } from '#lib/charts/share-picture.ts';

const { resolve } = createRequire(import.meta.url);

let ready: Promise<Uint8Array[]> | undefined;

/** Starts the renderer once, and reads the only letters it will ever have: the same on every machine. */
async function start(): Promise<Uint8Array[]> {
	await initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')));
	const fonts = join(resolve('pdfjs-dist/package.json'), '../standard_fonts');
	return ['Regular', 'Bold'].map((face) => readFileSync(join(fonts, `LiberationSans-${face}.ttf`)));
}

/**
 * A picture as PNG, as large as the SVG says. Nothing is fetched, and letters of the system are not used.
 * @param svg one that was made here; what it refers to outside itself is left out
 */
export async function toPng(svg: string): Promise<Uint8Array> {
	const fontBuffers = await (ready ??= start());
	const drawing = new Resvg(svg, {
		font: { fontBuffers, defaultFontFamily: shareFont, loadSystemFonts: false }
	});
	const image = drawing.render();
	const png = image.asPng();
	image.free();
	drawing.free();
	return png;
}

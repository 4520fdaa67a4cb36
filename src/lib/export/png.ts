/** As many pixels as every browser lets a canvas have. */
const mostPixels = 16_777_216;

/**
 * A picture as PNG.
 * @param svg an SVG file that needs nothing else, as `takePicture` makes
 * @param scale pixels of the PNG per pixel of the picture; less for a picture that would get too large for a canvas
 * @throws {Error} in Dutch, where the browser cannot draw it
 */
export async function pictureToPng(svg: string, scale = 2): Promise<Blob> {
	const image = new Image();
	// The policy of the site allows pictures in addresses, and none of a blob.
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
	await image.decode();
	const { naturalWidth: width, naturalHeight: height } = image;
	const used = Math.min(scale, Math.sqrt(mostPixels / (width * height)));
	const canvas = document.createElement('canvas');
	canvas.width = Math.floor(width * used);
	canvas.height = Math.floor(height * used);
	canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
	const blob = await new Promise<Blob | null>((resolve) => {
		canvas.toBlob(resolve, 'image/png');
	});
	if (!blob) throw new Error('Deze browser kan van deze grafiek geen PNG maken. Kies SVG.');
	return blob;
}

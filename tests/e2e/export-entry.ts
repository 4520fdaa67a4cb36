export { pictureToPng } from '#lib/export/png.ts';
export { takePicture } from '#lib/export/take-picture.ts';
export { workbook } from '#lib/export/xlsx.ts';

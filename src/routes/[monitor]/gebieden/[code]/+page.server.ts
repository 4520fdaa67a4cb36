import { notesAbout } from '#lib/domain/notes.ts';
import { documentTitles } from '#lib/server/documents.ts';
import { loadAreaPage } from '#lib/server/area-page.ts';
import { areasOf } from '#lib/server/areas.ts';
import { findMonitor, model } from '#lib/server/model.ts';
import { loadOwnAreaPage } from '#lib/server/own-area-page.ts';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = async () => {
	const all = await Promise.all(
		model.monitors.map(async ({ monitor: { slug, municipality }, areas }) => {
			const codes = [
				...(await areasOf(municipality)).map(({ code }) => code),
				...(areas?.areas ?? []).map(({ code }) => code)
			];
			return [...new Set(codes)].map((code) => ({ monitor: slug, code }));
		})
	);
	return all.flat();
};

/** Codes of the organisation's own areas have a hyphen, those of Statistics Netherlands never do. */
export async function load({ params: { monitor, code } }) {
	const page = await (code.includes('-') ? loadOwnAreaPage(monitor, code) : loadAreaPage(monitor, code));
	const data = findMonitor(monitor);
	return {
		...page,
		notes: notesAbout(data.notes, model.asOf, ({ area }) => area === code),
		noteDocuments: documentTitles(data)
	};
}

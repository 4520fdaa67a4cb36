import { error } from '@sveltejs/kit';
import { saidDocumentFigure } from '#lib/domain/citation/hash.ts';
import { rowNow, tellNow } from '#lib/domain/citation/now.ts';
import { formatFigure } from '#lib/domain/figures.ts';
import { formatPeriod } from '#lib/domain/format.ts';
import { releasedFigures } from '#lib/domain/release.ts';
import type { ReleasedFigure } from '#lib/schema/release.ts';
import { findMonitor, model } from '../model.ts';
import { keptDocuments, keptRelease } from './kept.ts';
import { citedPlace } from './place.ts';
import { withHashes, type CitedRow } from './rows.ts';

interface DocumentText {
	title: string;
	publisher: string;
	licence: string;
}

const tell = (text: DocumentText | undefined): string | undefined =>
	text && `${text.title}, ${text.publisher} (${text.licence}).`;

const titleOf = (day: string, id: string): string =>
	(keptRelease(day).documents ?? model.sources).find((each) => each.id === id)?.title ?? id;

const cite = (row: ReleasedFigure, hash: string, current?: ReleasedFigure): CitedRow<ReleasedFigure> => ({
	hash,
	key: `${row.monitor},${row.id}`,
	head: row.breakdown ? `${row.subject}: ${row.breakdown}` : row.subject,
	cells: [row.place, row.area || 'niet genoemd', row.period ? formatPeriod(row.period) : 'niet genoemd'],
	value: row.value,
	text: formatFigure(row),
	now: rowNow(row, current, ['value', 'unit'])
});

/** The documents of which a release keeps figures. */
export const citedDocuments = (slug: string, day: string) =>
	[...keptDocuments(day, slug)].map(([id, rows]) => ({ id, title: titleOf(day, id), number: rows.length }));

/** All figures of a document in a release, as they were and as they are. */
export async function loadCitedDocument(slug: string, day: string, document: string) {
	const rows = keptDocuments(day, slug).get(document);
	if (!rows) error(404, `De uitgave van ${day} heeft geen cijfers uit stuk ${document}.`);
	const release = keptRelease(day);
	const { hashed, hash } = await withHashes(rows, (row) => saidDocumentFigure(row, release));
	const current = new Map(
		releasedFigures({ model: { ...model, monitors: [findMonitor(slug)] } }).map((each) => [each.id, each])
	);
	const figures = hashed.map(({ row, hash: own }) => cite(row, own, current.get(row.id)));
	const then = tell(release.documents?.find(({ id }) => id === document));
	const now = tell(model.sources.find(({ id }) => id === document));
	return {
		...citedPlace(slug, day, `stukken/${document}`),
		hash,
		document: { id: document, title: titleOf(day, document), then, now },
		/** Of its texts. */
		lang: findMonitor(slug).monitor.language,
		stand: tellNow(figures.map((figure) => figure.now)),
		figures
	};
}

import { escapeMarkup } from '../domain/markup.ts';
import type { Unit } from '../schema/indicator.ts';
import type { FileColours } from '../schema/model.ts';
import { shareTrend, shareValue, type ShareTrend } from './share-trend.ts';
import { widthOf, wrap } from './tree-text.ts';

/** Pixels of a picture that other sites show beside a link. */
export const shareSize = { width: 1200, height: 630 };

/** The family in `node_modules` that pictures are drawn with; those of a system would differ from place to place. */
export const shareFont = 'Liberation Sans';

/** A figure that is there, as the database has it. */
export interface SharedFigure {
	area: string;
	period: number;
	value: number;
	unit: Unit;
	/** What the source gives, where this site corrected it. */
	published: number | null | undefined;
}

/** What a picture of a page says. */
export interface SharePicture {
	/** Whose monitor it is of; left out for the site itself. */
	monitor?: string | undefined;
	/** What sort of page it is. */
	sort: string;
	title: string;
	/** Of what or when the large words are. */
	lead: string;
	/** The newest figure, or else words: a verdict, or that there is no figure. */
	large: SharedFigure | string;
	/** The rest of the sentence after a figure, or the reason. */
	text: string;
	trend?: ShareTrend | undefined;
	source: string;
	colours: FileColours;
}

const { width, height } = shareSize;
const edge = 56;
const inner = width - 2 * edge;
const band = 84;
/** Above the line that parts the source from the rest. */
const bottom = 540;
/** Width of what stands beside a trend. */
const column = 470;

/** At most so many lines, the last of which says by three dots that there is more. */
function clamp(text: string, room: number, most: number): string[] {
	const lines = wrap(text, room);
	if (lines.length <= most) return lines;
	const words = lines[most - 1]!.split(' ');
	while (words.length > 1 && widthOf(`${words.join(' ')} …`) > room) words.pop();
	return [...lines.slice(0, most - 1), `${words.join(' ')} …`];
}

/** The largest letters with which a text fits, and its lines; the last size cuts off. */
function fit(text: string, room: number, sizes: readonly (readonly [size: number, most: number])[]) {
	const [size, most] =
		sizes.find(([each, lines]) => wrap(text, room / each).length <= lines) ?? sizes.at(-1)!;
	return { size, lines: clamp(text, room / size, most) };
}

interface Style {
	size: number;
	fill: string;
	isBold?: boolean;
	more?: string;
}

/** Lines of text below each other, the first of them with its foot at `y`. */
const textAt = (lines: readonly string[], y: number, { size, fill, isBold, more = '' }: Style): string =>
	lines
		.map(
			(line, i) =>
				`<text x="${edge}" y="${Math.round(y + i * size * 1.2)}" font-size="${size}" fill="${fill}"${isBold ? ' font-weight="700"' : ''}${more}>${escapeMarkup(line)}</text>`
		)
		.join('');

const largeText = (large: SharePicture['large']): string =>
	typeof large === 'string' ? large : shareValue(large, large.unit);

/** What the picture shows, for who does not see it. */
export function shareAlt({ title, monitor, lead, large, text, trend }: SharePicture): string {
	const name = monitor === undefined ? title : `${title} (${monitor})`;
	const lines = trend?.series.map(({ area }) => trend.names[area]).join(' en ');
	return [
		name.endsWith('.') ? name : `${name}.`,
		typeof large === 'string' ? `${lead}: ${large}. ${text}` : `${lead}: ${largeText(large)} ${text}.`,
		lines && `Met een lijn van ${lines} door de jaren.`
	]
		.filter(Boolean)
		.join(' ');
}

const brand = `<g transform="translate(${edge} 26)"><g fill="none" stroke="currentColor" stroke-width="2"><path d="M9 16C15 16 15 7 22 7M9 16h13M9 16c6 0 6 9 13 9"/></g><g fill="currentColor"><circle cx="7" cy="16" r="4"/><circle cx="24" cy="7" r="3"/><circle cx="24" cy="16" r="3"/><circle cx="24" cy="25" r="3"/></g></g>`;

function headOf({ monitor, colours }: SharePicture): string {
	const style = `font-size="32" font-weight="700" fill="${colours.page}"`;
	const own = monitor
		? `<text x="${width - edge}" y="54" text-anchor="end" ${style}>${escapeMarkup(monitor)}</text>`
		: '';
	return `<rect width="${width}" height="${band}" fill="${colours.accent}"/><g color="${colours.page}">${brand}</g><text x="${edge + 44}" y="54" ${style}>Doelenboom</text>${own}`;
}

function bodyOf({ lead, large, text, trend, colours }: SharePicture, top: number): string {
	const room = trend ? column : inner;
	const isFigure = typeof large !== 'string';
	const words = fit(
		largeText(large),
		room,
		isFigure
			? [
					[96, 1],
					[64, 1]
				]
			: [
					[56, 1],
					[44, 2]
				]
	);
	const foot = top + 34 + words.size;
	const end = foot + (words.lines.length - 1) * words.size * 1.2;
	const rest = 26;
	const lines = clamp(text, room / rest, Math.max(1, Math.floor((bottom - end - 12) / (rest * 1.2))));
	const about = isFigure
		? ` data-area="${escapeMarkup(large.area)}" data-period="${large.period}" data-value="${large.value}"`
		: '';
	return [
		textAt(clamp(lead, room / 26, 1), top + 26, { size: 26, fill: colours.subtle }),
		textAt(words.lines, foot, { size: words.size, fill: colours.accent, isBold: true, more: about }),
		textAt(lines, end + 44, { size: rest, fill: colours.text }),
		trend
			? shareTrend(trend, colours, {
					x: edge + column + 40,
					y: top,
					width: inner - column - 40,
					height: bottom - top
				})
			: ''
	].join('');
}

/**
 * The picture of a page as SVG, in light colours. All that it says comes in as it was published: a figure that is
 * missing has no number here, and texts are escaped. Figures carry area, period and value, for who checks them.
 */
export function shareSvg(picture: SharePicture): string {
	const { sort, title, source, colours } = picture;
	const head = fit(
		title,
		inner,
		picture.trend
			? [
					[56, 1],
					[46, 2],
					[38, 3]
				]
			: [
					[56, 2],
					[46, 3],
					[38, 4]
				]
	);
	const foot = 154 + head.size;
	const end = foot + (head.lines.length - 1) * head.size * 1.2;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${shareFont}">`,
		`<rect width="${width}" height="${height}" fill="${colours.page}"/>`,
		headOf(picture),
		textAt([sort], 138, { size: 26, fill: colours.accent, isBold: true }),
		textAt(head.lines, foot, { size: head.size, fill: colours.text, isBold: true }),
		bodyOf(picture, end + 26),
		`<path d="M${edge} ${bottom + 22}h${inner}" stroke="${colours.border}" stroke-width="2"/>`,
		textAt(clamp(source, inner / 20, 2), bottom + 54, { size: 20, fill: colours.subtle }),
		'</svg>\n'
	].join('\n');
}

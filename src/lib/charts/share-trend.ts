import { formatNumber, formatValue } from '../domain/format.ts';
import { escapeMarkup } from '../domain/markup.ts';
import type { Reading, Series } from '../domain/series.ts';
import type { Unit } from '../schema/indicator.ts';
import type { FileColours } from '../schema/model.ts';
import { spreadLabels } from './labels.ts';
import { placeTrend, type Line, type Plot } from './trend.ts';

/** The course of a figure in a few areas. */
export interface ShareTrend {
	/** The area that matters first; the others are drawn quieter. */
	series: readonly Series[];
	/** By code of the area. */
	names: Readonly<Record<string, string>>;
	unit: Unit;
}

/** A box in pixels. */
interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** Charts are placed for the letters of a page; a picture is looked at in the small. */
const scale = 2;
const letters = 12;
/** Room for values behind the lines, names above them and years below them, in the units of a page. */
const room = { left: 14, right: 84, top: 24, bottom: 34 };

/** A figure in a picture, with a sign where the site gives another one than its source; a rate says of how many in words. */
export function shareValue(
	{ value, published }: { value: number; published?: Reading['published'] },
	unit: Unit
): string {
	const told = unit === 'per-1000' ? formatNumber(value, unit) : formatValue(value, unit);
	return typeof published === 'number' ? `${told}†` : told;
}

/** Measured points, and lines where two may be joined. */
function drawLine({ area, dots, guides }: Line, wide: number, ink: string, isOwn: boolean): string {
	const x = (percent: number): number => Math.round(percent * wide) / 100;
	const lines = guides.map(
		(each) =>
			`<path d="M${x(each.x1)} ${each.y1}L${x(each.x2)} ${each.y2}" stroke="${ink}" stroke-width="${isOwn ? 2.5 : 1.5}"/>`
	);
	const points = dots.map(
		(dot) =>
			`<circle cx="${x(dot.x)}" cy="${dot.y}" r="${isOwn ? 4 : 3}" fill="${ink}" data-area="${escapeMarkup(area)}" data-period="${dot.period}" data-value="${dot.value}"/>`
	);
	return [...lines, ...points].join('');
}

/** The last figure of each line, with its year where others go on, all behind the chart so that none covers a line. */
function endsOf({ lines, height }: Plot, { series, unit }: ShareTrend) {
	const last = Math.max(...lines.flatMap(({ dots }) => dots.map(({ period }) => period)));
	const ends = lines.flatMap(({ area, dots }) => {
		const dot = dots.at(-1);
		return dot ? [{ area, dot: { ...dot, x: 100 } }] : [];
	});
	return spreadLabels(ends, height).map(({ area, y, value, period }) => {
		const points = series.find((each) => each.area === area)!.points;
		const told = shareValue({ ...points.find((point) => point.period === period), value }, unit);
		return { area, y, text: period === last ? told : `${told} (${period})` };
	});
}

/** A small trend as SVG: measured points, lines that cross nothing that is missing, and the last value of each area. */
export function shareTrend(trend: ShareTrend, colours: FileColours, box: Box): string {
	const { series, names, unit } = trend;
	const wide = box.width / scale - room.left - room.right;
	const high = box.height / scale - room.top - room.bottom;
	const plot = placeTrend(series, { unit, height: high, ticks: 3 });
	const isOwn = (area: string) => area === series[0]?.area;
	const inkOf = (area: string) => (isOwn(area) ? colours.accent : colours.subtle);
	const face = (area: string) => `fill="${inkOf(area)}"${isOwn(area) ? ' font-weight="700"' : ''}`;
	const legend = series.map(
		({ area }, i) =>
			`<tspan${i > 0 ? ' dx="14"' : ''} ${face(area)}>● ${escapeMarkup(names[area] ?? area)}</tspan>`
	);
	const year = (tick: Plot['xTicks'][number] | undefined, at: number, anchor: string) =>
		`<text x="${at}" y="${high + 16}" text-anchor="${anchor}" fill="${colours.subtle}">${tick?.label ?? ''}</text>`;
	return [
		`<g transform="translate(${box.x + room.left * scale} ${box.y + room.top * scale}) scale(${scale})" font-size="${letters}">`,
		`<text x="${-room.left}" y="-12">${legend.join('')}</text>`,
		`<path d="M0 ${high}H${wide}" stroke="${colours.border}"/>`,
		// What matters most lies on top.
		...plot.lines.toReversed().map((line) => drawLine(line, wide, inkOf(line.area), isOwn(line.area))),
		...endsOf(plot, trend).map(
			({ area, y, text }) => `<text x="${wide + 9}" y="${y + 4}" ${face(area)}>${escapeMarkup(text)}</text>`
		),
		year(plot.xTicks[0], 0, 'start'),
		year(plot.xTicks.at(-1), wide, 'end'),
		`<text x="${-room.left}" y="${high + 31}" font-size="10" fill="${colours.subtle}">${plot.fromZero ? 'De as begint bij nul.' : 'De as begint niet bij nul.'}</text>`,
		'</g>'
	].join('');
}

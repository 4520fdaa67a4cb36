import { isDay } from '#lib/domain/verdict/period.ts';
import type { Model } from '#lib/schema/model.ts';
import { findChromium } from '../tools/chromium.mjs';

/** What was typed after `npm run report --`. */
export interface Words {
	monitor?: string;
	period?: string;
	area?: string;
	'as-of'?: string;
	out?: string;
}

/** A page to print: its address, the day if one was asked for, and the file to write. */
export interface Asked {
	path: string;
	asOf?: string;
	out: string;
}

function chromiumProblem(): string[] {
	try {
		if (findChromium()) return [];
	} catch {
		return [`CHROMIUM noemt ${process.env.CHROMIUM}, en dat bestand is er niet.`];
	}
	return [
		'Er is geen Chromium gevonden. Installeer Chromium, of geef met CHROMIUM aan waar het programma staat.'
	];
}

function codesOf({ areas, monitors }: Model, slug: string): string[] {
	const found = monitors.find(({ monitor }) => monitor.slug === slug);
	if (!found) return [];
	const { municipality } = found.monitor;
	const inGemeente = areas
		.map(({ code }) => code)
		.filter((code) => code === municipality || code.slice(2, 6) === municipality.slice(2));
	return [...new Set([...inGemeente, ...(found.areas?.areas ?? []).map(({ code }) => code)])];
}

/**
 * What is asked for, or everything that is wrong with it.
 * @param chromium problems with the browser; looked up where it is left out
 */
export function asked(
	words: Words,
	model: Model,
	chromium: readonly string[] = chromiumProblem()
): { wanted?: Asked; problems: string[] } {
	const { monitor: slug, period, area, 'as-of': asOf, out } = words;
	const found = model.monitors.find(({ monitor }) => monitor.slug === slug);
	const slugs = model.monitors.map(({ monitor }) => monitor.slug).join(', ');
	const periods = found?.reports.map((report) => report.period) ?? [];
	const problems: string[] = [];
	if (slug === undefined) problems.push(`--monitor ontbreekt. Kies uit: ${slugs}.`);
	else if (!found) problems.push(`Er is geen monitor "${slug}". Kies uit: ${slugs}.`);
	if ((period === undefined) === (area === undefined))
		problems.push('Geef óf --period (een rapport) óf --area (een profiel van een gebied).');
	if (found && period !== undefined && !periods.includes(period))
		problems.push(
			`Er is geen rapport over "${period}". In reports.yaml van ${found.monitor.name}: ${periods.join(', ') || 'niets'}.`
		);
	if (found && area !== undefined && !codesOf(model, found.monitor.slug).includes(area))
		problems.push(
			`Er is geen gebied "${area}" in ${found.monitor.name}. Een code is bijvoorbeeld ${codesOf(model, found.monitor.slug).find((code) => code.startsWith('WK')) ?? found.monitor.municipality}.`
		);
	if (asOf !== undefined && !isDay(asOf))
		problems.push(`--as-of "${asOf}" is geen dag. Schrijf een dag zo: 2018-04-26.`);
	if (asOf !== undefined && area !== undefined)
		problems.push('--as-of hoort bij een rapport, niet bij een gebied.');
	if (out !== undefined && !out.endsWith('.pdf')) problems.push(`--out "${out}" eindigt niet op .pdf.`);
	problems.push(...chromium);
	if (problems.length > 0) return { problems };
	const what = area === undefined ? `rapport/${period}` : `gebieden/${area}`;
	const name = area === undefined ? `rapport-${slug}-${period}` : `profiel-${slug}-${area.toLowerCase()}`;
	return {
		wanted: {
			path: `/${slug}/${what}/`,
			asOf,
			out: out ?? `${name}${asOf === undefined ? '' : `-op-${asOf}`}.pdf`
		},
		problems
	};
}

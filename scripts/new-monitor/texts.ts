import { stringify } from 'yaml';
import { goals, type Level } from '#lib/schema/goal.ts';
import { monitor } from '#lib/schema/monitor.ts';
import { source, type Source } from '#lib/schema/source.ts';
import { figure } from '#lib/schema/figure.ts';
import type { z } from 'zod';

const empty = 'Nog niet ingevuld.';

const levels: { level: Level; label: string; meaning: string; empty?: string }[] = [
	{
		level: 'impact',
		label: 'Maatschappelijk doel',
		meaning: 'Wat de gemeente op lange termijn wil bereiken.'
	},
	{ level: 'outcome', label: 'Doel voor inwoners', meaning: 'Wat er voor inwoners moet veranderen.', empty },
	{ level: 'output', label: 'Resultaat', meaning: 'Wat er is geregeld of gedaan.', empty },
	{ level: 'throughput', label: 'Aanpak', meaning: 'Hoe eraan wordt gewerkt.', empty },
	{ level: 'input', label: 'Middelen', meaning: 'Het geld en de mensen die ervoor nodig zijn.', empty }
];

const yaml = (comment: string, value: unknown): string =>
	`# ${comment}\n\n${stringify(value, { lineWidth: 110 })}`;

/** The document that a new monitor still has to name: there is no monitor without one. */
export const documentOf = (slug: string, name: string): Source =>
	source.parse({
		id: `${slug}-raadsstuk`,
		kind: 'document',
		title: `Nog in te vullen: het raadsstuk met de doelen van ${name}`,
		publisher: `Gemeente ${name}`,
		licence: 'nog in te vullen',
		note: 'Dit is geen bestaand stuk. Vul hier het stuk in waar de doelen in staan.'
	});

/** A source as it is added to the end of `sources.yaml`. */
export const sourceText = (own: Source): string => `\n${stringify([own], { lineWidth: 110 })}`;

/**
 * The files of a new monitor: open figures, and one goal that says of itself that it is an example.
 * @returns contents by path from the data folder
 */
export function monitorFiles(slug: string, name: string, municipality: string): Map<string, string> {
	const document = `${slug}-raadsstuk`;
	const head: z.input<typeof monitor> = {
		slug,
		name,
		municipality,
		intro: `Deze monitor volgt de doelen van ${name}. De open cijfers staan er al in. De doelen zijn nog niet ingevuld.`,
		promise: 'Nog in te vullen: wat de gemeente aan de raad heeft beloofd, in één zin.',
		documents: [document],
		levels,
		accent: { light: '#154273', dark: '#8fcae7' }
	};
	const first: z.input<typeof goals> = [
		{
			id: 'eerste-doel',
			level: 'impact',
			kind: 'goal',
			title: 'Vul hier uw eerste doel in',
			text: 'Dit is een voorbeeld. Zet hier een doel uit een stuk van de raad, in gewone woorden.',
			source: { document, place: 'nog in te vullen' },
			noIndicator: 'Dit is een voorbeeld en geen doel. Kies bij een echt doel de cijfers die het meten.',
			remark: `Dit is geen doel van ${name}, maar een voorbeeld om te vervangen.`
		}
	];
	monitor.parse(head);
	goals.parse(first);
	const folder = `monitors/${slug}`;
	return new Map([
		[`${folder}/monitor.yaml`, yaml(`${name}: uitleg van de velden staat in data/README.md.`, head)],
		[
			`${folder}/goals.yaml`,
			yaml('Alles wat in de boom staat. Vervang het voorbeeld door eigen doelen.', first)
		],
		[`${folder}/links.yaml`, yaml('Wat aan wat bijdraagt.', [])],
		[`${folder}/figures.csv`, `${Object.keys(figure.shape).join(',')}\n`]
	]);
}

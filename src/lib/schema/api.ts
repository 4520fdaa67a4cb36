import { z } from 'zod';
import { areaLevel } from './area.ts';
import { day, origin } from './common.ts';
import { fit, goalKind, level } from './goal.ts';
import { direction, unit } from './indicator.ts';
import { breakdown, missing, status } from './observation.ts';

/**
 * What the files of the API hold. Their JSON Schema is made from this, and so is the page about them: descriptions
 * are for readers, in Dutch. Fields may be added; what is there keeps its name and meaning as long as the address
 * says `v1`.
 */

const address = z.string().describe('Adres van een ander bestand, gezien vanaf dit bestand');
const maybe = <T extends z.ZodType>(type: T) => type.nullable();

const licence = z.strictObject({
	name: z.string().describe('Naam van de licentie'),
	url: maybe(z.string()).describe('Adres van de tekst van de licentie; leeg als die er niet is')
});

/** What every answer begins with. */
const head = {
	version: z.literal(1).describe('Versie van deze API'),
	release: day.describe('Dag waarop de gegevens en oordelen staan'),
	licence: licence.describe(
		'Onder welke voorwaarden u dit bestand mag gebruiken; bestanden waar het naartoe leidt, hebben hun eigen licentie'
	),
	schema: address.describe('Adres van het JSON Schema van dit antwoord')
};

const answer = <Item extends z.ZodType, More extends z.ZodRawShape>(item: Item, more: More) =>
	z.strictObject({ ...head, ...more, items: z.array(item) });

const id = z.string().describe('Id');
const monitor = z.string().describe('Naam van de monitor in het webadres');
const boundaries = z.int().describe('Jaar van de grenzen van het gebied');

const place = z.strictObject({
	document: z.string().describe('Id van het raadsstuk'),
	place: z.string().describe('Plek in het raadsstuk')
});

const period = z.int().describe('Jaar waarover het cijfer gaat');
const area = z.string().describe('Code van het gebied bij het CBS');
const table = z.string().describe('Id van de tabel waar het cijfer uit komt');

const where = { table, area, boundaries, period, breakdown: breakdown.describe('Groep inwoners') };

/** A figure that is there. */
const figure = z.strictObject({
	...where,
	value: z.number().describe('Het cijfer'),
	lower: maybe(z.number()).describe('Ondergrens van de marge; leeg als de bron die niet geeft'),
	upper: maybe(z.number()).describe('Bovengrens van de marge; leeg als de bron die niet geeft'),
	n: maybe(z.number()).describe('Aantal mensen dat meedeed; leeg als de bron dat niet geeft'),
	status: status.exclude(missing.options).describe('Hoe zeker het cijfer is')
});

/** A figure that is not: never 0, always with its reason. */
const noFigure = z.strictObject({
	...where,
	value: z.null().describe('Leeg: het cijfer ontbreekt'),
	status: missing.describe('Waarom het cijfer ontbreekt')
});

const goalItem = z.strictObject({
	id,
	level: level.describe('Niveau in de doelenboom'),
	kind: goalKind.describe('Soort'),
	code: maybe(z.string()).describe('Letter of nummer van de gemeente zelf'),
	title: z.string().describe('Het doel in het kort'),
	deadline: maybe(day).describe('Dag waarop het bereikt moet zijn of ingaat'),
	source: place.describe('Waar het staat'),
	parents: z
		.array(
			z.strictObject({
				goal: z.string().describe('Id van het doel waaraan het bijdraagt'),
				origin: origin.describe('Wie dit zegt'),
				why: z.string().describe('Waarom het bijdraagt')
			})
		)
		.describe('Waaraan het bijdraagt'),
	indicators: z
		.array(
			z.strictObject({
				indicator: z.string().describe('Id van de indicator'),
				breakdown: maybe(breakdown).describe('Groep inwoners'),
				fit: fit.describe('Hoe goed de indicator past'),
				why: z.string().describe('Waarom de indicator erbij hoort')
			})
		)
		.describe('Wat het meet'),
	noIndicator: maybe(z.string()).describe('Waarom geen indicator dit kan meten')
});

/** Each kind of answer. */
export const answers = {
	index: answer(
		z.strictObject({
			address,
			title: z.string().describe('Wat er in het bestand staat'),
			schema: address
		}),
		{
			title: z.string().describe('Naam van de site'),
			publisher: z.string().describe('Wie de site uitgeeft'),
			contact: z.string().describe('Bij wie vragen terecht kunnen')
		}
	),
	monitors: answer(
		z.strictObject({
			id: monitor,
			name: z.string().describe('Naam van de gemeente'),
			municipality: z.string().describe('Code van de gemeente'),
			intro: z.string().describe('Waar de monitor over gaat'),
			documents: z.array(z.string()).describe('Ids van de raadsstukken'),
			page: address.describe('Adres van de monitor op de site'),
			goals: address.describe('Adres van de doelen'),
			verdicts: address.describe('Adres van de oordelen')
		}),
		{}
	),
	goals: answer(goalItem, { monitor }),
	verdicts: answer(
		z.strictObject({
			goal: z.string().describe('Id van het doel'),
			status: z.string().describe('Het oordeel'),
			label: z.string().describe('Het oordeel in woorden'),
			rule: z.string().describe('De regel waarmee is geoordeeld, met de versie ervan'),
			reason: z.string().describe('Waarom dit het oordeel is')
		}),
		{ monitor, explanation: address.describe('Adres van de uitleg van de regels') }
	),
	indicators: answer(
		z.strictObject({
			id,
			title: z.string().describe('Naam van de indicator'),
			unit: unit.describe('Eenheid'),
			direction: direction.describe('Welke kant beter is'),
			theme: z.string().describe('Thema'),
			definition: z.string().describe('Wat er precies gemeten wordt'),
			population: z.string().describe('Over welke inwoners het gaat'),
			method: z.string().describe('Hoe het cijfer gemaakt is'),
			breakdowns: z.array(breakdown).describe('Groepen inwoners waarvoor het er is'),
			breaks: z
				.array(
					z.strictObject({
						period: z.string().describe('Eerste jaar dat niet met eerder te vergelijken is'),
						why: z.string().describe('Waarom niet')
					})
				)
				.describe('Breuken in de reeks'),
			tables: z.array(z.string()).describe('Ids van de tabellen waar de cijfers uit komen'),
			observations: address.describe('Adres van de cijfers'),
			cubes: z.array(address).describe('Adressen van dezelfde cijfers als JSON-stat, een per tabel')
		}),
		{}
	),
	areas: answer(
		z.strictObject({
			code: area,
			boundaries,
			level: areaLevel.describe('Soort gebied'),
			name: z.string().describe('Naam volgens het CBS'),
			label: z.string().describe('Naam op deze site'),
			parent: maybe(z.string()).describe('Code van het gebied erboven'),
			municipality: maybe(z.string()).describe('Code van de gemeente')
		}),
		{}
	),
	observations: answer(z.union([figure, noFigure]), {
		indicator: z
			.strictObject({
				id,
				title: z.string().describe('Naam van de indicator'),
				unit: unit.describe('Eenheid')
			})
			.describe('Wat er gemeten is'),
		sources: z.array(z.string()).describe('Ids van de bronnen; noem deze als u de cijfers gebruikt'),
		statuses: z
			.array(
				z.strictObject({
					id: status.describe('Code in het veld status'),
					meaning: z.string().describe('Wat die betekent')
				})
			)
			.describe('Wat de codes bij status betekenen')
	}),
	sources: answer(
		z.strictObject({
			id,
			kind: z.enum(['document', 'table']).describe('Raadsstuk of tabel'),
			code: maybe(z.string()).describe('Code bij de uitgever'),
			title: z.string().describe('Titel'),
			publisher: z.string().describe('Wie het uitgaf'),
			licence: z.string().describe('Licentie'),
			url: maybe(z.string()).describe('Vindplaats'),
			published: maybe(day).describe('Dag van uitgave, als die bekend is'),
			retrieved: maybe(day).describe('Dag van ophalen, als die bekend is'),
			boundaries: maybe(z.int()).describe('Jaar van de grenzen van de gebieden'),
			note: maybe(z.string()).describe('Wat u van deze bron moet weten')
		}),
		{}
	)
};

export type Answers = { [Kind in keyof typeof answers]: z.infer<(typeof answers)[Kind]> };
export type Kind = keyof Answers;

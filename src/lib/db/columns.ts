const ids = {
	indicator: 'Id van de indicator',
	monitor: 'Naam van de monitor in het webadres',
	goal: 'Id van het doel',
	document: 'Id van het raadsstuk',
	place: 'Plek in het raadsstuk, zoals een bladzijde of bijlage',
	boundaries: 'Jaar van de grenzen: een code kan in een ander jaar een ander gebied zijn'
};

const figures = {
	table: 'Id van de tabel waar het cijfer uit komt',
	indicator: ids.indicator,
	area: 'Code van het gebied bij het CBS, zoals GM1783, WK178301 of BU17830101',
	boundaries: ids.boundaries,
	period: 'Jaar waarover het cijfer gaat',
	breakdown: 'Groep inwoners: 18+, 65+ of totaal'
};

/**
 * What each column of each table of the database is, for readers. The database, the metadata of the files and the
 * data package all take it from here.
 */
export const columnTexts = {
	source: {
		id: 'Id van de bron',
		kind: 'document (een raadsstuk) of table (een tabel met cijfers)',
		code: 'Code van de tabel bij de uitgever',
		title: 'Titel van het stuk of de tabel',
		publisher: 'Wie het heeft uitgegeven',
		licence: 'Onder welke voorwaarden het te gebruiken is',
		url: 'Webadres van de bron',
		published: 'Dag van uitgave, als die bekend is',
		retrieved: 'Dag waarop de cijfers zijn opgehaald, als die bekend is',
		boundaries: 'Jaar van de grenzen van de gebieden in de tabel',
		note: 'Wat een lezer van deze bron moet weten'
	},
	edition: { stamp: 'Kenmerk van deze uitgave, gelijk aan dat van de pagina’s ervan' },
	area: {
		code: 'Code van het gebied bij het CBS',
		boundaries: ids.boundaries,
		level: 'Soort gebied: land, gemeente, wijk of buurt',
		name: 'Naam van het gebied volgens het CBS',
		label: 'Naam op deze site: bij een wijk zonder eigen naam is die gemaakt van de buurten erin',
		label_derived: 'Of de site de naam zelf heeft gemaakt',
		parent: 'Code van het gebied erboven; leeg bij een land en een gemeente',
		municipality: 'Code van de gemeente waar het gebied in ligt; leeg bij het land'
	},
	indicator: {
		id: ids.indicator,
		title: 'Naam van de indicator',
		unit: 'Eenheid: procent, per-1000, aantal, euro of 1000-euro',
		direction: 'Welke kant beter is: up (hoger), down (lager) of none (dat hangt ervan af)',
		theme: 'Id van het thema',
		definition: 'Wat er precies gemeten wordt',
		population: 'Over welke inwoners het gaat'
	},
	observation: {
		...figures,
		value: 'Het cijfer; leeg als het ontbreekt, en nooit 0 in plaats daarvan',
		lower: 'Ondergrens van de marge; leeg als de bron die niet geeft',
		upper: 'Bovengrens van de marge; leeg als de bron die niet geeft',
		n: 'Aantal mensen dat meedeed aan het onderzoek; leeg als de bron dat niet geeft',
		status:
			'Hoe zeker het cijfer is (definitive, provisional, estimate), of waarom het ontbreekt (suppressed, not-asked, not-yet, not-applicable, unknown)',
		published: 'Wat de bron geeft, waar deze site het cijfer heeft gecorrigeerd; anders leeg'
	},
	correction: {
		...figures,
		published: 'Wat de bron geeft',
		value: 'Wat deze site in plaats daarvan laat zien',
		reason: 'Waarom het cijfer van de bron niet klopt',
		decided_by: 'Wie het heeft beslist: een rol, geen naam',
		date: 'Dag waarop het is beslist',
		source: 'Waaruit blijkt dat de nieuwe waarde klopt',
		url: 'Webadres daarvan, als dat er is'
	},
	converted: {
		...figures,
		boundaries: 'Jaar van de grenzen waarnaar de site het cijfer heeft omgerekend',
		value: 'Het omgerekende cijfer; leeg als het ontbreekt',
		status: 'Hoe zeker het cijfer is, of waarom het ontbreekt',
		basis: 'Waarop het omrekenen rust: unchanged, recoded, same-parts, residents, addresses of surface'
	},
	expenditure: {
		municipality: 'Code van de gemeente',
		year: 'Jaar van de begroting of rekening',
		report: 'begroting (wat was gepland) of jaarrekening (wat is uitgegeven)',
		population: 'Aantal inwoners van de gemeente in dat jaar, volgens de bron',
		taakveld: 'Nummer van het taakveld, als tekst: 6.6 en 6.60 zijn twee taakvelden',
		title: 'Naam van het taakveld in dat jaar',
		value: 'Lasten, maal 1.000 euro; kan negatief zijn'
	},
	goal: {
		monitor: ids.monitor,
		id: 'Id van het doel, uniek binnen de monitor',
		level: 'Niveau in de doelenboom: impact, outcome, output, throughput of input',
		kind: 'Soort: onder meer goal (doel), service (dienst), action (actie) of means (middel)',
		code: 'Letter of nummer dat de gemeente zelf gebruikt',
		title: 'Het doel in het kort',
		deadline: 'Dag waarop het bereikt moet zijn of waarop het ingaat, als het stuk die noemt',
		document: ids.document,
		place: ids.place
	},
	link: {
		monitor: ids.monitor,
		from: 'Id van wat bijdraagt',
		to: 'Id van het doel waaraan het bijdraagt',
		origin: 'Wie dit zegt: source (het stuk), editorial (de redactie) of derived (afgeleid)',
		why: 'Waarom het ene aan het andere bijdraagt'
	},
	goal_indicator: {
		monitor: ids.monitor,
		goal: ids.goal,
		indicator: ids.indicator,
		breakdown: 'Groep inwoners waar het doel over gaat, als de indicator er meer kent',
		fit: 'Hoe goed de indicator past: whole (het hele doel), part (een deel) of indirect (van een afstand)',
		why: 'Waarom de indicator bij het doel hoort'
	},
	work: {
		monitor: ids.monitor,
		goal: 'Id van het onderdeel van de boom dat gedaan wordt of is opgeleverd',
		as_of: 'Dag waarop dit geldt: die van de oordelen, of die van een rapport',
		kind: 'Soort: project, subproject, action, phase, pilot, result (een resultaat), of goal (een doel over de manier van werken)',
		theme: 'Naam van het eerste thema; leeg als er geen is',
		state:
			'Hoe het er volgens het laatste stuk mee stond: done, running, planned, delayed, stopped, of unreported als niets is gemeld',
		overdue: 'Of de datum voorbij is en daarna niets is gemeld',
		held: 'Of het op die dag al in een stuk stond'
	},
	goal_theme: {
		monitor: ids.monitor,
		goal: ids.goal,
		theme: 'Id van het thema binnen de monitor',
		title: 'Naam van het thema'
	},
	promise: {
		monitor: ids.monitor,
		goal: ids.goal,
		id: 'Id van de afspraak, uniek binnen het doel; versies van één afspraak hebben hetzelfde id',
		since: 'Dag vanaf wanneer deze versie van de afspraak geldt',
		until: 'Dag tot wanneer zij gold, als zij is ingetrokken',
		title: 'De afspraak in het kort',
		wanted:
			'Wat is afgesproken: not-risen, not-fallen, rises, falls, at-least, at-most, of done-by (klaar op een dag)',
		value: 'De waarde die gehaald moet worden, als de afspraak die noemt',
		indicator: 'Id van de indicator die de afspraak meet; leeg als dat een cijfer uit het stuk is, of geen',
		breakdown: 'Groep inwoners waar de afspraak over gaat, als de indicator er meer kent',
		baseline: 'Jaar of dag waarmee vergeleken wordt',
		deadline: 'Dag waarop het bereikt moet zijn, als die bekend is',
		smallest_difference: 'Kleinste verschil dat telt; leeg als niemand dat heeft besloten',
		document: ids.document,
		place: ids.place
	},
	verdict: {
		monitor: ids.monitor,
		goal: ids.goal,
		as_of: 'Dag waarop het oordeel geldt: die van deze uitgave',
		status:
			'Het oordeel: reached, on-track, off-track of missed, of waarom er geen is: too-uncertain, no-new-measurement, not-comparable, no-target, no-indicator, not-started',
		rule: 'Regel die het oordeel gaf; de pagina over de methode legt elke regel uit',
		version: 'Versie van die regel',
		sentence: 'De reden, in woorden',
		fit: 'Hoe goed de best passende indicator bij het doel past: whole, part of indirect; leeg als er geen is',
		has_indicator: 'Of er een cijfer is dat meet wat is afgesproken, of zonder afspraak het doel zelf',
		has_document_figure: 'Of een afspraak alleen met een cijfer uit het stuk zelf te beoordelen is',
		has_promise: 'Of er een afspraak is',
		has_measurement: 'Of er na het begin is gemeten of gemeld'
	},
	verdict_then: {
		monitor: ids.monitor,
		goal: ids.goal,
		as_of: 'Dag waarop het oordeel geldt: die van een rapport',
		status: 'Het oordeel, of waarom er geen is, zoals in verdict',
		rule: 'Regel die het oordeel gaf',
		version: 'Versie van die regel',
		sentence: 'De reden, in woorden',
		held: 'Of het doel op die dag al in een stuk stond; een rapport telt alleen die doelen'
	},
	change: {
		monitor: ids.monitor,
		from: 'Dag van de uitgave ervoor',
		to: 'Dag van de uitgave waarin het veranderde',
		kind: 'Wat er veranderde: verdict (een oordeel), new, revised of gone (een cijfer), definition, goal (de tekst van een doel), promise of link',
		about: 'Id van het doel, de indicator, de afspraak of de verbinding',
		title: 'Waar het over gaat, in het kort'
	},
	conversion: {
		from: 'Code van het gebied op de oudere grenzen',
		from_boundaries: 'Jaar van die grenzen',
		to: 'Code van het gebied op de nieuwere grenzen',
		to_boundaries: 'Jaar van de nieuwere grenzen',
		share: 'Welk deel van het oude gebied erin ligt, tussen 0 en 1',
		basis: 'Waarop dat rust: unchanged, recoded, same-parts, residents, addresses of surface'
	},
	figure: {
		monitor: ids.monitor,
		id: 'Id van het cijfer, uniek binnen de monitor',
		document: ids.document,
		place: ids.place,
		subject: 'Waar het cijfer over gaat',
		breakdown: 'Groep of deel waar het cijfer over gaat; leeg als het over het geheel gaat',
		area: 'Gebied in de woorden van het stuk; leeg als het stuk er geen noemt',
		period: 'Jaar, halfjaar, dag of een bereik met een schuine streep; leeg als het stuk niets noemt',
		value: 'Het cijfer zoals het in het stuk staat',
		unit: 'Eenheid, zoals personen, gevallen, euro of procent',
		remark: 'Wat een lezer van dit cijfer moet weten; leeg als er niets bijzonders is'
	}
} as const satisfies Record<string, Record<string, string>>;

/** What each table of the database holds. */
export const tableTexts: Readonly<Record<keyof typeof columnTexts, string>> = {
	source: 'Waar cijfers en teksten vandaan komen',
	area: 'Gebieden, op de grenzen van een jaar',
	indicator: 'Wat er gemeten wordt',
	observation: 'Eén cijfer: indicator, gebied, periode en groep; waar value leeg is zegt status waarom',
	correction: 'Cijfers die deze site een andere waarde geeft dan de bron, met de reden',
	converted: 'Door de site omgerekend naar grenzen van een later jaar; basis zegt waarop dat rust',
	expenditure: 'Lasten per taakveld (Iv3), maal 1.000 euro',
	goal: 'Doelen van de doelenbomen',
	link: 'Verbindingen tussen doelen',
	goal_indicator: 'Welke indicator welk doel meet, en hoe goed',
	figure: 'Cijfers uit de raadsstukken',
	work: 'Wat er gedaan wordt of is opgeleverd, en hoe het ermee stond op de dag van de oordelen en van elk rapport',
	change: 'Wat er in een monitor veranderde met elke uitgave, sinds de uitgave ervoor',
	goal_theme: 'Bij welke thema’s van de monitor een doel hoort',
	promise:
		'Afspraken bij doelen, zoals ze in de stukken staan; een afspraak die is veranderd staat er meer keren',
	verdict:
		'Het oordeel van deze site over elk doel op de dag van de uitgave, en wat er is om te kunnen oordelen',
	verdict_then: 'Het oordeel over elk doel op de dag van elk rapport',
	conversion: 'Welk deel van een gebied op oudere grenzen in welk gebied op nieuwere grenzen ligt',
	edition: 'Kenmerk van deze uitgave: een pagina vraagt alleen iets aan de database van haar eigen uitgave'
};

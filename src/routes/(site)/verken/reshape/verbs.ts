/** What each verb does, and how it is written. */
export const verbs: readonly { name: string; meaning: string; example: string }[] = [
	{
		name: 'filter',
		meaning: 'Houdt de regels waarvoor de voorwaarde klopt.',
		example: 'filter jaar >= 2016 and procent > 10'
	},
	{
		name: 'derive',
		meaning: 'Maakt een kolom erbij. Met by rekent elke groep apart.',
		example: 'derive aandeel = round(100 * aantal / sum(aantal), 1) by jaar'
	},
	{
		name: 'rollup',
		meaning: 'Maakt van elke groep één regel.',
		example: 'rollup gemiddelde = mean(procent), regels = count() by jaar'
	},
	{
		name: 'pivot',
		meaning: 'Maakt van elke waarde van een kolom een eigen kolom.',
		example: 'pivot jaar value procent by gebied, wijk'
	},
	{
		name: 'join',
		meaning:
			'Zet er een ander antwoord (bij nummer) of een tabel naast. Wat geen tegenhanger heeft, valt weg.',
		example: 'join 1 by gebied = code'
	},
	{
		name: 'join_left',
		meaning: 'Hetzelfde, maar alle regels blijven staan.',
		example: 'join_left indicator by indicator = id'
	},
	{
		name: 'orderby',
		meaning: 'Zet de regels op volgorde. Wat ontbreekt, staat achteraan.',
		example: 'orderby jaar, procent desc'
	},
	{
		name: 'select',
		meaning: 'Houdt deze kolommen, in deze volgorde.',
		example: 'select wijk, procent as "deel (%)"'
	},
	{ name: 'rename', meaning: 'Geeft kolommen een andere naam.', example: 'rename procent as aandeel' },
	{ name: 'slice', meaning: 'Houdt de eerste regels.', example: 'slice 10' }
];

const list = (value: unknown[]) => ({ value });
const keys = (...all: string[]) => list(all.map((Key) => ({ Key, Title: Key.trim(), Status: 'Definitief' })));
const codes = (...all: string[]) =>
	list(
		all.map((Identifier, i) => ({
			Identifier,
			Title: Identifier,
			DimensionGroupId: String(i),
			Status: 'Voorlopig'
		}))
	);

/** Answers of a small table of v3, by the last part of their address. */
export const answersV3 = {
	TableInfos: list([{ Title: 'Proef', Modified: '2026-01-01T02:00:00', Period: '2024', Source: 'CBS.' }]),
	DataProperties: list([
		{ ID: 0, ParentID: null, Type: 'Dimension', Key: 'Leeftijd', Title: 'Leeftijd' },
		{ ID: 1, ParentID: null, Type: 'Dimension', Key: 'Marges', Title: 'Marges' },
		{ ID: 2, ParentID: null, Type: 'GeoDetail', Key: 'WijkenEnBuurten', Title: 'Wijken en buurten' },
		{ ID: 3, ParentID: null, Type: 'TimeDimension', Key: 'Perioden', Title: 'Perioden' },
		{ ID: 4, ParentID: null, Type: 'TopicGroup', Key: '', Title: 'Eenzaamheid' },
		{ ID: 5, ParentID: 4, Type: 'Topic', Key: 'Eenzaam_28', Title: 'Eenzaam' }
	]),
	Leeftijd: keys('20300   ', '80200   '),
	Marges: keys('MW00000', 'MOG0095', 'MBG0095'),
	WijkenEnBuurten: keys('NL00      ', 'GM1783    ', 'WK178301  '),
	Perioden: keys('2024JJ00'),
	UntypedDataSet: {
		value: ['NL00      ', 'GM1783    ', 'WK178301  '].flatMap((WijkenEnBuurten) =>
			['MW00000', 'MOG0095', 'MBG0095'].map((Marges, i) => ({
				Leeftijd: '20300   ',
				Marges,
				WijkenEnBuurten,
				Perioden: '2024JJ00',
				Eenzaam_28: i === 1 ? '       .' : `    4${i}.5`
			}))
		),
		'odata.nextLink': undefined
	}
};

/** Answers of a small table of v4, by the last part of their address. */
export const answersV4 = {
	Properties: { Title: 'Proef', Modified: '2026', Publisher: 'https://example.org/CBS', License: 'CC0' },
	Dimensions: list([
		{ Identifier: 'Geslacht', Title: 'Geslacht', Kind: 'Dimension' },
		{ Identifier: 'RegioS', Title: "Regio's", Kind: 'GeoDimension' },
		{ Identifier: 'Perioden', Title: 'Perioden', Kind: 'TimeDimension' }
	]),
	MeasureCodes: list([{ Identifier: 'M000352', Title: 'Bevolking' }]),
	GeslachtCodes: codes('T001038', '3000', '4000'),
	RegioSCodes: codes('NL01', 'GM1783'),
	PeriodenCodes: codes('2023JJ00', '2024JJ00'),
	Observations: list(
		['NL01', 'GM1783'].flatMap((RegioS) =>
			['2023JJ00', '2024JJ00'].map((Perioden, i) => ({
				Measure: 'M000352',
				ValueAttribute: i === 0 ? 'None' : 'Impossible',
				Value: i === 0 ? 12.5 : null,
				StringValue: null,
				Geslacht: 'T001038',
				RegioS,
				Perioden
			}))
		)
	)
};

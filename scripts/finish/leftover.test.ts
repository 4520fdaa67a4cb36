import { expect, test } from 'vitest';
import type { Model } from '#lib/schema/model.ts';
import { contentOf, dutchLeft, namesOf } from './leftover.ts';

const content = ['Een gezond leven voor allen', 'Hoek van Holland'];
const names = ['Hoek van Holland'];

test.each([
	['<p>Het aantal doelen</p>', ['Het aantal doelen']],
	['<p>Of all <b>goals</b></p>', []],
	['<p lang="nl">Het aantal <b>doelen</b></p><p>The end</p>', []],
	['<img alt="Kaart van de wijken"><br><p>Map</p>', ['Kaart van de wijken']],
	[
		'<p>The goal “Een gezond leven voor allen” is reached</p>',
		['The goal “Een gezond leven voor allen” is reached']
	],
	['<p>The goal <b lang="nl">Een gezond leven voor allen</b> is reached</p>', []],
	['<p>Een gezond leven voor allen</p>', ['Een gezond leven voor allen']],
	['<p>The map of Hoek van Holland</p>', []],
	['<img alt="The goal Een gezond leven voor allen">', []],
	['<img alt="The goal Een gezond leven voor allen is niet reached">', ['The goal · is niet reached']],
	['<option>Goal: Een gezond leven voor allen</option><option>Alle doelen</option>', ['Alle doelen']],
	['<svg><text>Een gezond leven voor allen</text></svg>', []],
	['<p>Address: /doelen/het-doel/, file doelen.csv</p>', []],
	['<script>const een = "het";</script><p><code>select van</code></p>', []],
	['<p>Wijk-en-buurt</p><p>Doelenboom</p>', []]
])('%s', (html, expected) => {
	expect(dutchLeft(`<html lang="en"><body>${html}</body></html>`, content, names)).toEqual(expected);
});

const model = {
	areas: [{ code: 'WK196912', name: 'Wijk 12 De Wilp', level: 'wijk', parent: 'GM1969', boundaries: 2020 }],
	indicators: [],
	questions: [{ sql: "select coalesce(nullif(period, ''), 'niet genoemd') as wanneer" }],
	monitors: [{ notes: [], registers: { providers: ['De Schans (Tinten)', 'Hulp voor Marum'] } }]
} as unknown as Model;

test.each([
	['<p>The line of De Wilp</p>', []],
	['<svg><title>De Wilp, 2020</title></svg>', []],
	['<p>Agreement with De Schans (Tinten)</p>', []],
	['<p>Agreement with Hulp voor Marum</p>', ['Agreement with Hulp voor Marum']],
	['<svg><text>niet genoemd: 3</text></svg>', []]
])('a name is in no language, as it is shown: %s', (html, expected) => {
	expect(dutchLeft(`<html lang="en"><body>${html}</body></html>`, contentOf(model), namesOf(model))).toEqual(
		expected
	);
});

import { expect, test } from 'vitest';
import { dutchLeft } from './leftover.ts';

test.each([
	['<p>Het aantal doelen</p>', ['Het aantal doelen']],
	['<p>Of all <b>goals</b></p>', []],
	['<p lang="nl">Het aantal <b>doelen</b></p><p>The end</p>', []],
	['<img alt="Kaart van de wijken"><br><p>Map</p>', ['Kaart van de wijken']],
	['<p>The goal “Een gezond leven” is reached</p>', []],
	['<p>The goal “Een gezond leven” is niet reached</p>', ['The goal “·” is niet reached']],
	['<script>const een = "het";</script><p><code>select van</code></p>', []],
	['<p>Wijk-en-buurt</p><p>Doelenboom</p>', []]
])('%s', (html, expected) => {
	expect(dutchLeft(`<html lang="en"><body>${html}</body></html>`, ['Een gezond leven'])).toEqual(expected);
});

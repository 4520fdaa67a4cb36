import { describe, expect, test } from 'vitest';
import { problemsOf } from './catalogue.ts';
import { looksWritten, messagesOf, translated } from './messages.ts';

const keys = (path: string, source: string): string[] => messagesOf(path, source).map(({ key }) => key);
const inEnglish = (path: string, source: string, texts: Record<string, string>): string =>
	translated(path, source, new Map(Object.entries(texts)));

describe('texts are found', () => {
	test('in markup with what stands between them, in attributes and in the scripts of a component', () => {
		expect(
			keys(
				'A.svelte',
				`<script lang="ts">
	const head = 'Doelen van nu';
</script>
<svelte:head><title>Alles – {head}</title></svelte:head>
<p class="nooit dit" aria-label="Uw {head}">
	Van de {count} doelen {#if some}is er <b>één</b>{:else}geen{/if} bereikt. <!-- niet voor lezers -->
</p>
{@const later = 'straks komt meer'}`
			)
		).toEqual([
			'Doelen van nu',
			'Alles – {0}',
			'Uw {0}',
			'Van de {0} doelen {1} bereikt.',
			'is er {0}',
			'één',
			'geen',
			'straks komt meer'
		]);
	});

	test('in code, but not what is compared, imported, a key, a type or told to programmers', () => {
		expect(
			keys(
				'a.ts',
				`import { a } from 'een pad hier';
type Level = 'een soort naam';
const names: Record<Level, string> = { 'een sleutel hier': 'een naam' };
if (level === 'een code hier') throw new Error('a fault here');
const text = \`\${n} keer \${n > 1 ? 'wel' : 'niet'}\`;`
			)
		).toEqual(['een naam', '{0} keer {1}', 'wel', 'niet']);
	});

	test.each([
		['Bekijk de vraag', true],
		['Zoeken', true],
		[' en ', true],
		['select code from area', false],
		['wijk', false],
		['map-class-1', false]
	])('%s is a text that needs a translation: %s', (text, expected) => {
		expect(looksWritten(messagesOf('a.ts', `x('${text}')`)[0]!)).toBe(expected);
	});
});

describe('texts are replaced', () => {
	test('with their pieces in another order, and pieces within pieces', () => {
		const source =
			'<p title="Van {a}">\n\tEr zijn {count} van {all ? `alle ${x} doelen` : "de doelen"}.\n</p>';
		expect(
			inEnglish('A.svelte', source, {
				'Van {0}': 'By {0}',
				'Er zijn {0} van {1}.': 'Of {1} there are {0}.',
				'alle {0} doelen': 'all {0} goals',
				'de doelen': 'the goals'
			})
		).toBe('<p title="By {a}">\n\tOf {all ? `all ${x} goals` : "the goals"} there are {count}.\n</p>');
	});

	test('without letting a sign of the text become code', () => {
		const texts = { 'een naam': 'it\'s "a" `name`\n', '{0} keer': '`{0}` ${times}\\' };
		const code = inEnglish(
			'a.ts',
			"export const a = 'een naam'; export const b = (n) => `${n} keer`;",
			texts
		);
		const [a, b] = code.split('; ') as [string, string];
		expect(JSON.parse(a.replace('export const a = ', ''))).toBe(texts['een naam']);
		expect(b).toBe('export const b = (n) => `\\`${n}\\` \\${times}\\\\`;');
	});

	test('not where there is no translation', () => {
		const source = '<p>Geen {a} hier</p>';
		expect(inEnglish('A.svelte', source, { ander: 'other' })).toBe(source);
	});
});

describe('a catalogue is refused', () => {
	const of = (texts: Record<string, string | null>) =>
		problemsOf('A.svelte', '<p>Van {a} naar {b}</p>', new Map(Object.entries(texts)));

	test.each([
		[{}, 'not translated: Van {0} naar {1}'],
		[{ 'Van {0} naar {1}': 'From {0}' }, 'other pieces than Van {0} naar {1}: From {0}'],
		[{ 'Van {0} naar {1}': 'From {0} to <b>{1}</b>' }, 'code in From {0} to <b>{1}</b>'],
		[{ 'Van {0} naar {1}': null, weg: 'gone' }, 'no longer there: weg']
	])('with %j', (texts, expected) => {
		expect(of(texts)).toEqual([`A.svelte: ${expected}`]);
	});

	test('not when each text has one, in any order of pieces', () => {
		expect(of({ 'Van {0} naar {1}': 'To {1} from {0}' })).toEqual([]);
	});
});

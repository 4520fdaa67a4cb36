import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '#scripts/read/problem.ts';
import { broken, replace } from './broken.fixture.ts';
import { load } from './load.ts';
import { check } from './rules.ts';

const folder = 'monitors/zoetermeer';
const yaml = `${folder}/monitor.yaml`;
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path d="M0 0h30v10z"/></svg>';
const checked = (breakIt: (root: string) => void) => check(load(broken(breakIt), 'zoetermeer'));
const said = (breakIt: (root: string) => void): string[] => checked(breakIt).problems.map(formatProblem);
const add = (root: string, text: string): void => replace(root, yaml, 'accent:\n', `${text}\naccent:\n`);
const write = (name: string, text: string) => (root: string) => writeFileSync(join(root, folder, name), text);

describe('a theme', () => {
	test('comes with the monitor', () => {
		const { dataset, problems } = checked(
			write('theme.css', ':root { --basis-color-default-bg-subtle: #eef4f5; }\n')
		);
		expect(problems).toEqual([]);
		expect(dataset!.model.monitors[0]!.theme).toContain(
			'--basis-color-default-bg-subtle: light-dark(#eef4f5, #'
		);
	});

	test('below AA is refused, with its place', () => {
		expect(said(write('theme.css', ':root {\n\t--basis-color-default-color-subtle: #949494;\n}\n'))[0]).toBe(
			`data/${folder}/theme.css:2:2: er staat "#949494", verwacht: in het licht meer contrast tussen de zachte tekst ` +
				'(#949494) en de pagina (#ffffff): het is 3,03 op 1 en moet minstens 4,5 op 1 zijn ' +
				'(--basis-color-default-color-subtle op --basis-color-default-bg-document)'
		);
	});

	test('that is no theme is refused, and nothing is said of its colours', () => {
		expect(
			said(write('theme.css', 'body { }\n:root { --basis-color-default-color-subtle: #949494; }\n'))
		).toEqual([`data/${folder}/theme.css:1:1: er staat "body", verwacht: alleen :root of .theme`]);
	});

	test('an accent that is too pale is refused in monitor.yaml', () => {
		const [first] = said((root) =>
			replace(root, yaml, 'accent:\n  light: "#', 'accent:\n  light: "#ffffff" #')
		);
		expect(first).toMatch(
			/^data\/monitors\/zoetermeer\/monitor\.yaml:\d+:\d+: er staat "#ffffff", verwacht: in het licht meer contrast tussen een link/
		);
	});
});

describe('a logo', () => {
	test('comes with its size', () => {
		const { dataset, problems } = checked((root) => {
			write('logo.svg', svg)(root);
			add(root, 'logo: { file: logo.svg, alt: Gemeente Zoetermeer }');
		});
		expect(problems).toEqual([]);
		expect(dataset!.model.monitors[0]!.logo).toMatchObject({ type: 'svg', width: 30, height: 10 });
	});

	test('that is not there is missed', () => {
		expect(said((root) => add(root, 'logo: { file: logo.png, alt: Gemeente }'))).toEqual([
			expect.stringMatching(
				/monitor\.yaml:\d+:\d+: er staat "logo\.png", verwacht: een bestand dat in data\/monitors\/zoetermeer\/ staat$/
			)
		]);
	});

	test.each([
		['../../logo.svg', 'verwacht: voor "file" een bestand in deze map'],
		['logo.jpg', 'verwacht: voor "file" een bestand in deze map']
	])('is not %s', (file, message) => {
		expect(said((root) => add(root, `logo: { file: ${file}, alt: Gemeente }`))[0]).toContain(message);
	});

	test('says what it is', () => {
		expect(said((root) => add(root, 'logo: { file: logo.svg }'))[0]).toContain('voor "alt" een tekst');
	});
});

describe('links and a contact', () => {
	test('are read', () => {
		const { dataset, problems } = checked((root) =>
			add(
				root,
				`links:
  header:
    - { text: Naar de gemeente, url: "https://www.voorbeeld.nl/" }
contact:
  name: Team onderzoek
  phone: "14 079"
  hours: op werkdagen van 9 tot 17 uur`
			)
		);
		expect(problems).toEqual([]);
		expect(dataset!.model.monitors[0]!.monitor.links).toEqual({
			header: [{ text: 'Naar de gemeente', url: 'https://www.voorbeeld.nl/' }],
			footer: []
		});
	});

	test.each([
		[
			'links: { header: [ { text: Naar, url: "http://www.voorbeeld.nl/" } ] }',
			'een adres als https://www.voorbeeld.nl/'
		],
		[
			'links: { footer: [ { text: Naar, url: "javascript:alert(1)" } ] }',
			'een adres als https://www.voorbeeld.nl/'
		],
		[
			'links: { footer: [ { text: "<b>Naar</b>", url: "https://www.voorbeeld.nl/" } ] }',
			'gewone tekst, zonder de tekens'
		],
		['links: { sidebar: [] }', 'alleen namen die dit bestand kent'],
		['contact: { name: Team }', 'een e-mailadres (email), telefoonnummer (phone) of adres (url)'],
		['contact: { name: Team, phone: bel maar }', 'een telefoonnummer van cijfers'],
		['contact: { name: Team, email: niemand }', 'een e-mailadres als naam@voorbeeld.nl']
	])('%s is refused', (text, message) => {
		expect(said((root) => add(root, text)).join('\n')).toContain(message);
	});
});

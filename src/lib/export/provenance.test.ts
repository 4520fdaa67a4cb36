import { expect, test } from 'vitest';
import { facts, pictureLines, provenance } from './provenance.ts';
import { asked, sample } from '../../../tests/answers.ts';

test('a file says what it is, where it comes from, and that it is cut', () => {
	const told = facts(provenance(asked, sample));
	expect(told.map(({ label }) => label)).toEqual([
		'Titel',
		'Bron',
		'Stand van de cijfers',
		'Gevraagd op',
		'De vraag openen',
		'Let op',
		'Vraag (SQL)'
	]);
	expect(told.map(({ text }) => text)).toEqual([
		asked.title,
		'Gezondheid per wijk en buurt, CBS, GGD en RIVM, tabel 50090NED, licentie CC BY 4.0, https://opendata.cbs.nl/',
		'1 oktober 2026',
		'23 november 2026',
		asked.address,
		'Niet alle regels staan erin: het antwoord is afgekapt na 3 regels.',
		asked.query
	]);
});

test('without a source, a release or an address it says only what is known', () => {
	const bare = provenance(
		{ title: 'x', query: 'select 1', day: '2026-11-23', sources: [] },
		{ ...sample, cut: false }
	);
	expect(facts(bare).map(({ text }) => text)).toEqual([
		'x',
		'Bij deze vraag is geen bron genoemd.',
		'23 november 2026',
		'select 1'
	]);
});

test('under a picture stand its source, its days and what to mind', () => {
	expect(pictureLines(provenance(asked, sample), sample)).toEqual([
		'Bron: CBS, GGD en RIVM, Gezondheid per wijk en buurt.',
		'Stand van de cijfers: 1 oktober 2026. Gevraagd op 23 november 2026.',
		'Niet alle regels staan erin: het antwoord is afgekapt na 3 regels.'
	]);
});

test('steps after the SQL are named, with what was joined and what they left out', () => {
	const worked = {
		steps: 'join area by code\nslice 1',
		count: 2,
		remarks: ['Stap 1: 3 regels vallen weg.'],
		beside: ['select * from "area"']
	};
	const from = provenance({ ...asked, worked }, sample);
	expect(facts(from).slice(-4)).toEqual([
		{ label: 'Let op', text: 'Niet alle regels staan erin: het antwoord is afgekapt na 3 regels.' },
		{ label: 'Vraag (SQL)', text: asked.query },
		{ label: 'Daarna bewerkt met stappen', text: worked.steps },
		{ label: 'Erbij gevoegd (SQL)', text: 'select * from "area"' }
	]);
	expect(from.remarks[0]).toBe('Stap 1: 3 regels vallen weg.');
	expect(pictureLines(from, sample)[2]).toBe('Bewerkt met 2 stappen.');
});

test('what a reader must know of what was asked stands among the remarks', () => {
	const from = provenance({ ...asked, cautions: ['Gebieden zijn geen mensen.'] }, { ...sample, cut: false });
	expect(from.remarks).toEqual(['Gebieden zijn geen mensen.']);
	expect(facts(from)).toContainEqual({ label: 'Let op', text: 'Gebieden zijn geen mensen.' });
	expect(pictureLines(from, sample)).toContain('Gebieden zijn geen mensen.');
});

test('a file of the reader is the first source, and the question needs it again', () => {
	const from = provenance({ ...asked, own: ['Meldingen.csv'] }, { ...sample, cut: false });
	expect(
		facts(from)
			.filter(({ label }) => label === 'Bron')
			.map(({ text }) => text.slice(0, 41))
	).toEqual(['eigen bestand van de lezer: Meldingen.csv', 'Gezondheid per wijk en buurt, CBS, GGD en']);
	expect(pictureLines(from, sample)).toEqual([
		'Bron: eigen bestand van de lezer: Meldingen.csv; CBS, GGD en RIVM, Gezondheid per wijk en buurt.',
		'Stand van de cijfers: 1 oktober 2026. Gevraagd op 23 november 2026.'
	]);
});

test('what is empty in a file only is not said of a picture', () => {
	const endless = {
		...sample,
		rows: sample.rows.map((row) => row.map((cell) => (typeof cell === 'number' ? Infinity : cell)))
	};
	const from = provenance(asked, endless);
	expect(from.remarks.join()).toContain('geen gewoon getal');
	expect(pictureLines(from, endless).join()).not.toContain('geen gewoon getal');
});

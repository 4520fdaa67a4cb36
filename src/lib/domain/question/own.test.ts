import { expect, test } from 'vitest';
import { attachedAs, toTables } from '../own/database.ts';
import { ownIn, tellAddress, tellNoCode } from './own.ts';

const csv = { name: 'Meldingen.csv', tables: [{ written: 'eigen_meldingen' }] };
const database = {
	name: 'mijn.duckdb',
	tables: toTables({
		rows: [
			['main', 'kosten', 3, 'bedrag', 'INTEGER', true],
			['oud', 'een "tabel"', 3, 'bedrag', 'INTEGER', true]
		]
	}),
	attached: attachedAs
};

test.each([
	['select * from observation o join EIGEN_meldingen m on m.gebied = o.area', ['Meldingen.csv']],
	['from "eigen_meldingen"', ['Meldingen.csv']],
	['join eigen_meldingen by gebied', ['Meldingen.csv']],
	['select * from eigen_meldingen_2', []],
	['select * from observation', []]
])('%s', (sql, expected) => expect(ownIn([sql], [csv])).toEqual(expected));

test('a database is known by its name before a dot, and not by the word', () => {
	for (const { written } of database.tables)
		expect(ownIn([`select * from ${written}`], [database])).toEqual(['mijn.duckdb']);
	for (const written of [
		'eigen.kosten',
		'Eigen.main.kosten',
		'"eigen" . kosten',
		'eigen.oud."een ""tabel"""'
	])
		expect(ownIn([`select * from ${written}`], [database])).toEqual(['mijn.duckdb']);
	expect(ownIn(["select 'eigen' as eigen"], [database])).toEqual([]);
	expect(ownIn(['select kosten from expenditure'], [database])).toEqual([]);
});

test('of more files each is named once', () => {
	expect(ownIn(['from eigen_meldingen, eigen.kosten'], [csv, database, csv])).toEqual([
		'Meldingen.csv',
		'mijn.duckdb'
	]);
});

test('with a file of the reader the address is not enough, and there is no code', () => {
	expect(tellAddress([])).toMatch(/^Het adres bevat.*hetzelfde antwoord/);
	expect(tellAddress([], true)).toMatch(/^Het adres dat u hier kopieert, bevat ook.*hetzelfde antwoord/);
	expect(tellAddress(['Meldingen.csv'])).toContain('hetzelfde bestand erbij: Meldingen.csv.');
	expect(tellNoCode([])).toBe('');
	expect(tellNoCode(['Meldingen.csv'])).toContain('R en Python');
});

import { expect, test } from 'vitest';
import { neutralise, toCsv } from './csv.ts';

test('numbers keep their point and their sign, what is missing is empty', () => {
	const rows = [
		{ area: 'WK178301', value: 46.3 },
		{ area: 'WK178302', value: -1.5 },
		{ area: 'WK178303', value: null }
	];
	expect(toCsv(['area', 'value'], rows)).toBe('area,value\nWK178301,46.3\nWK178302,-1.5\nWK178303,\n');
});

test('a comma, a quote or a new line is quoted', () => {
	expect(toCsv(['why'], [{ why: 'hulp, zorg' }, { why: 'de "waakvlam"' }, { why: 'een\ntwee' }])).toBe(
		'why\n"hulp, zorg"\n"de ""waakvlam"""\n"een\ntwee"\n'
	);
});

test.each([
	'=1+1',
	'+31',
	'-kosten',
	'@SUM(A1)',
	' =1+1',
	'\t=1+1',
	'\r=1+1',
	'\n',
	'＝1+1',
	'＋1',
	'－1',
	'＠SUM(A1)',
	'﹦1',
	"'=1+1",
	"''-1"
])('the text %s cannot become a formula', (text) => {
	expect(neutralise(text)).toBe(`'${text}`);
});

test('a text that only holds such a sign stays as it is', () => {
	expect(neutralise("'s-Gravenzande")).toBe("'s-Gravenzande");
	expect(neutralise('18+')).toBe('18+');
});

test('without rows there is still a head', () => {
	expect(toCsv<{ a: string; b: string }>(['a', 'b'], [])).toBe('a,b\n');
});

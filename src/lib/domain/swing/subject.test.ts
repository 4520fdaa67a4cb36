import fc from 'fast-check';
import { expect, test } from 'vitest';
import { subjectCode } from './subject.ts';

test.each([
	['eenzaamheid', '65+', 'eenzaamheid_65plus'],
	['inwoners-65plus', 'totaal', 'inwoners_65plus_totaal'],
	['3d-druk', '18+', 'i__3d_druk_18plus'],
	['heel-lange-naam-van-een-indicator-die-blijft', '18+', 'heel_lange_naam_van_een_indicator__jmyr0p'],
	['banen', 'geslacht=mannen;leeftijd=0-jaar', 'banen_geslacht_mannen_leeftijd_0__1l8e5w']
])('%s of %s is %s for good', (indicator, breakdown, code) => {
	expect(subjectCode(indicator, breakdown)).toBe(code);
});

const slug = fc
	.array(fc.stringMatching(/^[a-z0-9]{1,9}$/), { minLength: 1, maxLength: 7 })
	.map((parts) => parts.join('-'));
const group = fc.constantFrom('18+', '65+', 'totaal');

test('every code is one of Swing, also with the longest end, and two measures never share one', () => {
	fc.assert(
		fc.property(slug, group, slug, group, (one, a, other, b) => {
			const codes = [subjectCode(one, a), subjectCode(other, b)];
			for (const code of codes) expect(`${code}_laag`).toMatch(/^[a-z][a-z0-9_]{0,45}$/);
			expect(codes[0] === codes[1]).toBe(one === other && a === b);
		})
	);
});

test('what stands beside a subject is no subject of another measure', () => {
	const codes = ['lasten', 'lasten-n', 'lasten-totaal', 'lasten-totaal-n'].map((id) =>
		subjectCode(id, 'totaal')
	);
	const all = codes.flatMap((code) => [code, `${code}_laag`, `${code}_hoog`, `${code}_n`]);
	expect(new Set(all).size).toBe(all.length);
});

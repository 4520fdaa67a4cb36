import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { printPage } from '#scripts/report/print.ts';
import { readPdf } from '../pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'druk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
	['/westerkwartier/indicatoren/overgewicht/', 'Westerkwartier', 'Het verloop per wijk'],
	['/westland/indicatoren/eenzaamheid/65-plus/', 'Westland', 'Het verloop per wijk'],
	['/zoetermeer/indicatoren/wmo-clienten/', 'Zoetermeer', 'Per wijk in 2024']
])('%s on paper', (path, name, head) => {
	test('names the gemeente at its head, and has its chart on the first sheet', async () => {
		const file = join(folder, 'pagina.pdf');
		await printPage(new URL(path.slice(1), inject('site')).href, file);
		const { pages } = await readPdf(file);
		const first = pages[0]!;
		expect(first.split('\n').slice(0, 2).join(' ')).toContain(name);
		expect(first).toContain(head);
		// What stands below the axis of the chart.
		expect(first).toMatch(/De (as|schaal) begint/);
	});
});

test('a citation has every figure on paper, also those that no reader came near', async () => {
	const path = 'westerkwartier/aanhalen/2026-11-27/ervaren-gezondheid/';
	const file = join(folder, 'citaat.pdf');
	await printPage(new URL(path, inject('site')).href, file);
	const printed = (await readPdf(file)).pages.join('\n');
	const hashes = readFileSync(join('build', path, 'index.html'), 'utf8').match(
		/(?<=<tr id="c-)[0-9a-f]{10}/g
	)!;
	expect(hashes.length).toBeGreaterThan(900);
	expect(hashes.filter((hash) => !printed.includes(hash))).toEqual([]);
});

test.each([
	['westland/rapport/2017/', '/westland/aanhalen/2026-11-27/rapport/2017/'],
	['zoetermeer/indicatoren/wmo-clienten/', '/zoetermeer/aanhalen/2026-11-27/wmo-clienten/']
])('%s says on paper where it is cited, on screen it leads there', async (path, address) => {
	const file = join(folder, 'plaats.pdf');
	await printPage(new URL(path, inject('site')).href, file);
	expect((await readPdf(file)).pages.join('').replace(/\s/g, '')).toContain(`(${address})`);
	const html = readFileSync(join('build', path, 'index.html'), 'utf8');
	expect(html).toContain(`href="${'../'.repeat(path.split('/').length - 1)}${address.slice(1)}"`);
});

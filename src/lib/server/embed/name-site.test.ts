import { expect, test } from 'vitest';
import { nameSite } from './name-site.ts';

test('a frame names the site in its texts and hints, and leaves addresses and other pages as they are', () => {
	const html =
		'<p id="deze site" title="deze site">Deze site telde op. Door deze\n site, niet door dezelfde site.</p>';
	expect(nameSite(html, '/insluiten/westland/tegels/')).toBe(
		'<p id="deze site" title="Doelenboom">Doelenboom telde op. Door Doelenboom, niet door dezelfde site.</p>'
	);
	expect(nameSite(html, '/westland/')).toBe(html);
	expect(nameSite('<p>By this site.</p>', '/insluiten/vragen/x/')).toBe('<p>By Doelenboom.</p>');
});

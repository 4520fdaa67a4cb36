import { expect, test } from 'vitest';
import { nameSite } from './name-site.ts';

test('a frame names the site in its texts, and leaves attributes and other pages as they are', () => {
	const html = '<p title="deze site">Deze site telde op. Door deze\n site, niet door dezelfde site.</p>';
	expect(nameSite(html, '/insluiten/westland/tegels/')).toBe(
		'<p title="deze site">Doelenboom telde op. Door Doelenboom, niet door dezelfde site.</p>'
	);
	expect(nameSite(html, '/westland/')).toBe(html);
	expect(nameSite('<p>By this site.</p>', '/insluiten/vragen/x/')).toBe('<p>By Doelenboom.</p>');
});

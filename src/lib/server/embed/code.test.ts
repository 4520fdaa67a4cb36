import { expect, test } from 'vitest';
import { placeCode } from './code.ts';

test.each(['/westland/', '/westland/doelen/', '/westland/indicatoren/roken/'])(
	'%s says beside its code that what is chosen behind the address needs script, and what is there without',
	(path) => {
		const html = placeCode('<title>Roken - Doelenboom</title><div id="insluiten"></div>', path);
		const help = /<p class="small">(.*?)<\/p>/.exec(html)![1]!;
		expect(help).toContain('?thema=donker');
		expect(help).toContain('Deze keuzes werken met JavaScript in het kader.');
		expect(help).toContain('dan is het gewone beeld te zien');
	}
);

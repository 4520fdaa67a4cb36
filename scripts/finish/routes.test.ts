import { expect, test } from 'vitest';
import { relativeStyles } from './routes.ts';

const route = `export const route = { leaf: [true, 34] }; export const params = {"choice":"65-plus"};`;

test('style sheets of a route are found from its own file, on any path', () => {
	const kit = `import('../../_app/immutable/entry/start.A.js').then(x => x.load_css(['/_app/immutable/assets/base.B.css','/_app/immutable/assets/3.C.css',]));\n${route}`;
	expect(relativeStyles(kit)).toBe(
		`import('../../_app/immutable/entry/start.A.js').then(x => x.load_css([` +
			`new URL('../../_app/immutable/assets/base.B.css', import.meta.url).href,` +
			`new URL('../../_app/immutable/assets/3.C.css', import.meta.url).href,]));\n${route}`
	);
});

test('a route without style sheets stays as it is', () => expect(relativeStyles(route)).toBe(route));

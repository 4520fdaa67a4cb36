import { describe, expect, test } from 'vitest';
import { readMarkdown } from './markdown.ts';

describe('the Markdown of an explanation', () => {
	test('is paragraphs, lists, emphasis and links', () => {
		const { blocks, problems } = readMarkdown(
			'Het *stijgt*, zegt [het RIVM](https://www.rivm.nl/).\n\n- **een**\n- twee'
		);
		expect(problems).toEqual([]);
		expect(blocks).toEqual([
			{
				kind: 'paragraph',
				content: [
					{ kind: 'text', text: 'Het ' },
					{ kind: 'emphasis', text: 'stijgt' },
					{ kind: 'text', text: ', zegt ' },
					{ kind: 'link', text: 'het RIVM', href: 'https://www.rivm.nl/' },
					{ kind: 'text', text: '.' }
				]
			},
			{ kind: 'list', items: [[{ kind: 'strong', text: 'een' }], [{ kind: 'text', text: 'twee' }]] }
		]);
	});

	test.each([
		['a <b>word</b> in HTML', 'Een <b>vet</b> woord.', '<b>', 1, 5],
		['a block of HTML', 'Eerst.\n\n<script>alert(1)</script>', '<script>alert(1)</script>', 3, 1],
		['a heading', '# Kop', '# Kop', 1, 1],
		['a picture', 'Kijk: ![x](https://example.org/x.png)', '![x](https://example.org/x.png)', 1, 7],
		['code', 'Dit is `code`.', '`code`', 1, 8]
	])('%s is refused with its place', (_, text, found, line, column) => {
		const { problems } = readMarkdown(text);
		expect(problems[0]).toMatchObject({ found, line, column });
		expect(problems[0]!.expected).toMatch(/^gewone tekst/);
	});

	test.each(['javascript:alert(1)', 'http://example.org/', '//example.org', 'data:text/html,x'])(
		'a link to %s is refused',
		(url) => {
			expect(readMarkdown(`[klik](${url})`).problems[0]!.expected).toBe('een link die begint met https://');
		}
	);
});

import { escapeMarkup } from '../markup.ts';

/**
 * A page with a line at its top. It stands before everything that script of the page goes on with, and needs neither
 * script nor styles of its own, so that the policy of the page holds.
 * @param text plain text; it is escaped here
 */
export function withLine(html: string, text: string, link: { href: string; text: string }): string {
	const line =
		`<aside class="notice screen-only" aria-label="Bewaarde pagina's" data-bewaard>` +
		`<p>${escapeMarkup(text)} <a href="${escapeMarkup(link.href)}">${escapeMarkup(link.text)}</a></p></aside>`;
	return html.replace(/<body\b[^>]*>/, (body) => body + line);
}

/** A page that is shown at any address: its links start at the root of the site. */
export const fromRoot = (html: string, scope: string): string =>
	html.replace(/(\s(?:href|src|action)=")(?:\.\.\/)+/g, (_, start: string) => start + escapeMarkup(scope));

/** What a reader can still open, in the empty list that the page for it has. */
export const withKept = (html: string, kept: readonly { href: string; text: string }[]): string =>
	html.replace(
		/(<ul\b[^>]*\bdata-kept\b[^>]*>)[\s\S]*?(<\/ul>)/,
		(_, start: string, end: string) =>
			start +
			kept
				.map(({ href, text }) => `<li><a href="${escapeMarkup(href)}">${escapeMarkup(text)}</a></li>`)
				.join('') +
			end
	);

import { escapeMarkup } from '#lib/domain/markup.ts';
import type { Logo, MonitorData } from '#lib/schema/model.ts';
import type { Monitor } from '#lib/schema/monitor.ts';
import { model } from './model.ts';

/** Where a page leaves room, first in its head and then in its foot; while developing, Svelte marks it as its own. */
const place = /(<div class="organisation[^"]*">)(<\/div>)/g;

/** Room for a logo, in pixels. */
const room = { width: 240, height: 48 };

type Links = Monitor['links']['header'];

const outside = (text: string, url: string): string =>
	`<a class="outside" href="${escapeMarkup(url)}" rel="external"><span>${escapeMarkup(text)}</span><span class="visually-hidden"> (andere site)</span></a>`;

const navigation = (label: string, links: Links): string =>
	links.length === 0
		? ''
		: `<nav aria-label="${escapeMarkup(label)}"><ul class="plain">${links
				.map(({ text, url }) => `<li>${outside(text, url)}</li>`)
				.join('')}</ul></nav>`;

function picture({ type, width, height }: Logo, alt: string, folder: string): string {
	const scale = Math.min(room.width / width, room.height / height);
	const [wide, high] = [width, height].map((side) => Math.max(1, Math.round(side * scale)));
	return `<img src="${folder}logo.${type}" alt="${escapeMarkup(alt)}" width="${wide}" height="${high}">`;
}

/** A telephone number is never broken over two lines. */
const unbroken = (phone: string): string => phone.replaceAll(' ', '&nbsp;').replaceAll('-', '&#8209;');

function contactOf({ name, email, phone, url, hours }: NonNullable<Monitor['contact']>): string {
	const ways = [
		email && `<a href="mailto:${escapeMarkup(email)}">${escapeMarkup(email)}</a>`,
		phone && `<a href="tel:${phone.replace(/[^+\d]/g, '')}">${unbroken(phone)}</a>`,
		url && outside(new URL(url).hostname.replace(/^www\./, ''), url)
	].filter(Boolean);
	return `<p>Vragen over deze monitor? <span>${escapeMarkup(name)}</span>: ${ways.join(', ')}${hours ? ` (<span>${escapeMarkup(hours)}</span>)` : ''}.</p>`;
}

function headOf({ monitor: { name, logo: named, links }, logo }: MonitorData, folder: string): string {
	const shown = logo && named ? picture(logo, named.alt, folder) : '';
	return shown + navigation(`Site van ${name}`, links.header);
}

const footOf = ({ monitor: { name, links, contact } }: MonitorData): string =>
	(contact ? contactOf(contact) : '') + navigation(`Meer van ${name}`, links.footer);

/**
 * Gives a page of a monitor the theme of its organisation, and a whole page its logo, links and contact too. The page
 * itself leaves room, and no script of it knows what comes there.
 * @param html a whole page as it was rendered
 * @param path address of the page from the root of the site
 */
export function dress(html: string, path: string, monitors: readonly MonitorData[] = model.monitors): string {
	const parts = path.split('/').filter(Boolean);
	const slug = parts[0] === 'insluiten' ? parts[1] : parts[0];
	const data = monitors.find(({ monitor }) => monitor.slug === slug);
	if (!data) return html;
	const folder = `${'../'.repeat(parts.length)}${slug}/`;
	const fillers = [headOf(data, folder), footOf(data)];
	const filled = html.replace(
		place,
		(_, start: string, end: string) => `${start}${fillers.shift() ?? ''}${end}`
	);
	return data.theme === undefined
		? filled
		: filled.replace('</head>', () => `<link rel="stylesheet" href="${folder}thema.css">\n\t</head>`);
}

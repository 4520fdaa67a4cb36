import { escapeMarkup } from '#lib/domain/markup.ts';
import { askAbout, type Asked } from './asked.ts';
import { findBlocks } from './blocks.ts';

const words: Record<Asked['about'], string> = {
	now: 'Bekijk de vraag naar deze cijfers, zoals ze nu zijn',
	figures: 'Bekijk de vraag',
	spending: 'Bekijk de vraag over uitgaven',
	documents: 'Bekijk de vraag over cijfers uit stukken',
	goals: 'Bekijk de vraag over aantallen doelen',
	verdicts: 'Bekijk de vraag over oordelen',
	then: 'Bekijk de vraag over oordelen van toen',
	below: 'Bekijk de vraag over oordelen',
	measurable: 'Bekijk de vraag over wat te meten is',
	indicators: 'Bekijk de vraag over aantallen indicatoren',
	links: 'Bekijk de vraag over verbindingen',
	promises: 'Bekijk de vraag over afspraken',
	statuses: 'Bekijk de vraag over aantallen cijfers',
	sources: 'Bekijk de vraag over aantallen cijfers per bron',
	areas: 'Bekijk de vraag over aantallen gebieden',
	actions: 'Bekijk de vraag over acties',
	work: 'Bekijk de vraag over wat is gepland en gedaan',
	changes: 'Bekijk de vraag over wat veranderde',
	conversions: 'Bekijk de vraag over gebieden met andere grenzen',
	rows: 'Bekijk de vraag over aantallen regels',
	standing: 'Bekijk de vraag naar de oordelen, zoals ze nu zijn',
	standingThen: 'Bekijk de vraag naar de oordelen over die dag, zoals ze nu zijn'
};

/**
 * Puts below each block of figures the links that open their question in the workbench. A page with script makes its
 * own, since what is added here would not be there for that script; so does a page that already has one. Where such a
 * page leaves room, script lets alone what is in it.
 * @param html a whole page as it was rendered
 * @param path address of the page from the root of the site
 */
export async function linkQuestions(html: string, path: string): Promise<string> {
	const onlyInRoom = html.includes('kit.start(') || html.includes('class="ask"');
	const parts = path.split('/').filter(Boolean);
	const slug = parts[0] === 'insluiten' ? parts[1] : parts[0];
	const workbench = `${'../'.repeat(parts.length) || './'}verken/`;
	const blocks = findBlocks(html)
		.filter(({ hasRoom }) => hasRoom || !onlyInRoom)
		.toSorted((a, b) => a.at - b.at);
	let done = '';
	let from = 0;
	for (const { figures, heading, at } of blocks) {
		const links = (await askAbout(figures, slug ?? '')).map(
			({ about, question }) =>
				`<a class="ask" href="${workbench}#${question}">${words[about]}<span class="visually-hidden"> bij ${escapeMarkup(heading)}</span></a>`
		);
		if (links.length === 0) continue;
		done += `${html.slice(from, at)}<p class="asks small">${links.join(' ')}</p>`;
		from = at;
	}
	return done + html.slice(from);
}

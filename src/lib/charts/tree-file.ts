import { levelNames, originNames } from '../domain/goal-names.ts';
import { escapeMarkup } from '../domain/markup.ts';
import type { Level } from '../schema/goal.ts';
import type { FileColours } from '../schema/model.ts';
import { drawLanes } from './tree-links.ts';
import { wrap } from './tree-text.ts';
import { cardShare, fullWidth, indentShare, placeTree, type TreeLayout, type TreeLink } from './tree.ts';

/** A goal as the files that leave the site show it. */
export interface FileGoal {
	id: string;
	level: Level;
	code?: string;
	title: string;
}

export interface TreeFile {
	/** Of which organisation, and where the tree stands in its documents. */
	title: string;
	source: string;
	goals: readonly FileGoal[];
	links: readonly TreeLink[];
	/** The language of titles and reasons, where that is another than the interface has. */
	lang?: string;
	/** The reason for each level that has no goals. */
	empty: Partial<Record<Level, string>>;
	/** Of its organisation. */
	colours: FileColours;
}

const column = 290;
const lineHeight = 15;
const letterSize = 12;
const top = 110;
const dashes = {
	source: '',
	editorial: ' stroke-dasharray="6 4"',
	derived: ' stroke-dasharray="1.5 4" stroke-linecap="round"'
};

const titleOf = ({ code, title }: FileGoal): string => (code ? `${code} ${title}` : title);

/** Width of a card that is moved in this far, and the lines of its title. */
function label(goal: FileGoal, indent: number): { room: number; texts: string[] } {
	const room = (cardShare - indent * indentShare) * column;
	return { room, texts: wrap(titleOf(goal), (room - 14) / letterSize) };
}

const place = ({ goals, links }: TreeFile): TreeLayout =>
	placeTree(goals, links, new Set(goals.map(({ id }) => id)), {
		height: (goal, indent) => label(goal, indent).texts.length * lineHeight + 11,
		gap: 7
	});

const lines = (texts: readonly string[], x: number, y: number, step: number): string =>
	texts.map((text, i) => `<tspan x="${x}" y="${y + i * step}">${escapeMarkup(text)}</tspan>`).join('');

/** The whole tree as one SVG that needs nothing else: a picture for a document, with its title and source in it. */
export function treeSvg(file: TreeFile): string {
	const { title, source, goals, empty, colours, lang } = file;
	const layout = place(file);
	const [width, height] = [column * layout.columns.length, top + layout.height + 56];
	const byId = new Map(goals.map((goal) => [goal.id, goal]));
	const spoken = lang ? ` lang="${lang}"` : '';
	const heads = layout.columns.map((level, i) => {
		const note = empty[level]
			? lines(wrap(empty[level], (column * cardShare) / letterSize), i * column, top + 14, lineHeight)
			: '';
		return `<text class="head" x="${i * column}" y="${top - 12}">${levelNames[level].label}</text><text class="note"${spoken}>${note}</text>`;
	});
	const cards = [...layout.goals.values()].map(({ id, column: at, indent, top: down, height: high }) => {
		const goal = byId.get(id)!;
		const x = (at + indent * indentShare) * column;
		const y = Math.round(top + down);
		const { room, texts } = label(goal, indent);
		return `<g data-goal="${id}" data-level="${goal.level}"${spoken}><title>${escapeMarkup(goal.title)}</title><rect x="${x}" y="${y}" width="${room}" height="${high}" fill="${colours.levels[goal.level]}"/><text>${lines(texts, x + 8, y + 16, lineHeight)}</text></g>`;
	});
	const paths = drawLanes(layout).map(
		({ from, to, origin, d }) =>
			`<path data-from="${from}" data-to="${to}" data-origin="${origin}" d="${d}"${dashes[origin]}/>`
	);
	const legend = Object.entries(originNames)
		.map(([, { label }], i) => `${['doorgetrokken', 'streepjes', 'stippels'][i]}: ${label}`)
		.join('; ');
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-24 -12 ${width + 48} ${height + 24}" width="${width + 48}" height="${height + 24}" role="img" aria-label="${escapeMarkup(title)}">
<style>text{font:12px system-ui,sans-serif;fill:${colours.text}}.title{font:bold 22px Georgia,serif;fill:${colours.accent}}.head{font-weight:bold;font-size:15px}.note{fill:${colours.subtle}}path{fill:none;stroke:${colours.border};stroke-width:1;vector-effect:non-scaling-stroke}</style>
<rect x="-24" y="-12" width="100%" height="100%" fill="${colours.page}"/>
<text class="title" x="0" y="26">${escapeMarkup(title)}</text>
<text class="note" x="0" y="48">${escapeMarkup(source)}</text>
${heads.join('\n')}
<svg x="0" y="${top}" width="${width}" height="${layout.height}" viewBox="0 0 ${fullWidth} ${layout.height}" preserveAspectRatio="none" overflow="visible">${paths.join('\n')}</svg>
${cards.join('\n')}
<text class="note" x="0" y="${height - 20}">Lijnen: ${escapeMarkup(legend)}.</text>
</svg>
`;
}

/** The whole tree as one HTML file that opens by double-clicking: the picture, and the outline with every full title. */
export function treeHtml(file: TreeFile): string {
	const layout = place(file);
	const { page, text, accent, ground } = file.colours;
	const byId = new Map(file.goals.map((goal) => [goal.id, goal]));
	const branch = (ids: readonly string[]): string =>
		ids.length === 0
			? ''
			: `<ul>${ids
					.map((id) => {
						const { level, code, title } = byId.get(id)!;
						return `<li><span class="level">${levelNames[level].label}</span> ${code ? `<b>${escapeMarkup(code)}</b> ` : ''}${escapeMarkup(title)}${branch(layout.goals.get(id)!.children)}</li>`;
					})
					.join('')}</ul>`;
	return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(file.title)}</title>
<style>body{margin:1.5rem;font:1rem/1.5 system-ui,sans-serif;color:${text};background:${page}}h1,h2{color:${accent}}main{max-width:90rem;margin:auto}.picture{overflow-x:auto}@page{size:A4 landscape;margin:12mm}@media print{body{margin:0}.picture{overflow:visible}.picture>svg{width:100%;height:auto}}.level{padding:0 .4rem;background:${ground};font-size:.8rem}li{margin:.3rem 0}</style>
</head>
<body>
<main>
<h1>${escapeMarkup(file.title)}</h1>
<p>${escapeMarkup(file.source)}</p>
<details open><summary>De boom als tekening</summary><div class="picture" tabindex="0" role="region" aria-label="De boom als tekening">${treeSvg(file)}</div></details>
<h2>De boom als lijst</h2>
<p>Elk doel staat één keer, onder het eerste doel waaraan het bijdraagt.</p>
${branch(layout.roots)}
</main>
</body>
</html>
`;
}

import { readXml } from './read-xml.ts';
import type { Zip } from './zip.ts';

/** The parts of a workbook by name. */
export interface Workbook {
	/** In the order of the tabs. */
	sheets: { name: string; part: string }[];
	strings?: string;
	styles?: string;
	/** Whether days are counted from 1904 instead of 1900. */
	from1904: boolean;
}

interface Relation {
	id: string;
	kind: string;
	part: string;
}

/** A path within the zip without `.` and `..`. */
function flatten(path: string): string {
	const parts: string[] = [];
	for (const part of path.split('/'))
		if (part === '..') parts.pop();
		else if (part !== '.' && part !== '') parts.push(part);
	return parts.join('/');
}

async function relationsOf(zip: Zip, part: string): Promise<Relation[]> {
	const slash = part.lastIndexOf('/') + 1;
	const folder = part.slice(0, slash);
	const name = `${folder}_rels/${part.slice(slash)}.rels`;
	const relations: Relation[] = [];
	if (!zip.has(name)) return relations;
	await readXml(zip, name, {
		open(tag, { Id = '', Type = '', Target = '', TargetMode }) {
			if (tag !== 'Relationship' || TargetMode === 'External') return;
			const path = Target.startsWith('/') ? Target.slice(1) : flatten(folder + Target);
			relations.push({ id: Id, kind: Type.slice(Type.lastIndexOf('/') + 1), part: path });
		}
	});
	return relations;
}

/** Finds out where the sheets of a workbook are, by what the workbook itself says. */
export async function readWorkbook(zip: Zip): Promise<Workbook> {
	const main = (await relationsOf(zip, '')).find(({ kind }) => kind === 'officeDocument')?.part;
	if (main === undefined || !zip.has(main))
		throw zip.problem('een werkmap van Excel (XLSX); dit is een ander soort bestand');
	const relations = await relationsOf(zip, main);
	const byId = new Map(relations.map(({ id, part }) => [id, part]));
	const partOf = (kind: string) => relations.find((each) => each.kind === kind)?.part;
	const sheets: Workbook['sheets'] = [];
	let from1904 = false;
	await readXml(zip, main, {
		open(tag, attributes) {
			if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
			if (tag !== 'sheet') return;
			const key = Object.keys(attributes).find((name) => name.endsWith(':id'));
			const part = byId.get(attributes[key ?? ''] ?? '');
			if (part !== undefined) sheets.push({ name: attributes.name ?? '', part });
		}
	});
	return { sheets, strings: partOf('sharedStrings'), styles: partOf('styles'), from1904 };
}

const coverName = /^(toelichting|notes|leeswijzer|voorblad)$/i;

/** The sheets in the order in which data are looked for: one that by its name explains the others comes last. */
export const dataSheets = (sheets: Workbook['sheets']): Workbook['sheets'] =>
	sheets.toSorted((a, b) => Number(coverName.test(a.name.trim())) - Number(coverName.test(b.name.trim())));

import { posix } from 'node:path';
import { FetchProblem } from './problem.ts';
import { readXml } from './read-xml.ts';
import type { Zip } from './read-zip.ts';

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

async function relationsOf(zip: Zip, part: string): Promise<Relation[]> {
	const folder = posix.dirname(part);
	const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
	const relations: Relation[] = [];
	if (!zip.has(name)) return relations;
	await readXml(zip, name, {
		open(tag, { Id = '', Type = '', Target = '', TargetMode }) {
			if (tag !== 'Relationship' || TargetMode === 'External') return;
			const path = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
			relations.push({ id: Id, kind: Type.slice(Type.lastIndexOf('/') + 1), part: path });
		}
	});
	return relations;
}

/** Finds out where the sheets of a workbook are, by what the workbook itself says. */
export async function readWorkbook(zip: Zip): Promise<Workbook> {
	const main = (await relationsOf(zip, '')).find(({ kind }) => kind === 'officeDocument')?.part;
	if (main === undefined || !zip.has(main))
		throw FetchProblem.of(zip.file, 'een werkmap van Excel (XLSX); dit is een ander soort bestand');
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

/** How a cell looks, by its place in the list of formats. */
const styles = ['plain', 'text', 'day', 'head', 'wrapped'] as const;

export interface SheetCell {
	value: string | number | boolean | null;
	style?: (typeof styles)[number];
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const office = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const hex = (letter: string): string =>
	`_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/**
 * A text as it stands within XML of Office (ST_Xstring of ECMA-376): what XML cannot hold is written `_x0000_`, and a
 * text that looks like that gets its underscore written so.
 */
export const escapeText = (text: string): string =>
	text
		.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
		.replace(/[\0-\x08\x0B-\x1F\uFFFE\uFFFF]/g, hex)
		.replace(/[&<>]/g, (sign) => named[sign]!);

/** `A` for 0, `Z` for 25, `AA` for 26. */
export const columnLetters = (at: number): string =>
	(at < 26 ? '' : columnLetters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

const styleOf = (style: (typeof styles)[number]): string => String(styles.indexOf(style));

function cellXml({ value, style }: SheetCell, place: string): string {
	if (value === null) return '';
	const attributes = `r="${place}"${style ? ` s="${styleOf(style)}"` : ''}`;
	if (typeof value === 'number') return `<c ${attributes}><v>${value}</v></c>`;
	if (typeof value === 'boolean') return `<c ${attributes} t="b"><v>${value ? 1 : 0}</v></c>`;
	return `<c ${attributes} t="inlineStr"><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`;
}

/** What a sheet has beside its cells. */
export interface SheetLook {
	/** How many rows stay in sight. */
	frozen?: number;
	/** Looks of whole columns, for cells that somebody fills in later. */
	columns?: readonly SheetCell['style'][];
	/** XML that comes after the cells. */
	after?: string;
}

/**
 * A sheet. Texts are cells of the type text, so that none is a formula.
 * @param widths of the columns, in letters
 */
export function sheetXml(
	rows: readonly (readonly SheetCell[])[],
	widths: readonly number[],
	{ frozen = 0, columns: looks = [], after = '' }: SheetLook = {}
): string {
	const pane =
		frozen > 0
			? `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`
			: '';
	const columns = widths.map((width, i) => {
		const style = looks[i] ? ` style="${styleOf(looks[i])}"` : '';
		return `<col min="${i + 1}" max="${i + 1}" width="${width}"${style} customWidth="1"/>`;
	});
	const letters = widths.map((_, i) => columnLetters(i));
	const body = rows.map((cells, i) => {
		const inner = cells.map((cell, j) => cellXml(cell, `${letters[j]}${i + 1}`)).join('');
		return `<row r="${i + 1}">${inner}</row>`;
	});
	return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${
		columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''
	}<sheetData>${body.join('')}</sheetData>${after}</worksheet>`;
}

// Numbers of formats that Excel knows by itself: 49 is text, 14 a day as the reader's country writes it.
const stylesXml = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** All parts of a workbook (ECMA-376), by their path in the package. */
export function packageParts(sheets: readonly { name: string; xml: string }[]): Record<string, string> {
	const numbers = sheets.map((_, i) => i + 1);
	const override = (path: string, type: string): string =>
		`<Override PartName="/xl/${path}" ContentType="${office}.${type}+xml"/>`;
	const relation = (id: number, kind: string, target: string): string =>
		`<Relationship Id="rId${id}" Type="${relations}/${kind}" Target="${target}"/>`;
	const related = (inner: string): string =>
		`${head}<Relationships xmlns="${packaged}/relationships">${inner}</Relationships>`;
	return {
		'[Content_Types].xml': `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}${override('styles.xml', 'styles')}${numbers.map((number) => override(`worksheets/sheet${number}.xml`, 'worksheet')).join('')}</Types>`,
		'_rels/.rels': related(relation(1, 'officeDocument', 'xl/workbook.xml')),
		'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets
			.map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
			.join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': related(
			numbers.map((number) => relation(number, 'worksheet', `worksheets/sheet${number}.xml`)).join('') +
				relation(sheets.length + 1, 'styles', 'styles.xml')
		),
		'xl/styles.xml': stylesXml,
		...Object.fromEntries(sheets.map(({ xml }, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml]))
	};
}

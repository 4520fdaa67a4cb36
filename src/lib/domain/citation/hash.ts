import type {
	Release,
	ReleasedAmount,
	ReleasedFigure,
	ReleasedGoal,
	ReleasedReportVerdict,
	ReleasedValue
} from '../../schema/release.ts';

/** What is cited, in its four parts, each as the release keeps it. */
export interface Said {
	value: unknown;
	definition: unknown;
	source: unknown;
	rule: unknown;
}

/** Digits of a hash that a reader sees and copies: of a thousand on a page two are the same once in two million pages. */
export const shownDigits = 10;

/**
 * JSON in the one form of RFC 8785 (JSON Canonicalization Scheme): fields in the order of their UTF-16 code units, no
 * spaces, texts and numbers as ECMAScript writes them. A field without a value is left out.
 */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
	const fields = Object.entries(value)
		.filter(([, each]) => each !== undefined)
		.toSorted(([a], [b]) => (a < b ? -1 : 1));
	return `{${fields.map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`).join(',')}}`;
}

/**
 * The text whose UTF-8 bytes are hashed: canonical JSON of an object with the fields `definition`, `rule`, `source` and
 * `value`, without a line end. The day of the release is not in it, so that what is said again has the same hash.
 */
export const citedText = ({ value, definition, source, rule }: Said): string =>
	canonicalJson({ definition: definition ?? null, rule: rule ?? null, source, value });

/** SHA-256 of the UTF-8 bytes of a text, in 64 hexadecimal digits. */
export async function sha256(text: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * A figure of a release. `value` is its row of `values.csv` without the table, all texts; `definition` its item of
 * `indicators` in `release.json`; `source` its item of `sources` there, or `{"id": table}` in a release that keeps none;
 * `rule` is `null`, for a figure is shown as it is.
 * @param release as its file holds it: a field that a schema would add makes another hash
 */
export function saidFigure(
	{ table, ...value }: ReleasedValue,
	{ indicators, sources }: Pick<Release, 'indicators' | 'sources'>
): Said {
	return {
		value,
		definition: indicators.find(({ id }) => id === value.indicator),
		source: sources?.find(({ id }) => id === table) ?? { id: table },
		rule: null
	};
}

/**
 * A figure of a document in a release. Of its row of `figures.csv` `subject` and `remark` are `definition`, `place` is in
 * `source` with as `document` its item of `documents` in `release.json`, and all the rest is `value`, as texts.
 */
export function saidDocumentFigure(
	{ document, place, subject, remark, ...value }: ReleasedFigure,
	{ documents }: Pick<Release, 'documents'>
): Said {
	return {
		value,
		definition: { subject, remark },
		source: { document: documents?.find(({ id }) => id === document) ?? { id: document }, place },
		rule: null
	};
}

/** Which source the amounts of spending come from. */
export const amountSource = 'iv3';

/**
 * An amount of a release, in thousands of euro. Of its row of `amounts.csv` `taakveld` and `title` are `definition`, and
 * all the rest is `value`, as texts; `source` is the item `iv3` of `sources` in `release.json`.
 */
export function saidAmount(
	{ taakveld, title, ...value }: ReleasedAmount,
	{ sources }: Pick<Release, 'sources'>
): Said {
	return {
		value,
		definition: { taakveld, title },
		source: sources?.find(({ id }) => id === amountSource) ?? { id: amountSource },
		rule: null
	};
}

/** What a goal says in a release: without its verdict and without the sources of its promises, which stand beside it. */
const saidGoal = (goal: ReleasedGoal): Pick<Said, 'definition' | 'source'> => ({
	definition: {
		...goal,
		verdict: undefined,
		targets: goal.targets.map((target) => ({ ...target, source: undefined }))
	},
	source: goal.targets.map(({ source }) => source)
});

/**
 * A verdict of a release. `value` has `monitor`, `goal`, `status`, `sentence` and where it is there `share`;
 * `definition` is the goal of `release.json` without its verdict and without the sources of its promises; those are
 * `source`, in their order; `rule` is the name of the rule with its version, as `not-risen@1`.
 * @param monitor its slug
 */
export function saidVerdict(monitor: string, goal: ReleasedGoal): Said {
	const { rule, ...value } = goal.verdict;
	return { value: { monitor, goal: goal.id, ...value }, ...saidGoal(goal), rule };
}

/**
 * A verdict of a release on the day of a report. `value` is its row of `report-verdicts.csv` without `rule`, all texts;
 * `definition` and `source` are those of the goal, as for `saidVerdict`; `rule` is that of the row.
 * @param goal of the same release
 */
export const saidReportVerdict = ({ rule, ...value }: ReleasedReportVerdict, goal: ReleasedGoal): Said => ({
	value,
	...saidGoal(goal),
	rule
});

/**
 * The hash of all that a page or chart says: that of the hashes in it (64 digits each), sorted, with a line feed between
 * them. So it does not hang on the order in which they are shown.
 */
export const hashOfAll = (hashes: readonly string[]): Promise<string> => sha256(hashes.toSorted().join('\n'));

/**
 * The hashes as they are shown, which name places on a page.
 * @throws where two begin alike: one address would then lead to two things
 */
export function shownHashes(hashes: readonly string[]): string[] {
	const shown = hashes.map((hash) => hash.slice(0, shownDigits));
	const twice = shown.find((hash, i) => shown.indexOf(hash) !== i);
	if (twice !== undefined) throw new Error(`two citations on one page have the hash ${twice}`);
	return shown;
}

/**
 * The day of the first release that keeps of a source more than its code, where an older one does not: the hash of a
 * figure is another one before that day, also where the figure is the same.
 * @param releases the oldest first
 */
export function sourcesKeptFrom(
	releases: readonly { date: string; sources?: readonly unknown[] | undefined }[]
): string | undefined {
	const first = releases.findIndex(({ sources }) => sources !== undefined);
	return first > 0 ? releases[first]!.date : undefined;
}

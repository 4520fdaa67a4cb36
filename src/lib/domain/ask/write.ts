import type { Ask, Make, Subject } from '../../schema/ask.ts';
import type { QuestionView } from '../../schema/question.ts';
import { compareNames, outcome, paired, whyNone } from './compare.ts';
import type { Holdings } from './holdings.ts';
import { Pipelines } from './pipeline.ts';
import { pivoted } from './pivot.ts';
import { complete, correlationColumns, correlations } from './relate.ts';
import { askedSentence } from './sentence.ts';
import { comment, named, Steps } from './steps.ts';
import { decimalsOf, titleOf, valueColumn } from './subjects.ts';
import { isTogether } from './together.ts';
import { viewOf } from './view.ts';

/** What an ask comes down to. */
export interface Written {
	sql: string;
	view: QuestionView;
}

interface Writing {
	ask: Ask;
	holdings: Holdings;
	steps: Steps;
	pipelines: Pipelines;
	/** Columns that say what a row is about; those that are the same in every row are left out. */
	about: string[];
	decimals: number;
}

type Of<Kind extends Make['kind']> = Extract<Make, { kind: Kind }>;

function aboutColumns({ subjects, within, level, make }: Ask): string[] {
	const many = make.kind === 'figures' && (subjects.length > 1 || make.pivot === 'subject');
	return [
		...(many ? ['onderwerp'] : []),
		'code',
		'gebied',
		...(within.length > 1 && level !== 'land' && level !== 'gemeente' ? ['gemeente'] : []),
		'jaar'
	];
}

/** What is spent has no boundaries and no remarks. */
const remarksOf = ({ subjects }: Ask): string[] =>
	subjects.every(({ kind }) => kind === 'spending') ? [] : ['opmerking', 'grenzen'];

const orderBy = (columns: readonly string[]): string =>
	`order by ${['onderwerp', 'gemeente', 'gebied', 'code', 'jaar'].filter((each) => columns.includes(each)).join(', ')}`;

const select = (columns: readonly string[], from: string, order: string): string =>
	`select ${columns.join(',\n  ')}\nfrom ${from}\n${order}`;

function figures(writing: Writing, { pivot }: Of<'figures'>): string {
	const { ask, holdings, steps, pipelines, about, decimals } = writing;
	const parts = ask.subjects.map((subject) => pipelines.add(subject, { periods: ask.periods, keep: false }));
	const from =
		parts.length > 1
			? steps.add('alles', parts.map((part) => `select * from ${part}`).join('\nunion all by name\n'))
			: parts[0]!;
	if (pivot !== 'none') return pivoted(steps, from, ask, pivot, decimals, about, holdings);
	const value = named(`round(waarde, ${decimals})`, valueColumn(ask.subjects, holdings));
	return select([...about, value, 'waarom_leeg', ...remarksOf(ask)], from, orderBy(about));
}

const withBase = (periods: readonly number[], base: number): number[] =>
	periods.length > 0 ? [...new Set([...periods, base])].toSorted((a, b) => a - b) : [];

function overTime(writing: Writing, base: number, rest: string): string {
	const { ask, steps, pipelines } = writing;
	const all = pipelines.add(ask.subjects[0]!, { periods: withBase(ask.periods, base), keep: true });
	return steps.add(
		'paar',
		paired({
			left: all,
			right: all,
			on: `b.code = t.code and b.jaar = ${base}`,
			where: rest,
			against: String(base),
			bounded: true
		})
	);
}

function besideWhole(writing: Writing, level: 'gemeente' | 'land'): string {
	const { ask, steps, pipelines } = writing;
	const [subject] = ask.subjects as [Subject];
	const left = pipelines.add(subject, { periods: ask.periods, keep: true });
	const right = pipelines.addWhole(subject, level, ask.periods);
	return steps.add(
		'paar',
		paired({
			left,
			right,
			on: `${level === 'gemeente' ? 'b.gemeente = t.gemeente and ' : ''}b.jaar = t.jaar`,
			against: level === 'gemeente' ? 'gemeente' : 'Nederland',
			bounded: true
		})
	);
}

function sideBySide({ ask, holdings, steps, pipelines }: Writing): string {
	const [first, second] = ask.subjects as [Subject, Subject];
	const left = pipelines.add(first, { periods: ask.periods, keep: true });
	const right = pipelines.add(second, { periods: ask.periods, keep: true });
	return steps.add(
		'paar',
		paired({
			left,
			right,
			on: 'b.code = t.code and b.jaar = t.jaar',
			against: titleOf(second, holdings),
			// What is spent has no boundaries.
			bounded: first.kind === second.kind
		})
	);
}

function compare(writing: Writing, make: Of<'compare'>): string {
	const { ask, holdings, about, decimals } = writing;
	const [own, other] = compareNames(ask, make, holdings);
	const from =
		make.with === 'period'
			? overTime(writing, make.base!, `t.jaar <> ${make.base!}`)
			: make.with === 'subject'
				? sideBySide(writing)
				: besideWhole(writing, make.with);
	const result = make.form === 'difference' ? 'verschil' : 'verhouding';
	return select(
		[
			...about,
			named(`round(waarde, ${decimals})`, own),
			named(`round(ander, ${decimals})`, other),
			named(outcome(make.form, decimals), result),
			named(whyNone(make.form), 'waarom_leeg'),
			...remarksOf(ask)
		],
		from,
		orderBy(about)
	);
}

function index(writing: Writing, { base }: Of<'index'>): string {
	const { ask, holdings, about, decimals } = writing;
	const value = named(`round(waarde, ${decimals})`, valueColumn(ask.subjects, holdings));
	return select(
		[
			...about,
			value,
			named(outcome('index', 1), 'index'),
			named(whyNone('index'), 'waarom_leeg'),
			...remarksOf(ask)
		],
		overTime(writing, base, ''),
		orderBy(about)
	);
}

function rank({ ask, holdings, pipelines, about, decimals }: Writing, { first }: Of<'rank'>): string {
	const from = pipelines.add(ask.subjects[0]!, { periods: ask.periods, keep: false });
	const value = named(`round(waarde, ${decimals})`, valueColumn(ask.subjects, holdings));
	const order = `waarde ${first === 'high' ? 'desc' : 'asc'} nulls last`;
	return select(
		[
			...about,
			value,
			`case when waarde is not null then rank() over (partition by jaar order by ${order}) end::int as rang`,
			'count(waarde) over (partition by jaar)::int as van',
			'waarom_leeg',
			...remarksOf(ask)
		],
		from,
		'order by jaar desc, rang nulls last, code'
	);
}

function scatter(writing: Writing): string {
	const { ask, holdings, about } = writing;
	const [first, second] = ask.subjects as [Subject, Subject];
	return select(
		[
			...about,
			named(`round(waarde, ${decimalsOf(first, holdings)})`, titleOf(first, holdings)),
			named(`round(ander, ${decimalsOf(second, holdings)})`, titleOf(second, holdings)),
			named('reden', 'waarom_leeg'),
			...remarksOf(ask)
		],
		sideBySide(writing),
		orderBy(about)
	);
}

function correlation(writing: Writing, { method }: Of<'correlation'>): string {
	const { steps } = writing;
	const pairs = sideBySide(writing);
	const why =
		method === 'spearman' ? 'Plaatsen in de rij, van laag naar hoog. Gelijke gebieden delen hun plaats.' : '';
	const known = steps.add('volledig', complete(pairs, method), why);
	const from = steps.add(
		'samenhang',
		correlations(pairs, known),
		'Te weinig gebieden? Dan is er geen getal.'
	);
	return `select ${correlationColumns(method)}\nfrom ${from}\norder by jaar`;
}

function last(writing: Writing): string {
	const { make } = writing.ask;
	switch (make.kind) {
		case 'figures':
			return figures(writing, make);
		case 'compare':
			return compare(writing, make);
		case 'index':
			return index(writing, make);
		case 'rank':
			return rank(writing, make);
		case 'scatter':
			return scatter(writing);
		case 'correlation':
			return correlation(writing, make);
	}
}

/**
 * An ask as SQL that an analyst can read and change, and how its answer is best seen.
 * @param ask one that `objection` has nothing against
 */
export function write(ask: Ask, holdings: Holdings): Written {
	const steps = new Steps();
	const about = aboutColumns(ask);
	const gemeente =
		!isTogether(ask) &&
		(about.includes('gemeente') || (ask.make.kind === 'compare' && ask.make.with === 'gemeente'));
	const end = last({
		ask,
		holdings,
		steps,
		pipelines: new Pipelines(steps, ask, { titled: about.includes('onderwerp'), gemeente }, holdings),
		about,
		decimals: Math.max(...ask.subjects.map((subject) => decimalsOf(subject, holdings)))
	});
	return {
		sql: `${comment(askedSentence(ask, holdings))}\n${String(steps)}\n${end}`,
		view: viewOf(ask, holdings)
	};
}

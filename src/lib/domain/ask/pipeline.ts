import type { Ask, MeasuredSubject, Subject } from '../../schema/ask.ts';
import { small } from '../format.ts';
import { areasOf, baseOf, countsOf, newestWins, sameBoundaries, type Read } from './base.ts';
import { indicatorOf, type Holdings } from './holdings.ts';
import { rateOf } from './rate.ts';
import type { Steps } from './steps.ts';
import { addMembers, isShare, isTogether, summed, summedCounts, weighted, weightOf } from './together.ts';

interface Wanted {
	periods: readonly number[];
	/** Whether the figures are going to be compared, so that those on every boundaries are kept. */
	keep: boolean;
}

/** The steps from the tables to the figures of a subject: read, taken together, divided. */
export class Pipelines {
	#steps: Steps;
	#asked: Ask;
	#holdings: Holdings;
	/** Columns that every step is to have. */
	#columns: Pick<Read, 'titled' | 'gemeente'>;
	/** The members of groups and the counts are the same for every subject: one step each. */
	#shared = new Map<string, string>();

	constructor(steps: Steps, asked: Ask, columns: Pick<Read, 'titled' | 'gemeente'>, holdings: Holdings) {
		this.#steps = steps;
		this.#asked = asked;
		this.#columns = columns;
		this.#holdings = holdings;
	}

	/** Adds the steps that lead to the figures of one subject in the areas that are asked for. @returns the last step */
	add(subject: Subject, { periods, keep }: Wanted): string {
		const grouped = isTogether(this.#asked);
		const base = this.#base('cijfer', subject, this.#areas, { periods, keep: keep || grouped });
		if (subject.kind === 'spending') return base;
		if (!grouped) return subject.per ? this.#rate(base, subject, this.#counts(subject.per.of)) : base;
		if (isShare(subject, this.#holdings)) return this.#weighted(base, subject, keep);
		const sum = this.#steps.add(
			`${base}_samen`,
			summed(base, this.#members, keep, this.#columns.titled === true),
			'Een som is er alleen als het cijfer van elk deel bekend is.'
		);
		return subject.per ? this.#rate(sum, subject, this.#countsTogether(subject.per.of)) : sum;
	}

	/** Adds the figures of a subject in the gemeenten themselves, or in the country. */
	addWhole(subject: Subject, level: 'gemeente' | 'land', periods: readonly number[]): string {
		const areas = areasOf({ level, within: this.#asked.within, only: [] }, this.#holdings);
		const gemeente = level === 'gemeente';
		const base = this.#base('geheel', subject, areas, { periods, keep: true, gemeente });
		if (subject.kind === 'spending' || !subject.per) return base;
		const counts = this.#steps.add('geheel_noemer', countsOf(subject.per.of, areas));
		return this.#rate(base, subject, counts);
	}

	get #areas(): string {
		return areasOf(this.#asked, this.#holdings);
	}

	#share(key: string, add: () => string): string {
		const known = this.#shared.get(key) ?? add();
		this.#shared.set(key, known);
		return known;
	}

	get #members(): string {
		return this.#share('members', () => addMembers(this.#steps, this.#asked, this.#holdings));
	}

	#people(indicator: string): string {
		return small(indicatorOf(indicator, this.#holdings)?.title ?? indicator);
	}

	#counts(indicator: string): string {
		return this.#share(`counts ${indicator}`, () =>
			this.#steps.add(
				'noemer',
				countsOf(indicator, this.#areas),
				`Aantallen (${this.#people(indicator)}) van dezelfde gebieden. Wat de site omrekende naar andere grenzen, telt mee.`
			)
		);
	}

	#countsTogether(indicator: string): string {
		const members = this.#members;
		return this.#share(`together ${indicator}`, () =>
			this.#steps.add('noemer_samen', summedCounts(this.#counts(indicator), members))
		);
	}

	#base(name: string, subject: Subject, areas: string, read: Omit<Read, 'areas'>): string {
		const why = subject.kind === 'spending' ? '' : read.keep ? sameBoundaries : newestWins;
		return this.#steps.add(name, baseOf(subject, { areas, ...this.#columns, ...read }, this.#holdings), why);
	}

	#rate(part: string, subject: MeasuredSubject, whole: string): string {
		return this.#steps.add(
			`${part}_per`,
			rateOf(part, whole, subject, this.#holdings),
			'Gedeeld door het aantal van hetzelfde jaar, of anders van het jaar dat het dichtstbij ligt.'
		);
	}

	#weighted(base: string, subject: MeasuredSubject, keep: boolean): string {
		const { indicator, exact } = weightOf(subject, this.#holdings);
		const people = this.#people(indicator);
		return this.#steps.add(
			`${base}_samen`,
			weighted(base, this.#counts(indicator), this.#members, {
				exact,
				people,
				keep,
				titled: this.#columns.titled === true
			}),
			`Percentages van delen tellen mee naar het aantal mensen (${people}).`
		);
	}
}

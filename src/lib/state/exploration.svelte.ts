import type { Classes } from '#lib/charts/map.ts';
import type { IndicatorView } from '#lib/charts/indicator-view.ts';
import type { Breakdown } from '#lib/schema/observation.ts';

/** What a reader asks for that the page itself does not hold. */
export interface Choice {
	breakdown: Breakdown;
	/** The wijken of the gemeente, all its buurten, or the buurten of some wijken. */
	parts: 'wijken' | 'buurten';
	/** The wijken whose buurten are asked for; none means all. */
	wijken: string[];
	/** Other gemeenten to compare with. */
	others: string[];
	/** Year of the boundaries that all figures are on; as each table was published where it is left out. */
	boundaries?: number;
}

export interface Answer {
	view: IndicatorView;
	classes?: Classes;
}

/** What is happening while a reader waits. */
export interface Waiting {
	/** Megabytes that came in, and that there are, as far as known. */
	loaded: number;
	total: number;
}

type Ask = (choice: Choice, report: (waiting: Waiting) => void) => Promise<Answer>;

const codes = (text: string | null): string[] =>
	(text ?? '').split(',').filter((code) => /^(GM\d{4}|WK\w{6}|BU\w{8})$/.test(code));
const same = (a: Choice, b: Choice): boolean => JSON.stringify(a) === JSON.stringify(b);

/** An indicator's page as one reader sees it: its own view, or the answer to another choice. */
export class Exploration {
	#own: () => Choice;
	#ask: Ask;
	#choice = $state.raw<Choice>();
	#answer = $state.raw<Answer>();
	#waiting = $state.raw<Waiting>();
	#problem = $state('');
	#chosen = $state.raw<string[]>();
	#turn = 0;

	/**
	 * @param own the choice that the page itself shows
	 * @param ask gets the answer to any other choice
	 */
	constructor(own: () => Choice, ask: Ask) {
		this.#own = own;
		this.#ask = ask;
	}

	readonly choice = $derived.by(() => this.#choice ?? this.#own());
	readonly answer = $derived.by(() => this.#answer);
	readonly waiting = $derived.by(() => this.#waiting);
	readonly problem = $derived.by(() => this.#problem);
	/** Areas that the reader wants to stand out; `undefined` where none was chosen. */
	readonly chosen = $derived.by(() => this.#chosen);

	/** The choices as the part of an address after the question mark. */
	readonly search = $derived.by(() => {
		const { breakdown, parts, wijken, others } = this.choice;
		const own = this.#own();
		const entries = [
			['groep', breakdown === own.breakdown ? '' : breakdown],
			[
				'toon',
				parts === own.parts &&
				same({ ...this.choice, breakdown: own.breakdown, others: [] }, { ...own, others: [] })
					? ''
					: parts
			],
			['wijken', wijken.join() === own.wijken.join() ? '' : wijken.join()],
			['met', others.join()],
			['gebieden', (this.#chosen ?? []).join()]
		].filter(([, value]) => value);
		const text = entries
			.map(([key, value]) => `${key}=${encodeURIComponent(value!).replaceAll('%2C', ',')}`)
			.join('&');
		return text ? `?${text}` : '';
	});

	/** Takes over the choices of an address and asks for what they need. */
	read(parameters: URLSearchParams): void {
		const own = this.#own();
		const chosen = codes(parameters.get('gebieden'));
		if (chosen.length > 0) this.#chosen = chosen;
		const group = parameters.get('groep');
		const parts = parameters.get('toon');
		void this.choose({
			...(group === '18+' || group === '65+' ? { breakdown: group } : {}),
			...(parts === 'wijken' || parts === 'buurten'
				? { parts, wijken: codes(parameters.get('wijken')) }
				: { wijken: own.wijken }),
			others: codes(parameters.get('met'))
		});
	}

	/** Makes an area stand out, or no longer. */
	toggle(code: string, current: readonly string[]): void {
		const chosen = this.#chosen ?? current;
		this.#chosen = chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code];
	}

	/** Changes the choice and asks for the answer; a later choice overtakes an earlier one. */
	async choose(change: Partial<Choice>): Promise<void> {
		const choice = { ...this.choice, ...change };
		const turn = ++this.#turn;
		this.#problem = '';
		this.#choice = choice;
		if (same(choice, this.#own())) {
			this.#answer = undefined;
			this.#waiting = undefined;
			return;
		}
		this.#waiting = { loaded: 0, total: 0 };
		try {
			const answer = await this.#ask(choice, (waiting) => {
				if (turn === this.#turn) this.#waiting = waiting;
			});
			if (turn === this.#turn) this.#answer = answer;
		} catch (error) {
			if (turn === this.#turn) this.#problem = error instanceof Error ? error.message : String(error);
		} finally {
			if (turn === this.#turn) this.#waiting = undefined;
		}
	}

	/** Asks again after something went wrong. */
	retry(): void {
		void this.choose({});
	}

	/** Back to what the page itself shows. */
	reset(): void {
		this.#chosen = undefined;
		void this.choose(this.#own());
	}
}

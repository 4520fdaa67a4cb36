import { ascending } from 'd3';
import { attackOn, type Attack } from './attack.ts';
import { exception, heightOf, type Cell, type Cells, type Variable } from './cells.ts';
import { isSmall } from './rule.ts';
import type { Bounds, Interval } from './system.ts';

/** A count that cannot be kept secret, and what can be worked out of it. */
export interface Exposed {
	variable: Variable;
	interval: Interval;
	/** Where the figures that give it away can be read already. */
	from: string[];
}

/** Which cells to hide. */
export interface Suppression {
	hidden: Set<string>;
	/** Those of them that the threshold hides; the others protect these. */
	primary: Set<string>;
	exposed: Exposed[];
}

const gemeente = heightOf('GM');
const isTotal = (cell: Cell): boolean => heightOf(cell.key.area) >= gemeente;

/** The cheapest to hide first: the lowest area, and of those the smallest count. */
const byCost = (a: Cell, b: Cell): number =>
	ascending(heightOf(a.key.area), heightOf(b.key.area)) ||
	ascending(a.value ?? 0, b.value ?? 0) ||
	ascending(a.id, b.id);

/** Counts that nobody may work out: the small ones, and those that their source has hidden. */
function secretsOf({ variables }: Cells): Variable[] {
	return [...variables.values()]
		.filter(({ value, rule, cell, known }) =>
			value === undefined ? cell !== undefined && known === undefined : isSmall(value, rule)
		)
		.filter(({ known, cell }) => known === undefined || (known !== exception && cell !== undefined))
		.toSorted((a, b) => ascending(a.id, b.id));
}

/**
 * Hides small counts (primary suppression), and further cells until no small count can be worked out (secondary
 * suppression): as long as one can, the cheapest cell that widens what is known of it; at last every one that turns
 * out not to be needed is shown again. The order is fixed, so that the same cells give the same answer.
 */
export function suppress(all: Cells, bounds: Bounds): Suppression {
	const attack = attackOn(all, bounds);
	const secrets = secretsOf(all);
	const close = closure(all, new Set(secrets.map(({ id }) => id)));
	const first = new Set(
		[...all.cells.values()]
			.filter((cell) => cell.known !== exception && (cell.unfit || isSecret(cell, secrets)))
			.map(({ id }) => id)
	);
	const primary = close(first);
	const chosen = new Set(first);
	const exposed: Exposed[] = [];
	for (const secret of secrets) {
		const interval = protect(secret, all, attack, chosen, close);
		if (interval) exposed.push({ variable: secret, interval, from: givenBy(secret, attack, close(chosen)) });
	}
	if (exposed.length === 0) prune(all, attack, secrets, first, chosen, close);
	return { hidden: close(chosen), primary, exposed };
}

const isSecret = (cell: Cell, secrets: readonly Variable[]): boolean =>
	secrets.some((secret) => secret.cell === cell.id);

/** Percentages are hidden with the counts that they give away. */
function closure({ variables, cells }: Cells, secret: ReadonlySet<string>) {
	const shares = [...cells.values()].filter((cell) => cell.isShare && cell.known !== exception);
	return (chosen: ReadonlySet<string>): Set<string> => {
		const isHidden = (id: string) => {
			const cell = variables.get(id)?.cell;
			return secret.has(id) || (cell !== undefined && chosen.has(cell));
		};
		return new Set([
			...chosen,
			...shares.filter(({ follows }) => follows.some(isHidden)).map(({ id }) => id)
		]);
	};
}

type Close = ReturnType<typeof closure>;

/** Hides cells until a count is safe; gives what can be worked out of it where that cannot be helped. */
function protect(
	secret: Variable,
	all: Cells,
	attack: Attack,
	chosen: Set<string>,
	close: Close
): Interval | undefined {
	for (;;) {
		const interval = attack.exposure(secret, close(chosen));
		if (!interval) return undefined;
		const next = secret.known === undefined && choose(secret, all, attack, chosen, close);
		if (!next) return interval;
		chosen.add(next.id);
	}
}

/** The cheapest cell near a count that makes more values possible for it, or else the cheapest that opens the way. */
function choose(
	secret: Variable,
	{ cells }: Cells,
	attack: Attack,
	chosen: ReadonlySet<string>,
	close: Close
): Cell | undefined {
	const hidden = close(chosen);
	const { shown } = attack.around(secret, hidden);
	const able = [...shown.keys()].map((id) => cells.get(id)!).filter(canHide);
	const lower = able.filter((cell) => !isTotal(cell));
	const candidates = lower.length > 0 ? lower : able;
	const nearest = Math.min(...candidates.map(({ id }) => shown.get(id)!));
	const ring = candidates.filter(({ id }) => shown.get(id) === nearest).toSorted(byCost);
	const now = attack.interval(secret, hidden);
	const widens = (cell: Cell): boolean => {
		const then = attack.interval(secret, close(new Set([...chosen, cell.id])));
		return !then || !now || then.low < now.low || then.high > now.high;
	};
	return ring.find(widens) ?? ring[0];
}

/** A 0 is shown everywhere: hidden only here, it would say that there is somebody. */
const canHide = ({ known, value, isShare }: Cell): boolean =>
	known === undefined && (isShare || value === undefined || value > 0);

/** Shows again what need not be hidden, the most useful first. */
function prune(
	{ cells, variables }: Cells,
	attack: Attack,
	secrets: readonly Variable[],
	first: ReadonlySet<string>,
	chosen: Set<string>,
	close: Close
): void {
	const extra = [...chosen].filter((id) => !first.has(id)).map((id) => cells.get(id)!);
	for (const cell of extra.toSorted(byCost).toReversed()) {
		const own = cell.isShare ? cell.follows : [cell.id];
		const before = close(chosen);
		const touched = new Set<string>(
			own.flatMap((id) => {
				const variable = variables.get(id);
				return variable ? [...attack.around(variable, before).unknown] : [];
			})
		);
		chosen.delete(cell.id);
		const hidden = close(chosen);
		const isSafe = secrets.every((secret) => !touched.has(secret.id) || !attack.exposure(secret, hidden));
		if (!isSafe) chosen.add(cell.id);
	}
}

/** Where figures round a count can be read already. */
function givenBy(secret: Variable, attack: Attack, hidden: ReadonlySet<string>): string[] {
	if (secret.known !== undefined) return [secret.known];
	return [...attack.around(secret, hidden).readable].toSorted();
}

import type { Goal, GoalKind } from '../../schema/goal.ts';
import { count, enumerate } from '../format.ts';
import { progressNames } from '../goal-names.ts';
import type { Published } from '../verdict/period.ts';
import { actionStates, silentAfterDue, stateOn, type ActionState } from './action.ts';

/** Each state in words; what nobody reported is no state. */
export const stateNames: Record<ActionState, string> = { ...progressNames, unreported: 'niets gemeld' };

const kindWords: Partial<Record<GoalKind, [one: string, more: string]>> = {
	project: ['project', 'projecten'],
	subproject: ['deelproject', 'deelprojecten'],
	action: ['actiepunt', 'actiepunten'],
	phase: ['fase', 'fasen'],
	pilot: ['proef', 'proeven'],
	result: ['resultaat', 'resultaten'],
	goal: ['doel over de manier van werken', 'doelen over de manier van werken']
};

/** How many there are of each kind: `67 actiepunten en 6 projecten`. */
export function tellKinds(goals: readonly Pick<Goal, 'kind'>[]): string {
	const kinds = Object.entries(kindWords).flatMap(([kind, [one, more]]) => {
		const number = goals.filter((goal) => goal.kind === kind).length;
		return number > 0 ? [count(number, one, more)] : [];
	});
	return enumerate(kinds);
}

/** How many goals stood how on a day, by their last report. */
function countStates(
	goals: readonly Pick<Goal, 'progress'>[],
	asOf: string,
	sources: Published
): { state: ActionState; number: number }[] {
	return actionStates
		.map((state) => ({
			state,
			number: goals.filter((goal) => stateOn(goal, asOf, sources) === state).length
		}))
		.filter(({ number }) => number > 0);
}

/** What the last reports say, and of how many there is none. */
export function tellStates(
	goals: readonly Pick<Goal, 'progress'>[],
	asOf: string,
	sources: Published
): string {
	const reported = countStates(goals, asOf, sources).filter(({ state }) => state !== 'unreported');
	const told = reported.reduce((sum, { number }) => sum + number, 0);
	if (told === 0) return 'Hoe het ermee staat, is niet gemeld.';
	const rest = goals.length > told ? ` Over ${goals.length - told} is niets gemeld.` : '';
	if (told === 1) return `De laatste melding zegt: ${stateNames[reported[0]!.state]}.${rest}`;
	const last = enumerate(reported.map(({ state, number }) => `${number} ${stateNames[state]}`));
	return `Van ${told} is gemeld hoe het ermee staat: ${last}.${rest}`;
}

/** How the actions of a monitor stood on a day: how many of each kind, what was last reported, what is overdue. */
export function tellActions(actions: readonly Goal[], asOf: string, sources: Published): string {
	const silent = actions.filter((goal) => silentAfterDue(goal, asOf, sources) !== undefined).length;
	const overdue = silent > 0 ? ` Van ${silent} is de datum voorbij en is daarna niets gemeld.` : '';
	return `In de boom staan ${tellKinds(actions)}. ${tellStates(actions, asOf, sources)}${overdue}`;
}

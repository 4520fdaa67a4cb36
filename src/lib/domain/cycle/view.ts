import type { Place } from '../../schema/common.ts';
import type { Goal, Level } from '../../schema/goal.ts';
import type { Unit } from '../../schema/indicator.ts';
import type { Breakdown } from '../../schema/observation.ts';
import type { ActionState } from '../action/action.ts';
import type { ShownNote } from '../notes.ts';
import type { ProfileFigure } from '../profile.ts';
import type { Figures } from '../sums.ts';
import type { Verdict } from '../verdict/status.ts';
import type { TargetChange } from './cycle.ts';

/** A goal as a column of the cycle names it. */
export interface NamedGoal {
	id: string;
	level: Level;
	code?: string;
	title: string;
}

/** Plan: what was agreed. */
export interface PlanView {
	/** `due` follows the title: by when, in words. */
	targets: { id: string; title: string; due: string; since: string }[];
	/** "op 1 januari 2022", where the goal itself has a day. */
	deadline?: string;
	/** How many actions of each kind hang below; empty where there are none. */
	kinds: string;
	actions: NamedGoal[];
	/** How many actions are not named. */
	more: number;
}

/** Do: what was done, by what was reported of it, with the money and the partners. */
export interface DoView {
	/** How many actions and results of each kind there are; empty where there are none. */
	kinds: string;
	/** What the last reports say of them together. */
	told: string;
	reported: (NamedGoal & { state: ActionState })[];
	money: (NamedGoal & { money: NonNullable<Goal['money']> })[];
	agreements: { id: string; partner: string; task: string; term: string; amounts: string[] }[];
}

/** Check: the verdict, and the last figures that were known. */
export interface CheckView {
	verdict: Verdict;
	noIndicator?: string;
	indicators: {
		id: string;
		title: string;
		unit: Unit;
		breakdown: Breakdown;
		group?: string;
		/** Without any figure of the gemeente it has none. */
		hasPage: boolean;
		figure?: ProfileFigure;
	}[];
}

/** Act: what was adjusted, and why. */
export interface ActView {
	notes: ShownNote[];
	pressure?: { text: string; source: Place };
	changes: TargetChange[];
	decisions: { date: string; title: string; source: Place }[];
}

/** The four columns of one goal on a day. */
export interface Cycle {
	/** Id of the goal. */
	goal: string;
	asOf: string;
	plan: PlanView;
	done: DoView;
	check: CheckView;
	act: ActView;
	documents: Record<string, string>;
	figures: Figures;
}

import { embeddedGoalEntries, loadEmbeddedGoal } from '#lib/server/embed/goal.ts';

export const entries = embeddedGoalEntries;
export const load = ({ params }) => loadEmbeddedGoal(params.monitor, params.goal);

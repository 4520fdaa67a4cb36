import type { PublishedRelease } from '../../schema/model.ts';
import { count } from '../format.ts';
import { outcomeNames, tellVerdicts } from '../verdict/judge.ts';
import { statusNames } from '../verdict/status.ts';
import type { FeedEntry } from './atom.ts';
import { compareTexts } from './release-texts.ts';
import { countFigures, tellCounts } from './sentence.ts';
import { shownVerdict } from './verdicts.ts';

type Told = Pick<FeedEntry, 'summary' | 'items'>;

const goalsOf = ({ monitors }: PublishedRelease, slug: string) =>
	monitors.find((each) => each.slug === slug)?.goals ?? [];

/** What the first release of a monitor says: there is nothing yet to compare it with. */
export function tellRelease(release: PublishedRelease, slug: string): Told {
	const goals = goalsOf(release, slug);
	const outcomes = goals
		.filter(({ level }) => level === 'outcome')
		.map(({ verdict }) => shownVerdict(verdict));
	const stand = outcomes.length > 0 ? ` ${tellVerdicts(outcomes, outcomeNames)}` : '';
	return {
		summary: `De eerste uitgave: ${count(goals.length, 'doel, dienst of actie', 'doelen, diensten en acties')}.${stand}`,
		items: []
	};
}

/** What a release changed since the one before it; each verdict that turned is named. */
export function tellStep(before: PublishedRelease, now: PublishedRelease, slug: string): Told {
	const { indicators, goals, targets, links, verdicts } = compareTexts(before, now, slug);
	const figures = now.figures.find((each) => each.slug === slug)?.changes ?? [];
	const told = tellCounts({
		verdicts: verdicts.length,
		...countFigures(figures),
		texts: indicators.length + goals.length + targets.length + links.length
	});
	return {
		summary: told.charAt(0).toUpperCase() + told.slice(1),
		items: verdicts.map((change) => {
			const [old, fresh] = [shownVerdict(change.before!.verdict), shownVerdict(change.now!.verdict)];
			return `${change.now!.title}: van ${statusNames[old.status].label} naar ${statusNames[fresh.status].label}. ${fresh.sentence}`;
		})
	};
}

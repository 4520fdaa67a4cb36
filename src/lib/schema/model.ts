import type { Area, OwnAreas } from './area.ts';
import type { Figure, Table } from './figure.ts';
import type { Goal, Link } from './goal.ts';
import type { Indicator } from './indicator.ts';
import type { Agreement, Milestone, Monitor, Profile, Services, Term, Voices } from './monitor.ts';
import type { Expenditure, Observation } from './observation.ts';
import type { Source } from './source.ts';
import type { SpendingDomain } from './spending.ts';
import type { Note, Report, Steering, TimelineEvent } from './tracker.ts';

/** Everything that one organisation's folder holds, checked. */
export interface MonitorData {
	monitor: Monitor;
	goals: Goal[];
	links: Link[];
	areas?: OwnAreas;
	figures: Figure[];
	tables: Table[];
	services?: Services;
	milestones: Milestone[];
	agreements: Agreement[];
	voices?: Voices;
	profiles: Profile[];
	glossary: Term[];
	events: TimelineEvent[];
	notes: Note[];
	steering?: Steering;
	reports: Report[];
}

/** All texts of `data/`, checked: what pages are made of, beside the database. */
export interface Model {
	/** Day on which the verdicts of the site stand. */
	asOf: string;
	sources: Source[];
	themes: { id: string; title: string }[];
	indicators: Indicator[];
	areas: Area[];
	glossary: Term[];
	/** Events that count for every monitor. */
	events: TimelineEvent[];
	/** Parts of the social domain whose spending stands beside their outcome. */
	domains: SpendingDomain[];
	monitors: MonitorData[];
}

/** A figure with the table it stands in. */
export type TableObservation = Observation & { table: string };

/** The whole of `data/`, checked: what the database is built from. */
export interface Dataset {
	model: Model;
	observations: TableObservation[];
	expenditure: Expenditure[];
}

import type { Area, Conversion, OwnAreas } from './area.ts';
import type { Border } from './border.ts';
import type { Correction } from './correction.ts';
import type { DisclosureException } from './disclosure.ts';
import type { Figure, Table } from './figure.ts';
import type { Goal, Level, Link } from './goal.ts';
import type { Indicator } from './indicator.ts';
import type { Agreement, Milestone, Monitor, Profile, Services, Term, Voices } from './monitor.ts';
import type { Breakdown, Expenditure, Observation } from './observation.ts';
import type { Release, ReleasedValue } from './release.ts';
import type { SavedQuestion } from './saved-question.ts';
import type { Site } from './site.ts';
import type { Source } from './source.ts';
import type { SpendingDomain } from './spending.ts';
import type { ForeignCode } from './swing.ts';
import type { Note, Report, Steering, TimelineEvent } from './tracker.ts';

/** The logo of an organisation, as its file is. */
export interface Logo {
	type: 'svg' | 'png';
	/** How wide and high it is drawn, of which only the proportion matters. */
	width: number;
	height: number;
	/** In base64. */
	bytes: string;
}

/** Colours in the light, as `#0b6170`, for files that follow no style sheet: pictures of pages, a tree to take along. */
export interface FileColours {
	page: string;
	text: string;
	subtle: string;
	border: string;
	accent: string;
	/** A tint of the accent below text. */
	ground: string;
	levels: Record<Level, string>;
}

/** Everything that one organisation's folder holds, checked. */
export interface MonitorData {
	monitor: Monitor;
	/** A style sheet made of `theme.css`; left out where there is none. */
	theme?: string | undefined;
	logo?: Logo | undefined;
	colours: FileColours;
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
	/** Small counts that may be shown, each with its reason. */
	exceptions: DisclosureException[];
	/** Codes that a portal of the organisation has for indicators of this site. */
	swing: ForeignCode[];
}

/** How the figures of one kind of area changed: numbers of areas, and where the difference is largest. */
export interface LevelChange {
	level: 'wijk' | 'buurt';
	/** Areas that had a figure, and that have one now. */
	before: number;
	now: number;
	/** Areas that have both, and of those the ones where the two differ. */
	compared: number;
	changed: number;
	largest?: { area: string; before: number; now: number };
}

/** What happened to the figures of one indicator, group and period in one gemeente. */
export interface FigureChange {
	kind: 'new' | 'revised' | 'gone';
	indicator: string;
	breakdown: Breakdown;
	period: number;
	table: string;
	/** The table that the old figures stood in, where it is another one. */
	from?: string;
	/** Day from which the figures count, or of the release in which they were first seen. */
	day: string;
	/** Releases that the old and the new figures stand in; left out for figures of today's data. */
	releases?: { before: string; now: string };
	/** The figures of the gemeente itself; left out where there are none. */
	whole?: { before: number | null; now: number | null };
	levels: LevelChange[];
}

/** A release with what changed in the figures since the one before it. */
export interface PublishedRelease extends Release {
	figures: { slug: string; changes: FigureChange[] }[];
}

/** What readers see of a receipt of `npm run fetch`. */
export interface ShownReceipt {
	source: string;
	table: string;
	title: string;
	licence?: string | undefined;
	/** As the publisher writes it. */
	modified?: string | undefined;
	/** Day and time, in UTC. */
	retrieved: string;
	amounts: { rows: number; what: 'figures' | 'amounts' | 'boundaries' | 'changes' }[];
	addresses: string[];
	/** SHA-256 of each file, in hexadecimal. */
	hashes: string[];
	remarks: string[];
	/** Whether somebody changed a file since. */
	isEdited: boolean;
}

/** All texts of `data/`, checked: what pages are made of, beside the database. */
export interface Model {
	/** Day on which the verdicts of the site stand. */
	asOf: string;
	/** Who publishes the site. */
	site: Site;
	/** Of what is of no monitor. */
	colours: FileColours;
	sources: Source[];
	/** Figures that this site gives another value than their publisher. */
	corrections: Correction[];
	/** What was fetched, from where and when. */
	receipts: ShownReceipt[];
	themes: { id: string; title: string }[];
	indicators: Indicator[];
	areas: Area[];
	/** Shapes of the wijken on the newest boundaries, for maps. */
	borders: Border[];
	/** Which areas on older boundaries lie in which on newer ones. */
	conversions: Conversion[];
	glossary: Term[];
	/** Events that count for every monitor. */
	events: TimelineEvent[];
	/** Parts of the social domain whose spending stands beside their outcome. */
	domains: SpendingDomain[];
	/** Questions with a page of their own; those about a monitor that is not here are left out. */
	questions: SavedQuestion[];
	monitors: MonitorData[];
	/** What the site said on the days of its releases up to `asOf`, the oldest first. */
	releases: PublishedRelease[];
}

/** What the site said on a day, and with which figures. */
export interface Snapshot {
	release: Release;
	values: ReleasedValue[];
}

/** A figure with the table it stands in, and where this site corrected it the value that was published. */
export type TableObservation = Observation & { table: string; published?: number };

/** The whole of `data/`, checked: what the database is built from. */
export interface Dataset {
	model: Model;
	observations: TableObservation[];
	expenditure: Expenditure[];
}

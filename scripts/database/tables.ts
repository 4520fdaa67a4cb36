import { columnTexts, tableTexts } from '#lib/db/columns.ts';
import { commentsOn } from './comments.ts';

/**
 * The tables of `monitor.duckdb`. Each comment is shown to readers of the database, so it is in Dutch.
 * Column order is the order in which `fill.ts` appends.
 */
export const tables: readonly string[] = [
	`create table source (
		id varchar primary key, kind varchar not null, code varchar, title varchar not null, publisher varchar not null,
		licence varchar not null, url varchar, published date, retrieved date, boundaries integer, note varchar)`,
	`create table area (
		code varchar not null, boundaries integer not null, level varchar not null, name varchar not null,
		label varchar not null, label_derived boolean not null, parent varchar, municipality varchar,
		primary key (code, boundaries))`,
	`create table indicator (
		id varchar primary key, title varchar not null, unit varchar not null, direction varchar not null,
		theme varchar not null, definition varchar not null, population varchar not null)`,
	`create table observation (
		"table" varchar not null, indicator varchar not null, area varchar not null, boundaries integer not null,
		period integer not null, breakdown varchar not null, value double, lower double, upper double, n double,
		status varchar not null, published double)`,
	`create table correction (
		"table" varchar not null, indicator varchar not null, area varchar not null, boundaries integer not null,
		period integer not null, breakdown varchar not null, published double not null, value double not null,
		reason varchar not null, decided_by varchar not null, date date not null, source varchar not null, url varchar)`,
	`create table converted (
		"table" varchar not null, indicator varchar not null, area varchar not null, boundaries integer not null,
		period integer not null, breakdown varchar not null, value double, status varchar not null, basis varchar not null)`,
	`create table expenditure (
		municipality varchar not null, year integer not null, report varchar not null, population integer not null,
		taakveld varchar not null, title varchar not null, value double not null)`,
	`create table goal (
		monitor varchar not null, id varchar not null, level varchar not null, kind varchar not null, code varchar,
		title varchar not null, deadline date, document varchar not null, place varchar not null, primary key (monitor, id))`,
	`create table link (
		monitor varchar not null, "from" varchar not null, "to" varchar not null, origin varchar not null, why varchar not null)`,
	`create table goal_indicator (
		monitor varchar not null, goal varchar not null, indicator varchar not null, breakdown varchar, fit varchar not null,
		why varchar not null)`,
	`create table figure (
		monitor varchar not null, id varchar not null, document varchar not null, place varchar not null, subject varchar not null,
		breakdown varchar not null, area varchar not null, period varchar not null, value double not null, unit varchar not null,
		remark varchar not null, primary key (monitor, id))`,
	`create table goal_theme (
		monitor varchar not null, goal varchar not null, theme varchar not null, title varchar not null)`,
	`create table promise (
		monitor varchar not null, goal varchar not null, id varchar not null, since date not null, until date,
		title varchar not null, wanted varchar not null, value double, indicator varchar, breakdown varchar,
		baseline varchar, deadline date, smallest_difference double, document varchar not null, place varchar not null)`,
	`create table verdict (
		monitor varchar not null, goal varchar not null, as_of date not null, status varchar not null, rule varchar not null,
		version integer not null, sentence varchar not null, fit varchar, has_indicator boolean not null,
		has_document_figure boolean not null, has_promise boolean not null, has_measurement boolean not null)`,
	`create table work (
		monitor varchar not null, goal varchar not null, as_of date not null, kind varchar not null, theme varchar,
		state varchar not null, overdue boolean not null, held boolean not null)`,
	`create table verdict_then (
		monitor varchar not null, goal varchar not null, as_of date not null, status varchar not null, rule varchar not null,
		version integer not null, sentence varchar not null, held boolean not null)`,
	`create table change (
		monitor varchar not null, "from" date not null, "to" date not null, kind varchar not null, about varchar not null,
		title varchar not null)`,
	`create table conversion (
		"from" varchar not null, from_boundaries integer not null, "to" varchar not null, to_boundaries integer not null,
		share double not null, basis varchar not null)`,
	`create table edition (stamp varchar primary key)`,
	...Object.entries(columnTexts).flatMap(([table, columns]) =>
		commentsOn(table, columns, tableTexts[table as keyof typeof columnTexts])
	)
];

import { z } from 'zod';
import type { Query } from '../query.ts';

export const keywordRow = z.object({
	word: z.string(),
	/** Whether it cannot be the name of a column without quotes. */
	reserved: z.boolean()
});
export type KeywordRow = z.infer<typeof keywordRow>;

/** The keywords of the engine. */
export const keywords: Query<KeywordRow> = {
	name: 'keywords',
	sql: `
select keyword_name as word, bool_or(keyword_category in ('reserved', 'type_function')) as reserved
from duckdb_keywords()
group by word
order by word`,
	params: [],
	row: keywordRow
};

export const typeRow = z.object({ word: z.string() });
export type TypeRow = z.infer<typeof typeRow>;

/** The types of the engine, by all their names. */
export const types: Query<TypeRow> = {
	name: 'types',
	sql: `
select distinct lower(type_name) as word
from duckdb_types()
where database_name = 'system' and lower(type_name) not in ('null', 'json')
order by word`,
	params: [],
	row: typeRow
};

export const functionRow = z.object({
	word: z.string(),
	/** Names of what it takes, with commas. */
	takes: z.string(),
	/** What it does, in English; empty where the engine does not say. */
	text: z.string()
});
export type FunctionRow = z.infer<typeof functionRow>;

/**
 * What a reader may use of the engine's functions: not what manages an engine, reads files, speaks for Postgres, or
 * belongs to a part (json, parquet, icu) that the browser does not have.
 */
export const functions: Query<FunctionRow> = {
	name: 'functions',
	sql: `
select function_name as word,
  coalesce(min(array_to_string(parameters, ', ')) filter (where description is not null),
    min(array_to_string(parameters, ', ')), '') as takes,
  coalesce(min(description), '') as text
from duckdb_functions()
where function_type in ('scalar', 'aggregate', 'macro', 'table', 'table_macro')
  and regexp_matches(function_name, '^[a-z]\\w*$')
  and not regexp_matches(function_name,
    '^(arrow_|check|col_desc|current_|disable_|duckdb_|enable_|force_|format_(pg_)?type|from_json|get_|has_.*_privilege' ||
    '|icu_|inet_|json|list_(pack|value)$|make_timestamptz|obj_|parquet_|parse_|pg_|pragma_|query|read_|row_to_json|shobj_' ||
    '|sniff_|sql_|test_|to_json|truncate_|txid_|which_|write_)')
  and not regexp_matches(function_name, '_(to_json|pg_oid|comma_default|log_message|connection_id|number_lower|number_upper)$')
  and function_name not in ('add', 'combine', 'currval', 'divide', 'finalize', 'getvariable', 'glob', 'in_search_path',
    'multiply', 'nextval', 'seq_scan', 'session_user', 'subtract', 'summary', 'today', 'user', 'variant_extract')
group by function_name
order by word`,
	params: [],
	row: functionRow
};

export const idRow = z.object({
	list: z.enum(['indicator', 'area', 'goal']),
	id: z.string(),
	title: z.string()
});
export type IdRow = z.infer<typeof idRow>;

/** What the ids in the database stand for; an area is named as on its newest boundaries. */
export const ids: Query<IdRow> = {
	name: 'ids',
	sql: `
select 'indicator' as list, id, title from indicator
union all
select 'area', code, arg_max(label, boundaries) from area group by code
union all
select 'goal', id, min(title) from goal group by id
order by list, id`,
	params: [],
	row: idRow
};

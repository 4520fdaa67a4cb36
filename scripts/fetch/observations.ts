import type { z } from 'zod';
import { count } from '#lib/domain/format.ts';
import type { Ask, World } from './adapter.ts';
import type { Service } from './addresses.ts';
import { filtered, isOneOf } from './filter.ts';
import { selections, type Layout } from './layout.ts';
import { firstKnown, pages } from './pages.ts';

/** How the figures of a table are asked for and read. */
interface Reader<T extends z.ZodType> {
	schema: T;
	next: (page: z.output<T>) => string | undefined;
	/** The address of all figures. */
	all: string;
	/** The same with only the wanted columns; a filter comes behind it. */
	selected: string;
	/** Whether a row has one measure, or else all of them. */
	isLong: boolean;
	/** Clauses besides those of the dimensions. */
	clauses: string[];
	part: Ask['part'];
	/** Adds what is wanted, and names the areas that were seen. */
	read: (page: z.output<T>, address: string) => { rows: number; areas: Iterable<string> };
}

/**
 * Asks for the figures of a table: only the wanted ones where the service can select, and else all of them.
 * @returns remarks on how that went
 */
export async function askObservations<T extends z.ZodType>(
	world: World,
	at: Service,
	layout: Layout,
	reader: Reader<T>
): Promise<string[]> {
	const { area, places, topics } = layout;
	const expected = places * (reader.isLong ? topics.length : 1);
	/** Rows that came in so far, of all addresses. */
	let done = 0;
	const clauses = [...reader.clauses, ...selections(layout).map(({ id, keys }) => isOneOf(id, keys))];

	/** Reads an answer with its pages, and sees whether it holds only the areas that were asked for. */
	async function readAll(
		address: string,
		wanted: ReadonlySet<string>
	): Promise<{ rows: number; isSelected: boolean }> {
		let rows = 0;
		let isSelected = true;
		for await (const page of pages(world, at, address, reader)) {
			const own = reader.read(page, address);
			rows += own.rows;
			for (const each of own.areas) isSelected &&= wanted.has(each);
			done += own.rows;
			// A service that does not select sends a table of which nobody knows the size.
			world.progress(done, isSelected && done <= expected ? expected : undefined);
		}
		return { rows, isSelected };
	}

	for (const { address, values } of filtered(reader.selected, area.id, area.keys, clauses)) {
		const wanted = new Set(values.map((value) => value.trim()));
		const refusals: number[] = [];
		const { rows, isSelected } = await firstKnown(
			[address, reader.all],
			(each) => readAll(each, wanted),
			(status) => refusals.push(status)
		);
		if (isSelected && refusals.length === 0) continue;
		const why =
			refusals.length === 0
				? 'De dienst let niet op de selectie'
				: `De dienst kan niet selecteren (HTTP ${refusals.join(', ')})`;
		world.progress(done, done);
		return [`${why}. De hele tabel is opgehaald (${count(rows, 'rij', 'rijen')}) en hier gefilterd.`];
	}
	world.progress(done, done);
	return [];
}

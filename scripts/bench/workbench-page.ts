import type { Page } from 'playwright-core';
import { toAddress } from '#lib/domain/question/address.ts';
import { question, type QuestionView } from '#lib/schema/question.ts';

/** Milliseconds that an answer took to stand in the page, and to be in a frame. */
export interface Taken {
	answer: number;
	frame: number;
	/** From when the last file that it needed was there; the same as `answer` where none was fetched. */
	afterFile: number;
	/** Names of the files with figures that were fetched for it. */
	files: string[];
}

/** Notes in the page when each answer came, to be read by `ask`. */
export async function watchAnswers(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const seen = { asked: 0, answer: 0, frame: 0 };
		Object.assign(globalThis, { seen });
		let was = false;
		new MutationObserver(() => {
			let said = '';
			for (const each of document.querySelectorAll('[role=status], [role=alert]')) said += each.textContent;
			const is = /regels?, in|Dat lukte niet/.test(said);
			if (is && !was) {
				seen.answer = performance.now();
				requestAnimationFrame(() => setTimeout(() => (seen.frame = performance.now())));
			}
			was = is;
		}).observe(document, { childList: true, subtree: true, characterData: true });
	});
}

interface Seen {
	asked: number;
	answer: number;
	frame: number;
}

const hashOf = async (sql: string, view: QuestionView) =>
	`#${await toAddress(question.parse({ sql, view }))}`;

async function answered(page: Page): Promise<Taken> {
	await page.waitForFunction(
		() => {
			const { seen } = globalThis as unknown as { seen: Seen };
			return seen.answer > seen.asked && seen.frame > seen.answer;
		},
		undefined,
		{ timeout: 120_000, polling: 50 }
	);
	const problem = await page.locator('[role=alert]').allTextContents();
	if (problem.length > 0) throw new Error(problem.join(' '));
	return page.evaluate(() => {
		const { seen } = globalThis as unknown as { seen: Seen };
		const files = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
			({ name, startTime }) => name.includes('/per-indicator/') && startTime > seen.asked
		);
		const there = Math.max(seen.asked, ...files.map(({ responseEnd }) => responseEnd));
		return {
			answer: seen.answer - seen.asked,
			frame: seen.frame - seen.asked,
			afterFile: seen.answer - there,
			files: files.map(({ name }) => name.slice(name.lastIndexOf('/') + 1))
		};
	});
}

/** Opens the workbench with a question in its address: from the start of the navigation. */
export async function open(page: Page, url: string, sql: string, view: QuestionView = {}): Promise<Taken> {
	await page.goto('about:blank');
	await page.goto(`${url}verken/${await hashOf(sql, view)}`);
	return answered(page);
}

/** Asks the next question in a page that is open. */
export async function ask(page: Page, sql: string, view: QuestionView = {}): Promise<Taken> {
	const hash = await hashOf(sql, view);
	await page.evaluate((next) => {
		const { seen } = globalThis as unknown as { seen: Seen };
		seen.asked = performance.now();
		location.hash = next;
	}, hash);
	return answered(page);
}

/** Milliseconds of script of one step of a reader, and of everything that the page did for it. */
export interface Step {
	script: number;
	all: number;
}

/** Measures one step until the page is quiet, the address that follows it included. */
export async function measureStep(page: Page, step: () => Promise<void>): Promise<Step> {
	const session = await page.context().newCDPSession(page);
	try {
		await session.send('Performance.enable');
		const spent = async () => {
			const { metrics } = await session.send('Performance.getMetrics');
			const of = (wanted: string) => (metrics.find(({ name }) => name === wanted)?.value ?? 0) * 1000;
			return { script: of('ScriptDuration'), all: of('TaskDuration') };
		};
		const before = await spent();
		await step();
		await page.waitForTimeout(900);
		const after = await spent();
		return { script: after.script - before.script, all: after.all - before.all };
	} finally {
		await session.detach();
	}
}

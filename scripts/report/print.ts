import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from '../tools/chromium.mjs';

/**
 * Prints a page as a tagged PDF with an outline; title and language are those of the page.
 * @param url the page, served by ourselves
 * @param file the PDF to write
 */
export async function printPage(url: string, file: string): Promise<void> {
	const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
	try {
		const page = await browser.newPage();
		const response = await page.goto(url, { waitUntil: 'networkidle' });
		if (!response?.ok()) throw new Error(`De pagina ${new URL(url).pathname} is er niet.`);
		// The head of each sheet is a box of the page, which cannot read the title by itself.
		await page.evaluate(() => {
			const title = JSON.stringify(document.title);
			document.documentElement.style.setProperty('--running-title', title);
			// Chromium leaves a space where a line breaks out of the bookmark, unless that space is kept on paper.
			for (const heading of document.querySelectorAll<HTMLElement>('h1, h2, h3, h4'))
				heading.style.whiteSpace = 'break-spaces';
		});
		await page.pdf({
			path: file,
			preferCSSPageSize: true,
			printBackground: true,
			tagged: true,
			outline: true
		});
	} finally {
		await browser.close();
	}
}

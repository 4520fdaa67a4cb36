/*
 * Script of the pages that stand in a frame elsewhere: does what the address asks for, and tells the page around it how
 * high this one is. Without it the page shows its usual picture.
 *
 *   ?thema=licht|donker   ?beeld=apart|kaart|tabel   ?gebieden=WK178306,WK178301
 *
 * What is told: { type: 'doelenboom-hoogte', height: <pixels> }, to whichever page that is.
 */
{
	const asked = new URLSearchParams(location.search);
	const root = new URL('..', document.currentScript.src).href;

	// At once, so that nothing is drawn in other colours first.
	const theme = asked.get('thema');
	if (['licht', 'donker'].includes(theme)) document.documentElement.dataset.thema = theme;

	/** Puts another picture of the same figures in the place of the usual one. */
	function showView() {
		const [usual, ...others] = document.querySelectorAll('[data-view]');
		const wanted = others.find(({ dataset }) => dataset.view === asked.get('beeld'));
		if (!wanted) return;
		usual.hidden = true;
		wanted.open = true;
		usual.before(wanted);
	}

	const turns = ['chosen-1', 'chosen-2', 'chosen-3', 'chosen-4', 'chosen-5', 'chosen-6'];

	/** The last mark of a line: its place, and its words as `area, year: figure`. */
	function endOf(line) {
		const mark = [...line.querySelectorAll('circle')].at(-1);
		const words = /^(.*), (\d{4}): (.*)$/.exec(mark?.textContent ?? '');
		return words && { x: mark.getAttribute('cx'), y: Number(mark.getAttribute('cy')), words };
	}

	/** A line of the key, made like one that is there; its figure is that of the table. */
	function keyOf(line, pattern) {
		const [, label, period, text] = endOf(line).words;
		const item = pattern.cloneNode(true);
		const mark = item.querySelector('svg');
		mark.setAttribute('class', line.getAttribute('class'));
		const figure = [...document.querySelectorAll('[data-view="tabel"] data')]
			.find(({ value, dataset }) => value && dataset.area === line.dataset.area && dataset.period === period)
			?.cloneNode();
		figure?.replaceChildren(text);
		item.replaceChildren(mark, ` ${label}: `, figure ?? text, ` (${period})`);
		return item;
	}

	/** The name at the end of a line, made like one that is there. */
	function nameOf(line, pattern) {
		const { x, y, words } = endOf(line);
		if (pattern?.querySelector('.leader')?.getAttribute('x1') !== x) return [];
		const name = pattern.cloneNode(true);
		name.setAttribute('class', `${line.getAttribute('class')} name`);
		name.querySelector('.leader').setAttribute('y1', y);
		name.querySelector('text').textContent = words[1];
		return [name];
	}

	/** Moves names apart that stand at the end of their lines, so that none covers another. */
	function spread(names) {
		const from = (name) => Number(name.querySelector('.leader')?.getAttribute('y1'));
		let free = -Infinity;
		for (const name of names
			.filter((each) => each.querySelector('.leader'))
			.toSorted((a, b) => from(a) - from(b))) {
			const y = Math.max(from(name), free);
			free = y + 16;
			name.querySelector('.leader').setAttribute('y2', y);
			name.querySelector('text').setAttribute('y', y);
		}
	}

	/** Says which of the areas that were asked for do not stand out; of the address only what can be a code comes on the page. */
	function tellLeftOut(codes) {
		const known = new Set([...document.querySelectorAll('[data-area]')].map(({ dataset }) => dataset.area));
		const found = codes.filter((code) => known.has(code)).slice(0, turns.length);
		const others = codes.filter((code) => !found.includes(code));
		const note = document.querySelector('[data-left-out]');
		if (!note || others.length === 0) return;
		const shown = others.map((code) => (/^(NL|GM|WK|BU)[0-9A-Z]{2,8}$/.test(code) ? code : '?'));
		note.querySelector('span').textContent = shown.join(', ');
		note.hidden = false;
	}

	/** Lets other lines stand out than the highest and the lowest. */
	function showLines(codes) {
		const chart = document.querySelector('.chart > svg');
		const own = [...(chart?.querySelectorAll(':scope > .rest, :scope > .chosen:not(.name)') ?? [])];
		const chosen = codes.flatMap(
			(code) => own.find((line) => line.dataset.area === code && endOf(line)) ?? []
		);
		// More lines than colours could not be told apart.
		chosen.splice(turns.length);
		if (chosen.length === 0) return;
		const key = document.querySelector('.chart > .key');
		document.querySelectorAll('.name.chosen, .key li:has(> .chosen)').forEach((each) => each.remove());
		for (const { classList } of own) {
			classList.remove('chosen', ...turns);
			classList.add('rest');
		}
		const pattern = key.querySelector('li:has(data)');
		const name = chart.querySelector('.name:has(.leader)');
		for (const [i, line] of chosen.entries()) {
			line.classList.replace('rest', 'chosen');
			line.classList.add(turns[i]);
			[...chart.querySelectorAll(':scope > [data-area]')].at(-1).after(line);
			chart.append(...nameOf(line, name));
			if (pattern) [...key.querySelectorAll('li:has(data)')].at(-1).after(keyOf(line, pattern));
		}
		spread([...chart.querySelectorAll('.name')]);
	}

	/** The same where areas stand below each other, and on the map. */
	function showMarks(codes) {
		const areaOf = (row) => row.querySelector('[data-area]')?.dataset.area;
		const rows = [...document.querySelectorAll('[data-view="stippen"] li')];
		if (rows.some((row) => codes.includes(areaOf(row))))
			for (const row of rows) row.classList.toggle('chosen', codes.includes(areaOf(row)));
		for (const shape of document.querySelectorAll('[data-view="kaart"] path[data-area]'))
			shape.classList.toggle('lit', codes.includes(shape.dataset.area));
	}

	function tellHeight() {
		/** On this site itself the frame stands beside the text to copy. */
		const own = window.frameElement?.closest('.insluiten');
		for (const field of own?.querySelectorAll('textarea') ?? [])
			field.value = field.value.replaceAll('https://ADRES-VAN-DEZE-SITE/', root);
		const tell = () => {
			const height = Math.ceil(document.body.getBoundingClientRect().height);
			if (own) window.frameElement.height = height;
			parent.postMessage({ type: 'doelenboom-hoogte', height }, '*');
		};
		new ResizeObserver(tell).observe(document.body);
	}

	document.addEventListener('DOMContentLoaded', () => {
		const asks = (asked.get('gebieden') ?? '').split(',').map((code) => code.trim().toUpperCase());
		const codes = [...new Set(asks.filter(Boolean))];
		showView();
		showLines(codes);
		showMarks(codes);
		tellLeftOut(codes);
		if (parent !== window) tellHeight();
	});
}

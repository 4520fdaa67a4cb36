/*
 * Script of the pages in a frame elsewhere: does what the address asks, and tells the page around how high this one is.
 *
 *   ?thema=licht|donker   ?beeld=apart|kaart|tabel   ?gebieden=WK178306,WK178301
 *
 * What is told: { type: 'doelenboom-hoogte', height: <pixels> }
 */
{
	const asked = new URLSearchParams(location.search);
	const root = new URL('..', document.currentScript.src).href;

	// At once, so that nothing is drawn in other colours first.
	const theme = asked.get('thema');
	if (['licht', 'donker'].includes(theme)) document.documentElement.dataset.thema = theme;

	/** Puts another picture of the figures in the place of the usual one. */
	function showView() {
		const [usual, ...others] = document.querySelectorAll('[data-view]');
		const wanted = others.find(({ dataset }) => dataset.view === asked.get('beeld'));
		if (!wanted) return;
		usual.hidden = true;
		wanted.open = true;
		usual.before(wanted);
	}

	const turns = [1, 2, 3, 4, 5, 6].map((turn) => `chosen-${turn}`);

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
		const place = `[data-area="${line.dataset.area}"][data-period="${period}"]`;
		const figure = document.querySelector(`[data-view="tabel"] data${place}:not([value=""])`)?.cloneNode();
		figure?.replaceChildren(text);
		item.replaceChildren(mark, ` ${label}: `, figure ?? text, ` (${period})`);
		return item;
	}

	/** The name at the end of a line, made like one that is there. */
	function nameOf(line, pattern) {
		const { x, y, words } = endOf(line);
		if (pattern?.querySelector('.leader').getAttribute('x1') !== x) return [];
		const name = pattern.cloneNode(true);
		name.setAttribute('class', `${line.getAttribute('class')} name`);
		name.querySelector('.leader').setAttribute('y1', y);
		name.querySelector('text').textContent = words[1];
		return [name];
	}

	/** Moves names at the ends of lines apart, so that none covers another. */
	function spread(leaders) {
		const from = ({ y1 }) => y1.baseVal.value;
		let free = -Infinity;
		for (const leader of leaders.toSorted((a, b) => from(a) - from(b))) {
			const y = Math.max(from(leader), free);
			free = y + 16;
			leader.setAttribute('y2', y);
			leader.nextElementSibling.setAttribute('y', y);
		}
	}

	/** Tells which asked areas do not stand out. */
	function tellLeftOut(codes) {
		const seen = (code) => document.querySelector(`[data-area="${code}"]:is(.whole, .chosen, .chosen *)`);
		const out = codes.filter((code) => !seen(code));
		const note = document.querySelector('[data-left-out]');
		if (!note || !out[0]) return;
		const { lastElementChild: list } = note;
		list.textContent = out.join(', ').replaceAll('?', list.textContent);
		note.hidden = false;
	}

	/** Lets other lines stand out. */
	function showLines(codes) {
		const chart = document.querySelector('.chart > svg');
		const own = [...document.querySelectorAll('.chart > svg > :is(.rest, .chosen:not(.name))')];
		const found = codes.map((code) => own.find((line) => line.dataset.area === code && endOf(line)));
		// More could not be told apart.
		const chosen = found.filter(Boolean).slice(0, turns.length);
		if (chosen.length === 0) return;
		document.querySelectorAll('.name.chosen, .key li:has(> .chosen)').forEach((each) => each.remove());
		for (const { classList } of own) {
			classList.remove('chosen', ...turns);
			classList.add('rest');
		}
		const pattern = document.querySelector('.chart > .key li:has(data)');
		const name = chart.querySelector('.name:has(.leader)');
		for (const [i, line] of chosen.entries()) {
			line.classList.replace('rest', 'chosen');
			line.classList.add(turns[i]);
			[...chart.querySelectorAll(':scope > [data-area]')].at(-1).after(line);
			chart.append(...nameOf(line, name));
			if (pattern)
				[...pattern.parentNode.querySelectorAll('li:has(data)')].at(-1).after(keyOf(line, pattern));
		}
		spread([...chart.querySelectorAll('.name > .leader')]);
	}

	/** The same in a list of areas, and on the map. */
	function showMarks(codes) {
		const isAsked = (each) => codes.includes((each.querySelector('[data-area]') ?? each).dataset.area);
		const mark = (all, name) => all.forEach((each) => each.classList.toggle(name, isAsked(each)));
		const rows = [...document.querySelectorAll('[data-view="stippen"] li')];
		if (rows.some(isAsked)) mark(rows, 'chosen');
		mark(document.querySelectorAll('[data-view="kaart"] path[data-area]'), 'lit');
	}

	function tellHeight() {
		/** On this site itself the frame stands beside the text to copy. */
		const own = window.frameElement?.closest('.insluiten');
		for (const field of own?.querySelectorAll('textarea') ?? [])
			field.value = field.value.replaceAll(/https:\/\/AD[A-Z-]+\//g, root);
		const tell = () => {
			const height = Math.ceil(document.body.getBoundingClientRect().height);
			if (own) window.frameElement.height = height;
			parent.postMessage({ type: 'doelenboom-hoogte', height }, '*');
		};
		new ResizeObserver(tell).observe(document.body);
	}

	document.addEventListener('DOMContentLoaded', () => {
		const written = asked.get('gebieden')?.toUpperCase().split(',') ?? [];
		// Only what can be a code comes on the page.
		const read = written.map((code) => code.trim().replace(/^(?!(NL|GM|WK|BU)\w{2,8}$).+/s, '?'));
		const codes = [...new Set(read.filter(Boolean))];
		showView();
		showLines(codes);
		showMarks(codes);
		tellLeftOut(codes);
		if (parent !== window) tellHeight();
	});
}

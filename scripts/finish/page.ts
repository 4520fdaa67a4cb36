import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';

/** An address in a page: the element and attribute that hold it. */
export interface Link {
	tag: string;
	attribute: string;
	value: string;
	rel: string[];
}

/** One element of interest with its attributes and the text directly and indirectly in it. */
export interface DataElement {
	attributes: Record<string, string>;
	text: string;
}

/** What the checks need to know of one HTML file. */
export interface Page {
	lang: string;
	titles: string[];
	headings: { level: number; text: string }[];
	mains: number;
	/** Each `<meta http-equiv="content-security-policy">`, by directive. */
	policies: Record<string, string[]>[];
	/** Hashes of inline scripts and styles, as a policy writes them. */
	scripts: string[];
	styles: string[];
	/** Attributes in which code could stand, such as `onclick`. */
	handlers: string[];
	ids: string[];
	links: Link[];
	data: DataElement[];
	/** What other sites show of it (`<meta property="og:…">`), by property. */
	shared: Record<string, string>;
	/** `http-equiv="refresh"`: the page only leads elsewhere. */
	isRedirect: boolean;
	/** `noindex`: search engines leave it out. */
	isHidden: boolean;
	/** Whether script of Kit goes on with it in the browser. */
	isLive: boolean;
}

const addressAttributes: Record<string, readonly string[]> = {
	a: ['href'],
	area: ['href'],
	link: ['href'],
	script: ['src'],
	img: ['src', 'srcset'],
	source: ['src', 'srcset'],
	iframe: ['src'],
	embed: ['src'],
	object: ['data'],
	video: ['src', 'poster'],
	audio: ['src'],
	track: ['src'],
	form: ['action'],
	input: ['src'],
	button: ['formaction'],
	use: ['href', 'xlink:href'],
	image: ['href', 'xlink:href']
};

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A policy as a directive with its sources each. */
export function parsePolicy(content: string): Record<string, string[]> {
	const policy: Record<string, string[]> = {};
	for (const directive of content.split(';')) {
		const [name, ...sources] = directive.trim().split(/\s+/);
		if (name) policy[name] = sources;
	}
	return policy;
}

function linksOf(tag: string, attributes: Record<string, string>): Link[] {
	const rel = (attributes.rel ?? '').split(/\s+/).filter(Boolean);
	return (addressAttributes[tag] ?? []).flatMap((attribute) => {
		const value = attributes[attribute];
		if (value === undefined) return [];
		const values =
			attribute === 'srcset' ? value.split(',').map((each) => each.trim().split(/\s+/)[0] ?? '') : [value];
		return values.map((each) => ({ tag, attribute, value: each, rel }));
	});
}

/** Reads one HTML file in a single pass. */
export function readPage(html: string): Page {
	const page: Page = {
		lang: '',
		titles: [],
		headings: [],
		mains: 0,
		policies: [],
		scripts: [],
		styles: [],
		handlers: [],
		ids: [],
		links: [],
		data: [],
		shared: {},
		isRedirect: false,
		isHidden: false,
		isLive: false
	};
	/** Elements whose text is being gathered, the innermost last. */
	const open: { tag: string; attributes: Record<string, string>; text: string }[] = [];
	let svg = 0;
	const gathered = /^(title|h[1-6]|data|script|style)$/;
	const parser = new Parser({
		onopentag(tag, attributes) {
			if (tag === 'svg') svg++;
			if (tag === 'html') page.lang = attributes.lang ?? '';
			if (tag === 'main') page.mains++;
			if (attributes.id !== undefined) page.ids.push(attributes.id);
			if (tag === 'meta' && /^content-security-policy$/i.test(attributes['http-equiv'] ?? ''))
				page.policies.push(parsePolicy(attributes.content ?? ''));
			if (tag === 'meta' && /^refresh$/i.test(attributes['http-equiv'] ?? '')) page.isRedirect = true;
			if (tag === 'meta' && attributes.name === 'robots' && /\bnoindex\b/.test(attributes.content ?? ''))
				page.isHidden = true;
			if (tag === 'meta' && attributes.property?.startsWith('og:'))
				page.shared[attributes.property] = attributes.content ?? '';
			page.handlers.push(...Object.keys(attributes).filter((name) => /^on[a-z]+$/.test(name)));
			page.links.push(...linksOf(tag, attributes));
			if (gathered.test(tag) && !(tag === 'title' && svg > 0)) open.push({ tag, attributes, text: '' });
		},
		ontext(text) {
			for (const element of open) element.text += text;
		},
		onclosetag(tag) {
			if (tag === 'svg') svg--;
			if (!gathered.test(tag) || open.at(-1)?.tag !== tag) return;
			const { attributes, text } = open.pop()!;
			if (tag === 'title') page.titles.push(text.trim());
			else if (tag === 'data') page.data.push({ attributes, text });
			else if (tag === 'style') page.styles.push(hash(text));
			else if (tag === 'script') {
				const isCode = attributes.type === undefined || /^(module|text\/javascript)$/.test(attributes.type);
				if (attributes.src === undefined && isCode) page.scripts.push(hash(text));
				if (text.includes('kit.start(')) page.isLive = true;
			} else page.headings.push({ level: Number(tag[1]), text: text.trim() });
		}
	});
	parser.end(html);
	return page;
}

import { SaxesParser } from 'saxes';
import type { Zip } from './zip.ts';

/** Parts of a workbook are shallow. */
const deepest = 64;

/** What takes in the parts of XML; names are without their prefix. */
export interface XmlHandlers {
	open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
	close?: (name: string) => void;
	text?: (text: string) => void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads a part of a workbook as XML, in pieces. XML that is not well-formed, or that brings a document type of its own
 * (and with it entities), is refused.
 */
export async function readXml(zip: Zip, name: string, { open, close, text }: XmlHandlers): Promise<void> {
	const refuse = (): never => {
		throw zip.problem(`een werkmap (XLSX) die heel is: het onderdeel "${name}" is geen goede XML`);
	};
	const parser = new SaxesParser({ position: false, xmlns: false });
	let depth = 0;
	parser.on('error', refuse);
	parser.on('doctype', refuse);
	parser.on('opentag', (tag) => {
		if (++depth > deepest) refuse();
		open?.(local(tag.name), tag.attributes);
	});
	parser.on('closetag', (tag) => {
		depth--;
		close?.(local(tag.name));
	});
	if (text) {
		parser.on('text', text);
		parser.on('cdata', text);
	}
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const decode = (bytes?: Uint8Array): string => {
		try {
			return decoder.decode(bytes, { stream: bytes !== undefined });
		} catch {
			return refuse();
		}
	};
	for await (const chunk of zip.read(name)) parser.write(decode(chunk));
	parser.write(decode());
	parser.close();
}

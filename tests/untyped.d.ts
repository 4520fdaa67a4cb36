/** What the tests use of packages that come without types. */
declare module 'jsonld' {
	interface Options {
		base?: string;
		format?: 'application/n-quads';
		documentLoader?: (address: string) => never;
	}
	const jsonld: {
		toRDF(document: unknown, options: Options & { format: 'application/n-quads' }): Promise<string>;
		expand(document: unknown, options?: Options): Promise<Record<string, unknown>[]>;
	};
	export default jsonld;
}

declare module 'rdf-parser-csvw' {
	import type { DatasetCore, Quad } from '@rdfjs/types';
	import type { Readable } from 'node:stream';

	export default class CsvwParser {
		constructor(options: { metadata: DatasetCore; baseIRI: string });
		import(stream: Readable): AsyncIterable<Quad>;
	}
}

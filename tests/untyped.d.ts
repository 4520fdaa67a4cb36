/** What the tests use of packages that come without types. */
declare module 'datapackage' {
	interface TableResource {
		/** @throws on a value that its field does not allow, and on a key that occurs twice */
		read(options: { keyed?: boolean }): Promise<unknown[]>;
	}
	export class Package {
		static load(descriptor: object, options: { basePath: string }): Promise<Package>;
		readonly errors: readonly Error[];
		readonly resources: readonly TableResource[];
	}
}

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

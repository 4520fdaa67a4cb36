import { addressesOf, fileTypes, headerRules, textTypes, type HeaderRule } from './headers.ts';

interface Place {
	/** The host that the site answers to, and the port. */
	name: string;
	listen: string;
	/** The folder whose files the host shows. */
	root: string;
	/** The path of the site on that host, as `/monitor`: the build is that folder of `root`. Empty where it is `root`. */
	base: string;
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

const locationOf = (rule: HeaderRule, base: string): string => `
	location ${rule.pattern === undefined ? `${base}/` : `~ "${addressesOf(rule, base)}"`} {
${Object.entries(rule.headers)
	.map(([name, value]) => `		add_header ${name} ${quoted(value)} always;`)
	.join('\n')}
		try_files $uri $uri/ =404;
	}`;

/**
 * A server of nginx that serves the site, to stand in `/etc/nginx/sites-enabled/`.
 * @returns text that nginx 1.22 and its module brotli_static read
 */
export const nginxServer = ({ name, listen, root, base }: Place): string => `server {
	listen ${listen};
	server_name ${name};
	root ${root};
	index index.html;
	absolute_redirect off;

	# Wat er niet is, heet zo in de taal van het adres.
	set $lost ${base}/404.html;
	if ($uri ~ ^${base}/en/) {
		set $lost ${base}/en/404.html;
	}
	if (!-f $document_root$lost) {
		set $lost ${base}/404.html;
	}
	error_page 404 $lost;
	error_page 403 =404 $lost;

	# Naast elk groot bestand staat hetzelfde bestand ingepakt (.br). Wie antwoorden bewaart, houdt die twee uit elkaar (Vary).
	brotli_static on;
	gzip_vary on;
	etag on;

	charset utf-8;
	charset_types ${textTypes.join(' ')};
	include /etc/nginx/mime.types;
	types {
${Object.entries(fileTypes)
	.map(([ending, type]) => `		${type} ${ending};`)
	.join('\n')}
	}
${headerRules.map((rule) => locationOf(rule, base)).join('\n')}
}
`;

/** The example that the site shows. */
export const nginxExample: Place = {
	name: 'monitor.voorbeeld.nl',
	listen: '80',
	root: '/srv/doelenboom/nu',
	base: ''
};

/** The same for a site in a folder of a host. */
export const nginxFolderExample: Place = {
	...nginxExample,
	name: 'www.voorbeeld.nl',
	root: '/srv/www',
	base: '/monitor'
};

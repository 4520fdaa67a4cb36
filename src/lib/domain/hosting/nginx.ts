import { fileTypes, headerRules, textTypes, type HeaderRule } from './headers.ts';

interface Place {
	/** The host that the site answers to, and the port. */
	name: string;
	listen: string;
	/** The folder of the build, or a link to it. */
	root: string;
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

const locationOf = ({ location, headers }: HeaderRule): string => `
	location ${location} {
${Object.entries(headers)
	.map(([name, value]) => `		add_header ${name} ${quoted(value)} always;`)
	.join('\n')}
		try_files $uri $uri/ =404;
	}`;

/**
 * A server of nginx that serves the site, to stand in `/etc/nginx/sites-enabled/`.
 * @returns text that nginx 1.22 and its module brotli_static read
 */
export const nginxServer = ({ name, listen, root }: Place): string => `server {
	listen ${listen};
	server_name ${name};
	root ${root};
	index index.html;
	absolute_redirect off;

	# Wat er niet is, heet zo in de taal van het adres.
	set $lost /404.html;
	if ($uri ~ ^/en/) {
		set $lost /en/404.html;
	}
	if (!-f $document_root$lost) {
		set $lost /404.html;
	}
	error_page 404 $lost;
	error_page 403 =404 $lost;

	# Naast elk groot bestand staat hetzelfde bestand ingepakt (.br).
	brotli_static on;
	etag on;

	charset utf-8;
	charset_types ${textTypes.join(' ')};
	include /etc/nginx/mime.types;
	types {
${Object.entries(fileTypes)
	.map(([ending, type]) => `		${type} ${ending};`)
	.join('\n')}
	}
${headerRules.map(locationOf).join('\n')}
}
`;

/** The example that the site shows. */
export const nginxExample: Place = {
	name: 'monitor.voorbeeld.nl',
	listen: '80',
	root: '/srv/doelenboom/nu'
};

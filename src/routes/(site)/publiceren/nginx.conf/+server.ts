import { text } from '@sveltejs/kit';
import { nginxExample, nginxServer } from '#lib/domain/hosting/nginx.ts';

export const prerender = true;
export const trailingSlash = 'never';

export const GET = () => text(nginxServer(nginxExample));

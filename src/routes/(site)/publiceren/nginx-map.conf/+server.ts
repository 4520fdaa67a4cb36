import { text } from '@sveltejs/kit';
import { nginxFolderExample, nginxServer } from '#lib/domain/hosting/nginx.ts';

export const prerender = true;
export const trailingSlash = 'never';

export const GET = () => text(nginxServer(nginxFolderExample));

import { headerRules } from '#lib/domain/hosting/headers.ts';
import { nginxExample, nginxFolderExample, nginxServer } from '#lib/domain/hosting/nginx.ts';

export const load = () => ({
	rules: headerRules,
	nginx: nginxServer(nginxExample),
	place: nginxExample,
	inFolder: nginxFolderExample
});

import { siteAddress } from '#lib/schema/site.ts';
import { model } from './model.ts';

/**
 * Where the site will stand, or `undefined` where nobody said: `SITE_URL` at build, or `address` in `data/site.yaml`.
 * @throws where `SITE_URL` is no address that other addresses can start from
 */
export function whereSiteStands(): string | undefined {
	const asked = process.env.SITE_URL;
	if (!asked) return model.site.address;
	const { data, error } = siteAddress.safeParse(asked);
	if (data === undefined)
		throw new Error(
			`SITE_URL is "${asked}", verwacht: ${error.issues.map(({ message }) => message).join(', ')}`
		);
	return data;
}

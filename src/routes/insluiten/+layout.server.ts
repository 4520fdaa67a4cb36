/** Without the header and footer of the site. */
export const load = () => ({ bare: true });

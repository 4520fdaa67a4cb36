export const prerender = true;
export const trailingSlash = 'always';
// Pages are whole without script; those that answer back switch it on for themselves.
export const csr = false;

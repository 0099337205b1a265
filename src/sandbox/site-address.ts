/** The documentation site, without a slash at the end. */
export const SITE = 'https://developers.orbinto.com';

/** Response headers that the site and a generated reference have in common. */

/** Seconds. */
export const YEAR = 365 * 24 * 60 * 60;

/** What every page and file carries. */
export const PLAIN = {
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;

export const ANY_ORIGIN = { 'Access-Control-Allow-Origin': '*' } as const;

/** Files with their hash in their names. */
export const ASSETS = ['/_astro/*', { 'Cache-Control': `public, max-age=${YEAR}, immutable` }] as const;

/** Pages as Markdown, whose type a host cannot tell by their name. Search engines list the page itself. */
export const MARKDOWN = [
  '/*.md',
  { ...ANY_ORIGIN, 'Content-Type': 'text/markdown; charset=utf-8', 'X-Robots-Tag': 'noindex' },
] as const;

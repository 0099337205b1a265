/**
 * The response headers of the site, in one place: written as `_headers` into the build for static hosts,
 * and read back from there by the local server, so that both send the same.
 */
import { contentSecurityPolicy } from './content-security-policy.ts';
import { headersFile } from './headers-file.ts';
import { ANY_ORIGIN, ASSETS, MARKDOWN, PLAIN, YEAR } from './shared-headers.ts';

/** Hosts that the console may reach: the live API, its sign-in host, a mock on the reader's machine, and a hosted sandbox where there is one. */
function connections(hosted: string | undefined): string[] {
  const known = ['https://api.orbinto.com', 'https://app.orbinto.com', 'http://localhost:*', 'http://127.0.0.1:*'];
  return hosted === undefined ? known : [...known, new URL(hosted).origin];
}

/** What every page and file carries besides the policy. */
const everywhere: Readonly<Record<string, string>> = {
  ...PLAIN,
  'X-Frame-Options': 'DENY',
  // Browsers ignore it over plain HTTP, so it does no harm on localhost.
  'Strict-Transport-Security': `max-age=${YEAR}`,
};

/** What all pages carry but those of the sign-in. */
const pages: Readonly<Record<string, string>> = {
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  // Isolates the site from pages that open it, and leaves it in touch with the sign-in window it opens itself.
  'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
};

/**
 * The pages of the sign-in: their address holds a code for a moment, which nobody else is told. They stay in touch with the
 * page that opened them, which looks whether they are closed.
 */
const signIn: Readonly<Record<string, string>> = {
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'unsafe-none',
  'Cache-Control': 'no-store',
};

/** Files that tools on other sites fetch: an API client reads the OpenAPI document, a reader the feeds. */
const shared = [
  ...[
    '/openapi*.json',
    '/openapi*.yaml',
    '/asyncapi.json',
    '/asyncapi.yaml',
    '/postman/*.json',
    '/collections/*',
    '/arazzo*.json',
    '/arazzo*.yaml',
    '/status.json',
    '/status.schema.json',
    '/quality.json',
    '/quality.schema.json',
    '/llms*.txt',
  ],
  ...[
    '/changelog/*.xml',
    '/changelog/*.json',
    '/status/*.xml',
    '/status/badges/*.svg',
    '/.well-known/*.json',
    '/.well-known/*.txt',
  ],
];

/**
 * Files whose type a host cannot tell by their name, and the home page, from which agents find the list of what there is.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9727 api-catalog
 */
const described: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/': {
    ...pages,
    Link: [
      '</.well-known/api-catalog>; rel="api-catalog"',
      '</openapi.json>; rel="service-desc"; type="application/json"',
      '</reference/>; rel="service-doc"; type="text/html"',
      '</status.json>; rel="status"; type="application/json"',
      '</llms.txt>; rel="describedby"; type="text/plain"',
      '</index.md>; rel="alternate"; type="text/markdown"',
    ].join(', '),
  },
  // A browser asks for it with each visit; what it keeps of the site is as new as this file.
  '/service-worker.js': { 'Cache-Control': 'no-cache' },
  '/.well-known/api-catalog': {
    ...ANY_ORIGIN,
    'Content-Type': 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
  },
};

/**
 * The site's `_headers` file.
 * @param scripts Base64 SHA-256 of each inline script.
 * @param folders At the site's root, in which its pages are.
 * @param hosted The address of the hosted sandbox, where there is one.
 */
export function siteHeaders(scripts: readonly string[], folders: readonly string[], hosted?: string): string {
  const policy = contentSecurityPolicy({
    scripts,
    // A reader's own function runs in a worker that is made of it, in a frame without an origin and without a network.
    workers: ['blob:'],
    connections: connections(hosted),
    ancestors: "'none'",
  });
  return headersFile([
    ['/*', { 'Content-Security-Policy': policy, ...everywhere }],
    ASSETS,
    ['/oauth/*', signIn],
    ...folders.filter((name) => name !== 'oauth').map((name) => [`/${name}/*`, pages] as const),
    ...Object.entries(described),
    MARKDOWN,
    ...shared.map((pattern) => [pattern, ANY_ORIGIN] as const),
  ]);
}

/**
 * The response headers of the site, in one place: written as `_headers` into the build for static hosts,
 * and read back from there by the local server, so that both send the same.
 *
 * @see https://developers.cloudflare.com/pages/configuration/headers/ the file format, shared with Netlify
 */

/** Hosts that the console may reach: the live API, its sign-in host, and a mock on the reader's machine. */
const connections = ['https://api.orbinto.com', 'https://app.orbinto.com', 'http://localhost:*', 'http://127.0.0.1:*'];

const year = 365 * 24 * 60 * 60;

/**
 * The content security policy: scripts come from the site's own files or carry one of the given hashes.
 *
 * @param scriptHashes Base64 SHA-256 of each inline script.
 * @see https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy(scriptHashes: readonly string[]): string {
  const hashes = scriptHashes.map((hash) => `'sha256-${hash}'`);
  return [
    `default-src 'self'`,
    // Pagefind, the search, is WebAssembly.
    `script-src ${["'self'", "'wasm-unsafe-eval'", ...hashes].join(' ')}`,
    // Style attributes carry the colours of highlighted code.
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `connect-src ${["'self'", ...connections].join(' ')}`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

/** What every page and file carries besides the policy. */
const everywhere: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  // Isolates the site from pages that open it, and leaves it in touch with the sign-in window it opens itself.
  'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
  // Browsers ignore it over plain HTTP, so it does no harm on localhost.
  'Strict-Transport-Security': `max-age=${year}`,
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
  '/openapi*',
  '/postman/*',
  '/arazzo*',
  '/status.json',
  '/changelog/*',
  '/.well-known/*',
  '/llms*',
  '/*.md',
];

/**
 * Files whose type a host cannot tell by their name, and the home page, from which agents find the list of what there is.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9727 api-catalog
 */
const described: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/': { Link: '</.well-known/api-catalog>; rel="api-catalog", </llms.txt>; rel="describedby"; type="text/plain"' },
  '/.well-known/api-catalog': {
    'Content-Type': 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
  },
  // Search engines list the page itself.
  '/*.md': { 'Content-Type': 'text/markdown; charset=utf-8', 'X-Robots-Tag': 'noindex' },
};

/** The `_headers` file: a pattern a block, `*` standing for anything. */
export function headersFile(scriptHashes: readonly string[]): string {
  const blocks: [string, Record<string, string>][] = [
    ['/*', { 'Content-Security-Policy': contentSecurityPolicy(scriptHashes), ...everywhere }],
    ['/_astro/*', { 'Cache-Control': `public, max-age=${year}, immutable` }],
    ['/oauth/*', signIn],
    ...Object.entries(described),
    ...shared.map((pattern): [string, Record<string, string>] => [pattern, { 'Access-Control-Allow-Origin': '*' }]),
  ];
  return blocks
    .map(([pattern, headers]) => [pattern, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)])
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

/** A block of a `_headers` file. */
export interface HeaderRule {
  readonly matches: (path: string) => boolean;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Reads a `_headers` file, so that the local server sends what a static host would. */
export function parseHeadersFile(text: string): HeaderRule[] {
  return text
    .split(/\n(?=\/)/)
    .map((block) => block.trim().split('\n'))
    .filter(([pattern]) => pattern?.startsWith('/'))
    .map(([pattern = '', ...lines]) => ({
      matches: matcher(pattern),
      headers: lines.map((line): [string, string] => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
      }),
    }));
}

function matcher(pattern: string): (path: string) => boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  const expression = new RegExp(`^${source}$`);
  return (path) => expression.test(path);
}

/** What a page may load and reach, besides its own site. */
export interface Sources {
  /** Base64 SHA-256 of each inline script. */
  scripts: readonly string[];
  images?: readonly string[];
  /** What workers are made of, besides the site's files. */
  workers?: readonly string[];
  connections?: readonly string[];
  /** Who may frame it; a policy in a page cannot say so. */
  ancestors?: "'none'" | "'self'";
}

/**
 * The content security policy: scripts come from the site's own files or carry one of the given hashes.
 * @see https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy({
  scripts,
  images = [],
  workers = [],
  connections = [],
  ancestors,
}: Sources): string {
  const hashes = scripts.map((hash) => `'sha256-${hash}'`);
  return [
    `default-src 'self'`,
    // Pagefind, the search, is WebAssembly.
    `script-src ${["'self'", "'wasm-unsafe-eval'", ...hashes].join(' ')}`,
    // Style attributes carry the colours of highlighted code.
    `style-src 'self' 'unsafe-inline'`,
    `img-src ${["'self'", 'data:', ...images].join(' ')}`,
    `connect-src ${["'self'", ...connections].join(' ')}`,
    ...(workers.length === 0 ? [] : [`worker-src ${["'self'", ...workers].join(' ')}`]),
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    ...(ancestors === undefined ? [] : [`frame-ancestors ${ancestors}`]),
  ].join('; ');
}

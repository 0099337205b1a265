import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { escapeAttribute } from '../../text/escape.ts';
import type { PageIntegration } from '../reference/rendered-pages.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { headersFile } from './headers-file.ts';
import { InlineScripts, scriptHashes } from './inline-scripts.ts';
import { ANY_ORIGIN, ASSETS, MARKDOWN, PLAIN } from './shared-headers.ts';

/** Descriptions may show pictures from anywhere. */
const images = ['https:'];
/** The beginning of a head with the page's encoding; a page that only leads on may have no head. */
const beginning = /<head[^>]*>(?:\s*<meta charset="[^"]*"\s*\/?>)?|^<!doctype html>(?!.*?<head)/is;

/**
 * Gives the pages of a reference their content security policy: in `_headers` for hosts that read it, and in each page, before all
 * that it loads, for those that do not (GitHub Pages). Hand it to `renderedPages`, as the last one: it looks at the pages as they are.
 */
export function referencePolicy(): PageIntegration {
  const inline = new InlineScripts();
  const found = new Set<string>();
  const withOwnPolicy = (html: string): string => {
    const scripts = inline.of(html);
    scripts.forEach((script) => found.add(script));
    return withPolicy(html, contentSecurityPolicy({ scripts: scriptHashes(scripts), images }));
  };
  let redirects: string[] = [];
  return {
    name: 'reference-policy',
    hooks: {
      'astro:config:done': ({ config }) => {
        redirects = Object.keys(config.redirects);
      },
      'astro:build:done': ({ dir }) => {
        // Astro writes them without rendering them.
        for (const path of redirects) {
          const file = fileURLToPath(new URL(`.${path.replace(/\/?$/, '/')}index.html`, dir));
          writeFileSync(file, withOwnPolicy(readFileSync(file, 'utf8')));
        }
        writeFileSync(new URL('_headers', dir), referenceHeaders(scriptHashes(found)));
      },
    },
    page: withOwnPolicy,
  };
}

/** Puts a policy where it concerns all of a page. */
export function withPolicy(html: string, policy: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">`;
  return html.replace(beginning, (head) => head + meta);
}

function referenceHeaders(scripts: readonly string[]): string {
  return headersFile([
    [
      '/*',
      {
        'Content-Security-Policy': contentSecurityPolicy({ scripts, images, ancestors: "'self'" }),
        ...PLAIN,
        'Referrer-Policy': 'strict-origin-when-cross-origin',
      },
    ],
    ASSETS,
    ['/llms*.txt', ANY_ORIGIN],
    MARKDOWN,
  ]);
}

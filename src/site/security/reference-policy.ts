import type { AstroIntegration } from 'astro';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { escapeAttribute } from '../../text/escape.ts';
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
 * that it loads, for those that do not (GitHub Pages).
 */
export function referencePolicy(): AstroIntegration {
  return {
    name: 'reference-policy',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const files = globSync('**/*.html', { cwd: folder }).map((file) => `${folder}/${file}`);
        const inline = new InlineScripts();
        const found = new Set<string>();
        for (const file of files) {
          const html = readFileSync(file, 'utf8');
          const scripts = inline.of(html);
          scripts.forEach((script) => found.add(script));
          writeFileSync(file, withPolicy(html, contentSecurityPolicy({ scripts: scriptHashes(scripts), images })));
        }
        writeFileSync(`${folder}/_headers`, referenceHeaders(scriptHashes(found)));
      },
    },
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

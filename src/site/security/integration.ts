import type { AstroIntegration } from 'astro';
import { Parser } from 'htmlparser2';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { headersFile } from './security-headers.ts';

/**
 * Writes the security headers of the finished site to `_headers`: the content security policy allows exactly
 * the inline scripts that the pages contain, by hash.
 */
export function securityHeaders(): AstroIntegration {
  return {
    name: 'security-headers',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const scripts = new Set<string>();
        for (const file of globSync('**/*.html', { cwd: folder })) {
          for (const script of inlineScripts(readFileSync(`${folder}/${file}`, 'utf8'))) scripts.add(script);
        }
        const hashes = [...scripts].map((script) => createHash('sha256').update(script).digest('base64'));
        writeFileSync(`${folder}/_headers`, headersFile(hashes.sort()));
        logger.info(`${hashes.length} inline scripts allowed by hash`);
      },
    },
  };
}

/** Types of `<script>` that hold data, which a policy does not concern. */
const dataBlock = /^(?:application\/(?:json|ld\+json)|text\/(?:plain|html))$/i;

/** The text of each inline script of a page that a browser would run. */
export function inlineScripts(html: string): string[] {
  const found: string[] = [];
  let script: string | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      const inline = name === 'script' && attributes.src === undefined && !dataBlock.test(attributes.type ?? '');
      script = inline ? '' : undefined;
    },
    ontext(text) {
      if (script !== undefined) script += text;
    },
    onclosetag(name) {
      if (name === 'script' && script) found.push(script);
      script = undefined;
    },
  });
  parser.end(html);
  return found;
}

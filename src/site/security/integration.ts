import type { AstroIntegration } from 'astro';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { InlineScripts, scriptHashes } from './inline-scripts.ts';
import { siteHeaders } from './security-headers.ts';

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
        const files = globSync('**/*.html', { cwd: folder });
        const inline = new InlineScripts();
        const hashes = scriptHashes(files.flatMap((file) => inline.of(readFileSync(`${folder}/${file}`, 'utf8'))));
        const folders = new Set(files.flatMap((file) => /^([^/\\]+)[/\\]/.exec(file)?.[1] ?? []));
        writeFileSync(
          `${folder}/_headers`,
          siteHeaders(hashes, [...folders].sort(), process.env['PUBLIC_SANDBOX_URL'] || undefined),
        );
        logger.info(`${hashes.length} inline scripts allowed by hash`);
      },
    },
  };
}

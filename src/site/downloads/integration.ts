import type { AstroIntegration } from 'astro';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { siteZip } from '../copy/site-zip.ts';
import { docsetArchive, docsetFiles } from '../docset/docset.ts';
import type { DocsetOptions } from '../docset/docset.ts';
import { docsetFeed } from '../docset/info-plist.ts';
import { WORKER } from '../offline/cache-names.ts';
import { keptFiles } from '../offline/kept-files.ts';
import { formatSize } from '../ui/response/measures.ts';
import { count } from '../facts/prose-numbers.ts';
import { putIn } from './build-figures.ts';
import { bundleScript } from './bundle-script.ts';

export interface TakeAwayOptions {
  docset: Omit<DocsetOptions, 'site'>;
  /** Of the API: a docset of another version is another one. */
  version: string;
  /** Pages that tell the figures of what is made here, as files of the build. */
  tellers: readonly string[];
}

const OFF = 'off';

/**
 * At the end of the build: what readers take away of the whole site. A docset, the site as a zip, and the worker that keeps it in their
 * browsers; with their sizes on the pages that offer them.
 */
export function takeAway({ docset, version, tellers }: TakeAwayOptions): AstroIntegration {
  let site: string;
  return {
    name: 'take-away',
    hooks: {
      'astro:config:done': ({ config }) => {
        if (config.site === undefined)
          throw new Error('A docset and a copy name the published site: `site` is missing');
        site = config.site;
      },
      'astro:server:setup': ({ server }) => {
        // What an earlier build keeps in this browser is in the way of what is being written.
        server.middlewares.use(WORKER, (_request, response) => {
          void bundleScript('src/site/offline/worker/removal-worker.ts').then((code) => {
            response.setHeader('Content-Type', 'text/javascript');
            response.end(code);
          });
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
        const archive = await docsetArchive(docset.name, await docsetFiles(folder, { ...docset, site }));
        write('orbinto-docset.tgz', archive);
        write('orbinto-docset.xml', docsetFeed(version, new URL('/orbinto-docset.tgz', site).href));
        const kept = keptFiles(folder);
        const figures = {
          'orbinto-docset.tgz': formatSize(archive.length),
          'kept files': count(kept.files.length),
          'kept size': formatSize(kept.files.reduce((total, { size }) => total + size, 0)),
        };
        tell(folder, tellers, figures);
        const zip = await siteZip({ folder, site });
        write('orbinto-site.zip', zip);
        tell(folder, tellers, { 'orbinto-site.zip': formatSize(zip.length) });
        await writeWorker(folder);
        logger.info(
          `docset ${figures['orbinto-docset.tgz']}, zip ${formatSize(zip.length)}, ${figures['kept files']} files are kept offline`,
        );
      },
    },
  };
}

function tell(folder: string, tellers: readonly string[], figures: Readonly<Record<string, string>>): void {
  for (const file of tellers.map((teller) => join(folder, teller)).filter((path) => existsSync(path)))
    writeFileSync(file, putIn(readFileSync(file, 'utf8'), figures));
}

/** Writes the worker of a finished build: one that keeps its files, or one that removes what is kept. */
export async function writeWorker(folder: string, isOff = process.env['PUBLIC_OFFLINE'] === OFF): Promise<void> {
  const code = isOff
    ? await bundleScript('src/site/offline/worker/removal-worker.ts')
    : await bundleScript('src/site/offline/worker/service-worker.ts', { KEPT_FILES: keptFiles(folder) });
  writeFileSync(join(folder, WORKER.slice(1)), code);
}

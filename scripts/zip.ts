// `npm run zip -- --out FILE`: the site as a zip that works in a folder of any server, and as files.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { siteZip, ZIP } from '../src/site/copy/site-zip.ts';
import { formatSize } from '../src/site/ui/response/measures.ts';
import { buildSite } from './build.ts';
import { dist } from './paths.ts';

const usage = `Usage: npm run zip -- [--out FILE] [--base /FOLDER/]
Builds the site where it is not up to date, and packs it. --out is ${ZIP} unless told.
--base: for this folder of a server alone; without it the copy works in any folder, and can be read without a server.`;

/** Where the site is published: a copy leads there for what it does not hold. */
function publishedAt(): string {
  const [, site] = /rel="canonical" href="([^"]+)"/.exec(readFileSync(join(dist, 'index.html'), 'utf8')) ?? [];
  if (site === undefined) throw new Error('The built site does not say where it is published.');
  return site;
}

try {
  const { values } = parseArgs({ options: { out: { type: 'string' }, base: { type: 'string' } } });
  const { out = ZIP, base } = values;
  if (base !== undefined && !/^\/(?:[\w.~-]+\/)+$/.test(base))
    throw new Error(`--base ${base} is not of the form /docs/`);
  await buildSite({ onlyIfStale: true });
  const zip = await siteZip({ folder: dist, site: publishedAt(), base });
  writeFileSync(out, zip);
  console.log(`${out}: ${formatSize(zip.length)}`);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  process.exitCode = 1;
}

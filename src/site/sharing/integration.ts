import type { AstroIntegration } from 'astro';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sectionOf } from '../navigation.ts';
import { pictureAddress } from './address.ts';
import { drawPicture, pictureSvg } from './picture.ts';

/** Draws the picture of each page that names one. What was drawn before is kept between builds. */
export function sharingPictures(options: { site: string }): AstroIntegration {
  let cache: string;
  return {
    name: 'sharing-pictures',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = join(fileURLToPath(config.root), 'node_modules', '.cache', 'sharing-pictures');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        mkdirSync(cache, { recursive: true });
        const files = globSync('**/index.html', { cwd: folder }).map((file) => file.replaceAll('\\', '/'));
        const drawn = await Promise.all(files.map((file) => writePicture(folder, file, options.site, cache)));
        logger.info(`${drawn.filter(Boolean).length} pictures for shared links`);
      },
    },
  };
}

async function writePicture(folder: string, file: string, site: string, cache: string): Promise<boolean> {
  const page = `/${file.replace(/index\.html$/, '')}`;
  const address = pictureAddress(page);
  const html = readFileSync(join(folder, file), 'utf8');
  if (!html.includes(`${address}"`)) return false;
  const title = /<meta property="og:title" content="([^"]*)"/.exec(html)?.[1] ?? site;
  const text = { site, section: sectionOf(page)?.label ?? 'Guides, reference, console, sandbox', title: decode(title) };
  const kept = join(cache, `${createHash('sha256').update(pictureSvg(text)).digest('hex')}.png`);
  if (!existsSync(kept)) writeFileSync(kept, await drawPicture(text));
  const target = join(folder, address);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, readFileSync(kept));
  return true;
}

function decode(text: string): string {
  return text
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&#38;', '&')
    .replaceAll('&amp;', '&');
}

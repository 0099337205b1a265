import type { AstroIntegration } from 'astro';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unescapeHtml } from '../../text/escape.ts';
import { drawPicture, pictureSvg } from './picture.ts';

export interface PicturesOptions {
  /** Name of the site. */
  site: string;
  /** What stands where no page is above a page. */
  tagline: string;
  /** The site's mark, SVG in a box of 32 × 32. */
  mark?: string;
}

/** Draws the picture of each page that names one, below the site's address. What was drawn before is kept between builds. */
export function sharingPictures(options: PicturesOptions): AstroIntegration {
  let cache: string;
  let base: string;
  return {
    name: 'sharing-pictures',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/$/, '');
        cache = join(fileURLToPath(config.root), 'node_modules', '.cache', 'sharing-pictures');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        mkdirSync(cache, { recursive: true });
        const files = globSync('**/index.html', { cwd: folder }).map((file) => file.replaceAll('\\', '/'));
        const drawn = await Promise.all(files.map((file) => writePicture({ folder, file, options, base, cache })));
        logger.info(`${drawn.filter(Boolean).length} pictures for shared links`);
      },
    },
  };
}

interface Place {
  folder: string;
  /** Of the page, below the folder. */
  file: string;
  options: PicturesOptions;
  /** The site's base, without a slash at its end. */
  base: string;
  cache: string;
}

async function writePicture({ folder, file, options, base, cache }: Place): Promise<boolean> {
  const html = readFileSync(join(folder, file), 'utf8');
  const address = metaOf(html, 'og:image');
  if (address === undefined) return false;
  const text = { ...options, section: sectionOf(html, options), title: metaOf(html, 'og:title') ?? options.site };
  const kept = join(cache, `${createHash('sha256').update(pictureSvg(text)).digest('hex')}.png`);
  if (!existsSync(kept)) writeFileSync(kept, await drawPicture(text));
  const target = join(folder, decodeURI(new URL(address).pathname.slice(base.length)));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, readFileSync(kept));
  return true;
}

function metaOf(html: string, property: string): string | undefined {
  const [, content] = new RegExp(`<meta property="${property}" content="([^"]*)"`).exec(html) ?? [];
  return content === undefined ? undefined : unescapeHtml(content);
}

/** The pages above, as the page's own JSON-LD names them. */
function sectionOf(html: string, { site, tagline }: PicturesOptions): string {
  const [, json = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  const { '@graph': graph = [] } = JSON.parse(json) as { '@graph'?: { itemListElement?: { name: string }[] }[] };
  const names = graph.flatMap(({ itemListElement = [] }) => itemListElement.map(({ name }) => name)).slice(0, -1);
  return names.filter((name) => name !== site).join(' › ') || tagline;
}

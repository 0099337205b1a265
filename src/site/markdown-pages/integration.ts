import type { AstroIntegration } from 'astro';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { llmsFullText, llmsText } from '../../generators/markdown/llms.ts';
import type { Llms, LlmsPage } from '../../generators/markdown/llms.ts';
import { markdownAddress } from '../reference/markdown-address.ts';
import { pageContent } from './page-content.ts';
import type { PageContent } from './page-content.ts';
import { pageMarkdown } from './page-markdown.ts';

export interface MarkdownPagesOptions {
  title: string;
  description: string;
  /** Markdown for the top of `llms.txt`. */
  details?: string;
  /** In order; a page belongs to the first that names it, by address or by prefix (`/guides/*`). The last takes the rest. */
  sections: { title: string; pages: string[] }[];
  /** Prefixes of pages that are for people only. */
  except: string[];
  /** Links for `llms.txt` alone: downloads and the like. */
  files?: { title: string; pages: LlmsPage[] };
  /** Captions of code that only name its language. */
  captions?: readonly string[];
}

/**
 * When the site is built: writes `<page>.md` for every page that has none yet, made from its HTML, `404.md` for what is no page, and the
 * lists of all pages, `llms.txt` and `llms-full.txt`.
 */
export function markdownPages(options: MarkdownPagesOptions): AstroIntegration {
  let site: string | undefined;
  return {
    name: 'markdown-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site;
      },
      'astro:build:done': ({ dir, pages, logger }) => {
        const folder = fileURLToPath(dir);
        const order = pages.map(({ pathname }) => `/${pathname}`);
        const found = addressesIn(folder, order).filter(
          (page) => !options.except.some((start) => page.startsWith(start)),
        );
        const absolute = (href: string): string => (site ? new URL(href, site).href : href);
        const listed = found.map((page) => writeMarkdownPage({ folder, page, options, absolute }));
        writeLists(folder, options, listed, absolute);
        writeNotFound(folder, options, absolute);
        logger.info(`${listed.length} pages stand as Markdown, too`);
      },
    },
  };
}

/** Pages of the build, in the order in which they were made. */
function addressesIn(folder: string, order: string[]): string[] {
  const known = new Map(order.map((page, index) => [page, index]));
  return globSync('**/index.html', { cwd: folder })
    .map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
    .sort((a, b) => (known.get(a) ?? Infinity) - (known.get(b) ?? Infinity) || a.localeCompare(b));
}

interface Listed extends LlmsPage {
  page: string;
}

interface Source {
  folder: string;
  page: string;
  options: MarkdownPagesOptions;
  absolute: (href: string) => string;
}

function writeMarkdownPage({ folder, page, options, absolute }: Source): Listed {
  const file = join(folder, markdownAddress(page));
  const content = pageContent(readFileSync(join(folder, page, 'index.html'), 'utf8'), (caption) =>
    (options.captions ?? []).includes(caption),
  );
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, markdownOf(content, { folder, page, options, absolute }));
  }
  return { page, title: content.title, description: content.description, href: absolute(markdownAddress(page)) };
}

function writeNotFound(folder: string, options: MarkdownPagesOptions, absolute: (href: string) => string): void {
  const text = [
    '# Page not found',
    `Nothing is published at this address of ${options.title}.`,
    `- [All pages](${absolute('/llms.txt')})`,
    `- [All pages in one text](${absolute('/llms-full.txt')})`,
  ];
  writeFileSync(join(folder, '404.md'), `${text.slice(0, 2).join('\n\n')}\n\n${text.slice(2).join('\n')}\n`);
}

function markdownOf(content: PageContent, { page, absolute, options: { except } }: Source): string {
  const text = pageMarkdown(content, (href) => {
    const address = href.startsWith('#') ? page + href : href;
    const target = except.some((start) => address.startsWith(start)) ? address : markdownAddress(address);
    return target.startsWith('/') ? absolute(target) : target;
  });
  return `${text}\n---\n\nThis page for people: ${absolute(page)}\n`;
}

function writeLists(
  folder: string,
  options: MarkdownPagesOptions,
  listed: Listed[],
  absolute: (href: string) => string,
): void {
  const rest = [...listed];
  const take = (pattern: string): Listed[] => {
    const prefix = pattern.endsWith('*') ? pattern.slice(0, -1) : undefined;
    const taken = rest.filter(({ page }) => (prefix === undefined ? page === pattern : page.startsWith(prefix)));
    for (const page of taken) rest.splice(rest.indexOf(page), 1);
    return taken;
  };
  const sections = options.sections.map(({ title, pages }) => ({ title, pages: pages.flatMap(take) }));
  sections.at(-1)?.pages.push(...rest);
  const { title, description, details, files } = options;
  const llms: Llms = { title, description, details, sections };
  const linked = files && { ...files, pages: files.pages.map((file) => ({ ...file, href: absolute(file.href) })) };
  const all = [...sections.slice(0, -1), ...(linked ? [linked] : []), ...sections.slice(-1)];
  writeFileSync(join(folder, 'llms.txt'), llmsText({ ...llms, sections: all }));
  writeFileSync(
    join(folder, 'llms-full.txt'),
    llmsFullText(llms, ({ href }) => readFileSync(join(folder, decodeURI(href.replace(absolute('/'), '/'))), 'utf8')),
  );
}

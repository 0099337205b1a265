import { fileURLToPath } from 'node:url';
import { close, createIndex } from 'pagefind';
import type { PagefindIndex } from 'pagefind';
import type { PageIntegration } from '../rendered-pages.ts';
import { searchedPart } from './searched-part.ts';
import { separateWords } from './separate-words.ts';

/**
 * Makes the index of the pages' prose while they are made: Pagefind, a process of its own, reads each page as soon as it is
 * rendered and writes the index while what is no page is still to come. Starlight would have it read the whole site in the end.
 * Put it after `starlight()` in `integrations`, which keeps its `pagefind` for the search in the page, and hand it to `renderedPages`.
 */
export function indexProse(): PageIntegration {
  let prose: Prose | undefined;
  return {
    name: 'index-prose',
    hooks: {
      'astro:config:setup': ({ config }) => {
        const starlight = config.integrations.find(({ name }) => name === '@astrojs/starlight');
        if (starlight) delete starlight.hooks['astro:build:done'];
      },
      'astro:config:done': ({ config }) => {
        prose = new Prose(config.base, fileURLToPath(new URL('pagefind/', config.outDir)));
      },
      'astro:build:done': () => prose?.write(),
    },
    async page(html, pathname, isLast) {
      await prose?.read(pathname, html);
      if (isLast) void prose?.write();
      return html;
    },
  };
}

/** Pages that wait for Pagefind are held in memory. */
const MAX_BEHIND = 16;

/** What Pagefind has read of a site so far. Pages count in the order in which they are told, so that a site always gives the same index. */
class Prose {
  readonly #base: string;
  readonly #out: string;
  readonly #answers: Promise<{ errors: string[] }>[] = [];
  #index: Promise<PagefindIndex> | undefined;
  #written: Promise<void> | undefined;

  /**
   * @param base Of the site's addresses.
   * @param out Folder of the index.
   */
  constructor(base: string, out: string) {
    this.#base = base.replace(/\/?$/, '/');
    this.#out = out;
  }

  /** @returns When the page is told and Pagefind lags few pages behind. */
  async read(pathname: string, html: string): Promise<void> {
    this.#index ??= startPagefind();
    const index = await this.#index;
    const sourcePath = `${decodeURI(pathname.slice(this.#base.length))}index.html`;
    this.#answers.push(index.addHTMLFile({ sourcePath, content: separateWords(searchedPart(html)) }));
    await this.#answers.at(-MAX_BEHIND);
  }

  /** Writes the index, once. */
  write(): Promise<void> {
    this.#written ??= this.#write();
    this.#written.catch(() => undefined);
    return this.#written;
  }

  async #write(): Promise<void> {
    const index = await this.#index;
    if (!index) throw new Error('indexProse() was shown no page: hand it to renderedPages().');
    this.#answers.push(index.writeFiles({ outputPath: this.#out }));
    const errors = (await Promise.all(this.#answers)).flatMap((answer) => answer.errors);
    await close();
    refuse(errors);
  }
}

async function startPagefind(): Promise<PagefindIndex> {
  const { index, errors } = await createIndex();
  refuse(errors);
  if (!index) throw new Error('Pagefind has not started');
  return index;
}

/** @throws with what Pagefind complains of, if anything */
function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind cannot index the pages: ${errors.join('; ')}`);
}

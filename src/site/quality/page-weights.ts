import { Parser } from 'htmlparser2';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inlineScripts } from '../security/inline-scripts.ts';
import type { Weight } from './quality-report.ts';

const KILOBYTE = 1000;

/** What each may weigh, in compressed bytes. */
export const BUDGETS: Readonly<Record<Weight['name'], number>> = {
  page: 60 * KILOBYTE,
  first_script: 12 * KILOBYTE,
  console: 25 * KILOBYTE,
  sandbox: 70 * KILOBYTE,
};

/** Shows the whole API in Scalar's component, which weighs what it weighs. */
const EXPLORER = '/explorer/';

interface WeighedPage {
  readonly address: string;
  readonly html: string;
  /** Files that its scripts come from. */
  readonly scripts: readonly string[];
}

/** The scripts of a built site, by what loads them. */
export class BuiltScripts {
  readonly pages: readonly WeighedPage[];
  readonly #folder: string;
  readonly #sizes = new Map<string, number>();
  readonly #texts = new Map<string, string>();

  /** @param folder of the built site */
  constructor(folder: string) {
    this.#folder = folder;
    const files = globSync('**/*.html', { cwd: folder }).map((file) => file.replaceAll('\\', '/'));
    this.pages = files.sort().map((file) => {
      const html = readFileSync(join(folder, file), 'utf8');
      return { address: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, html, scripts: scriptsOf(html) };
    });
  }

  /** The compressed size of a file, in bytes. */
  sizeOf(file: string): number {
    const size = this.#sizes.get(file) ?? gzipSync(readFileSync(join(this.#folder, file)), { level: 9 }).length;
    this.#sizes.set(file, size);
    return size;
  }

  weigh(files: Iterable<string>): number {
    return [...files].reduce((total, file) => total + this.sizeOf(file), 0);
  }

  loadedAtOnce({ scripts }: WeighedPage): Set<string> {
    return this.closure(scripts);
  }

  /** What a later `import()` of a chunk fetches beside what the page has already; undefined where it has no such chunk. */
  loadedLater(page: WeighedPage, name: string): number | undefined {
    const before = this.loadedAtOnce(page);
    const chunk = [...before]
      .flatMap((file) => this.dynamicImports(file))
      .find((file) => posix.basename(file).startsWith(`${name}.`));
    return chunk === undefined ? undefined : this.weigh([...this.closure([chunk])].filter((file) => !before.has(file)));
  }

  dynamicImports(file: string): string[] {
    return this.#imports(file, /\bimport\(\s*["'`](\.[^"'`]+\.js)["'`]\s*\)/g);
  }

  /** The files and everything that they import statically. */
  closure(files: readonly string[], found = new Set<string>()): Set<string> {
    for (const file of files) {
      if (found.has(file)) continue;
      found.add(file);
      this.closure(this.#imports(file, /(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g), found);
    }
    return found;
  }

  #imports(file: string, statement: RegExp): string[] {
    const text = this.#texts.get(file) ?? readFileSync(join(this.#folder, file), 'utf8');
    this.#texts.set(file, text);
    const named = [...text.matchAll(statement)].map(([, path = '']) => posix.join(posix.dirname(file), path));
    // Code that a tool shows as text imports files of the reader's.
    return named.filter((other) => existsSync(join(this.#folder, other)));
  }
}

function scriptsOf(html: string): string[] {
  const found: string[] = [];
  new Parser({ onopentag: (name, { src }) => void (name === 'script' && src && found.push(src)) }).end(html);
  return found;
}

/** What weighs the most of each kind. */
export function weighSite(scripts: BuiltScripts): Weight[] {
  const own = scripts.pages.filter(({ address }) => address !== EXPLORER);
  return [
    heaviest('page', scripts.pages, ({ html }) => gzipSync(html).length),
    heaviest('first_script', own, (page) => firstScripts(scripts, page)),
    heaviest('console', own, (page) => scripts.loadedLater(page, 'mount')),
    heaviest('sandbox', own, (page) => scripts.loadedLater(page, 'browser')),
  ].flat();
}

/** All that runs before a reader asks for anything, inline scripts included. */
function firstScripts(scripts: BuiltScripts, page: WeighedPage): number {
  return scripts.weigh(scripts.loadedAtOnce(page)) + gzipSync(inlineScripts(page.html).join('\n')).length;
}

function heaviest(
  name: Weight['name'],
  pages: readonly WeighedPage[],
  weightOf: (page: WeighedPage) => number | undefined,
): Weight[] {
  const weighed = pages.flatMap((page) => {
    const bytes = weightOf(page);
    return bytes === undefined ? [] : { name, page: page.address, bytes, budget: BUDGETS[name] };
  });
  return weighed.sort((a, b) => b.bytes - a.bytes).slice(0, 1);
}
